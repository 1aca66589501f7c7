// The soft shadow under a card, as CSS paints `box-shadow`.
#pragma once

#include "paint/canvas.h"

namespace bytes::paint {

// The shadow of a box with card corners. What lies under the box itself is left out.
void paint_shadow(Canvas& canvas, const Rect& box, ImU32 colour);

}  // namespace bytes::paint
