#include "content/author/excerpt.h"

#include <algorithm>
#include <vector>

#include "content/author/characters.h"

namespace bytes::content {
namespace {

struct Range {
  char32_t first, last;
};

template <std::size_t size>
bool is_in(const Range (&ranges)[size], char32_t c) {
  return std::any_of(std::begin(ranges), std::end(ranges),
                     [&](const Range& range) { return c >= range.first && c <= range.last; });
}

// Marks that join the letter before them, and signs without a width: the common blocks of Unicode, not all.
bool has_no_width(char32_t c) {
  static constexpr Range kRanges[] = {
      {0x300, 0x36f},   {0x483, 0x489},   {0x591, 0x5bd},     {0x5bf, 0x5bf},    {0x5c1, 0x5c2},   {0x5c4, 0x5c5},
      {0x610, 0x61a},   {0x64b, 0x65f},   {0x670, 0x670},     {0x6d6, 0x6dc},    {0x6df, 0x6e4},   {0x93c, 0x93c},
      {0x941, 0x948},   {0x94d, 0x94d},   {0x9c1, 0x9c4},     {0x9cd, 0x9cd},    {0xe31, 0xe31},   {0xe34, 0xe3a},
      {0xe47, 0xe4e},   {0x1ab0, 0x1aff}, {0x1dc0, 0x1dff},   {0x200b, 0x200f},  {0x20d0, 0x20ff}, {0xfe00, 0xfe0f},
      {0xfe20, 0xfe2f}, {0xfeff, 0xfeff}, {0x1f3fb, 0x1f3ff}, {0xe0100, 0xe01ef}};
  return is_in(kRanges, c);
}

// East Asian wide letters and emoji.
bool has_two_columns(char32_t c) {
  static constexpr Range kRanges[] = {{0x1100, 0x115f},   {0x2e80, 0x303e},   {0x3041, 0x33ff},  {0x3400, 0x4dbf},
                                      {0x4e00, 0x9fff},   {0xa000, 0xa4cf},   {0xac00, 0xd7a3},  {0xf900, 0xfaff},
                                      {0xfe30, 0xfe4f},   {0xff00, 0xff60},   {0xffe0, 0xffe6},  {0x1f300, 0x1f64f},
                                      {0x1f680, 0x1f6ff}, {0x1f900, 0x1f9ff}, {0x20000, 0x3fffd}};
  return is_in(kRanges, c);
}

// Controls, and what turns the direction or the line from inside a text.
bool steers(char32_t c) {
  return c < 0x20 || (c >= 0x7f && c < 0xa0) || (c >= 0x200e && c <= 0x200f) || (c >= 0x2028 && c <= 0x202e) ||
         (c >= 0x2066 && c <= 0x2069);
}

// The line as code points; a byte that is not UTF-8 is a `?`, as the position counts it.
std::vector<char32_t> characters_of(std::string_view line) {
  std::vector<char32_t> characters;
  for (std::size_t i = 0; i < line.size();) {
    const unsigned char first = static_cast<unsigned char>(line[i]);
    const std::size_t size = first < 0x80                    ? 1
                             : first >= 0xc2 && first < 0xe0 ? 2
                             : first >= 0xe0 && first < 0xf0 ? 3
                             : first >= 0xf0 && first < 0xf5 ? 4
                                                             : 0;
    bool is_sound = size > 0 && i + size <= line.size();
    for (std::size_t k = 1; is_sound && k < size; ++k)
      is_sound = (static_cast<unsigned char>(line[i + k]) & 0xc0) == 0x80;
    if (!is_sound) {
      // A byte that only goes on is counted with the one before it.
      if ((first & 0xc0) != 0x80) characters.push_back('?');
      ++i;
      continue;
    }
    const char32_t c = next_character(line, i);
    const bool is_too_short = (size == 3 && c < 0x800) || (size == 4 && c < 0x10000);
    const bool is_none = (c >= 0xd800 && c <= 0xdfff) || c > 0x10ffff;
    characters.push_back(c == '\t' ? U' ' : is_too_short || is_none || steers(c) ? U'?' : c);
  }
  return characters;
}

std::string_view line_of(std::string_view text, int line) {
  std::size_t begin = 0;
  for (int before = 1; before < line; ++before) {
    const std::size_t end = text.find('\n', begin);
    if (end == text.npos) return {};
    begin = end + 1;
  }
  std::string_view found = text.substr(begin, text.find('\n', begin) - begin);
  if (found.ends_with('\r')) found.remove_suffix(1);
  if (begin == 0 && found.starts_with("\xef\xbb\xbf")) found.remove_prefix(3);
  return found;
}

}  // namespace

Excerpt excerpt_at(std::string_view text, Position position, std::size_t longest) {
  if (position.line < 1 || position.column < 1 || longest < 3) return {};
  const std::vector<char32_t> characters = characters_of(line_of(text, position.line));
  const std::size_t place = std::min(static_cast<std::size_t>(position.column - 1), characters.size());
  std::size_t begin = 0;
  std::size_t end = characters.size();
  if (end > longest) {
    // A third before the place: what is wrong mostly goes on behind it.
    begin = place > longest / 3 ? place - longest / 3 : 0;
    begin = std::min(begin, characters.size() - longest);
    end = begin + longest;
    // One place is for the sign that something is left out, and a mark stays with its letter.
    if (begin > 0) ++begin;
    if (end < characters.size()) --end;
    while (begin > 0 && begin < place && has_no_width(characters[begin])) ++begin;
    while (end < characters.size() && end > place + 1 && has_no_width(characters[end])) --end;
  }
  Excerpt excerpt;
  if (begin > 0) excerpt.line += "…";
  for (std::size_t i = begin; i < end; ++i) append_utf8(excerpt.line, characters[i]);
  if (end < characters.size()) excerpt.line += "…";
  excerpt.caret = static_cast<int>(place - begin) + (begin > 0 ? 1 : 0);
  return excerpt;
}

std::string caret_line(const Excerpt& excerpt) {
  std::string line;
  std::size_t i = 0;
  for (int before = 0; before < excerpt.caret && i < excerpt.line.size(); ++before) {
    const char32_t c = next_character(excerpt.line, i);
    line.append(has_no_width(c) ? 0 : has_two_columns(c) ? 2 : 1, ' ');
  }
  return line + '^';
}

}  // namespace bytes::content
