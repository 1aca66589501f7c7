#include "view/blocks/question_parts.h"

namespace bytes::view {
namespace {

using content::Group;
using content::Option;
using outline::Attribute;
using outline::Element;
using outline::make;
using outline::Role;

Element view_pair(const QuestionParts& parts, const std::vector<SelectChoice>& choices, const Option& item) {
  const std::string id = parts.id() + "/" + item.id;
  const std::string& placed = learning::value_in(parts.progress.answer.placed, item.id);
  const bool is_checked = parts.progress.is_checked;
  const bool is_right = placed == item.group;
  Element pair = make(Role::kMatchPair, id);
  pair.set(Attribute::kTone, is_checked ? (is_right ? "right" : "wrong") : placed.empty() ? "open" : "chosen");
  Element label = make(Role::kMatchItem, id + ":label", item.text);
  if (!is_checked) label.set(Attribute::kFor, id + ":field");
  pair.add(std::move(label));
  pair.add(make(Role::kMatchLink, id + ":link"));
  if (!is_checked) {
    pair.add(view_select(parts, id, choices, placed));
    return pair;
  }
  // In words: a list that is closed cuts long answers off.
  const Group* given = content::find_group(parts.question, placed);
  pair.add(make(Role::kMatchAnswer, id + ":given", given ? given->text : RichText()));
  pair.add(make(Role::kReply, id + ":reply", reply_to_placed(parts, item, is_right, "match-belongs")));
  return pair;
}

}  // namespace

Element view_select(const QuestionParts& parts, const std::string& id, const std::vector<SelectChoice>& choices,
                    std::string_view chosen) {
  Element select = make(Role::kSelect, id + ":field");
  select.set_if(Attribute::kDisabled, parts.progress.is_checked);
  // An HTML option without a value is worth its own words.
  Element none = make(Role::kSelectOption, id + ":none", plain(parts.phrase("match-choose")));
  none.set(Attribute::kValue, "");
  select.add(std::move(none));
  for (const SelectChoice& choice : choices) {
    // Browsers show an option's letters and no marks.
    Element one = make(Role::kSelectOption, id + "/" + choice.id + ":choice", plain(letters_of(choice.text)));
    one.set(Attribute::kValue, choice.id).set_if(Attribute::kSelected, choice.id == chosen);
    select.add(std::move(one));
  }
  return select;
}

Element view_match_board(const QuestionParts& parts) {
  const std::string& id = parts.id();
  std::vector<SelectChoice> choices;
  const std::uint32_t seed = parts.progress.is_started ? parts.progress.seed : learning::first_seed(id);
  for (const int index : learning::order_of_groups(parts.question, seed)) {
    const Group& answer = parts.question.groups[static_cast<std::size_t>(index)];
    choices.push_back({answer.id, answer.text});
  }
  Element board = make(Role::kOptions, id + ":options");
  add_prompt(parts, board);
  Element list = make(Role::kMatchList, id + ":list");
  for (const int index : parts.order()) {
    list.add(view_pair(parts, choices, parts.question.options[static_cast<std::size_t>(index)]));
  }
  board.add(std::move(list));
  return board;
}

}  // namespace bytes::view
