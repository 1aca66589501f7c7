// The outline as HTML: the static page's body.
#pragma once

#include <string>

#include "outline/element.h"

namespace bytes::outline {

// The element and all below it. Every text run stands alone in a `span`, inside its marks, so that words can be read back
// without a change of nodes. Nothing of the outline is taken for markup. Addresses that `is_safe_link` refuses are left out.
std::string to_html(const Element& element);

// `text` with &, <, > and " escaped: right inside an element and inside a quoted attribute.
std::string escape_html(std::string_view text);

}  // namespace bytes::outline
