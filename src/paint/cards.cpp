// Cards, and the tinted grounds that need no state of their own.
#include "paint/painters.h"
#include "paint/shadow.h"

namespace bytes::paint {

void paint_card(Scene& scene, const Placed& place) {
  paint_shadow(scene.canvas, place.rect, scene.colours.shadow);
  scene.canvas.box(place.rect, kCardRadiusPx, kEdgePx, scene.colours.line, scene.colours.card);
}

void paint_notice(Scene& scene, const Placed& place) {
  scene.canvas.fill(place.rect, kRowRadiusPx, scene.colours.primary_tint);
}

void paint_hint(Scene& scene, const Placed& place) {
  scene.canvas.fill(place.rect, kRowRadiusPx, scene.colours.sun_tint);
}

void paint_result(Scene& scene, const Placed& place) {
  if (place.element->children.empty()) return;
  const std::string_view tone = tone_of(*place.element);
  ImU32 ground =
      mix(scene.colours.primary_tint, scene.colours.right_tint, scene.state(place, Channel::kRight, tone == "right"));
  ground = mix(ground, scene.colours.wrong_tint, scene.state(place, Channel::kWrong, tone == "wrong"));
  scene.canvas.fill(place.rect, kRowRadiusPx, ground);
}

}  // namespace bytes::paint
