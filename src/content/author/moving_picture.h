// Whether a picture moves by itself, from its file.
#pragma once

#include <string_view>

namespace bytes::content {

// A GIF, PNG or WebP with more than one picture in it, or an SVG that animates itself (by SMIL or by CSS). False for
// what is none of these. Any content is safe.
bool is_moving_picture(std::string_view file);

}  // namespace bytes::content
