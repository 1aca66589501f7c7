// Colours of a theme and how they blend.
#pragma once

#include <string_view>

#include "paint/painter.h"
#include "paint/theme_tokens.h"

namespace bytes::paint {

// The player's own colours.
const Palette& palette_of(ThemeName name);

// Each theme's colours, in the order of ThemeName: a site may have changed some.
struct Palettes {
  Palette themes[IM_ARRAYSIZE(kPalettes)];

  Palettes();  // The player's own.

  const Palette& operator[](ThemeName name) const;
  // Of `colours`: eight hexadecimal digits RRGGBBAA for each of a Palette's fields, theme after theme.
  // Does nothing when there are more or fewer.
  void set(std::string_view colours);
};

// From `a` (weight 0) to `b` (weight 1), exactly so at both ends.
ImU32 mix(ImU32 a, ImU32 b, float weight);

// `colour`, its opacity multiplied by `opacity` (0 to 1).
ImU32 faded(ImU32 colour, float opacity);

}  // namespace bytes::paint
