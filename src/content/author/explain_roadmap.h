// The sentences about roadmaps.
#pragma once

#include "base/diagnostics.h"

namespace bytes::content {

// Gives a problem that only a roadmap can have its message and remedy; false for any other.
bool explain_roadmap(Diagnostic& problem);

}  // namespace bytes::content
