// Sentences about site.json.
#pragma once

#include "base/diagnostics.h"

namespace bytes::content {

// Gives a problem that only a site can have its message and remedy; false for any other.
bool explain_site(Diagnostic& problem);

}  // namespace bytes::content
