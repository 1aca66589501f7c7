// Turns offsets in a text into positions. Cheap when they are asked for in rising order.
#pragma once

#include <cstddef>
#include <string_view>

#include "base/diagnostics.h"

namespace bytes::content {

class PositionCounter {
 public:
  // A byte-order mark takes no column.
  explicit PositionCounter(std::string_view text) : text_(text) {}

  Position at(std::size_t offset) {
    if (offset < offset_) *this = PositionCounter(text_);
    for (; offset_ < offset && offset_ < text_.size(); ++offset_) {
      const unsigned char c = static_cast<unsigned char>(text_[offset_]);
      if (c == '\n') {
        ++position_.line;
        position_.column = 1;
      } else if ((c & 0xc0) != 0x80 && (offset_ > 0 || !has_byte_order_mark())) {
        ++position_.column;
      }
    }
    return position_;
  }

 private:
  bool has_byte_order_mark() const { return text_.substr(0, 3) == "\xef\xbb\xbf"; }

  std::string_view text_;
  std::size_t offset_ = 0;
  Position position_ = {1, 1};
};

}  // namespace bytes::content
