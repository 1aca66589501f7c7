// Numbers with a fraction that are kept as whole parts.
#pragma once

#include <cstdint>
#include <string>

namespace bytes::content {

// `2.5` for 2,500,000 where `parts`, a power of ten, is a million: in ASCII digits, with a point, without zeros at its
// end.
std::string decimal_text(std::int64_t value, std::int64_t parts);

}  // namespace bytes::content
