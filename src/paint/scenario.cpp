// What a scenario is told with: speech, choices, what was chosen, and how it ends.
#include "paint/endings.h"
#include "paint/icons.h"
#include "paint/painters.h"
#include "paint/shadow.h"

namespace bytes::paint {
namespace {

// web/style has the room for these.
constexpr float kTailAtRem = 2, kTailRem = 1, kTailHeightRem = 0.5f;
constexpr float kArrowAtRem = 1.25f, kArrowRem = 1;
constexpr float kArrowWayPx = 2, kSinkPx = 1;
constexpr float kCheckAtRem = 1.125f, kCheckRem = 1.25f, kChoseBlockRem = 0.75f;
constexpr float kSignAtRem = 2.25f, kSignRem = 2.5f;

}  // namespace

void paint_speech(Scene& scene, const Placed& place) {
  const ImU32 ground = scene.colours.hover;
  scene.canvas.fill(place.rect, kRowRadiusPx, ground);
  // Towards the portrait above.
  const float x = scene.start_of(place.rect, kTailAtRem * scene.rem), half = kTailRem * scene.rem / 2;
  const float top = place.rect.top;
  scene.canvas.list()->AddTriangleFilled({x - half, top + 0.5f}, {x, top - kTailHeightRem * scene.rem},
                                         {x + half, top + 0.5f}, ground);
}

void paint_choice(Scene& scene, const Placed& place) {
  const Palette& colours = scene.colours;
  const float hover = scene.hover(place);
  const float press = scene.press(place);
  const float down = scene.canvas.snap(kSinkPx * press);
  if (down > 0) scene.shift_words(place.handle, down);
  const Rect rect = place.rect.moved({0, down});
  const ImU32 ground = mix(mix(colours.card, colours.hover, hover), colours.primary_tint, press);
  scene.canvas.box(rect, kRowRadiusPx, kEdgePx, mix(colours.border, colours.primary, hover), ground);
  const bool is_right_to_left = scene.is_right_to_left();
  const float inset = kArrowAtRem * scene.rem - kArrowWayPx * hover;
  const float x = is_right_to_left ? rect.left + inset : rect.right - inset;
  paint_chevron(scene.canvas, {x, rect.centre().y}, kArrowRem * scene.rem, colours.primary, is_right_to_left);
}

void paint_chose(Scene& scene, const Placed& place) {
  scene.canvas.fill(place.rect, kRowRadiusPx, scene.colours.primary_tint);
  paint_check(scene.canvas,
              {scene.start_of(place.rect, kCheckAtRem * scene.rem),
               place.rect.top + (kChoseBlockRem + kTextLineRem / 2) * scene.rem},
              kCheckRem * scene.rem, scene.colours.primary);
}

void paint_ending(Scene& scene, const Placed& place) {
  const EndingLook look = look_of_ending(tone_of(*place.element), scene.colours);
  paint_shadow(scene.canvas, place.rect, scene.colours.shadow);
  scene.canvas.box(place.rect, kCardRadiusPx, kThickEdgePx, look.strong, look.tint);
  const float inset = kSignAtRem * scene.rem, size = kSignRem * scene.rem;
  const ImVec2 centre = {scene.is_right_to_left() ? place.rect.left + inset : place.rect.right - inset,
                         place.rect.top + inset};
  scene.canvas.disc(centre, size / 2, look.ground);
  look.sign(scene.canvas, centre, size, look.ink);
}

}  // namespace bytes::paint
