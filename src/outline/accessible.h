// The outline as a screen reader meets it: what is there, what it is called, and in which state.
//
// Follows HTML-AAM and the accessible name computation (ACCNAME 1.2) for the roles of roles.json; the browser tests hold
// it against the browsers' own trees.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "outline/element.h"

namespace bytes::outline {

// The letters of the element and of all below it, in reading order, parts apart by a space.
std::string all_letters(const Element& element);

// What a screen reader calls the element: its label, the element that labels it, its alternative text, or its letters.
std::string accessible_name(const Element& root, const Element& element);

// All elements of that role and name, in reading order; what is hidden, and what is in it, is left out.
std::vector<const Element*> find_all(const Element& root, Role role, std::string_view name);

// The only element of that role and name; null when there is none or more than one.
const Element* find_by_name(const Element& root, Role role, std::string_view name);

// One line for each element that has a meaning of its own, indented by depth: `radio "A mentor" checked`.
std::string transcript(const Element& root);

}  // namespace bytes::outline
