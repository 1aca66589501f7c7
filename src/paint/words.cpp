#include "paint/words.h"

#include <cmath>

namespace bytes::paint {

void WordBrush::draw(const Quad& quad, ImVec2 offset) {
  const PaintInput& input = scene_.input;
  Canvas& canvas = scene_.canvas;
  if (quad.page < 0 || static_cast<std::size_t>(quad.page) >= input.word_pages.size()) return;
  Rect rect{quad.x - input.window.x + offset.x, quad.y - input.window.y + offset.y, 0, 0};
  rect.right = rect.left + quad.width;
  rect.bottom = rect.top + quad.height;
  if (!(rect.width() > 0 && rect.height() > 0 && canvas.shows(rect))) return;
  if (!std::isfinite(quad.u0 + quad.v0 + quad.u1 + quad.v1)) return;
  if (!has_begun_) {
    has_begun_ = true;
    if (input.premultiplied_blend) canvas.list()->AddCallback(input.premultiplied_blend, nullptr);
  }
  canvas.list()->AddImage(input.word_pages[static_cast<std::size_t>(quad.page)], rect.corner(), rect.far_corner(),
                          {quad.u0, quad.v0}, {quad.u1, quad.v1});
}

WordBrush::~WordBrush() {
  if (has_begun_ && scene_.input.premultiplied_blend) {
    scene_.canvas.list()->AddCallback(ImDrawCallback_ResetRenderState, nullptr);
  }
}

void paint_words(Scene& scene, Layer layer) {
  Canvas& canvas = scene.canvas;
  WordBrush brush(scene);
  for (const Quad& quad : scene.input.words) {
    const ImVec2* lifted = scene.offset_of(quad.element);
    if (scene.layer_of(quad.element) != layer) continue;
    ImVec2 offset = {0, 0};
    if (lifted) offset = {canvas.snap(lifted->x), canvas.snap(lifted->y)};
    // Most are far away; also false for what is no number.
    const float down = quad.y - scene.input.window.y + offset.y;
    if (!(down < canvas.height() && down + quad.height > 0)) continue;
    offset.y += canvas.snap(scene.words_down(quad.element));
    brush.draw(quad, offset);
  }
}

}  // namespace bytes::paint
