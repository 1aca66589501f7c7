// The tool's subcommands, one file each. Each exits with 0, or 1 when it found problems or could not do its work, or 2
// when it was asked for what cannot be.
#pragma once

#include <functional>
#include <string>

#include "base/diagnostics.h"

namespace CLI {
class App;
}

namespace bytes::cli {

// What the arguments ask for; returns the exit code.
using Run = std::function<int()>;

// Each adds its subcommand to `tool`, and sets `run` when the arguments name it.
void add_build(CLI::App& tool, Run& run);
void add_check(CLI::App& tool, Run& run);
void add_serve(CLI::App& tool, Run& run);
void add_export(CLI::App& tool, Run& run);
void add_pack(CLI::App& tool, Run& run);
void add_import(CLI::App& tool, Run& run);
void add_new(CLI::App& tool, Run& run);
void add_translate(CLI::App& tool, Run& run);

// Checks an option: its file's name must end in `ending`, so that a lesson is not overwritten by mistake.
std::function<std::string(const std::string&)> named_with(std::string ending);

// Each problem on a line of its own, to standard error.
void print(const Diagnostics& diagnostics);

}  // namespace bytes::cli
