#include "outline/math.h"

namespace bytes::outline {

std::optional<Role> math_role(std::string_view tag) {
  for (int i = kRoleCount - kMathRoleCount; i < kRoleCount; ++i) {
    if (row_of(static_cast<Role>(i)).tag == tag) return static_cast<Role>(i);
  }
  return std::nullopt;
}

std::optional<Attribute> math_attribute(std::string_view name) {
  for (int i = kAttributeCount - kMathAttributeCount; i < kAttributeCount; ++i) {
    if (row_of(static_cast<Attribute>(i)).html == name) return static_cast<Attribute>(i);
  }
  return std::nullopt;
}

}  // namespace bytes::outline
