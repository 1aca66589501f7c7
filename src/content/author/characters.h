// Unicode characters one by one, as far as an author's tool has to know them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace bytes::content {

// The character that begins at `i`, which moves behind it. Requires: i < text.size(). What is not UTF-8 gives some
// character, and `i` always moves on.
char32_t next_character(std::string_view text, std::size_t& i);

void append_utf8(std::string& text, char32_t character);

// The text, with U+FFFD for each byte that does not belong to UTF-8.
std::string in_utf8(std::string_view text);

bool is_space(char32_t c);

// A letter or a digit: a dash between spaces is no word.
bool is_of_word(char32_t c);

// Of a script that is written without spaces between words.
bool stands_for_itself(char32_t c);

// The small letter of a Latin, Greek or Cyrillic capital; anything else is itself.
char32_t in_lower_case(char32_t c);
std::string in_lower_case(std::string_view text);

// Small letters without marks, one space between words: what makes two texts alike to a reader in a hurry.
std::string bare(std::string_view text);

// The words of a text as it has them, in its order. An apostrophe or a hyphen between letters is part of a word.
// They are parts of `text`.
template <class Visit>
void visit_words(std::string_view text, Visit visit) {
  std::size_t begin = std::string_view::npos;
  std::size_t end = 0;  // Behind the last letter.
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t at = i;
    const char32_t c = next_character(text, i);
    if (is_of_word(c)) {
      if (begin == std::string_view::npos) begin = at;
      end = i;
    } else if (begin != std::string_view::npos && (end != at || (c != '\'' && c != 0x2019 && c != '-'))) {
      visit(text.substr(begin, end - begin));
      begin = std::string_view::npos;
    }
  }
  if (begin != std::string_view::npos) visit(text.substr(begin, end - begin));
}

std::size_t count_characters(std::string_view text);

}  // namespace bytes::content
