// The sentences about translations; explain.h has all others.
#pragma once

#include "base/diagnostics.h"

namespace bytes::content {

// False when the problem is none of a translation.
bool explain_translation(Diagnostic& problem);

}  // namespace bytes::content
