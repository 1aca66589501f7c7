// What an author's Byte must keep to beyond its own text: its folder and the files beside it.
#pragma once

#include <functional>
#include <optional>
#include <string_view>

#include "base/diagnostics.h"
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
};

// As with read_byte, problems have codes and no sentences yet.
void check_rules(const Byte& byte, std::string_view file, const ByteSurroundings& surroundings,
                 Diagnostics& diagnostics);

// All that `byte check` says about one file: reads it strictly with its markup, checks the rules, and orders the
// problems by place. As with read_byte, a Byte comes back even with errors, as far as it could be understood.
std::optional<Byte> check_byte(std::string_view text, std::string_view file, const ByteSurroundings& surroundings,
                               Diagnostics& diagnostics);

}  // namespace bytes::content
