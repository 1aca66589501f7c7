// The value of a decimal number in a text.
#pragma once

#include <string_view>

namespace bytes::content {

// The double nearest to `number`, ties to even; 0 or an infinity where it is too small or too great for one. Digits
// after the nineteenth that counts only tell a tie from what lies above it. Requires: a number as JSON spells it.
//
// The C library's strtod does the same with software quadruple precision, which is most of 5 KB in what a learner
// downloads.
double decimal_value(std::string_view number);

}  // namespace bytes::content
