// Names and where each was first seen: finds the second use of one. Takes linear time, whatever the file holds.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"

namespace bytes::content {

class NameTable {
 public:
  // Null when `name` is new, else where it was seen first. The pointer holds until the next call.
  // Requires: `name` outlives the table.
  const Position* add(std::string_view name, Position position);

 private:
  struct Slot {
    std::string_view name;
    Position position;
    bool is_taken = false;
  };

  Slot& slot_of(std::string_view name);

  std::vector<Slot> slots_;  // Open addressing; a power of two, at most half of them taken.
  std::size_t taken_ = 0;
};

}  // namespace bytes::content
