// `{{name}}` is kept for placeholders in every string; `\{{` means the letters.
#pragma once

#include <string>
#include <string_view>

namespace bytes::content {

inline constexpr std::string_view kPlaceholder = "{{";

// Takes the backslash from each `\{{`.
inline void unescape_placeholders(std::string& text) {
  std::size_t end = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.compare(i, 3, "\\{{") != 0) text[end++] = text[i];
  }
  text.resize(end);
}

}  // namespace bytes::content
