#include "view/blocks/question_parts.h"

namespace bytes::view {

using content::Option;
using content::QuestionKind;
using learning::QuestionProgress;
using outline::Attribute;
using outline::Element;
using outline::make;
using outline::Role;

namespace {

// What is said about an option once the question is checked; empty: nothing.
RichText reply_to(const QuestionParts& parts, const Option& option, bool is_chosen) {
  const QuestionProgress& progress = parts.progress;
  if (!progress.is_checked) return {};
  // How every option fares is what a judgement is about.
  if (parts.question.kind == QuestionKind::kJudgement) return option.feedback;
  if (!content::is_graded(parts.question)) return is_chosen ? option.feedback : RichText();
  if (is_chosen) return said(parts.phrase(option.correct ? "reply-right" : "reply-wrong"), option.feedback);
  if (!progress.is_finished) return {};
  const RichText& unchosen = option.feedback_if_not_chosen;
  if (option.correct) {
    const bool is_one = parts.question.kind == QuestionKind::kTrueFalse;
    return said(parts.phrase(is_one ? "true-false-missed" : "reply-missed"), unchosen.empty() ? option.feedback : unchosen);
  }
  return unchosen;
}

}  // namespace

std::string_view tone_of_option(const QuestionParts& parts, const Option& option) {
  const bool is_chosen = parts.progress.answer.chosen.count(option.id) > 0;
  const bool is_graded = parts.progress.is_checked && content::is_graded(parts.question);
  if (is_chosen && is_graded) return option.correct ? "right" : "wrong";
  if (is_graded && parts.progress.is_finished && option.correct) return "missed";
  return is_chosen ? "chosen" : "open";
}

std::vector<int> QuestionParts::order() const {
  return learning::order_of_options(question, progress.is_started ? progress.seed : learning::first_seed(id()));
}

RichText said(std::string_view word, const RichText& text) {
  RichText said = {{.text = std::string(word), .strong = true}};
  if (!text.empty()) said.push_back({.text = " "});
  said.insert(said.end(), text.begin(), text.end());
  return said;
}

Element view_control_row(const std::string& row_id, const std::string& control_id, const std::string& name,
                         RichText label, std::string_view tone, bool is_checked, bool is_disabled) {
  Element row = make(Role::kOption, row_id);
  row.set(Attribute::kTone, tone);
  Element control = make(name.empty() ? Role::kCheckbox : Role::kRadio, control_id);
  if (!name.empty()) control.set(Attribute::kName, name);
  control.set_if(Attribute::kChecked, is_checked).set_if(Attribute::kDisabled, is_disabled);
  row.add(std::move(control));
  Element words = make(Role::kOptionLabel, row_id + ":label", std::move(label));
  words.set(Attribute::kFor, control_id);
  row.add(std::move(words));
  return row;
}

RichText text_of(const QuestionParts& parts, const Option& option) {
  if (parts.question.kind != QuestionKind::kTrueFalse) return option.text;
  return plain(parts.phrase(option.id == "true" ? "true-false-true" : "true-false-false"));
}

void add_prompt(const QuestionParts& parts, Element& fieldset) {
  const std::string& id = parts.id();
  fieldset.add(make(Role::kPrompt, id + ":prompt", parts.question.prompt));
  const content::Picture& picture = parts.question.picture;
  if (picture.src.empty() || parts.question.kind == QuestionKind::kHotspot) return;
  Element figure = make(Role::kFigure, id + ":figure");
  figure.add(view_picture(picture, id + ":image", parts.context.state, parts.context.interface));
  add_caption(figure, picture, Role::kCaption, id, parts.context.interface);
  fieldset.add(std::move(figure));
}

Element view_options(const QuestionParts& parts) {
  const QuestionProgress& progress = parts.progress;
  const bool is_hotspot = parts.question.kind == QuestionKind::kHotspot;
  const bool is_pair = parts.question.kind == QuestionKind::kTrueFalse;
  const Role role = is_hotspot ? Role::kHotspot : is_pair ? Role::kTrueFalse : Role::kOptions;
  Element fieldset = make(role, parts.id() + ":options");
  add_prompt(parts, fieldset);
  if (is_hotspot) fieldset.add(view_spots(parts));
  int number = 0;
  for (int index : parts.order()) {
    const Option& option = parts.question.options[index];
    const std::string id = parts.id() + "/" + option.id;
    const bool is_chosen = progress.answer.chosen.count(option.id) > 0;
    const std::string name = content::takes_many(parts.question) ? "" : parts.id();
    Element row = view_control_row(id, id + ":control", name, text_of(parts, option), tone_of_option(parts, option), is_chosen,
                                   progress.is_checked);
    if (is_pair) row.role = Role::kLargeOption;
    if (is_hotspot) row.add(make(Role::kSpotNumber, id + ":number", plain(std::to_string(++number))));
    RichText reply = reply_to(parts, option, is_chosen);
    if (!reply.empty()) {
      row.children.front().set(Attribute::kDescribedBy, id + ":reply");
      row.add(make(Role::kReply, id + ":reply", std::move(reply)));
    }
    fieldset.add(std::move(row));
  }
  return fieldset;
}

}  // namespace bytes::view
