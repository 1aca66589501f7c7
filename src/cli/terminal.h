// Standard error when somebody is looking at it.
#pragma once

#include <string_view>

namespace bytes::cli {

bool is_terminal();

// At once and as it is, without an end of line. Requires: is_terminal().
void write_to_terminal(std::string_view text);

}  // namespace bytes::cli
