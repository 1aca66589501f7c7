// Which way a language is written.
#pragma once

#include <string_view>

#include "outline/element.h"

namespace bytes::view {

// By script subtag, else by primary subtag (CLDR's list of right-to-left languages).
bool is_right_to_left(std::string_view language);

// Puts language and direction on an element whose language is not its surroundings'; nothing for an empty `language`.
void set_language(outline::Element& element, std::string_view language);

}  // namespace bytes::view
