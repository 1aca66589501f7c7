#include "content/author/import/gift.h"

#include <algorithm>
#include <cstdio>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "content/author/import/author_json.h"
#include "content/author/import/gift_answers.h"
#include "content/author/import/gift_syntax.h"
#include "content/author/import/html.h"
#include "content/author/import/ids.h"
#include "content/author/import/markdown_document.h"
#include "content/author/import/marks.h"

namespace bytes::content {
namespace {

constexpr std::size_t kLongestReminder = 80;  // Bytes of a prompt that an answer repeats.
constexpr std::size_t kMostTopics = 20;

Passages plain_passages(const MappedText& letters, Report& report) {
  report_formulas(letters.text, letters.offset_at(0), report);
  Passages passages;
  for (std::size_t begin = 0; begin <= letters.size();) {
    const std::size_t end = std::min(letters.text.find('\n', begin), letters.size());
    RichText text = tidied(plain(letters.text.substr(begin, end - begin)));
    if (!text.empty()) passages.push_back({PassageKind::kParagraph, std::move(text), letters.offset_at(begin)});
    begin = end + 1;
  }
  return passages;
}

RichText strong(std::string_view letters) {
  RichText text = plain(letters);
  for (Run& run : text) run.strong = true;
  return text;
}

void add(RichText& text, const RichText& more) {
  for (const Run& run : more) append(text, run);
}

void add(RichText& text, std::string_view letters) { add(text, plain(letters)); }

bool ends_sentence(const RichText& text) {
  return !text.empty() && std::string_view(".!?").find(text.back().text.back()) != std::string_view::npos;
}

bool ends_as_question(const RichText& text) {
  const std::string_view letters = text.empty() ? std::string_view() : std::string_view(text.back().text);
  return letters.ends_with("?") || letters.ends_with("؟") || letters.ends_with("？");
}

std::string percent(double weight) {
  char digits[32];
  std::snprintf(digits, sizeof digits, "%g%%", weight);
  return digits;
}

class GiftLesson {
 public:
  GiftLesson(const ImportOptions& options, Report& report) : report_(report) {
    lesson_.title = title_from_file(options.file);
    lesson_.id = options.id.empty() ? Ids().unique(lesson_.title, "lesson") : std::string(options.id);
    lesson_.language = "en";
  }

  Lesson make(const std::vector<GiftCategory>& categories) {
    for (const GiftCategory& category : categories) add_section(category);
    return std::move(lesson_);
  }

 private:
  void add_section(const GiftCategory& category) {
    const std::string title = title_of(category.path);
    section_ = {};
    answers_ = json_list();
    if (!title.empty()) section_.title = tidied(plain(title));
    section_.id = ids_.unique(title, category.path.empty() ? "questions" : "section");
    for (const GiftQuestion& question : category.questions) add_question(question);
    if (!answers_.items.empty()) {
      JsonValue list = make_block("list");
      put(list, "lead", json_letters("Answers"));
      put(list, "items", std::move(answers_));
      section_.blocks.push_back(std::move(list));
    }
    if (!section_.blocks.empty()) {
      lesson_.sections.push_back(std::move(section_));
    } else if (!category.path.empty()) {
      report_.add(codes::kImportGiftCategoryEmpty, category.offset, {category.path});
    }
  }

  // `Verbs` for `$course$/top/Grammar/Verbs`; `//` is a slash that is a letter. The names that Moodle gives to the top
  // are no title.
  static std::string title_of(std::string_view path) {
    std::vector<std::string> parts(1);
    for (std::size_t i = 0; i < path.size(); ++i) {
      const bool is_letter = path.substr(i, 2) == "//";
      if (path[i] == '/' && !is_letter) {
        parts.emplace_back();
      } else {
        parts.back() += path[i];
        if (is_letter) ++i;
      }
    }
    const std::string last(trimmed(parts.back()));
    const bool is_of_moodle = last == "top" || (last.size() > 1 && last.front() == '$' && last.back() == '$');
    return is_of_moodle ? std::string() : last;
  }

  Passages passages(const GiftText& text) {
    switch (text.format) {
      case GiftFormat::kPlain: return plain_passages(text.letters, report_);
      case GiftFormat::kHtml: return read_html(text.letters, HtmlStyle::kHtml, report_);
      case GiftFormat::kMarkdown: return passages_of(read_document(text.letters, report_), report_);
      case GiftFormat::kMoodle: break;
    }
    return read_html(text.letters, HtmlStyle::kMoodle, report_);
  }

  RichText sentence(const GiftText& text) { return in_one(passages(text)); }

  void add_question(const GiftQuestion& question) {
    ++ordinal_;
    if (question.kind == GiftKind::kDescription) return add_description(question);
    // What cannot be asked is reported before its text is looked at.
    if (question.kind == GiftKind::kChoice && !is_choice_sound(question)) return;
    prompt_.clear();
    std::vector<JsonValue> before;
    take_prompt(question, before);
    if (prompt_.empty()) return report_.add(codes::kImportGiftNoPrompt, question.offset);
    JsonValue block;
    switch (question.kind) {
      case GiftKind::kChoice: block = choice(question); break;
      case GiftKind::kTrueFalse: block = true_or_false(question); break;
      case GiftKind::kMatching: block = matching(question); break;
      case GiftKind::kShort: block = words(question); break;
      case GiftKind::kNumber: block = number(question); break;
      default: block = reflection(question); break;
    }
    if (!block.is_object()) return;
    add_tags(question);
    section_.blocks.insert(section_.blocks.end(), before.begin(), before.end());
    section_.blocks.push_back(std::move(block));
  }

  void add_description(const GiftQuestion& question) {
    std::vector<JsonValue> blocks;
    add_blocks(passages(question.text), blocks);
    if (!blocks.empty() && !question.name.empty()) put(blocks[0], "note", json_string(question.name));
    add_tags(question);
    section_.blocks.insert(section_.blocks.end(), blocks.begin(), blocks.end());
  }

  // The last paragraph that ends as a question does asks, or else the last one; what leads up to it stands before it.
  void take_prompt(const GiftQuestion& question, std::vector<JsonValue>& before) {
    Passages parts = passages(question.text);
    if (parts.empty()) return;
    const auto is_paragraph = [](const Passage& part) { return part.kind == PassageKind::kParagraph; };
    const auto asks = [&](const Passage& part) {
      if (!is_paragraph(part)) return false;
      return question.has_gap ? letters_of(part.text).find(kMissingWord) != std::string::npos
                              : ends_as_question(part.text);
    };
    auto asking = std::find_if(parts.rbegin(), parts.rend(), asks);
    if (asking == parts.rend()) asking = std::find_if(parts.rbegin(), parts.rend(), is_paragraph);
    if (asking == parts.rend()) {
      prompt_ = in_one(parts);
      return;
    }
    prompt_ = asking->text;
    parts.erase(std::next(asking).base());
    if (parts.empty()) return;
    report_.add(codes::kImportTextMoved, question.offset);
    add_blocks(parts, before);
  }

  // A block with type, id, the name that it had in Moodle, and the prompt.
  JsonValue start(std::string_view type, std::string_view kind, const GiftQuestion& question) {
    JsonValue block = make_block(type);
    const std::string& words = question.id.empty() ? question.name : question.id;
    put(block, "id", json_string(ids_.unique(words, "question-" + std::to_string(ordinal_))));
    if (!kind.empty()) put(block, "kind", json_string(kind));
    if (!question.name.empty()) put(block, "note", json_string(question.name));
    put(block, "prompt", json_text(prompt_));
    return block;
  }

  void put_sentence(JsonValue& object, std::string_view name, const GiftText& text) {
    if (text.empty()) return;
    if (const RichText words = sentence(text); !words.empty()) put(object, name, json_text(words));
  }

  // With a `=` Moodle lets one answer be chosen, and only a whole right one is right.
  static bool is_single(const GiftQuestion& question) {
    return std::any_of(question.answers.begin(), question.answers.end(),
                       [](const GiftAnswer& answer) { return answer.is_marked_right; });
  }

  static bool is_right(const GiftAnswer& answer, bool is_single) {
    return is_single ? answer.is_marked_right || answer.weight >= 100 : answer.weight > 0;
  }

  bool is_choice_sound(const GiftQuestion& question) {
    if (question.answers.size() < 2) {
      report_.add(codes::kImportGiftTooFew, question.offset);
      return false;
    }
    const bool single = is_single(question);
    const bool has_right = std::any_of(question.answers.begin(), question.answers.end(),
                                       [&](const GiftAnswer& answer) { return is_right(answer, single); });
    if (!has_right) report_.add(codes::kImportGiftNoneRight, question.offset);
    return has_right;
  }

  JsonValue choice(const GiftQuestion& question) {
    const bool single = is_single(question);
    Ids ids;
    JsonValue options = json_list();
    int count_of_right = 0;
    bool has_weights = false;
    for (const GiftAnswer& answer : question.answers) {
      const RichText words = sentence(answer.text);
      if (words.empty()) {
        report_.add(codes::kImportGiftAnswerEmpty, answer.offset);
        continue;
      }
      JsonValue option = json_object();
      put(option, "id",
          json_string(ids.unique(letters_of(words), "option-" + std::to_string(options.items.size() + 1))));
      put(option, "text", json_text(words));
      if (is_right(answer, single)) {
        put(option, "correct", json_boolean(true));
        ++count_of_right;
      }
      put_sentence(option, "feedback", answer.feedback);
      if (answer.has_weight) put(option, "x-weight", json_string(percent(answer.weight)));
      has_weights = has_weights || answer.has_weight;
      options.items.push_back(std::move(option));
    }
    if (options.items.size() < 2 || count_of_right == 0) {
      report_.add(options.items.size() < 2 ? codes::kImportGiftTooFew : codes::kImportGiftNoneRight, question.offset);
      return {};
    }
    if (single && count_of_right > 1) {
      report_.add(codes::kImportGiftSeveralRight, question.offset, {std::to_string(count_of_right)});
    }
    if (has_weights) report_.add(codes::kImportGiftWeights, question.offset);
    if (single && count_of_right == 1 && has_missing_word(question)) {
      JsonValue gap = json_object();
      put(gap, "id", json_string(kGapId));
      put(gap, "options", std::move(options));
      return blanks(question, std::move(gap), question.general_feedback.empty() ? RichText() : sentence(question.general_feedback));
    }
    JsonValue block = start("question", single && count_of_right == 1 ? "single" : "multiple", question);
    put(block, "options", std::move(options));
    put_sentence(block, "explanation", question.general_feedback);
    // Authors tend to write the right answer first, and Moodle shuffles.
    put(block, "shuffle", json_boolean(true));
    return block;
  }

  JsonValue true_or_false(const GiftQuestion& question) {
    JsonValue block = start("question", "true-false", question);
    put(block, "correct", json_boolean(question.is_true));
    put_sentence(block, "feedback-true", question.is_true ? question.right_feedback : question.wrong_feedback);
    put_sentence(block, "feedback-false", question.is_true ? question.wrong_feedback : question.right_feedback);
    put_sentence(block, "explanation", question.general_feedback);
    return block;
  }

  bool has_missing_word(const GiftQuestion& question) const {
    return question.has_gap && std::any_of(prompt_.begin(), prompt_.end(), [](const Run& run) {
             return run.text.find(kMissingWord) != std::string::npos;
           });
  }

  // The prompt becomes the text, with the gap in it.
  JsonValue blanks(const GiftQuestion& question, JsonValue gap, const RichText& explanation) {
    report_.add(codes::kImportGiftGap, question.offset);
    JsonValue text = text_with_gap(std::exchange(prompt_, plain("Fill in the gap.")));
    JsonValue block = start("question", "blanks", question);
    put(block, "text", std::move(text));
    put(block, "gaps", json_list({std::move(gap)}));
    if (!explanation.empty()) put(block, "explanation", json_text(explanation));
    return block;
  }

  // What typed answers come to, but for those that are right.
  struct Typed {
    RichText said;     // To right ones, and then to all.
    int said_to = 0;   // How many right ones.
    RichText to_others;
    std::vector<std::size_t> wrong;  // Answers that something is said to.
  };

  Typed sort_out(const GiftQuestion& question, const std::vector<bool>& is_right) {
    Typed typed;
    int right = 0;
    for (std::size_t i = 0; i < question.answers.size(); ++i) {
      const GiftAnswer& answer = question.answers[i];
      const std::string letters = letters_of(sentence(answer.text));
      const RichText feedback = answer.feedback.empty() ? RichText() : sentence(answer.feedback);
      right += is_right[i];
      if (letters == "*") {
        typed.to_others = feedback;
      } else if (is_right[i]) {
        if (feedback.empty()) continue;
        ++typed.said_to;
        append_sentence(typed.said, feedback);
      } else {
        if (answer.weight > 0 && answer.weight < 100) report_.add(codes::kImportGiftPartly, answer.offset, {letters});
        if (!feedback.empty()) typed.wrong.push_back(i);
      }
    }
    if (typed.said_to > 0 && right > 1) report_.add(codes::kImportGiftSaidToAll, question.offset);
    if (!question.general_feedback.empty()) append_sentence(typed.said, sentence(question.general_feedback));
    return typed;
  }

  static void append_sentence(RichText& text, const RichText& more) {
    if (!text.empty() && !more.empty()) add(text, ends_sentence(text) ? " " : ". ");
    add(text, more);
  }

  void finish_typed(JsonValue& block, JsonValue replies, const Typed& typed, const GiftQuestion& question) {
    if (!replies.items.empty()) put(block, "replies", std::move(replies));
    if (!typed.to_others.empty()) {
      report_.add(codes::kImportGiftAnyOther, question.offset);
      put(block, "hints", json_list({json_text(typed.to_others)}));
    }
    if (!typed.said.empty()) put(block, "explanation", json_text(typed.said));
  }

  JsonValue words(const GiftQuestion& question) {
    JsonValue accept = json_list();
    std::vector<bool> is_right;
    for (const GiftAnswer& answer : question.answers) {
      const std::string letters = letters_of(sentence(answer.text));
      const bool is_wild = letters != "*" && letters.find('*') != std::string::npos;
      if (is_wild) report_.add(codes::kImportGiftWildcard, answer.offset, {letters});
      is_right.push_back(answer.weight >= 100 && letters != "*" && !letters.empty() && !is_wild);
      if (is_right.back()) accept.items.push_back(json_letters(letters));
    }
    if (accept.items.empty()) return reflection(question);
    const Typed typed = sort_out(question, is_right);
    if (has_missing_word(question)) {
      JsonValue gap = json_object();
      put(gap, "id", json_string(kGapId));
      put(gap, "accept", std::move(accept));
      if (!typed.to_others.empty()) put(gap, "feedback", json_text(typed.to_others));
      for (const std::size_t i : typed.wrong) report_.add(codes::kImportGiftSaidToNone, question.answers[i].offset);
      return blanks(question, std::move(gap), typed.said);
    }
    JsonValue block = start("question", "short", question);
    put(block, "accept", std::move(accept));
    JsonValue replies = json_list();
    for (const std::size_t i : typed.wrong) {
      const std::string letters = letters_of(sentence(question.answers[i].text));
      if (letters.empty()) continue;
      JsonValue reply = json_object();
      put(reply, "to", json_list({json_letters(letters)}));
      put_sentence(reply, "text", question.answers[i].feedback);
      replies.items.push_back(std::move(reply));
    }
    finish_typed(block, std::move(replies), typed, question);
    return block;
  }

  JsonValue number(const GiftQuestion& question) {
    std::vector<NumberRange> ranges;
    std::vector<bool> is_right;
    std::size_t right = question.answers.size();
    for (std::size_t i = 0; i < question.answers.size(); ++i) {
      const GiftAnswer& answer = question.answers[i];
      const std::string letters = letters_of(sentence(answer.text));
      NumberRange& range = ranges.emplace_back();
      const bool is_read = read_range(letters, range);
      if (!is_read && letters != "*") report_.add(codes::kImportGiftNumber, answer.offset, {letters});
      const bool may_be_right = is_read && answer.weight >= 100;
      const bool is_first = right == question.answers.size();
      if (may_be_right && !is_first) report_.add(codes::kImportGiftNumberMore, answer.offset, {letters});
      is_right.push_back(may_be_right && is_first);
      if (is_right.back()) right = i;
    }
    if (right == question.answers.size()) return reflection(question);
    const Typed typed = sort_out(question, is_right);
    JsonValue block = start("question", "number", question);
    put(block, "answer", json_decimal(ranges[right].answer));
    if (ranges[right].tolerance > 0) put(block, "tolerance", json_decimal(ranges[right].tolerance));
    JsonValue replies = json_list();
    for (const std::size_t i : typed.wrong) {
      NumberRange range;
      const std::int64_t off = ranges[i].answer - ranges[right].answer;
      // What is said to a range around the right number is said to none.
      const bool is_beside = off > ranges[right].tolerance || -off > ranges[right].tolerance;
      if (!is_beside || !read_range(letters_of(sentence(question.answers[i].text)), range)) continue;
      JsonValue reply = json_object();
      put(reply, "to", json_decimal(ranges[i].answer));
      put_sentence(reply, "text", question.answers[i].feedback);
      replies.items.push_back(std::move(reply));
    }
    finish_typed(block, std::move(replies), typed, question);
    return block;
  }

  JsonValue matching(const GiftQuestion& question) {
    Ids option_ids;
    Ids group_ids;
    std::map<std::string, std::string> group_of;  // Its words, its id.
    JsonValue groups = json_list();
    JsonValue cards = json_list();
    std::map<std::string, int> cards_of;  // Of a group's id.
    for (const GiftAnswer& answer : question.answers) {
      const RichText right = sentence(answer.match);
      if (right.empty()) {
        report_.add(codes::kImportGiftAnswerEmpty, answer.offset);
        continue;
      }
      const std::string letters = letters_of(right);
      const auto [known, is_new] = group_of.try_emplace(letters);
      if (is_new) {
        known->second = group_ids.unique(letters, "group-" + std::to_string(group_of.size()));
        JsonValue group = json_object();
        put(group, "id", json_string(known->second));
        put(group, "text", json_text(right));
        groups.items.push_back(std::move(group));
      }
      // A right side alone is there to mislead: a group that stays empty.
      const RichText left = sentence(answer.text);
      if (left.empty()) continue;
      JsonValue card = json_object();
      put(card, "id",
          json_string(option_ids.unique(letters_of(left), "card-" + std::to_string(cards.items.size() + 1))));
      put(card, "text", json_text(left));
      put(card, "group", json_string(known->second));
      cards.items.push_back(std::move(card));
      ++cards_of[known->second];
    }
    if (groups.items.size() < 2 || cards.items.size() < 2) {
      report_.add(codes::kImportGiftMatchGroups, question.offset);
      return {};
    }
    const bool is_one_to_one =
        std::all_of(cards_of.begin(), cards_of.end(), [](const auto& group) { return group.second == 1; });
    if (is_one_to_one) return pairs(question, groups, cards);
    report_.add(codes::kImportGiftMatch, question.offset);
    JsonValue block = start("question", "sort", question);
    put(block, "groups", std::move(groups));
    put(block, "options", std::move(cards));
    put_sentence(block, "explanation", question.general_feedback);
    put(block, "shuffle", json_boolean(true));
    return block;
  }

  JsonValue pairs(const GiftQuestion& question, const JsonValue& groups, const JsonValue& cards) {
    JsonValue pairs = json_list();
    JsonValue others = json_list();
    Ids ids;
    for (const JsonValue& card : cards.items) {
      const auto group = std::find_if(groups.items.begin(), groups.items.end(), [&](const JsonValue& one) {
        return one.find("id")->string == card.find("group")->string;
      });
      JsonValue pair = json_object();
      put(pair, "id", json_string(ids.unique(card.find("id")->string, "pair")));
      put(pair, "text", *card.find("text"));
      put(pair, "with", *group->find("text"));
      pairs.items.push_back(std::move(pair));
    }
    for (const JsonValue& group : groups.items) {
      const bool is_taken = std::any_of(cards.items.begin(), cards.items.end(), [&](const JsonValue& card) {
        return card.find("group")->string == group.find("id")->string;
      });
      if (is_taken) continue;
      JsonValue other = json_object();
      put(other, "id", json_string(ids.unique(group.find("id")->string, "other")));
      put(other, "text", *group.find("text"));
      others.items.push_back(std::move(other));
    }
    JsonValue block = start("question", "match", question);
    put(block, "pairs", std::move(pairs));
    if (!others.items.empty()) put(block, "others", std::move(others));
    put_sentence(block, "explanation", question.general_feedback);
    put(block, "shuffle", json_boolean(true));
    return block;
  }

  // The answers do not stand beside the field, where they would be read before anybody has thought.
  JsonValue reflection(const GiftQuestion& question) {
    const bool is_essay = question.kind == GiftKind::kEssay;
    report_.add(is_essay ? codes::kImportGiftEssay : codes::kImportGiftTyped, question.offset);
    RichText said;
    for (const GiftAnswer& answer : question.answers) {
      if (!said.empty()) add(said, ends_sentence(said) ? " " : "; ");
      add_typed(answer, question.kind, said);
    }
    if (!question.general_feedback.empty()) {
      if (!said.empty()) add(said, ends_sentence(said) ? " " : ". ");
      add(said, sentence(question.general_feedback));
    }
    if (!said.empty()) {
      RichText item = reminder();
      add(item, " – ");
      add(item, said);
      answers_.items.push_back(json_text(tidied(item)));
    }
    return start("reflection", {}, question);
  }

  void add_typed(const GiftAnswer& answer, GiftKind kind, RichText& said) {
    const std::string letters = letters_of(sentence(answer.text));
    if (letters == "*") {
      add(said, "any other answer");
    } else {
      add(said, strong(kind == GiftKind::kNumber ? number_in_words(letters) : letters));
    }
    if (answer.has_weight && answer.weight != 100) add(said, " (" + percent(answer.weight) + ")");
    if (answer.feedback.empty()) return;
    add(said, ": ");
    add(said, sentence(answer.feedback));
  }

  // `3 ± 2` for `3:2`, `1 to 5` for `1..5`.
  static std::string number_in_words(const std::string& letters) {
    std::string_view first = letters;
    std::string_view second;
    std::string_view between;
    if (const std::size_t dots = letters.find(".."); dots != std::string::npos && dots > 0) {
      between = " to ";
      first = trimmed(first.substr(0, dots));
      second = trimmed(std::string_view(letters).substr(dots + 2));
    } else if (const std::size_t colon = letters.find(':'); colon != std::string::npos && colon > 0) {
      between = " ± ";
      first = trimmed(first.substr(0, colon));
      second = trimmed(std::string_view(letters).substr(colon + 1));
    }
    if (!is_gift_number(first) || (!between.empty() && !is_gift_number(second))) {
      return letters;
    }
    if (between == " ± " && second.find_first_not_of("0.") == second.npos) between = second = {};
    return std::string(first) + std::string(between) + std::string(second);
  }

  // The prompt again, so that an answer is not without its question.
  RichText reminder() const {
    std::string letters = letters_of(prompt_);
    if (letters.size() <= kLongestReminder) return plain(letters);
    std::size_t end = letters.rfind(' ', kLongestReminder);
    if (end == std::string::npos) end = kLongestReminder;
    while (end > 0 && (static_cast<unsigned char>(letters[end]) & 0xc0) == 0x80) --end;
    return plain(letters.substr(0, end) + "…");
  }

  void add_tags(const GiftQuestion& question) {
    if (question.tags.empty()) return;
    std::string names;
    for (const std::string& tag : question.tags) {
      names += (names.empty() ? "" : ", ") + tag;
      const bool is_known = std::find(lesson_.topics.begin(), lesson_.topics.end(), tag) != lesson_.topics.end();
      if (!is_known && lesson_.topics.size() < kMostTopics) lesson_.topics.push_back(tag);
    }
    report_.add(codes::kImportGiftTags, question.offset, {names});
  }

  Report& report_;
  Lesson lesson_;
  Ids ids_;
  LessonSection section_;
  JsonValue answers_;  // Of the section's typed questions.
  RichText prompt_;    // Of the question that is being made.
  int ordinal_ = 0;
};

}  // namespace

Imported import_gift(std::string_view file, const ImportOptions& options, Diagnostics& diagnostics) {
  Report report(options.file, file, diagnostics);
  std::string text;
  if (!prepare(file, text, report)) {
    report.finish();
    return {};
  }
  const Lesson lesson = GiftLesson(options, report).make(read_gift(text, report));
  if (!lesson.sections.empty()) report.add_for_file(codes::kImportLanguage);
  return finish(lesson, report);
}

}  // namespace bytes::content
