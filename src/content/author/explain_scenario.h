// The sentences about scenarios: their fields, their expressions, and what was proven about them.
#pragma once

#include "base/diagnostics.h"

namespace bytes::content {

// False: the code is none of theirs.
bool explain_scenario(Diagnostic& problem);

}  // namespace bytes::content
