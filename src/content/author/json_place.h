// Finds what a JSON path names.
#pragma once

#include <string_view>

#include "content/json.h"

namespace bytes::content {

// The value at a path such as `sections[2].blocks[3].options`, or the nearest that is around it: a path is also said
// of what is missing. Names hold no dots and no brackets.
const JsonValue& value_at(const JsonValue& root, std::string_view path);

}  // namespace bytes::content
