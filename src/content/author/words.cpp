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

std::string grouped(std::int64_t number) {
  std::string digits = std::to_string(number);
  const std::size_t first = number < 0 ? 1 : 0;
  for (std::size_t i = digits.size(); i > first + 3;) digits.insert(i -= 3, 1, ',');
  return digits;
}

std::string counted(std::int64_t number, std::string_view one, std::string_view several) {
  return grouped(number) + ' ' + std::string(number == 1 ? one : several);
}

std::string in_minutes(std::int64_t milliseconds) {
  const std::int64_t minutes = (milliseconds + 30'000) / 60'000;
  return minutes == 0 ? "less than a minute" : counted(minutes, "minute", "minutes");
}

}  // namespace bytes::content
