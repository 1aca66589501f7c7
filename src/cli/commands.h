// The tool's subcommands. Each returns the exit code: 0, or 1 when it found problems or could not do its work, or 2 when
// it was asked for what cannot be.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/diagnostics.h"

namespace bytes::cli {

struct CheckOptions {
  std::vector<std::string> paths;  // Files or folders; empty: every Byte below ./content.
  std::filesystem::path map;       // Where a map of their one scenario goes; empty: nowhere.
};
int check(const CheckOptions& options);

struct BuildOptions {
  std::filesystem::path content = "content";
  std::filesystem::path assets;              // What the engine's build made: scripts, style sheets, wasm.
  std::filesystem::path interface_folder;    // <language>.json each.
  std::filesystem::path out = "site";
};
int build(const BuildOptions& options);

// Each problem on a line of its own, to standard error.
void print(const Diagnostics& diagnostics);

}  // namespace bytes::cli
