#include "content/author/words.h"

namespace bytes::content {

namespace {

std::string without_controls(std::string_view words) {
  std::string safe;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const unsigned char c = static_cast<unsigned char>(words[i]);
    // C0 and DEL are one byte; C1 is U+0080..U+009F, 0xc2 and then 0x80..0x9f.
    const bool is_c1 = c == 0xc2 && i + 1 < words.size() && static_cast<unsigned char>(words[i + 1]) < 0xa0;
    if (is_c1) ++i;
    safe += c < 0x20 || c == 0x7f || is_c1 ? '?' : words[i];
  }
  return safe;
}

}  // namespace

std::string shown(std::string_view words, std::size_t longest) {
  std::string safe = without_controls(words);
  if (safe.size() <= longest) return safe;
  std::size_t end = longest;
  while (end > 0 && (static_cast<unsigned char>(safe[end]) & 0xc0) == 0x80) --end;  // Never inside a character.
  return safe.substr(0, end) + "…";
}

std::string quoted(std::string_view words) { return '"' + shown(words) + '"'; }

}  // namespace bytes::content
