// The page's words: pictures that the browser drew, put where the browser has them.
#pragma once

#include <span>
#include <vector>

#include "paint/canvas.h"

namespace bytes::paint {

// An element whose words have moved with it.
struct Shift {
  int element;
  float down;
};

// Draws those of `input.words` that lie in the window. What is not finite, or has no texture, is passed over.
void paint_words(Canvas& canvas, const PaintInput& input, std::span<const Shift> shifts);

}  // namespace bytes::paint
