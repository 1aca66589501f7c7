// A site's own colours among the player's: what follows from them, whether all can be read, and how the page gets them.
#pragma once

#include <array>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/author/contrast.h"
#include "content/author/theme_table.h"
#include "content/catalogue.h"

namespace bytes::content {

// In the order of Theme.
inline constexpr std::string_view kThemeNames[] = {"light", "dark", "high-contrast"};

// Whether a site may change it. What says right and wrong means the same on every site, and a shadow is no colour.
bool is_changeable(const Token& token);

// What an author says of one theme, by the index of kTokens.
using OwnColours = std::array<std::optional<Colour>, std::size(kTokens)>;

// All colours of a theme. Deeper and paler shades of `primary` follow it, unless they are said too; they are made light or
// dark enough to be read.
std::array<Colour, std::size(kTokens)> with_followers(Theme theme, const OwnColours& own);

// Two colours that cannot be told apart well enough.
struct LowContrast {
  TokenPair pair;               // `ratio`: what the theme asks for.
  double ratio = 0;             // What it is.
  std::size_t to_change = 0;    // The one that the author chose: the text, if both are.
  std::optional<Colour> remedy;  // The nearest of its hue that goes with all that it meets, or else with the other one.
};

// In the order of kTokenPairs.
std::vector<LowContrast> low_contrasts(Theme theme, const OwnColours& own);

// What comes after the player's own style sheet: the site's colours where cmake/generate_theme.cmake has the player's.
// Empty without colours.
std::string style_of(const std::vector<SiteColour>& colours);

// The same for the painter: RRGGBBAA for every token of every theme, as paint::Palettes reads it. Empty without colours.
std::string palettes_of(const std::vector<SiteColour>& colours);

}  // namespace bytes::content
