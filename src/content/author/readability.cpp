#include "content/author/readability.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "content/author/characters.h"

namespace bytes::content {
namespace {

constexpr std::string_view kAbbreviations[] = {"mr",  "mrs", "ms",   "dr",  "prof",   "st",   "vs",  "etc",
                                               "e.g", "i.e", "no",   "fig", "approx", "dept", "z.b", "bzw",
                                               "ca",  "nr",  "p.ej", "sr",  "sra",    "m",    "mme"};

bool is_closing(char32_t c) {
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x201d || c == 0x2019 || c == 0xbb || c == 0x203a;
}

// `Mr`, `e.g`, or an initial, at the end of `before`.
bool ends_in_abbreviation(std::string_view before) {
  const std::size_t begin = before.find_last_of(" \n(\t") + 1;  // npos + 1 is 0.
  const std::string word = in_lower_case(before.substr(begin));
  if (word.size() == 1 && word != "i" && (word[0] < '0' || word[0] > '9')) return true;
  return std::find(std::begin(kAbbreviations), std::end(kAbbreviations), word) != std::end(kAbbreviations);
}

bool is_vowel(char c) { return std::string_view("aeiouy").find(c) != std::string_view::npos; }

bool ends_with_any(std::string_view word, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return word.ends_with(ending); });
}

}  // namespace

ReadingCounts& ReadingCounts::operator+=(const ReadingCounts& other) {
  words += other.words;
  sentences += other.sentences;
  syllables += other.syllables;
  long_words += other.long_words;
  return *this;
}

std::vector<std::string_view> sentences_of(std::string_view text) {
  std::vector<std::string_view> sentences;
  std::size_t begin = 0;
  const auto add = [&](std::size_t end) {
    bool has_words = false;
    visit_words(text.substr(begin, end - begin), [&](std::string_view) { has_words = true; });
    while (begin < end && (text[begin] == ' ' || text[begin] == '\n')) ++begin;
    if (has_words) sentences.push_back(text.substr(begin, end - begin));
    begin = end;
  };
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t at = i;
    const char32_t c = next_character(text, i);
    if (c != '.' && c != '!' && c != '?' && c != 0x2026 && c != 0x61f && c != 0x3002) continue;
    // The sentence's marks, all of them, and what closes behind them.
    std::size_t end = i;
    while (end < text.size()) {
      std::size_t next = end;
      const char32_t mark = next_character(text, next);
      if (mark != '.' && mark != '!' && mark != '?' && mark != 0x2026 && !is_closing(mark)) break;
      end = next;
    }
    const bool is_last = end >= text.size();
    i = end;
    if (!is_last) {
      std::size_t next = end;
      if (!is_space(next_character(text, next))) continue;
      if (c == '.' && ends_in_abbreviation(text.substr(begin, at - begin))) continue;
    }
    add(end);
  }
  if (begin < text.size()) add(text.size());
  return sentences;
}

ReadingCounts count_reading(std::string_view sentence) {
  ReadingCounts counts;
  counts.sentences = 1;
  visit_words(sentence, [&](std::string_view word) {
    ++counts.words;
    counts.syllables += english_syllables(word);
    counts.long_words += count_characters(word) > 6;
  });
  return counts;
}

int english_syllables(std::string_view spelt) {
  std::string word = in_lower_case(spelt);
  for (const std::string_view ending : {"'s", "’s"}) {
    if (word.ends_with(ending)) word.resize(word.size() - ending.size());
  }
  int groups = 0;
  bool was_vowel = false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    // As in `young` and `beyond`.
    const bool is_consonant_y =
        word[i] == 'y' && (i == 0 || is_vowel(word[i - 1])) && i + 1 < word.size() && is_vowel(word[i + 1]);
    const bool is_sound = is_vowel(word[i]) && !is_consonant_y;
    groups += is_sound && !was_vowel;
    was_vowel = is_sound;
  }
  // `make`, but not `table`; `makes`, but not `boxes`; `worked`, but not `wanted`.
  const std::size_t size = word.size();
  const bool has_le = size > 2 && word.ends_with("le") && !is_vowel(word[size - 3]);
  const bool has_quiet_e = word.ends_with('e') && size > 1 && !is_vowel(word[size - 2]) && !has_le;
  const bool has_quiet_es = word.ends_with("es") && size > 2 && !is_vowel(word[size - 3]) &&
                            !ends_with_any(word, {"ses", "xes", "zes", "ches", "shes", "ces", "ges", "les"});
  const bool has_quiet_ed =
      word.ends_with("ed") && size > 3 && !is_vowel(word[size - 3]) && !ends_with_any(word, {"ted", "ded", "led"});
  if (groups > 1 && (has_quiet_e || has_quiet_es || has_quiet_ed)) --groups;
  // Vowels that are said apart: `idea`, `science`, `video`, `period`, `being`.
  if (word.starts_with("idea")) ++groups;
  for (const std::string_view apart : {"ia", "iu", "io", "eo", "uou", "ie", "ei", "ua"}) {
    const std::size_t at = word.find(apart);
    if (at == word.npos) continue;
    const bool is_quiet =
        (apart == "io" && (word.find("tion") != word.npos || word.find("sion") != word.npos ||
                           word.find("cious") != word.npos || word.find("tious") != word.npos)) ||
        (apart == "ia" && (word.find("cial") != word.npos || word.find("tial") != word.npos)) ||
        (apart == "eo" && word.find("people") != word.npos) ||
        (apart == "ie" && word.find("cience") == word.npos && word.find("diet") == word.npos &&
         word.find("client") == word.npos && word.find("quiet") == word.npos && word.find("perience") == word.npos) ||
        (apart == "ei" && word.find("being") == word.npos) ||
        (apart == "ua" && (at > 0 && (word[at - 1] == 'q' || word[at - 1] == 'g')));
    if (!is_quiet) ++groups;
  }
  return std::max(groups, 1);
}

double flesch_kincaid_grade(const ReadingCounts& counts) {
  return 0.39 * counts.words / counts.sentences + 11.8 * counts.syllables / counts.words - 15.59;
}

double lix(const ReadingCounts& counts) {
  return static_cast<double>(counts.words) / counts.sentences + 100.0 * counts.long_words / counts.words;
}

bool has_lix(std::string_view language) {
  constexpr std::string_view kLanguages[] = {"da", "de", "es", "fr", "it", "nb", "nl", "nn", "no", "pt", "sv"};
  return std::find(std::begin(kLanguages), std::end(kLanguages), language) != std::end(kLanguages);
}

}  // namespace bytes::content
