#include "content/author/import/gift_syntax.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <utility>

namespace bytes::content {
namespace {

// While a question is taken apart, what stood behind a backslash is a control character, so that it is no sign. The
// text has none of its own.
constexpr std::string_view kEscaped = ":#={}~";
constexpr char kFirstStandIn = '\x01';
constexpr char kLineBreak = '\x0b';

MappedText without_escapes(const MappedText& raw) {
  MappedText text;
  for (std::size_t i = 0; i < raw.size(); ++i) {
    const char next = raw.text[i] == '\\' && i + 1 < raw.size() ? raw.text[i + 1] : '\0';
    const std::size_t sign = next ? kEscaped.find(next) : kEscaped.npos;
    if (sign != kEscaped.npos) {
      text.add(static_cast<char>(kFirstStandIn + static_cast<char>(sign)), raw.offsets[i++]);
    } else if (next == 'n') {
      text.add(kLineBreak, raw.offsets[i++]);
    } else if (next == '\\') {
      text.add('\\', raw.offsets[i++]);
    } else {
      text.add(raw.text[i], raw.offsets[i]);
    }
  }
  return text;
}

// The letters that stand-ins stand for.
MappedText letters_of_signs(const MappedText& text) {
  MappedText letters = text.trimmed();
  for (char& c : letters.text) {
    if (c >= kFirstStandIn && c < kFirstStandIn + static_cast<char>(kEscaped.size())) {
      c = kEscaped[static_cast<std::size_t>(c - kFirstStandIn)];
    } else if (c == '\n' || c == '\r') {
      c = ' ';
    } else if (c == kLineBreak) {
      c = '\n';
    }
  }
  return letters.trimmed();
}

GiftText text_of(const MappedText& raw, GiftFormat usual) {
  GiftText text;
  text.format = usual;
  MappedText rest = raw.trimmed();
  const std::size_t end = rest.text.find(']');
  if (!rest.empty() && rest.text[0] == '[' && end != std::string::npos) {
    constexpr std::pair<std::string_view, GiftFormat> kFormats[] = {{"moodle", GiftFormat::kMoodle},
                                                                    {"html", GiftFormat::kHtml},
                                                                    {"plain", GiftFormat::kPlain},
                                                                    {"markdown", GiftFormat::kMarkdown}};
    for (const auto& [name, format] : kFormats) {
      if (rest.text.compare(1, end - 1, name) != 0) continue;
      text.format = format;
      rest = rest.part(end + 1);
      break;
    }
  }
  text.letters = letters_of_signs(rest);
  return text;
}

std::vector<MappedText> split(const MappedText& text, char sign) {
  std::vector<MappedText> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.text.find(sign, begin), text.size());
    parts.push_back(text.part(begin, end));
    begin = end + 1;
  }
  return parts;
}

// Takes a weight such as `%-33.33%` from the front.
void take_weight(MappedText& answer, GiftAnswer& target) {
  const std::string& text = answer.text;
  if (text.empty() || text[0] != '%') return;
  const std::size_t end = text.find('%', 1);
  if (end == std::string::npos || end == 1 || end > 12) return;
  const std::string number = text.substr(1, end - 1);
  if (number.find_first_not_of("-0123456789.") != std::string::npos) return;
  if (number.find_first_of("0123456789") == std::string::npos) return;
  target.weight = std::strtod(number.c_str(), nullptr);
  target.has_weight = true;
  answer = answer.part(end + 1).trimmed();
}

// `answer#feedback`.
void take_feedback(const MappedText& answer, GiftFormat usual, GiftAnswer& target) {
  const std::size_t sign = answer.text.find('#');
  target.text = text_of(answer.part(0, sign), usual);
  if (sign != std::string::npos) target.feedback = text_of(answer.part(sign + 1), usual);
}

// What a comment says: `[id:…]` and `[tag:…]`, with `\]` for a bracket.
void read_comment(std::string_view comment, GiftQuestion& question) {
  for (std::size_t i = comment.find('['); i != comment.npos; i = comment.find('[', i + 1)) {
    const bool is_id = comment.substr(i, 4) == "[id:";
    const bool is_tag = comment.substr(i, 5) == "[tag:";
    if (!is_id && !is_tag) continue;
    std::string value;
    std::size_t at = i + (is_id ? 4 : 5);
    for (; at < comment.size() && comment[at] != ']'; ++at) {
      if (comment[at] == '\\' && at + 1 < comment.size()) ++at;
      value += comment[at];
    }
    if (at >= comment.size()) return;
    const std::size_t begin = value.find_first_not_of(' ');
    value = begin == std::string::npos ? "" : value.substr(begin, value.find_last_not_of(' ') + 1 - begin);
    if (value.empty()) continue;
    if (is_id) {
      question.id = value;
    } else {
      question.tags.push_back(value);
    }
  }
}

class GiftReader {
 public:
  GiftReader(std::string_view text, Report& report) : text_(text), report_(report) {}

  std::vector<GiftCategory> read() {
    categories_.emplace_back();
    MappedText chunk;
    std::vector<std::string> comments;
    const auto end_chunk = [&] {
      read_chunk(chunk.trimmed(), comments);
      chunk = {};
      comments.clear();
    };
    for (std::size_t begin = 0; begin < text_.size();) {
      const std::size_t end = std::min(text_.find('\n', begin), text_.size());
      const MappedText line = line_at(begin, end);
      begin = end + 1;
      if (line.empty()) {
        end_chunk();
      } else if (line.text.compare(0, 2, "//") == 0) {
        comments.push_back(line.text);
      } else if (line.text.compare(0, 10, "$CATEGORY:") == 0 && chunk.empty()) {
        set_category(line);
      } else {
        chunk.add(line);
        chunk.add('\n', end);
      }
    }
    end_chunk();
    return std::move(categories_);
  }

 private:
  MappedText line_at(std::size_t begin, std::size_t end) const {
    while (begin < end && is_gift_space(text_[begin])) ++begin;
    while (begin < end && is_gift_space(text_[end - 1])) --end;
    MappedText line;
    for (std::size_t i = begin; i < end; ++i) line.add(text_[i], i);
    return line;
  }
  static bool is_gift_space(char c) { return c == ' ' || c == '\t' || c == '\r'; }

  void set_category(const MappedText& line) {
    const std::string path = line.part(10).trimmed().text;
    const auto [known, is_new] = by_path_.try_emplace(path, categories_.size());
    current_ = known->second;
    if (is_new) categories_.push_back({path, line.offset_at(0), {}});
  }

  void read_chunk(const MappedText& raw, const std::vector<std::string>& comments) {
    if (raw.empty()) return;
    const MappedText text = without_escapes(raw);
    std::vector<std::string> said = comments;
    // More than one question where a blank line was forgotten.
    for (std::size_t begin = 0; begin != std::string::npos;) {
      const std::size_t next = start_of_next(text.text, begin);
      if (next != std::string::npos) report_.add(codes::kImportGiftRunOn, text.offset_at(next));
      GiftQuestion question;
      for (const std::string& comment : said) read_comment(comment, question);
      said.clear();
      if (read_question(text.part(begin, next).trimmed(), question)) {
        categories_[current_].questions.push_back(std::move(question));
      }
      begin = next;
    }
  }

  // Where another question begins: in a line behind the first one's answers, with answers of its own.
  static std::size_t start_of_next(std::string_view text, std::size_t begin) {
    const std::size_t open = text.find('{', begin);
    const std::size_t close = open == text.npos ? open : text.find('}', begin);
    if (close == text.npos || close < open) return text.npos;
    const std::size_t line = text.find('\n', close);
    const std::size_t other = line == text.npos ? line : text.find('{', line);
    if (other == text.npos || text.find('}', other) == text.npos) return text.npos;
    // A name is certain to begin it; without one it is the first line behind the answers.
    const std::size_t name = text.substr(0, other).find("\n::", close);
    return (name == text.npos ? line : name) + 1;
  }

  bool read_question(MappedText text, GiftQuestion& question) {
    question.offset = text.offset_at(0);
    if (text.text.compare(0, 2, "::") == 0) {
      if (const std::size_t end = text.text.find("::", 2); end != std::string::npos) {
        question.name = letters_of_signs(text.part(2, end)).text;
        text = text.part(end + 2).trimmed();
      } else {
        text = text.part(2).trimmed();
      }
    }
    const std::size_t open = text.text.find('{');
    const std::size_t close = text.text.find('}');
    if (open == std::string::npos && close == std::string::npos) {
      question.text = text_of(text, GiftFormat::kMoodle);
      return !question.text.empty();
    }
    if (open == std::string::npos || close == std::string::npos || close < open) {
      const bool is_open = open != std::string::npos && (close == std::string::npos || open < close);
      report_.add(codes::kImportGiftBraces, question.offset, {is_open ? "{" : "}", is_open ? "}" : "{"});
      return false;
    }
    MappedText answers = text.part(open + 1, close).trimmed();
    MappedText words = text.part(0, open);
    const MappedText behind = text.part(close + 1).trimmed();
    question.has_gap = !behind.empty();
    if (question.has_gap) {
      for (int i = 0; i < 5; ++i) words.add('_', text.offset_at(open));
      words.add(text.part(close + 1));
    }
    question.text = text_of(words, GiftFormat::kMoodle);
    usual_ = question.text.format;
    if (const std::size_t general = answers.text.rfind("####"); general != std::string::npos) {
      question.general_feedback = text_of(answers.part(general + 4), usual_);
      answers = answers.part(0, general).trimmed();
    }
    if (question.text.empty()) {
      report_.add(codes::kImportGiftNoPrompt, question.offset);
      return false;
    }
    return read_answers(answers, question);
  }

  bool read_answers(const MappedText& answers, GiftQuestion& question) {
    const std::string& text = answers.text;
    if (text.empty()) {
      question.kind = GiftKind::kEssay;
      return true;
    }
    if (text[0] == '#') return read_numbers(answers.part(1), question);
    if (text.find('~') != std::string::npos) return read_choice(answers, question);
    if (text.find('=') != std::string::npos && text.find("->") != std::string::npos) {
      return read_pairs(answers, question);
    }
    return read_true_or_false(answers, question) || read_words(answers, question);
  }

  bool read_choice(const MappedText& answers, GiftQuestion& question) {
    question.kind = GiftKind::kChoice;
    std::vector<MappedText> parts;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= answers.size(); ++i) {
      if (i < answers.size() && answers.text[i] != '~' && answers.text[i] != '=') continue;
      // `~=` is one answer with two signs.
      const bool is_bare_sign = i == begin + 1 && i < answers.size() && answers.text[begin] == '~';
      if (is_bare_sign && answers.text[i] == '=') {
        begin = i;
        continue;
      }
      if (i > begin) parts.push_back(answers.part(begin, i));
      begin = i;
    }
    for (const MappedText& part : parts) {
      GiftAnswer answer;
      answer.offset = part.offset_at(0);
      const char sign = part.text[0];
      answer.is_marked_right = sign == '=';
      if (answer.is_marked_right) answer.weight = 100;
      MappedText words = sign == '=' || sign == '~' ? part.part(1).trimmed() : part.trimmed();
      take_weight(words, answer);
      take_feedback(words, usual_, answer);
      add(std::move(answer), question);
    }
    return true;
  }

  bool read_pairs(const MappedText& answers, GiftQuestion& question) {
    question.kind = GiftKind::kMatching;
    for (const MappedText& part : split(answers, '=')) {
      const MappedText pair = part.trimmed();
      if (pair.empty()) continue;
      GiftAnswer answer;
      answer.offset = pair.offset_at(0);
      const std::size_t arrow = pair.text.find("->");
      if (arrow == std::string::npos) {
        report_.add(codes::kImportGiftMatchArrow, answer.offset, {letters_of_signs(pair).text});
        return false;
      }
      answer.text = text_of(pair.part(0, arrow), usual_);
      answer.match = text_of(pair.part(arrow + 2), GiftFormat::kPlain);
      question.answers.push_back(std::move(answer));
    }
    return true;
  }

  bool read_true_or_false(const MappedText& answers, GiftQuestion& question) {
    std::vector<MappedText> parts = split(answers, '#');
    const std::string word = parts[0].trimmed().text;
    question.is_true = word == "T" || word == "TRUE";
    if (!question.is_true && word != "F" && word != "FALSE") return false;
    question.kind = GiftKind::kTrueFalse;
    if (parts.size() > 1) question.wrong_feedback = text_of(parts[1], usual_);
    if (parts.size() > 2) {
      const std::size_t second = answers.text.find('#', parts[0].size() + 1);
      question.right_feedback = text_of(answers.part(second + 1), usual_);
    }
    return true;
  }

  bool read_words(const MappedText& answers, GiftQuestion& question) {
    question.kind = GiftKind::kShort;
    for (const MappedText& part : split(answers, '=')) {
      if (!part.trimmed().empty()) add_typed(part.trimmed(), question);
    }
    return true;
  }

  bool read_numbers(const MappedText& answers, GiftQuestion& question) {
    question.kind = GiftKind::kNumber;
    const std::size_t wrong = answers.text.find('~');
    for (const MappedText& part : split(answers.part(0, wrong), '=')) {
      if (!part.trimmed().empty()) add_typed(part.trimmed(), question);
    }
    if (wrong == std::string::npos) return true;
    GiftAnswer answer;
    answer.offset = answers.offset_at(wrong);
    MappedText words = answers.part(wrong + 1).trimmed();
    take_weight(words, answer);
    answer.weight = 0;
    take_feedback(words, usual_, answer);
    if (answer.feedback.empty()) answer.feedback = answer.text;
    answer.text = {};
    answer.text.letters.add('*', answer.offset);
    if (!answer.feedback.empty()) question.answers.push_back(std::move(answer));
    return true;
  }

  void add_typed(MappedText words, GiftQuestion& question) {
    GiftAnswer answer;
    answer.offset = words.offset_at(0);
    answer.weight = 100;
    take_weight(words, answer);
    take_feedback(words, usual_, answer);
    // What is typed has no markup.
    answer.text.format = GiftFormat::kPlain;
    add(std::move(answer), question);
  }

  void add(GiftAnswer answer, GiftQuestion& question) {
    if (answer.text.empty()) {
      report_.add(codes::kImportGiftAnswerEmpty, answer.offset);
    } else {
      question.answers.push_back(std::move(answer));
    }
  }

  std::string_view text_;
  Report& report_;
  std::vector<GiftCategory> categories_;
  std::map<std::string, std::size_t> by_path_;
  std::size_t current_ = 0;
  GiftFormat usual_ = GiftFormat::kMoodle;  // Of the question's text, and so of its answers.
};

}  // namespace

std::vector<GiftCategory> read_gift(std::string_view text, Report& report) { return GiftReader(text, report).read(); }

}  // namespace bytes::content
