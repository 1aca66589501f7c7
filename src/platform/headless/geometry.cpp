#include "platform/headless/geometry.h"

#include <string_view>

namespace bytes::platform::headless {
namespace {

constexpr float kLetterWidth = 9;
constexpr float kLineHeight = 27;
constexpr float kPadding = 8;

// Letters as a reader counts them: UTF-8's continuation bytes are none.
int letters_in(std::string_view text) {
  int letters = 0;
  for (char c : text) letters += (static_cast<unsigned char>(c) & 0xc0) != 0x80;
  return letters;
}

class Layout {
 public:
  explicit Layout(const outline::Handles& handles) : handles_(handles) {}

  // Returns the height.
  float place(const outline::Element& element, float x, float y, float width) {
    const int handle = handles_.of(element.id);
    const std::size_t index = geometry.boxes.size();
    geometry.boxes.push_back({handle, x, y, width, 0});
    const float inner = std::max(kLetterWidth, width - 2 * kPadding);
    float height = kPadding + place_words(element, handle, x + kPadding, y + kPadding, inner);
    for (const outline::Element& child : element.children) height += place(child, x + kPadding, y + height, inner);
    height += kPadding;
    geometry.boxes[index].height = height;
    return height;
  }

  Geometry geometry;

 private:
  float place_words(const outline::Element& element, int handle, float left, float top, float width) {
    float x = left;
    float y = top;
    for (const Run& run : element.text) {
      std::string_view rest = run.text;
      while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(' '), rest.size());
        const float word_width = static_cast<float>(letters_in(rest.substr(0, end))) * kLetterWidth;
        if (x > left && x + word_width > left + width) {
          x = left;
          y += kLineHeight;
        }
        if (end > 0) geometry.words.push_back({handle, x, y, word_width, kLineHeight, 0, 0, 1, 1, 0});
        x += word_width + kLetterWidth;
        rest.remove_prefix(std::min(end + 1, rest.size()));
      }
    }
    return element.text.empty() ? 0 : y + kLineHeight - top;
  }

  const outline::Handles& handles_;
};

}  // namespace

Geometry lay_out(const outline::Element& root, const outline::Handles& handles, float width) {
  Layout layout(handles);
  layout.geometry.height = layout.place(root, 0, 0, width);
  return std::move(layout.geometry);
}

}  // namespace bytes::platform::headless
