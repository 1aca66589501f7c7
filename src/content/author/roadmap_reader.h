// Reads a roadmap, and checks it against the library that it leads through.
#pragma once

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "content/roadmap.h"

namespace bytes::content {

struct RoadmapSurroundings {
  // The file's name without its ending. Empty: not known, and not checked.
  std::string_view name;
  // The ids of all Bytes of the library. Null: not known, and not checked.
  const std::vector<std::string>* bytes = nullptr;
  // Whether such a Byte is in the catalogue. Empty: not known, and not checked.
  std::function<bool(std::string_view id)> is_listed = {};
};

// Strict, all problems at once, explained and ordered by place. Empty when the file could not be understood at all; with
// errors, as far as it could be. Where a Byte has no `after`, the one before it is filled in.
std::optional<Roadmap> read_roadmap(std::string_view text, std::string_view file, const RoadmapSurroundings& surroundings,
                                    Diagnostics& diagnostics);

}  // namespace bytes::content
