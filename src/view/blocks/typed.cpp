#include "content/decimal_text.h"
#include "learning/typed.h"
#include "view/blocks/question_parts.h"

namespace bytes::view {
namespace {

using content::Question;
using content::QuestionKind;
using content::Reply;
using outline::Attribute;
using outline::Element;
using outline::make;
using outline::Role;

// As people of this language write it.
std::string number_in_words(const QuestionParts& parts, std::int64_t millionths) {
  std::string digits = content::decimal_text(millionths, content::kMillion);
  if (const std::size_t point = digits.find('.'); point != digits.npos) {
    digits.replace(point, 1, parts.phrase("number-point"));
  }
  return digits;
}

// Null when the author has nothing to say to it.
const Reply* reply_to_words(const Question& question, const std::string& words) {
  for (const Reply& reply : question.replies) {
    const bool is_it = question.kind == QuestionKind::kNumber
                           ? learning::is_number(reply.number, 0, question.unit, words)
                           : learning::is_accepted(reply.words, question.exact, words);
    if (is_it) return &reply;
  }
  return nullptr;
}

// Some keyboards for numbers have no minus.
bool needs_minus(const Question& question) {
  for (const Reply& reply : question.replies) {
    if (reply.number < 0) return true;
  }
  return question.answer < 0;
}

}  // namespace

std::string right_answer(const QuestionParts& parts) {
  const Question& question = parts.question;
  if (question.kind == QuestionKind::kShort) return question.accept.empty() ? std::string() : question.accept.front();
  std::string answer = number_in_words(parts, question.answer);
  if (!question.unit.empty()) answer += "\u00a0" + question.unit;
  return answer;
}

Element view_typed(const QuestionParts& parts) {
  const Question& question = parts.question;
  const std::string& id = parts.id();
  const bool is_number = question.kind == QuestionKind::kNumber;
  const std::string& words = learning::value_in(parts.progress.answer.written, "");
  const std::string_view tone = parts.progress.is_checked ? (parts.progress.grade.is_right ? "right" : "wrong")
                                : words.empty()           ? "open"
                                                          : "chosen";
  Element fieldset = make(Role::kOptions, id + ":options");
  add_prompt(parts, fieldset);
  Element label = make(Role::kAnswerLabel, id + ":label", plain(parts.phrase("typed-label")));
  label.set(Attribute::kFor, id + ":field");
  fieldset.add(std::move(label));

  Element field = make(Role::kAnswerField, id + ":field");
  field.set(Attribute::kDirection, is_number ? "ltr" : "auto");
  if (is_number && !needs_minus(question)) field.set(Attribute::kInputMode, "decimal");
  if (!words.empty()) field.set(Attribute::kValue, words);
  field.set_if(Attribute::kReadOnly, parts.progress.is_checked);
  // Where Enter leads; what has been checked is to be read first.
  if (!parts.progress.is_checked) field.set(Attribute::kTarget, id + ":action");
  std::string described = question.unit.empty() ? std::string() : id + ":unit";
  if (parts.progress.is_checked) described += (described.empty() ? "" : " ") + id + ":reply";
  if (!described.empty()) field.set(Attribute::kDescribedBy, described);

  Element box = make(Role::kAnswerBox, id + ":box");
  box.set(Attribute::kTone, tone).add(std::move(field));
  Element line = make(is_number ? Role::kNumberLine : Role::kAnswerLine, id + ":line");
  line.set(Attribute::kTone, tone).add(std::move(box));
  if (!question.unit.empty()) line.add(make(Role::kAnswerUnit, id + ":unit", plain(question.unit)));
  fieldset.add(std::move(line));

  if (parts.progress.is_checked) {
    const bool is_right = parts.progress.grade.is_right;
    const Reply* reply = is_right ? nullptr : reply_to_words(question, words);
    fieldset.add(make(Role::kReply, id + ":reply", said(parts.phrase(is_right ? "reply-right" : "reply-wrong"),
                                                        reply ? reply->text : RichText())));
  }
  return fieldset;
}

}  // namespace bytes::view
