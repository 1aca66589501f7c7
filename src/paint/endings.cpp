#include "paint/endings.h"

#include "paint/icons.h"

namespace bytes::paint {

EndingLook look_of_ending(std::string_view kind, const Palette& colours) {
  if (kind == "good") return {colours.right_tint, colours.right, colours.right, colours.on_right, paint_five_points};
  if (kind == "bad") {
    return {colours.wrong_tint, colours.wrong, colours.wrong, colours.on_wrong,
            [](Canvas& canvas, ImVec2 centre, float size, ImU32 colour) { paint_cross(canvas, centre, size, colour); }};
  }
  if (kind == "mixed" || kind == "surprise") {
    return {colours.sun_tint, colours.sun_deep, colours.sun, colours.on_sun,
            kind == "mixed" ? paint_two_sides : paint_star};
  }
  return {colours.primary_tint, colours.primary, colours.primary, colours.on_primary, paint_open_ring};
}

}  // namespace bytes::paint
