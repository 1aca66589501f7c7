// Reads site.json.
#pragma once

#include <optional>
#include <string_view>

#include "base/diagnostics.h"
#include "content/catalogue.h"

namespace bytes::content {

// Strict, all problems at once, explained and ordered by place. Empty when the file could not be understood at all.
std::optional<Site> read_site(std::string_view text, std::string_view file, Diagnostics& diagnostics);

}  // namespace bytes::content
