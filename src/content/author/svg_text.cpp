#include "content/author/svg_text.h"

namespace bytes::content {
namespace {

// The bytes of the character that begins at `i`.
std::size_t length_at(std::string_view text, std::size_t i) {
  std::size_t end = i + 1;
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) ++end;
  return end - i;
}

float ems(std::string_view character) {
  const char first = character[0];
  if (character.size() == 1) {
    if (std::string_view(" iljtfr.,:;'|!()[]").find(first) != std::string_view::npos) return 0.36f;
    if (std::string_view("mwMW@%").find(first) != std::string_view::npos) return 0.92f;
    return first >= 'A' && first <= 'Z' ? 0.7f : 0.58f;
  }
  // Two bytes: Latin with marks, Greek, Cyrillic, Hebrew, Arabic. Of three, punctuation is narrow and most others wide.
  if (character.size() == 2) return 0.62f;
  return character.substr(0, 2) == "\xe2\x80" ? 0.6f : 1.05f;
}

bool may_break_behind(std::string_view character) {
  return character.size() >= 3 && character.substr(0, 2) != "\xe2\x80";
}

// Closing marks of scripts without spaces, which begin no line.
bool may_begin_line(std::string_view character) {
  for (std::string_view mark : {"。", "、", "，", "！", "？", "」", "』", "）", "：", "；"}) {
    if (character == mark) return false;
  }
  return true;
}

}  // namespace

float text_width(std::string_view text, float size) {
  float width = 0;
  for (std::size_t i = 0; i < text.size(); i += length_at(text, i)) width += ems(text.substr(i, length_at(text, i)));
  return width * size;
}

std::vector<std::string> wrapped(std::string_view text, float size, float width, std::size_t most_lines) {
  std::vector<std::string> lines;
  std::size_t begin = text.find_first_not_of(" \n");
  while (begin < text.size()) {
    float so_far = 0;
    std::size_t end = begin;
    std::size_t fit = 0;  // Where the line may end; 0: nowhere yet.
    while (end < text.size()) {
      const std::string_view character = text.substr(end, length_at(text, end));
      if (character == " " || character == "\n") fit = end;
      if (character == "\n" && end > begin) break;
      so_far += ems(character) * size;
      if (so_far > width && end > begin) break;
      end += character.size();
      const bool may_break =
          may_break_behind(character) && end < text.size() && may_begin_line(text.substr(end, length_at(text, end)));
      if (may_break) fit = end;
    }
    const bool is_last = end == text.size();
    if (!is_last && fit > begin) end = fit;
    lines.emplace_back(text.substr(begin, end - begin));
    begin = text.find_first_not_of(" \n", end);
    if (lines.size() < most_lines || begin >= text.size()) continue;
    std::string& line = lines.back();
    while (!line.empty() && text_width(line + "…", size) > width) {
      while (line.size() > 1 && (static_cast<unsigned char>(line.back()) & 0xc0) == 0x80) line.pop_back();
      line.pop_back();
    }
    while (!line.empty() && line.back() == ' ') line.pop_back();
    line += "…";
    break;
  }
  return lines;
}

bool runs_right_to_left(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); i += length_at(text, i)) {
    const unsigned char first = static_cast<unsigned char>(text[i]);
    const unsigned char second = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0;
    // Hebrew, Arabic and their neighbours, U+0590 to U+08FF; their presentation forms are rare enough to leave out.
    if (first >= 0xd6 && first <= 0xdf) return first > 0xd6 || second >= 0x90;
    if (first == 0xe0 && second >= 0xa0 && second <= 0xa3) return true;
    const bool has_direction = (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z') ||
                               (first >= 0xc3 && !(first == 0xe2 && second == 0x80));
    if (has_direction) return false;
  }
  return false;
}

std::string xml(std::string_view text) {
  std::string escaped;
  for (std::size_t i = 0; i < text.size(); i += length_at(text, i)) {
    const std::string_view character = text.substr(i, length_at(text, i));
    // U+FFFE and U+FFFF are no characters to XML, nor are most controls.
    if (character == "\xef\xbf\xbe" || character == "\xef\xbf\xbf") continue;
    if (character.size() > 1) {
      escaped += character;
      continue;
    }
    switch (character[0]) {
      case '&': escaped += "&amp;"; break;
      case '<': escaped += "&lt;"; break;
      case '>': escaped += "&gt;"; break;
      case '"': escaped += "&quot;"; break;
      default:
        if (static_cast<unsigned char>(character[0]) >= 0x20 && character[0] != 0x7f) escaped += character;
    }
  }
  return escaped;
}

}  // namespace bytes::content
