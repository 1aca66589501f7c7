// Bytes as letters (RFC 4648, section 4, padded).
#pragma once

#include <string>
#include <string_view>

namespace bytes {

std::string to_base64(std::string_view bytes);

}  // namespace bytes
