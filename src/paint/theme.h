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
  // `token` as in assets/theme.json, `colour` as `#rrggbb`. False, and nothing is changed, when either is not so.
  bool set(ThemeName name, std::string_view token, std::string_view colour);
};

// From `a` (weight 0) to `b` (weight 1), exactly so at both ends.
ImU32 mix(ImU32 a, ImU32 b, float weight);

// `colour`, its opacity multiplied by `opacity` (0 to 1).
ImU32 faded(ImU32 colour, float opacity);

}  // namespace bytes::paint
