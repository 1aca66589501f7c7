// An author's JSON as text: how a string is spelt, and where a position lies.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/diagnostics.h"

namespace bytes::content {

// Adds `letters` in quotation marks as people write them: only what JSON cannot hold is escaped. (base/json_writer.h would
// hide each `<`, which an author need not.)
void write_json_string(std::string_view letters, std::string& json);

// Turns positions in a text, asked for in rising order, into offsets.
class Offsets {
 public:
  // `text` outlives this. A byte order mark at its beginning is in no column.
  explicit Offsets(std::string_view text);

  // Requires: the position is inside of the text, and not before the last one. Otherwise the text's size.
  std::size_t at(Position position);

 private:
  std::string_view text_;
  std::size_t offset_;
  Position position_ = {1, 1};
};

}  // namespace bytes::content
