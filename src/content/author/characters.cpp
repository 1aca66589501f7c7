#include "content/author/characters.h"

namespace bytes::content {

char32_t next_character(std::string_view text, std::size_t& i) {
  const unsigned char first = static_cast<unsigned char>(text[i++]);
  const int more = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : first >= 0xc0 ? 1 : 0;
  char32_t character = more == 0 ? first : first & (0x3fu >> more);
  for (int k = 0; k < more && i < text.size(); ++k) {
    character = (character << 6) | (static_cast<unsigned char>(text[i++]) & 0x3fu);
  }
  return character;
}

void append_utf8(std::string& text, char32_t c) {
  const auto tail = [&](int shift) { text += static_cast<char>(0x80 | ((c >> shift) & 0x3f)); };
  if (c < 0x80) {
    text += static_cast<char>(c);
  } else if (c < 0x800) {
    text += static_cast<char>(0xc0 | (c >> 6));
    tail(0);
  } else if (c < 0x10000) {
    text += static_cast<char>(0xe0 | (c >> 12));
    tail(6);
    tail(0);
  } else {
    text += static_cast<char>(0xf0 | ((c >> 18) & 7));
    tail(12);
    tail(6);
    tail(0);
  }
}

std::string in_utf8(std::string_view text) {
  std::string sound;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    const char32_t c = next_character(text, i);
    // Written again it is the same bytes, unless these were cut off, too long or in a wrong place.
    std::string again;
    append_utf8(again, c);
    const bool is_character = c <= 0x10ffff && !(c >= 0xd800 && c <= 0xdfff);
    if (is_character && again == text.substr(begin, i - begin)) {
      sound += again;
    } else {
      append_utf8(sound, 0xfffd);
      i = begin + 1;
    }
  }
  return sound;
}

bool is_space(char32_t c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == 0xa0 || (c >= 0x2000 && c <= 0x200b) || c == 0x202f ||
         c == 0x3000;
}

bool is_of_word(char32_t c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= 0xc0 && !(c >= 0x2000 && c <= 0x2bff) && !(c >= 0x3000 && c <= 0x303f) && !(c >= 0xff00 && c <= 0xff0f));
}

// Blocks of Unicode.
bool stands_for_itself(char32_t c) {
  constexpr struct {
    char32_t first, last;
  } kBlocks[] = {
      {0x0e00, 0x0eff},    // Thai, Lao
      {0x1000, 0x109f},    // Myanmar
      {0x1780, 0x17ff},    // Khmer
      {0x3040, 0x30ff},    // Hiragana, Katakana
      {0x3400, 0x4dbf},    // Han
      {0x4e00, 0x9fff},    // Han
      {0xf900, 0xfaff},    // Han
      {0x20000, 0x3ffff},  // Han
  };
  for (const auto& block : kBlocks) {
    if (c >= block.first && c <= block.last) return true;
  }
  return false;
}

char32_t in_lower_case(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 32 : c;
  if (c >= 0xc0 && c <= 0xde && c != 0xd7) return c + 32;  // Latin-1
  // Latin Extended-A comes in pairs, but for two stretches with the small letter at the even place, and a few loners.
  if (c >= 0x100 && c <= 0x137 && c != 0x130 && c != 0x131) return c | 1;
  if ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17e)) return c % 2 == 1 ? c + 1 : c;
  if (c >= 0x14a && c <= 0x177) return c | 1;
  if (c == 0x178) return 0xff;
  if (c >= 0x391 && c <= 0x3a9 && c != 0x3a2) return c + 32;  // Greek
  if (c >= 0x410 && c <= 0x42f) return c + 32;                // Cyrillic
  if (c >= 0x400 && c <= 0x40f) return c + 80;
  return c;
}

std::string in_lower_case(std::string_view text) {
  std::string lower;
  for (std::size_t i = 0; i < text.size();) append_utf8(lower, in_lower_case(next_character(text, i)));
  return lower;
}

std::size_t count_characters(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xc0) != 0x80;
  return count;
}

std::string bare(std::string_view text) {
  std::string words;
  bool is_gap = false;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = next_character(text, i);
    if (!is_of_word(c)) {
      is_gap = !words.empty();
      continue;
    }
    if (is_gap) words += ' ';
    is_gap = false;
    append_utf8(words, in_lower_case(c));
  }
  return words;
}

}  // namespace bytes::content
