#include "paint/words.h"

#include <cmath>

namespace bytes::paint {

void paint_words(Scene& scene, Layer layer) {
  Canvas& canvas = scene.canvas;
  const PaintInput& input = scene.input;
  ImDrawList* list = canvas.list();
  bool has_begun = false;
  for (const Quad& quad : input.words) {
    const ImVec2* lifted = scene.offset_of(quad.element);
    if ((lifted != nullptr) != (layer == Layer::kLifted)) continue;
    // Most are far away; also false for what is no number.
    const float down = quad.y - input.window.y + (lifted ? lifted->y : 0);
    if (!(down < canvas.height() && down + quad.height > 0)) continue;
    if (quad.page < 0 || static_cast<std::size_t>(quad.page) >= input.word_pages.size()) continue;
    Rect rect{quad.x - input.window.x, quad.y - input.window.y, 0, 0};
    rect.top += canvas.snap(scene.words_down(quad.element));
    if (lifted) {
      rect.left += canvas.snap(lifted->x);
      rect.top += canvas.snap(lifted->y);
    }
    rect.right = rect.left + quad.width;
    rect.bottom = rect.top + quad.height;
    if (!(rect.width() > 0 && rect.height() > 0 && canvas.shows(rect))) continue;
    if (!std::isfinite(quad.u0 + quad.v0 + quad.u1 + quad.v1)) continue;
    if (!has_begun) {
      has_begun = true;
      if (input.premultiplied_blend) list->AddCallback(input.premultiplied_blend, nullptr);
    }
    list->AddImage(input.word_pages[static_cast<std::size_t>(quad.page)], rect.corner(), rect.far_corner(),
                   {quad.u0, quad.v0}, {quad.u1, quad.v1});
  }
  if (has_begun && input.premultiplied_blend) list->AddCallback(ImDrawCallback_ResetRenderState, nullptr);
}

}  // namespace bytes::paint
