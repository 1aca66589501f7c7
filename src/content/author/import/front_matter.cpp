#include "content/author/import/front_matter.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "content/author/import/marks.h"
#include "content/names.h"
#include "content/reading.h"

namespace bytes::content {
namespace {

constexpr std::string_view kFrontNames[] = {"id",    "title",  "summary", "objective", "language", "minutes",
                                       "level", "topics", "skills",  "license",   "author"};
constexpr std::size_t kMostFrontWords = 50;
constexpr int kMostMinutes = 60;

std::string_view without_quotes(std::string_view text) {
  text = trimmed(text);
  const bool is_quoted =
      text.size() >= 2 && (text.front() == '"' || text.front() == '\'') && text.back() == text.front();
  return is_quoted ? text.substr(1, text.size() - 2) : text;
}

// One line, with single spaces.
std::string words_of(std::string_view text) { return letters_of(tidied(plain(without_quotes(text)))); }

std::vector<std::string> list_of(std::string_view text) {
  text = trimmed(text);
  if (text.size() >= 2 && text.front() == '[' && text.back() == ']') text = text.substr(1, text.size() - 2);
  std::vector<std::string> words;
  while (!text.empty() && words.size() < kMostFrontWords) {
    const std::size_t comma = std::min(text.find(','), text.size());
    if (std::string word = words_of(text.substr(0, comma)); !word.empty()) words.push_back(std::move(word));
    text.remove_prefix(std::min(comma + 1, text.size()));
  }
  return words;
}

// A shape that the reader takes too (`pt-BR`); whoever reads the lesson looks closer.
bool is_language(std::string_view tag) {
  const std::size_t first = std::min(tag.find('-'), tag.size());
  if (first < 2 || first > 3 || tag.size() > 35 || tag.back() == '-' || tag.find("--") != tag.npos) return false;
  for (std::size_t i = 0, length = 0; i < tag.size(); ++i) {
    const char c = static_cast<char>(tag[i] | 0x20);
    const bool is_digit = tag[i] >= '0' && tag[i] <= '9';
    length = tag[i] == '-' ? 0 : length + 1;
    if (length > 8 || (tag[i] != '-' && !(c >= 'a' && c <= 'z') && !(is_digit && i > first))) return false;
  }
  return true;
}

class FrontMatter {
 public:
  FrontMatter(Lesson& lesson, Report& report) : lesson_(lesson), report_(report) {}

  void take(std::string_view line, std::size_t offset) {
    const std::string_view text = trimmed(line);
    if (text.empty() || text.front() == '#') return;
    // `- word` goes on with the list above it, as in YAML.
    if (text.substr(0, 2) == "- " && list_) {
      if (std::string word = words_of(text.substr(2)); !word.empty() && list_->size() < kMostFrontWords) {
        list_->push_back(std::move(word));
      }
      return;
    }
    const std::size_t colon = text.find(':');
    const std::string_view name = trimmed(text.substr(0, colon));
    list_ = nullptr;
    if (colon == text.npos || std::find(std::begin(kFrontNames), std::end(kFrontNames), name) == std::end(kFrontNames)) {
      const std::string nearest = nearest_name(name, {std::begin(kFrontNames), std::end(kFrontNames)});
      report_.add(codes::kImportFrontUnknown, offset, {name, nearest.empty() ? "" : "; did you mean " + nearest + "?"});
      return;
    }
    const std::string_view value = text.substr(colon + 1);
    if (!set(name, value)) report_.add(codes::kImportFrontValue, offset, {name, trimmed(value)});
  }

 private:
  // False: the value does not fit.
  bool set(std::string_view name, std::string_view value) {
    const std::string words = words_of(value);
    if (name == "topics" || name == "skills") {
      list_ = name == "topics" ? &lesson_.topics : &lesson_.skills;
      *list_ = list_of(value);
      return true;
    }
    if (words.empty()) return true;
    if (name == "minutes") return set_minutes(words);
    if (name == "id") {
      if (!is_id(words)) return false;
      if (lesson_.id.empty()) lesson_.id = words;
      return true;
    }
    if (name == "language" && !is_language(words)) return false;
    if (name == "level" && std::find(std::begin(kLevels), std::end(kLevels), words) == std::end(kLevels)) return false;
    const std::pair<std::string_view, std::string*> targets[] = {
        {"title", &lesson_.title},       {"summary", &lesson_.summary}, {"objective", &lesson_.objective},
        {"language", &lesson_.language}, {"level", &lesson_.level},     {"license", &lesson_.license},
        {"author", &lesson_.author}};
    for (const auto& [target_name, target] : targets) {
      if (target_name == name) *target = words;
    }
    return true;
  }

  bool set_minutes(const std::string& words) {
    if (words.size() > 2 || words.find_first_not_of("0123456789") != std::string::npos) return false;
    int minutes = 0;
    for (char c : words) minutes = minutes * 10 + (c - '0');
    if (minutes < 1 || minutes > kMostMinutes) return false;
    lesson_.minutes = minutes;
    return true;
  }

  Lesson& lesson_;
  Report& report_;
  std::vector<std::string>* list_ = nullptr;
};

}  // namespace

std::size_t read_front_matter(std::string_view text, Lesson& lesson, Report& report) {
  const auto end_of_line = [&](std::size_t begin) { return std::min(text.find('\n', begin), text.size()); };
  std::size_t begin = end_of_line(0);
  if (trimmed(text.substr(0, begin)) != "---") return 0;
  std::vector<std::pair<std::size_t, std::string_view>> lines;
  while (begin < text.size()) {
    const std::size_t start = begin + 1;
    const std::size_t end = end_of_line(start);
    const std::string_view line = text.substr(start, end - start);
    if (trimmed(line) == "---" || trimmed(line) == "...") {
      // Two rules with a text between them are no front matter.
      const auto first = std::find_if(lines.begin(), lines.end(), [](const auto& one) {
        const std::string_view words = trimmed(one.second);
        return !words.empty() && words.front() != '#';
      });
      if (first != lines.end() && first->second.find(':') == std::string_view::npos) return 0;
      FrontMatter front(lesson, report);
      for (const auto& [offset, one] : lines) front.take(one, offset);
      return std::min(end + 1, text.size());
    }
    lines.emplace_back(start, line);
    begin = end;
  }
  report.add(codes::kImportFrontOpen, 0);
  return 0;
}

}  // namespace bytes::content
