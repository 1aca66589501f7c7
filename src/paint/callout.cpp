// A remark beside the lesson: a tinted card with a badge.
#include "paint/icons.h"
#include "paint/painters.h"

namespace bytes::paint {

void paint_callout(Scene& scene, const Placed& place) {
  const Palette& colours = scene.colours;
  ImU32 ground = colours.sun_tint, badge = colours.sun, ink = colours.on_sun;
  void (*sign)(Canvas&, ImVec2, float, ImU32) = paint_bulb;
  const std::string_view tone = tone_of(*place.element);
  if (tone == "tip") {
    sign = paint_star;
  } else if (tone == "note" || tone == "example") {
    ground = colours.primary_tint;
    badge = colours.primary;
    ink = colours.on_primary;
    sign = tone == "note" ? paint_letter_i : paint_bookmark;
  } else if (tone == "warning") {
    ground = colours.wrong_tint;
    badge = colours.wrong;
    ink = colours.on_wrong;
    sign = paint_exclamation;
  }
  scene.canvas.fill(place.rect, kCardRadiusPx, ground);
  const float size = kBadgeRem * scene.rem;
  const float inset = kCardInlineRem * scene.rem;
  const ImVec2 centre = {scene.start_of(place.rect, inset + size / 2),
                         place.rect.top + inset + kTextLineRem * scene.rem / 2};
  scene.canvas.disc(centre, size / 2, badge);
  sign(scene.canvas, centre, size, ink);
}

}  // namespace bytes::paint
