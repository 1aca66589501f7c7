// The roadmaps of a content folder, as the tool finds them.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "content/author/roadmap_reader.h"

namespace bytes::cli {

// `<id>.json` in `roadmaps/` below `content`, ordered by name.
std::vector<std::filesystem::path> find_roadmaps(const std::filesystem::path& content);

// Whether `path` names such a file, by where it lies.
bool is_roadmap(const std::filesystem::path& path);

// The library beside it, `bytes/`, as far as a roadmap's rules go by it.
class RoadmapLibrary {
 public:
  explicit RoadmapLibrary(const std::filesystem::path& content);

  // Refers to this library and to `name`.
  content::RoadmapSurroundings surroundings(std::string_view name) const;

 private:
  std::filesystem::path content_;
  bool is_there_ = false;
  std::vector<std::string> ids_;
};

// Reads and checks it. Nothing, after a report, when it can't be read or understood at all. `text` (may be null) takes what
// is in the file.
std::optional<content::Roadmap> load_roadmap(const std::filesystem::path& path, const RoadmapLibrary& library,
                                             Diagnostics& diagnostics, std::string* text = nullptr);

}  // namespace bytes::cli
