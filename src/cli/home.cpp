#include "cli/home.h"

#include <system_error>

namespace bytes::cli {
namespace {

namespace fs = std::filesystem;

fs::path& found_player() {
  static fs::path folder;
  return folder;
}

fs::path folder_of_program(const char* program) {
  std::error_code problem;
  // A name without a folder was found by the shell; Linux knows where.
  fs::path path = program ? program : "";
  if (!path.has_parent_path()) path = fs::read_symlink("/proc/self/exe", problem);
  return fs::weakly_canonical(path, problem).parent_path();
}

}  // namespace

void set_program(const char* program) {
  const fs::path folder = folder_of_program(program);
  std::error_code problem;
  for (const char* place : {"player", "../assets", "../web/assets"}) {
    const fs::path candidate = (folder / place).lexically_normal();
    if (!fs::exists(candidate / "engine.wasm", problem)) continue;
    found_player() = candidate;
    return;
  }
}

const fs::path& player_folder() { return found_player(); }

}  // namespace bytes::cli
