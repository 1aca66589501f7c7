// An author's own words inside a sentence about them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace bytes::content {

// Control characters become `?`, so that a file cannot steer the terminal it is reported on; what is longer than
// `longest` bytes is cut short.
std::string shown(std::string_view words, std::size_t longest = 60);

// `shown` in quotation marks.
std::string quoted(std::string_view words);

}  // namespace bytes::content
