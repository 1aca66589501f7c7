// The sentences about expressions: conditions and effects.
#pragma once

#include "base/diagnostics.h"

namespace bytes::content {

// False: the code is none of theirs.
bool explain_expressions(Diagnostic& problem);

}  // namespace bytes::content
