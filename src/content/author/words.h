// An author's own words inside a sentence about them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace bytes::content {

// Control characters become `?`, so that a file cannot steer the terminal it is reported on; what is longer than
// `longest` bytes is cut short.
std::string shown(std::string_view words, std::size_t longest = 60);

// `shown` in quotation marks.
std::string quoted(std::string_view words);

// `1,234,567`.
std::string grouped(std::int64_t number);

// `1 choice`, `1,200 choices`.
std::string counted(std::int64_t number, std::string_view one, std::string_view several);

// Milliseconds to the nearest minute: `less than a minute`, `1 minute`, `3 minutes`.
std::string in_minutes(std::int64_t milliseconds);

}  // namespace bytes::content
