#include "content/math.h"

#include <algorithm>
#include <iterator>

namespace bytes::content {

bool is_math_element(std::string_view tag) {
  return std::find(std::begin(kMathElements), std::end(kMathElements), tag) != std::end(kMathElements);
}

bool is_math_attribute(std::string_view name) {
  return std::find(std::begin(kMathAttributes), std::end(kMathAttributes), name) != std::end(kMathAttributes);
}

bool is_math_token(std::string_view tag) {
  return tag == "mi" || tag == "mn" || tag == "mo" || tag == "mtext" || tag == "ms";
}

}  // namespace bytes::content
