// The rows of a question's answers, and the control at the start of each.
#include "paint/icons.h"
#include "paint/painters.h"

namespace bytes::paint {
namespace {

using outline::Attribute;
using outline::Element;
using outline::Role;

// How far a row is into each of its states, 0 to 1. A row and its control move together.
struct RowState {
  float hover, press, chosen, right, wrong, missed, locked;
};

RowState state_of(Scene& scene, const Placed& row) {
  const std::string_view tone = tone_of(*row.element);
  bool is_locked = false;
  for (const Element& child : row.element->children) is_locked = is_locked || child.has(Attribute::kDisabled);
  RowState state;
  state.hover = scene.hover(row, !is_locked && tone == "open");
  state.press = scene.press(row, !is_locked);
  state.chosen = scene.state(row, Channel::kChosen, tone == "chosen", kQuickMs);
  state.right = scene.state(row, Channel::kRight, tone == "right");
  state.wrong = scene.state(row, Channel::kWrong, tone == "wrong");
  state.missed = scene.state(row, Channel::kMissed, tone == "missed");
  state.locked = scene.state(row, Channel::kQuiet, is_locked && tone == "open");
  return state;
}

// As the style sheet has it for rows that are larger.
constexpr float kLargeRowRem = 0.375f;
constexpr float kStepRadiusPx = 8;

// Stands on the row's first line, `down` below its usual place.
void paint_control(Scene& scene, const Rect& row, float down, bool is_radio, const RowState& state) {
  const Palette& colours = scene.colours;
  Canvas& canvas = scene.canvas;
  const float size = kControlRem * scene.rem;
  const ImVec2 centre = {scene.start_of(row, kEdgePx + kRowInlineRem * scene.rem + size / 2),
                         row.top + down + kEdgePx + (kRowBlockRem + kTextLineRem / 2) * scene.rem};

  ImU32 ink = mix(colours.border, colours.primary, state.chosen);
  ImU32 ground = mix(mix(colours.card, colours.primary_tint, state.press), colours.primary, state.chosen);
  ink = mix(ink, colours.right, state.right > state.missed ? state.right : state.missed);
  ground = mix(ground, colours.right, state.right);
  ink = mix(ink, colours.wrong, state.wrong);
  ground = mix(ground, colours.wrong, state.wrong);

  const float half = size / 2;
  if (is_radio) {
    canvas.ring(centre, half, kThickEdgePx, ink, ground);
  } else {
    const Rect square = {canvas.snap(centre.x - half), canvas.snap(centre.y - half), canvas.snap(centre.x + half),
                         canvas.snap(centre.y + half)};
    canvas.box(square, 6, kThickEdgePx, ink, ground);
  }

  const float answered = state.right > state.wrong ? state.right : state.wrong;
  if (state.chosen > 0 && answered < 1) {
    if (is_radio) {
      canvas.disc(centre, size * 0.27f * state.chosen, faded(colours.on_primary, 1 - answered));
    } else {
      paint_check(canvas, centre, size, faded(colours.on_primary, 1 - answered), state.chosen);
    }
  }
  if (state.right > 0) paint_check(canvas, centre, size, colours.on_right, state.right);
  if (state.missed > 0) paint_check(canvas, centre, size, colours.right, state.missed);
  if (state.wrong > 0) paint_cross(canvas, centre, size, colours.on_wrong, state.wrong);
}

}  // namespace

void paint_option(Scene& scene, const Placed& place) {
  const Palette& colours = scene.colours;
  const RowState state = state_of(scene, place);
  ImU32 ground = mix(colours.card, colours.hover, state.hover);
  ground = mix(ground, colours.primary_tint, state.press > state.chosen ? state.press : state.chosen);
  ground = mix(ground, colours.right_tint, state.right);
  ground = mix(ground, colours.wrong_tint, state.wrong);
  ImU32 edge = mix(colours.border, colours.primary, state.chosen);
  edge = mix(edge, colours.line, state.locked);
  edge = mix(edge, colours.right, state.right > state.missed ? state.right : state.missed);
  edge = mix(edge, colours.wrong, state.wrong);
  const float width = kEdgePx + (kThickEdgePx - kEdgePx) * state.chosen;
  scene.canvas.box(place.rect, kRowRadiusPx, width, edge, ground);
  const float down = place.element->role == Role::kLargeOption ? kLargeRowRem * scene.rem : 0;
  for (const Element& child : place.element->children) {
    if (child.role == Role::kRadio || child.role == Role::kCheckbox) {
      paint_control(scene, place.rect, down, child.role == Role::kRadio, state);
    }
  }
}

void paint_scale_step(Scene& scene, const Placed& place) {
  const Palette& colours = scene.colours;
  const RowState state = state_of(scene, place);
  const ImU32 ground = mix(mix(mix(colours.card, colours.hover, state.hover), colours.primary_tint, state.press),
                           colours.primary, state.chosen);
  const ImU32 edge = mix(mix(colours.border, colours.line, state.locked), colours.primary, state.chosen);
  scene.canvas.box(place.rect, kStepRadiusPx, kEdgePx, edge, ground);
}

}  // namespace bytes::paint
