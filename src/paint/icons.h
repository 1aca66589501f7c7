// The page's few signs. web/style/shapes.css has the same shapes as clip paths (--check, --cross and so on).
#pragma once

#include "paint/canvas.h"

namespace bytes::paint {

// Signs fill a square of `size` around `centre`, with some space of their own around them.
// `drawn`: how much of the stroke is there, 0 to 1.
void paint_check(Canvas& canvas, ImVec2 centre, float size, ImU32 colour, float drawn = 1);
void paint_cross(Canvas& canvas, ImVec2 centre, float size, ImU32 colour, float drawn = 1);
void paint_bulb(Canvas& canvas, ImVec2 centre, float size, ImU32 colour);
void paint_star(Canvas& canvas, ImVec2 centre, float size, ImU32 colour);
void paint_five_points(Canvas& canvas, ImVec2 centre, float size, ImU32 colour);
void paint_two_sides(Canvas& canvas, ImVec2 centre, float size, ImU32 colour);
void paint_open_ring(Canvas& canvas, ImVec2 centre, float size, ImU32 colour);
void paint_question(Canvas& canvas, ImVec2 centre, float size, ImU32 colour);
// Points to where lines end.
void paint_chevron(Canvas& canvas, ImVec2 centre, float size, ImU32 colour, bool is_right_to_left);
void paint_letter_i(Canvas& canvas, ImVec2 centre, float size, ImU32 colour);
void paint_exclamation(Canvas& canvas, ImVec2 centre, float size, ImU32 colour);
void paint_bookmark(Canvas& canvas, ImVec2 centre, float size, ImU32 colour);

}  // namespace bytes::paint
