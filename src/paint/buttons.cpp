// Buttons, and links that look like one. A pressed one sinks by a pixel, its words with it.
#include "paint/painters.h"

namespace bytes::paint {
namespace {

using outline::Attribute;

constexpr float kSinkPx = 1;

struct ButtonLook {
  ImU32 edge, ground, hover_edge, hover_ground, press_ground;
};

void paint_look(Scene& scene, const Placed& place, const ButtonLook& look) {
  const Palette& colours = scene.colours;
  const bool is_enabled = !place.element->has(Attribute::kDisabled);
  const float hover = scene.hover(place, is_enabled);
  const float press = scene.press(place, is_enabled);
  const float quiet = scene.state(place, Channel::kQuiet, !is_enabled);
  const float down = scene.canvas.snap(kSinkPx * press);
  if (down > 0) scene.shift_words(place.handle, down);
  const ImU32 edge = mix(mix(look.edge, look.hover_edge, hover), colours.line, quiet);
  const ImU32 ground =
      mix(mix(mix(look.ground, look.hover_ground, hover), look.press_ground, press), colours.card, quiet);
  Rect rect = place.rect;
  rect.top += down;
  rect.bottom += down;
  scene.canvas.box(rect, kButtonRadiusPx, kEdgePx, edge, ground);
}

}  // namespace

void paint_button(Scene& scene, const Placed& place) {
  const Palette& colours = scene.colours;
  if (place.element->get(Attribute::kPressed) == "true") {
    const ImU32 ground = colours.primary_tint;
    return paint_look(scene, place, {colours.primary, ground, colours.primary, ground, ground});
  }
  paint_look(scene, place, {colours.border, colours.card, colours.border, colours.hover, colours.primary_tint});
}

void paint_primary_button(Scene& scene, const Placed& place) {
  const Palette& colours = scene.colours;
  if (tone_of(*place.element) == "quiet") return paint_button(scene, place);
  paint_look(scene, place,
             {colours.primary, colours.primary, colours.primary_deep, colours.primary_deep, colours.primary_deep});
}

void paint_next_link(Scene& scene, const Placed& place) {
  const Palette& colours = scene.colours;
  paint_look(scene, place,
             {colours.primary_tint, colours.primary_tint, colours.primary, colours.primary_tint,
              mix(colours.primary_tint, colours.primary, 0.12f)});
}

}  // namespace bytes::paint
