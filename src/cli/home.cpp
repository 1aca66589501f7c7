#include "cli/home.h"

#include <initializer_list>
#include <system_error>

namespace bytes::cli {
namespace {

namespace fs = std::filesystem;

struct Home {
  fs::path player;
  fs::path portable_tool;
};

Home& home() {
  static Home only;
  return only;
}

fs::path folder_of_program(const char* program) {
  std::error_code problem;
  // A name without a folder was found by the shell; Linux knows where.
  fs::path path = program ? program : "";
  if (!path.has_parent_path()) path = fs::read_symlink("/proc/self/exe", problem);
  return fs::weakly_canonical(path, problem).parent_path();
}

// The first of `places`, relative to `folder`, that holds a file `name`.
fs::path find_folder(const fs::path& folder, std::initializer_list<const char*> places, const char* name) {
  std::error_code problem;
  for (const char* place : places) {
    fs::path candidate = (folder / place).lexically_normal();
    if (fs::exists(candidate / name, problem)) return candidate;
  }
  return {};
}

}  // namespace

void set_program(const char* program) {
  const fs::path folder = folder_of_program(program);
  home().player = find_folder(folder, {"player", "../assets", "../web/assets"}, "engine.wasm");
  home().portable_tool = find_folder(folder, {".", "../web/tool"}, "byte_tool.wasm");
}

const fs::path& player_folder() { return home().player; }

const fs::path& portable_tool_folder() { return home().portable_tool; }

}  // namespace bytes::cli
