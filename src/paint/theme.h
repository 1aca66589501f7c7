// Colours of a theme and how they blend.
#pragma once

#include "paint/painter.h"
#include "paint/theme_tokens.h"

namespace bytes::paint {

const Palette& palette_of(ThemeName name);

// From `a` (weight 0) to `b` (weight 1), exactly so at both ends.
ImU32 mix(ImU32 a, ImU32 b, float weight);

// `colour`, its opacity multiplied by `opacity` (0 to 1).
ImU32 faded(ImU32 colour, float opacity);

}  // namespace bytes::paint
