// The sentences about questions and what else learners fill in.
#pragma once

#include "base/diagnostics.h"

namespace bytes::content {

// False: the code is none of theirs.
bool explain_questions(Diagnostic& problem);

}  // namespace bytes::content
