// What an author's Byte must keep to beyond its own text: its folder and the files beside it.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "content/author/prover.h"
#include "content/model.h"

namespace bytes::content {

struct ByteSurroundings {
  // The folder's name, or for `<id>.json` the file's without its ending. Empty: not known, and not checked.
  std::string_view folder;
  // Whether there is such a file, named relative to the Byte's folder. Empty: not known, and not checked.
  std::function<bool(std::string_view name)> has_file = {};
  // What such a file holds; asked of pictures and captions only. Empty: not known, and not checked.
  std::function<std::string(std::string_view name)> read_file = {};
  // Whether there is such a Byte beside this one. Empty: not known, and not checked.
  std::function<bool(std::string_view id)> has_byte = {};
  // How many bytes such a file has. Empty: films are not weighed, and pictures by what `read_file` returns.
  std::function<std::int64_t(std::string_view name)> file_size = {};
};

// As with read_byte, problems have codes and no sentences yet.
void check_rules(const Byte& byte, std::string_view file, const ByteSurroundings& surroundings,
                 Diagnostics& diagnostics);

// A scenario that was read without errors, and what was proven about it.
struct ProvenScenario {
  std::string file;  // As the author named it: the scenario's own, or the one that its block is in.
  std::string path;  // Of that block; empty when the file is the scenario's own.
  Scenario scenario;
  Proof proof;  // Its findings have been explained, and have their file and path.
};

// All that `byte check` says about one file and the scenarios beside it: reads it strictly with its markup, checks the
// rules, proves the scenarios, fills in their `most_points`, and orders the problems by place. The rules with judgement
// (rules_*.h) speak only where there is no error: who has one has something else to do first. As with read_byte, a
// Byte comes back even with errors, as far as it could be understood. What was proven is added to `proven`, if it is
// given.
std::optional<Byte> check_byte(std::string_view text, std::string_view file, const ByteSurroundings& surroundings,
                               Diagnostics& diagnostics, std::vector<ProvenScenario>* proven = nullptr);

// The same for a `<name>.scenario.json` alone; `surroundings` are those of its Byte.
void check_scenario(std::string_view text, std::string_view file, const ByteSurroundings& surroundings,
                    Diagnostics& diagnostics, std::vector<ProvenScenario>* proven = nullptr);

}  // namespace bytes::content
