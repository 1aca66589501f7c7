// The part of the document that is painted on, with the few strokes that all painters share. Lengths are CSS px; the
// origin is the window's top left corner.
#pragma once

#include "paint/painter.h"

namespace bytes::paint {

inline constexpr float kPi = 3.14159265f;

struct Rect {
  float left = 0, top = 0, right = 0, bottom = 0;

  float width() const { return right - left; }
  float height() const { return bottom - top; }
  ImVec2 centre() const { return {(left + right) / 2, (top + bottom) / 2}; }
  ImVec2 corner() const { return {left, top}; }
  ImVec2 far_corner() const { return {right, bottom}; }
  bool overlaps(const Rect& other) const {
    return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
  }
  bool holds(ImVec2 point) const {
    return point.x >= left && point.x < right && point.y >= top && point.y < bottom;
  }
  bool is_within(const Rect& outer) const {
    return left >= outer.left && right <= outer.right && top >= outer.top && bottom <= outer.bottom;
  }
  Rect joined(const Rect& other) const {
    return {left < other.left ? left : other.left, top < other.top ? top : other.top,
            right > other.right ? right : other.right, bottom > other.bottom ? bottom : other.bottom};
  }
  Rect moved(ImVec2 by) const { return {left + by.x, top + by.y, right + by.x, bottom + by.y}; }
  Rect grown(float by) const { return {left - by, top - by, right + by, bottom + by}; }
};

class Canvas {
 public:
  // Requires: `window` is finite and not empty.
  Canvas(ImDrawList* list, const Window& window);

  // Where a box of the document is, its edges on whole device pixels, as browsers put them.
  Rect place(const Box& box) const;
  float snap(float length) const;
  // False when nothing of `rect`, grown by `margin`, can be seen.
  bool shows(const Rect& rect, float margin = 0) const;

  void fill(const Rect& rect, float radius, ImU32 colour);
  // A ground with a border inside its edges. Both are opaque.
  void box(const Rect& rect, float radius, float border, ImU32 border_colour, ImU32 ground);
  void disc(ImVec2 centre, float radius, ImU32 colour);
  // A disc with a border inside its edge.
  void ring(ImVec2 centre, float radius, float border, ImU32 border_colour, ImU32 ground);
  // Round ends and joints.
  void stroke(const ImVec2* points, int count, float width, ImU32 colour);

  ImDrawList* list() const { return list_; }
  float width() const { return width_; }
  float height() const { return height_; }

 private:
  ImDrawList* list_;
  float x_, y_, width_, height_, scale_;
};

}  // namespace bytes::paint
