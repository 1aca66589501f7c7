#include "content/author/moving_picture.h"

#include <algorithm>
#include <iterator>

namespace bytes::content {
namespace {

bool holds(std::string_view text, std::string_view word) { return text.find(word) != std::string_view::npos; }

std::size_t byte_at(std::string_view file, std::size_t offset) {
  return offset < file.size() ? static_cast<unsigned char>(file[offset]) : 0;
}

// The bytes of a colour table, from the flags that announce it.
std::size_t table_size(std::size_t flags) { return flags & 0x80 ? std::size_t{3} << ((flags & 7) + 1) : 0; }

// Past a row of GIF's sub-blocks: each says its length, and an empty one ends the row.
std::size_t after_sub_blocks(std::string_view file, std::size_t offset) {
  while (byte_at(file, offset) > 0) offset += 1 + byte_at(file, offset);
  return offset + 1;
}

// GIF89a, CompuServe 1990: a screen, then blocks; each picture is one.
bool has_two_gif_pictures(std::string_view file) {
  constexpr std::size_t kExtension = 0x21;
  constexpr std::size_t kPicture = 0x2c;
  int pictures = 0;
  std::size_t offset = 13 + table_size(byte_at(file, 10));
  while (offset < file.size()) {
    const std::size_t kind = byte_at(file, offset);
    if (kind == kExtension) {
      offset = after_sub_blocks(file, offset + 2);
    } else if (kind == kPicture) {
      if (++pictures == 2) return true;
      // Its place and flags, its colours, the size of its codes.
      offset = after_sub_blocks(file, offset + 10 + table_size(byte_at(file, offset + 9)) + 1);
    } else {
      return false;
    }
  }
  return false;
}

bool moves_as_svg(std::string_view file) {
  constexpr std::string_view kSigns[] = {"<animate", "<set ", "@keyframes"};
  return holds(file, "<svg") &&
         std::any_of(std::begin(kSigns), std::end(kSigns), [&](std::string_view sign) { return holds(file, sign); });
}

}  // namespace

bool is_moving_picture(std::string_view file) {
  if (file.starts_with("GIF87a") || file.starts_with("GIF89a")) return has_two_gif_pictures(file);
  // Its number of pictures comes before the first one's data.
  if (file.starts_with("\x89PNG\r\n\x1a\n")) return holds(file.substr(0, file.find("IDAT")), "acTL");
  if (file.starts_with("RIFF")) {
    constexpr std::size_t kAnimated = 0x02;
    return file.substr(std::min<std::size_t>(8, file.size()), 8) == "WEBPVP8X" && (byte_at(file, 20) & kAnimated);
  }
  return moves_as_svg(file);
}

}  // namespace bytes::content
