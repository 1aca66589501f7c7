// Pieces of sentences that diagnostics are made of.
#pragma once

#include <string>
#include <string_view>

namespace bytes::content {

// The author's own words inside a message: in quotation marks, cut when long, and without control characters, so that a
// file cannot steer the terminal it is reported on.
std::string quoted(std::string_view words);

// The same without quotation marks.
std::string shown(std::string_view words);

}  // namespace bytes::content
