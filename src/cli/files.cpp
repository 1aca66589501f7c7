#include "cli/files.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <system_error>

namespace bytes::cli {

namespace fs = std::filesystem;

Result<std::string> read_file(const fs::path& path) {
  std::error_code problem;
  if (fs::is_directory(path, problem)) return Error{path.string() + " is a folder, not a file."};
  std::ifstream file(path, std::ios::binary);
  if (!file) return Error{path.string() + " can't be read: " + std::strerror(errno) + "."};
  std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  if (file.bad()) return Error{path.string() + " can't be read to its end."};
  return text;
}

Result<bool> write_file(const fs::path& path, std::string_view text) {
  if (auto old = read_file(path); old.ok() && *old == text) return false;
  std::error_code problem;
  if (path.has_parent_path()) fs::create_directories(path.parent_path(), problem);
  if (problem) return Error{path.parent_path().string() + " can't be made: " + problem.message() + "."};
  fs::path draft = path;
  draft += ".new";
  std::ofstream file(draft, std::ios::binary);
  file.write(text.data(), static_cast<std::streamsize>(text.size()));
  file.close();
  if (!file) return Error{path.string() + " can't be written: " + std::strerror(errno) + "."};
  fs::rename(draft, path, problem);
  if (problem) return Error{path.string() + " can't be written: " + problem.message() + "."};
  return true;
}

}  // namespace bytes::cli
