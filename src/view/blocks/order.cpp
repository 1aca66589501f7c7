#include "view/blocks/question_parts.h"

#include <algorithm>

namespace bytes::view {
namespace {

using content::Option;
using outline::Attribute;
using outline::Element;
using outline::make;
using outline::Role;

// What the learner put after the row at `place`; null after the last.
const Option* follower_in(const QuestionParts& parts, const std::vector<std::string>& order, std::size_t place) {
  return place + 1 < order.size() ? content::find_option(parts.question, order[place + 1]) : nullptr;
}

// What comes after the row when all is in order; null after the last.
const Option* right_follower_of(const QuestionParts& parts, const Option& row) {
  const std::vector<Option>& options = parts.question.options;
  return &row == &options.back() ? nullptr : &row + 1;
}

// A row is right when what follows it does; so a part that is in order counts wherever it stands.
RichText reply_to_row(const QuestionParts& parts, const Option& row, const Option* follower) {
  const Option* right = right_follower_of(parts, row);
  const bool is_right = follower == right;
  std::string word;
  if (is_right) {
    word = parts.phrase(right ? "order-follows" : "order-ends");
  } else if (!parts.progress.is_finished) {
    // A row that can still be put right keeps its secret.
    return said(parts.phrase(follower ? "order-other" : "order-not-last"), {});
  } else {
    word = right ? parts.phrase("order-next", {{"row", letters_of(right->text)}}) : parts.phrase("order-last");
  }
  return said(word, row.feedback);
}

Element view_mover(const QuestionParts& parts, Role role, const std::string& id, const char* name, const Option& row,
                   bool is_disabled) {
  Element button = make(role, id);
  button.set(Attribute::kLabel, parts.phrase(name, {{"row", letters_of(row.text)}}));
  button.set_if(Attribute::kDisabled, is_disabled);
  return button;
}

Element view_row(const QuestionParts& parts, const std::vector<std::string>& order, std::size_t place,
                 const Option& row) {
  const std::string id = parts.id() + "/" + row.id;
  const Option* follower = follower_in(parts, order, place);
  Element element = make(Role::kOrderRow, id);
  const bool is_checked = parts.progress.is_checked;
  element.set(Attribute::kTone,
              !is_checked ? "open" : follower == right_follower_of(parts, row) ? "right" : "wrong");
  if (!is_checked) element.add(make(Role::kSortGrip, id + ":grip"));
  element.add(make(Role::kSortText, id + ":text", row.text));
  if (is_checked) {
    element.add(make(Role::kReply, id + ":reply", reply_to_row(parts, row, follower)));
    return element;
  }
  // The way without dragging.
  Element moves = make(Role::kOrderMoves, id + ":moves");
  moves.add(view_mover(parts, Role::kOrderUp, id + ":up", "order-up", row, place == 0));
  moves.add(view_mover(parts, Role::kOrderDown, id + ":down", "order-down", row, !follower));
  element.add(std::move(moves));
  return element;
}

// Where the row is now that was moved last; a region that is announced stands empty from the start.
Element view_place(const QuestionParts& parts, const std::vector<std::string>& order) {
  const std::string& id = parts.id();
  const PageState& state = parts.context.state;
  Element region = make(Role::kOrderPlace, id + ":place");
  if (!state.moved.starts_with(id + "/")) return region;
  const auto found = std::find(order.begin(), order.end(), state.moved.substr(id.size() + 1));
  if (found == order.end()) return region;
  region.add(make(Role::kOrderSaid, id + ":place-" + std::to_string(state.moves),
                  plain(parts.phrase("order-place", {{"row", letters_of(content::find_option(parts.question, *found)->text)},
                                                     {"number", std::to_string(found - order.begin() + 1)},
                                                     {"all", std::to_string(order.size())}}))));
  return region;
}

}  // namespace

Element view_order_board(const QuestionParts& parts) {
  const std::string& id = parts.id();
  const std::vector<std::string> order = learning::shown_order(parts.question, id, parts.progress);
  Element board = make(Role::kOrderBoard, id + ":board");
  add_prompt(parts, board);
  Element list = make(Role::kOrderList, id + ":list");
  for (std::size_t place = 0; place < order.size(); ++place) {
    const Option* row = content::find_option(parts.question, order[place]);
    if (row) list.add(view_row(parts, order, place, *row));
  }
  board.add(std::move(list));
  board.add(view_place(parts, order));
  if (!parts.progress.is_checked || !parts.progress.is_finished || parts.progress.grade.is_right) return board;
  Element right = make(Role::kOrderRight, id + ":right");
  right.add(make(Role::kSortTitle, id + ":right-title", plain(parts.phrase("order-right-title"))));
  right.add(view_right_order(parts, Role::kNumberList, Role::kItem, ":right"));
  board.add(std::move(right));
  return board;
}

Element view_right_order(const QuestionParts& parts, Role list, Role item, std::string_view part) {
  Element whole = make(list, parts.id() + std::string(part) + "-list");
  for (const Option& row : parts.question.options) {
    whole.add(make(item, parts.id() + "/" + row.id + std::string(part), row.text));
  }
  return whole;
}

}  // namespace bytes::view
