// The pairs of a match question: a line runs from the item to its answer once one is chosen, and is cut where they do not
// belong together.
#include "paint/icons.h"
#include "paint/painters.h"

namespace bytes::paint {

void paint_match_pair(Scene& scene, const Placed& place) {
  const Palette& colours = scene.colours;
  const std::string_view tone = tone_of(*place.element);
  const float right = scene.state(place, Channel::kRight, tone == "right");
  const float wrong = scene.state(place, Channel::kWrong, tone == "wrong");
  const ImU32 ground = mix(mix(colours.card, colours.right_tint, right), colours.wrong_tint, wrong);
  const ImU32 edge = mix(mix(colours.border, colours.right, right), colours.wrong, wrong);
  scene.canvas.box(place.rect, kRowRadiusPx, kEdgePx, edge, ground);
}

void paint_match_link(Scene& scene, const Placed& place) {
  const outline::Element* pair = scene.input.outline->parent_of(place.handle);
  if (!pair) return;
  const Palette& colours = scene.colours;
  Canvas& canvas = scene.canvas;
  const std::string_view tone = tone_of(*pair);
  const float drawn = scene.state(place, Channel::kChosen, tone != "open", kFlowMs);
  const float right = scene.state(place, Channel::kRight, tone == "right");
  const float wrong = scene.state(place, Channel::kWrong, tone == "wrong");
  const Rect& rect = place.rect;
  const float dot = 0.25f * scene.rem;
  const float width = 0.1875f * scene.rem;
  ImVec2 from = rect.centre();
  ImVec2 to = from;
  // Below one another where there is no room side by side.
  if (rect.width() < rect.height()) {
    from.y = rect.top + dot;
    to.y = rect.bottom - dot;
  } else {
    from.x = scene.start_of(rect, dot);
    to.x = rect.left + rect.right - from.x;
  }
  const ImU32 ink = mix(mix(colours.primary, colours.right, right), colours.wrong, wrong);
  const ImVec2 way = to - from;
  for (int i = 1; drawn < 1 && i < 4; ++i) {
    const float at = static_cast<float>(i) / 4;
    if (at > drawn) canvas.disc(from + way * at, width / 2, colours.border);
  }
  if (drawn > 0) {
    const ImVec2 points[] = {from, from + way * drawn};
    canvas.stroke(points, 2, width, ink);
  }
  canvas.disc(from, dot, mix(colours.border, ink, drawn));
  const float arrived = drawn > 0.75f ? (drawn - 0.75f) * 4 : 0;
  canvas.ring(to, dot, width * 0.75f, mix(colours.border, ink, arrived), mix(colours.card, ink, arrived));
  const float answered = right > wrong ? right : wrong;
  if (answered <= 0) return;
  const float badge = kControlRem * scene.rem;
  canvas.disc(rect.centre(), badge / 2 * answered, ink);
  if (right > 0) paint_check(canvas, rect.centre(), badge, colours.on_right, right);
  if (wrong > 0) paint_cross(canvas, rect.centre(), badge, colours.on_wrong, wrong);
}

// The number that a row of a hotspot question shares with its part of the picture.
void paint_spot_number(Scene& scene, const Placed& place) {
  const outline::Element* row = scene.input.outline->parent_of(place.handle);
  const Palette& colours = scene.colours;
  const float chosen = scene.state(place, Channel::kChosen, row && tone_of(*row) == "chosen", kQuickMs);
  scene.canvas.disc(place.rect.centre(), place.rect.height() / 2, mix(colours.primary_tint, colours.card, chosen));
}

}  // namespace bytes::paint
