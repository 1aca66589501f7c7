// What stands around a field: the field and what is written in it are the browser's.
#include "paint/icons.h"
#include "paint/painters.h"

namespace bytes::paint {

void paint_answer_box(Scene& scene, const Placed& place) {
  const Palette& colours = scene.colours;
  const std::string_view tone = tone_of(*place.element);
  const float chosen = scene.state(place, Channel::kChosen, tone == "chosen", kQuickMs);
  const float right = scene.state(place, Channel::kRight, tone == "right");
  const float wrong = scene.state(place, Channel::kWrong, tone == "wrong");
  const ImU32 ground = mix(mix(colours.card, colours.right_tint, right), colours.wrong_tint, wrong);
  const ImU32 edge = mix(mix(mix(colours.border, colours.primary, chosen), colours.right, right), colours.wrong, wrong);
  scene.canvas.box(place.rect, kRowRadiusPx, kEdgePx + (kThickEdgePx - kEdgePx) * chosen, edge, ground);
  if (right == 0 && wrong == 0) return;
  // Where lines end.
  const float size = kControlRem * scene.rem;
  const float inset = kEdgePx + kRowInlineRem * scene.rem + size / 2;
  const ImVec2 centre = {scene.is_right_to_left() ? place.rect.left + inset : place.rect.right - inset,
                         place.rect.top + kEdgePx + (kRowBlockRem + kTextLineRem / 2) * scene.rem};
  scene.canvas.disc(centre, size / 2, faded(mix(colours.right, colours.wrong, wrong), right > wrong ? right : wrong));
  if (right > 0) paint_check(scene.canvas, centre, size, colours.on_right, right);
  if (wrong > 0) paint_cross(scene.canvas, centre, size, colours.on_wrong, wrong);
}

}  // namespace bytes::paint
