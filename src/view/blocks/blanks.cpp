#include "view/blocks/question_parts.h"

#include <algorithm>

#include "base/ascii.h"

namespace bytes::view {
namespace {

using content::Gap;
using content::Option;
using learning::value_in;
using outline::Attribute;
using outline::Element;
using outline::make;
using outline::Role;

// In characters: what a field is wide at least and at most.
constexpr std::size_t kNarrowest = 5;
constexpr std::size_t kWidest = 28;

// Bytes that stay on the line of the gap before them.
constexpr std::size_t kLongestTail = 12;

// Words before and after a gap that its label says.
constexpr int kWordsAround = 5;

const Option* right_option(const Gap& gap) {
  const auto found = std::find_if(gap.options.begin(), gap.options.end(), [](const Option& one) { return one.correct; });
  return found == gap.options.end() ? nullptr : &*found;
}

// A right answer; empty for a gap that has none.
std::string right_words(const Gap& gap) {
  if (!gap.accept.empty()) return gap.accept.front();
  const Option* right = right_option(gap);
  return right ? letters_of(right->text) : std::string();
}

// All fields of a question are as wide as its longest answer, so that none gives its own away.
std::string size_of_fields(const content::Question& question) {
  std::size_t size = kNarrowest;
  for (const Gap& gap : question.gaps) {
    for (const std::string& word : gap.accept) {
      const auto letters = std::count_if(word.begin(), word.end(), [](char c) { return (c & 0xC0) != 0x80; });
      size = std::max(size, static_cast<std::size_t>(letters));
    }
  }
  return std::to_string(std::min(size, kWidest));
}

std::string last_words(std::string_view text) {
  std::size_t start = text.size();
  for (int words = 0; start > 0; --start) {
    if (text[start - 1] == ' ' && start < text.size() && ++words == kWordsAround) break;
  }
  return std::string(text.substr(start));
}

std::string first_words(std::string_view text) {
  std::size_t end = 0;
  for (int words = 0; end < text.size(); ++end) {
    if (text[end] == ' ' && end > 0 && ++words == kWordsAround) break;
  }
  return std::string(text.substr(0, end));
}

// What a gap is called: its number, and the words around it.
std::string label_of_gap(const QuestionParts& parts, std::size_t run, int number) {
  const RichText& text = parts.question.text;
  std::string before;
  std::string after;
  for (std::size_t i = run; i > 0 && text[i - 1].gap.empty(); --i) before = text[i - 1].text + before;
  for (std::size_t i = run + 1; i < text.size() && text[i].gap.empty(); ++i) after += text[i].text;
  return parts.phrase("blanks-label", {{"number", std::to_string(number)},
                                       {"all", std::to_string(parts.question.gaps.size())},
                                       {"before", last_words(trimmed(before))},
                                       {"after", first_words(trimmed(after))}});
}

Element view_field(const QuestionParts& parts, const Gap& gap, const std::string& id) {
  if (!gap.options.empty()) {
    std::vector<SelectChoice> choices;
    for (const Option& option : gap.options) choices.push_back({option.id, option.text});
    return view_select(parts, id, choices, value_in(parts.progress.answer.placed, gap.id));
  }
  Element field = make(Role::kAnswerField, id + ":field");
  const std::string words = value_in(parts.progress.answer.written, gap.id);
  if (!words.empty()) field.set(Attribute::kValue, words);
  field.set(Attribute::kSize, size_of_fields(parts.question));
  field.set_if(Attribute::kReadOnly, parts.progress.is_checked);
  // Where Enter leads.
  field.set(Attribute::kTarget, parts.id() + ":action");
  return field;
}

// `tail`: what follows the gap without a space, and must not go to the next line without it.
Element view_gap(const QuestionParts& parts, const Gap& gap, std::size_t run, int number, RichText tail) {
  const std::string id = parts.id() + "/" + gap.id;
  const bool is_checked = parts.progress.is_checked;
  Element whole = make(Role::kGap, id);
  whole.set(Attribute::kTone, !is_checked ? "open" : learning::is_right(gap, parts.progress.answer) ? "right" : "wrong");
  Element field = view_field(parts, gap, id);
  field.set(Attribute::kLabel, label_of_gap(parts, run, number));
  if (is_checked) field.set(Attribute::kDescribedBy, id + ":reply");
  whole.add(std::move(field));
  if (!tail.empty()) whole.add(make(Role::kBlanksWords, id + ":tail", std::move(tail)));
  return whole;
}

RichText reply_to_gap(const QuestionParts& parts, const Gap& gap, int number) {
  const learning::Answer& answer = parts.progress.answer;
  const Option* chosen = content::find_option(gap, value_in(answer.placed, gap.id));
  const bool is_right = learning::is_right(gap, answer);
  const bool tells = !is_right && parts.progress.is_finished;
  const std::string given = chosen ? letters_of(chosen->text) : value_in(answer.written, gap.id);
  RichText reply = said(parts.phrase(is_right ? "blanks-right" : tells ? "blanks-answer" : "blanks-wrong",
                                     {{"number", std::to_string(number)}, {"words", tells ? right_words(gap) : given}}),
                        chosen ? chosen->feedback : RichText());
  if (!is_right && !gap.feedback.empty()) {
    reply.push_back({.text = " "});
    reply.insert(reply.end(), gap.feedback.begin(), gap.feedback.end());
  }
  return reply;
}

}  // namespace

Element view_blanks(const QuestionParts& parts) {
  const std::string& id = parts.id();
  const RichText& text = parts.question.text;
  Element fieldset = make(Role::kOptions, id + ":options");
  add_prompt(parts, fieldset);
  Element paragraph = make(Role::kBlanksText, id + ":text");
  Element replies = make(Role::kGapReplies, id + ":replies");
  int number = 0;
  std::size_t taken = 0;  // Bytes of the next run that stand with the gap before it.
  RichText words;
  const auto add_words = [&] {
    if (words.empty()) return;
    paragraph.add(make(Role::kBlanksWords, id + ":words-" + std::to_string(number), std::move(words)));
    words.clear();
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const Gap* gap = text[i].gap.empty() ? nullptr : content::find_gap(parts.question, text[i].gap);
    if (!gap) {
      Run run = text[i];
      run.text.erase(0, taken);
      taken = 0;
      append(words, std::move(run));
      continue;
    }
    add_words();
    RichText tail;
    if (i + 1 < text.size() && text[i + 1].gap.empty()) {
      Run start = text[i + 1];
      taken = std::min(start.text.find(' '), start.text.size());
      if (taken > kLongestTail) taken = 0;
      start.text.resize(taken);
      append(tail, std::move(start));
    }
    paragraph.add(view_gap(parts, *gap, i, ++number, std::move(tail)));
    if (!parts.progress.is_checked) continue;
    Element reply = make(Role::kGapReply, id + "/" + gap->id + ":reply", reply_to_gap(parts, *gap, number));
    reply.set(Attribute::kTone, learning::is_right(*gap, parts.progress.answer) ? "right" : "wrong");
    replies.add(std::move(reply));
  }
  add_words();
  fieldset.add(std::move(paragraph));
  if (parts.progress.is_checked) fieldset.add(std::move(replies));
  return fieldset;
}

RichText filled_text(const content::Question& question) {
  RichText filled;
  for (const Run& run : question.text) {
    const Gap* gap = run.gap.empty() ? nullptr : content::find_gap(question, run.gap);
    append(filled, gap ? Run{.text = right_words(*gap), .strong = true} : run);
  }
  return filled;
}

}  // namespace bytes::view
