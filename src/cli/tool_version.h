// Which build of the tool this is.
#pragma once

#include <string_view>

namespace bytes::cli {

// Changes whenever anything does that the tool is made of. cmake/tool_version.cmake writes it.
std::string_view tool_version();

}  // namespace bytes::cli
