// MathML's elements and attributes among the roles (roles.json, "math").
#pragma once

#include <optional>
#include <string_view>

#include "outline/roles.h"

namespace bytes::outline {

// Whether it is an element of MathML: its letters then stand in it as they are, in no element of their own.
inline bool is_math(Role role) { return static_cast<int>(role) >= kRoleCount - kMathRoleCount; }

// The role of that element, such as `mfrac`, if it is one of MathML's that is known; likewise for attributes.
std::optional<Role> math_role(std::string_view tag);
std::optional<Attribute> math_attribute(std::string_view name);

}  // namespace bytes::outline
