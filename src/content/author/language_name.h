// What languages call themselves.
#pragma once

#include <string>
#include <string_view>

namespace bytes::content {

// `Español` for `es` and for `es-MX`, unless that has a name of its own; the tag itself when none is known.
std::string language_name(std::string_view tag);

}  // namespace bytes::content
