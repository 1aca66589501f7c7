// Says in sentences what the readers found, which give codes and details only.
#pragma once

#include <string_view>

#include "base/diagnostics.h"

namespace bytes::content {

// All of `found`, ordered by place, each with its message and its remedy. `text` is the file they are about: for a
// syntax error it is looked at again, and the place becomes the one to mend. What has a message already keeps it.
Diagnostics explained(const Diagnostics& found, std::string_view text);

}  // namespace bytes::content
