// Colours as numbers: how well one is seen on another, and which one of the same hue is seen better.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace bytes::content {

struct Colour {
  std::uint8_t red = 0;
  std::uint8_t green = 0;
  std::uint8_t blue = 0;

  friend bool operator==(const Colour&, const Colour&) = default;
};

// Of `#rrggbb`, in capital or small letters; empty for anything else.
std::optional<Colour> colour_from(std::string_view text);

// `#RRGGBB`.
std::string to_text(Colour colour);

// Relative luminance, 0 (black) to 1 (white): https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
double luminance_of(Colour colour);

// 1 (the same) to 21 (black and white), whichever is the text: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
double contrast_of(Colour a, Colour b);

// `4.49` for 4.499: with two decimals, never more than it is.
std::string ratio_in_words(double ratio);

using Passes = std::function<bool(Colour)>;

// The colour of the same hue and saturation, and the nearest lightness (HSL), that passes: `colour` itself if it does.
// Empty when none does. Of two that are as near, the darker one.
std::optional<Colour> nearest_of_hue(Colour colour, const Passes& passes);

// What `follower` becomes when `leader` becomes `new_leader`: its hue turns as far, its saturation falls in proportion.
// `keeps_lightness`: or else its lightness goes along too, so that it is as far beside the new leader as it was.
Colour following(Colour follower, Colour leader, Colour new_leader, bool keeps_lightness);

}  // namespace bytes::content
