// Reads site.json.
#pragma once

#include <functional>
#include <optional>
#include <string_view>

#include "base/diagnostics.h"
#include "content/catalogue.h"

namespace bytes::content {

// The content of a file beside site.json; empty when there is none of that name.
using ReadBeside = std::function<std::optional<std::string>(std::string_view name)>;

// Strict, all problems at once, explained and ordered by place. Empty when the file could not be understood at all.
// The logo's size is filled in; without `read_beside` nobody asks whether there is such a file.
std::optional<Site> read_site(std::string_view text, std::string_view file, Diagnostics& diagnostics,
                              const ReadBeside& read_beside = {});

}  // namespace bytes::content
