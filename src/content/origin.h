// Where a thing stood in its author's file.
#pragma once

#include "base/diagnostics.h"

namespace bytes::content {

// All are equal, so that equality is about what a learner could tell apart.
struct Origin : Position {
  Origin() = default;
  explicit Origin(Position position) : Position(position) {}

  friend bool operator==(const Origin&, const Origin&) { return true; }
};

}  // namespace bytes::content
