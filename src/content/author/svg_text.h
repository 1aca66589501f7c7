// Words for a drawing that nobody lays out again: how wide they are about, where lines break, and how XML spells them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace bytes::content {

// An estimate for a usual sans-serif font, rather too wide than too narrow; in the unit of `size`.
float text_width(std::string_view text, float size);

// Breaks at spaces, and inside a word that alone is too wide, or whose script has no spaces. What is beyond
// `most_lines` is left out, with `…` for it.
std::vector<std::string> wrapped(std::string_view text, float size, float width, std::size_t most_lines);

// By its first letter that has a direction.
bool runs_right_to_left(std::string_view text);

// For text and for attributes in double quotation marks; what XML cannot hold is left out.
std::string xml(std::string_view text);

}  // namespace bytes::content
