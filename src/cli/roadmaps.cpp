#include "cli/roadmaps.h"

#include <algorithm>
#include <system_error>

#include "cli/files.h"
#include "cli/library.h"
#include "content/byte_reader.h"

namespace bytes::cli {

namespace fs = std::filesystem;

std::vector<fs::path> find_roadmaps(const fs::path& content) {
  std::vector<fs::path> found;
  std::error_code problem;
  for (const fs::directory_entry& entry : fs::directory_iterator(content / "roadmaps", problem)) {
    const fs::path& path = entry.path();
    const bool is_hidden = path.filename().string().starts_with(".");
    if (path.extension() == ".json" && !is_hidden && entry.is_regular_file(problem)) found.push_back(path);
  }
  std::sort(found.begin(), found.end());
  return found;
}

bool is_roadmap(const fs::path& path) {
  std::error_code problem;
  return path.extension() == ".json" && fs::absolute(path, problem).lexically_normal().parent_path().filename() == "roadmaps";
}

RoadmapLibrary::RoadmapLibrary(const fs::path& content) : content_(content) {
  std::error_code problem;
  is_there_ = fs::is_directory(content / "bytes", problem);
  for (const ByteFile& file : find_bytes(content)) {
    if (ids_.empty() || ids_.back() != file.id) ids_.push_back(file.id);
  }
}

content::RoadmapSurroundings RoadmapLibrary::surroundings(std::string_view name) const {
  content::RoadmapSurroundings surroundings;
  surroundings.name = name;
  if (!is_there_) return surroundings;
  surroundings.bytes = &ids_;
  surroundings.is_listed = [this](std::string_view id) {
    const auto file = find_beside(byte_file_at(content_ / "bytes" / (std::string(id) + ".json")), id);
    const auto text = file ? read_file(file->file) : Result<std::string>(std::string());
    Diagnostics its_own;
    const auto byte = text.ok() ? content::read_byte(*text, {}, {}, its_own) : std::nullopt;
    return !byte || byte->listed;
  };
  return surroundings;
}

std::optional<content::Roadmap> load_roadmap(const fs::path& path, const RoadmapLibrary& library, Diagnostics& diagnostics,
                                             std::string* text) {
  auto read = read_file(path);
  if (!read.ok()) {
    diagnostics.add(unreadable(path, read.error(), "let everybody read it, or take it away"));
    return std::nullopt;
  }
  const std::string name = path.stem().string();
  auto roadmap = content::read_roadmap(*read, path.string(), library.surroundings(name), diagnostics);
  if (text) *text = std::move(*read);
  return roadmap;
}

}  // namespace bytes::cli
