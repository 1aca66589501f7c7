#include "view/blocks/question_parts.h"

namespace bytes::view {
namespace {

using content::Group;
using content::Option;
using outline::Attribute;
using outline::Element;
using outline::make;
using outline::Role;

const std::string& group_of(const QuestionParts& parts, const Option& card) {
  return learning::value_in(parts.progress.answer.placed, card.id);
}

// The way without dragging: one radio button for each group.
Element view_choices(const QuestionParts& parts, const Option& card, const std::string& id) {
  Element choices = make(Role::kSortChoices, id + ":choices");
  choices.set(Attribute::kLabelledBy, id + ":text");
  const std::string placed = group_of(parts, card);
  for (const Group& group : parts.question.groups) {
    const std::string choice_id = id + "/" + group.id;
    const bool is_here = placed == group.id;
    Element choice = make(Role::kSortChoice, choice_id + ":choice");
    choice.set(Attribute::kTone, is_here ? "chosen" : "open");
    Element control = make(Role::kRadio, choice_id + ":control");
    control.set(Attribute::kName, id).set_if(Attribute::kChecked, is_here);
    choice.add(std::move(control));
    Element label = make(Role::kOptionLabel, choice_id + ":label", group.text);
    label.set(Attribute::kFor, choice_id + ":control");
    choice.add(std::move(label));
    choices.add(std::move(choice));
  }
  return choices;
}

Element view_card(const QuestionParts& parts, const Option& card) {
  const std::string id = parts.id() + "/" + card.id;
  const std::string placed = group_of(parts, card);
  const bool is_right = placed == card.group;
  Element element = make(Role::kSortCard, id);
  element.set(Attribute::kTone, parts.progress.is_checked ? (is_right ? "right" : "wrong")
                                : placed.empty()          ? "open"
                                                          : "chosen");
  element.add(make(Role::kSortText, id + ":text", card.text));
  if (!parts.progress.is_checked) {
    element.add(make(Role::kSortGrip, id + ":grip"));
    element.add(view_choices(parts, card, id));
    return element;
  }
  element.add(make(Role::kReply, id + ":reply", reply_to_placed(parts, card, is_right, "reply-belongs")));
  return element;
}

// The cards of one group, or with an empty `group` those that have none yet.
Element view_cards(const QuestionParts& parts, const std::string& id, const std::string& group) {
  Element cards = make(Role::kSortCards, id);
  for (int index : parts.order()) {
    const Option& card = parts.question.options[index];
    if (group_of(parts, card) == group) cards.add(view_card(parts, card));
  }
  return cards;
}

}  // namespace

RichText reply_to_placed(const QuestionParts& parts, const Option& option, bool is_right, std::string_view belongs) {
  // What can still be put right keeps its secret.
  if (!is_right && !parts.progress.is_finished) return said(parts.phrase("reply-wrong"), {});
  if (is_right) return said(parts.phrase("reply-right"), option.feedback);
  const Group* own = content::find_group(parts.question, option.group);
  return said(parts.phrase(belongs, {{"group", own ? letters_of(own->text) : option.group}}), option.feedback);
}

Element view_sort_board(const QuestionParts& parts) {
  const std::string& id = parts.id();
  Element board = make(Role::kSortBoard, id + ":board");
  add_prompt(parts, board);

  Element cards = view_cards(parts, id + ":pool-cards", "");
  Element pool = make(Role::kSortPool, id + ":pool");
  pool.set(Attribute::kTone, cards.children.empty() ? "done" : "open");
  if (cards.children.empty()) {
    pool.add(make(Role::kSortEmpty, id + ":pool-empty", plain(parts.phrase("sort-empty"))));
  } else {
    pool.add(make(Role::kSortTitle, id + ":pool-title",
                  plain(parts.phrase("sort-pool", {{"count", std::to_string(cards.children.size())}}))));
    pool.add(std::move(cards));
  }
  board.add(std::move(pool));

  Element groups = make(Role::kSortGroups, id + ":groups");
  for (const Group& group : parts.question.groups) {
    const std::string group_id = id + ":group-" + group.id;
    Element one = make(Role::kSortGroup, group_id);
    // Where a card goes that is dropped here: the stage asks for it.
    one.set(Attribute::kTarget, group.id);
    one.add(make(Role::kSortTitle, group_id + "-title", group.text));
    Element its_cards = view_cards(parts, group_id + "-cards", group.id);
    if (!its_cards.children.empty()) one.add(std::move(its_cards));
    groups.add(std::move(one));
  }
  board.add(std::move(groups));
  return board;
}

}  // namespace bytes::view
