#include "paint/canvas.h"

#include <cmath>

namespace bytes::paint {

Canvas::Canvas(ImDrawList* list, const Window& window)
    : list_(list), x_(window.x), y_(window.y), width_(window.width), height_(window.height), scale_(window.scale) {
  // Edges are soft over one device pixel, not over one CSS px.
  list->_FringeScale = 1 / scale_;
}

float Canvas::snap(float length) const { return std::floor(length * scale_ + 0.5f) / scale_; }

Rect Canvas::place(const Box& box) const {
  return {snap(box.x - x_), snap(box.y - y_), snap(box.x + box.width - x_), snap(box.y + box.height - y_)};
}

bool Canvas::shows(const Rect& rect, float margin) const {
  return rect.bottom + margin > 0 && rect.top - margin < height_ && rect.right + margin > 0 &&
         rect.left - margin < width_;
}

void Canvas::fill(const Rect& rect, float radius, ImU32 colour) {
  list_->AddRectFilled(rect.corner(), rect.far_corner(), colour, radius);
}

void Canvas::box(const Rect& rect, float radius, float border, ImU32 border_colour, ImU32 ground) {
  // Two grounds rather than a line: the inner corner then has the radius that CSS gives it.
  if (border_colour != ground) fill(rect, radius, border_colour);
  const float inset = border_colour == ground ? 0 : border;
  fill(rect.grown(-inset), radius - inset, ground);
}

void Canvas::disc(ImVec2 centre, float radius, ImU32 colour) {
  if (radius > 0) list_->AddCircleFilled(centre, radius, colour);
}

void Canvas::ring(ImVec2 centre, float radius, float border, ImU32 border_colour, ImU32 ground) {
  disc(centre, radius, border_colour);
  if (border_colour != ground) disc(centre, radius - border, ground);
}

void Canvas::stroke(const ImVec2* points, int count, float width, ImU32 colour) {
  // Line by line: a polyline's joints are pointed. Not by AddLine, which moves its ends by half a pixel.
  for (int i = 0; i < count; ++i) {
    disc(points[i], width / 2, colour);
    if (i == 0) continue;
    list_->PathLineTo(points[i - 1]);
    list_->PathLineTo(points[i]);
    list_->PathStroke(colour, ImDrawFlags_None, width);
  }
}

}  // namespace bytes::paint
