// How large a picture is, from the first bytes of its file.
#pragma once

#include <optional>
#include <string_view>

namespace bytes::content {

// In CSS px, both at least 1.
struct PictureSize {
  int width = 0;
  int height = 0;

  friend bool operator==(const PictureSize&, const PictureSize&) = default;
};

// The natural size as a browser would have it, of an SVG (`width` and `height`, else `viewBox`), PNG, JPEG (turned as
// its Exif data asks), GIF or WebP. Empty when `file` is none of these, is damaged before its size, or says no size.
// Any content is safe.
std::optional<PictureSize> picture_size(std::string_view file);

}  // namespace bytes::content
