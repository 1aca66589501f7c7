// An author's own words inside a sentence about them.
#pragma once

#include <string>
#include <string_view>

namespace bytes::content {

// Control characters become `?`, so that a file cannot steer the terminal it is reported on.
std::string without_controls(std::string_view words);

// The same, and cut short when long.
std::string shown(std::string_view words);

// `shown` in quotation marks.
std::string quoted(std::string_view words);

}  // namespace bytes::content
