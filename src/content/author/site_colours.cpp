#include "content/author/site_colours.h"

#include <algorithm>

namespace bytes::content {
namespace {

constexpr std::size_t kCount = std::size(kTokens);
constexpr double kTextRatio = 4.5;  // WCAG 2.2, 1.4.3. Pairs that need less are borders and signs: 1.4.11.

using Colours = std::array<Colour, kCount>;

// The player's own. A shadow's opacity is left out: nobody changes it.
Colour default_colour(Theme theme, std::size_t token) {
  const std::string_view text = kTokens[token].colours[static_cast<std::size_t>(theme)];
  return colour_from(text.substr(0, 7)).value_or(Colour());
}

double needed(Theme theme, const TokenPair& pair) {
  return theme == Theme::kHighContrast && pair.ratio >= kTextRatio ? kHighContrastRatio : pair.ratio;
}

// Whether `token` as `colour` goes with everything it meets among `colours`.
bool goes_with_all(Theme theme, const Colours& colours, std::size_t token, Colour colour) {
  return std::all_of(std::begin(kTokenPairs), std::end(kTokenPairs), [&](const TokenPair& pair) {
    if (pair.text != token && pair.ground != token) return true;
    const Colour other = colours[pair.text == token ? pair.ground : pair.text];
    return contrast_of(colour, other) >= needed(theme, pair);
  });
}

std::size_t index_of(std::string_view name) {
  const auto found = std::find_if(std::begin(kTokens), std::end(kTokens), [&](const Token& one) { return one.name == name; });
  return static_cast<std::size_t>(found - std::begin(kTokens));
}

// Null: the player's.
const SiteColour* own_colour(const std::vector<SiteColour>& colours, Theme theme, std::string_view token) {
  const auto found = std::find_if(colours.begin(), colours.end(),
                                  [&](const auto& one) { return one.theme == theme && one.token == token; });
  return found == colours.end() ? nullptr : &*found;
}

struct Follower {
  std::string_view token;
  bool keeps_lightness;
};

constexpr Follower kFollowers[] = {
    {"primary-deep", false}, {"primary-tint", true}, {"hover", true}, {"selection", true}};

}  // namespace

bool is_changeable(const Token& token) {
  const auto is_about = [&](std::string_view state) { return token.name.find(state) != std::string_view::npos; };
  return !is_about("right") && !is_about("wrong") && token.name != "shadow";
}

Colours with_followers(Theme theme, const OwnColours& own) {
  Colours colours;
  for (std::size_t i = 0; i < kCount; ++i) colours[i] = own[i].value_or(default_colour(theme, i));
  const std::size_t primary = index_of("primary");
  if (!own[primary]) return colours;
  for (const Follower& follower : kFollowers) {
    const std::size_t token = index_of(follower.token);
    if (own[token]) continue;
    const Colour wanted =
        following(colours[token], default_colour(theme, primary), *own[primary], follower.keeps_lightness);
    const Passes passes = [&](Colour colour) { return goes_with_all(theme, colours, token, colour); };
    colours[token] = nearest_of_hue(wanted, passes).value_or(wanted);
  }
  return colours;
}

std::vector<LowContrast> low_contrasts(Theme theme, const OwnColours& own) {
  std::vector<LowContrast> found;
  const Colours colours = with_followers(theme, own);
  for (const TokenPair& pair : kTokenPairs) {
    LowContrast low;
    low.pair = pair;
    low.pair.ratio = needed(theme, pair);
    low.ratio = contrast_of(colours[pair.text], colours[pair.ground]);
    if (low.ratio >= low.pair.ratio) continue;
    low.to_change = own[pair.text] ? pair.text : own[pair.ground] ? pair.ground : index_of("primary");
    const std::size_t other = low.to_change == pair.text ? pair.ground : pair.text;
    low.remedy = nearest_of_hue(colours[low.to_change], [&](Colour colour) {
      return goes_with_all(theme, colours, low.to_change, colour);
    });
    if (!low.remedy) {
      low.remedy = nearest_of_hue(colours[low.to_change], [&](Colour colour) {
        return contrast_of(colour, colours[other]) >= low.pair.ratio;
      });
    }
    found.push_back(low);
  }
  return found;
}

std::string style_of(const std::vector<SiteColour>& colours) {
  std::vector<std::string_view> changed;
  for (const Token& token : kTokens) {
    const bool is_changed = std::any_of(colours.begin(), colours.end(), [&](const auto& one) { return one.token == token.name; });
    if (is_changed) changed.push_back(token.name);
  }
  if (changed.empty()) return {};
  // What one theme changes the others say again: these rules come after all of the player's, and a light colour would
  // hold in the dark too.
  const auto declarations = [&](Theme theme) {
    std::string text = "{";
    for (const std::string_view token : changed) {
      const SiteColour* own = own_colour(colours, theme, token);
      text += "--" + std::string(token) + ':' + (own ? own->colour : to_text(default_colour(theme, index_of(token))));
      text += ';';
    }
    text.back() = '}';
    return text;
  };
  const std::string light = declarations(Theme::kLight), dark = declarations(Theme::kDark),
                    contrast = declarations(Theme::kHighContrast);
  return ":root,html[data-theme=light]" + light + "@media screen and (prefers-color-scheme:dark){:root" + dark +
         "}@media (prefers-contrast:more){:root" + contrast + "}@media screen{html[data-theme=dark]" + dark +
         "}html[data-theme=contrast]" + contrast + "\n";
}

std::string palettes_of(const std::vector<SiteColour>& colours) {
  std::string text;
  if (colours.empty()) return text;
  for (const Theme theme : {Theme::kLight, Theme::kDark, Theme::kHighContrast}) {
    for (const Token& token : kTokens) {
      const SiteColour* own = own_colour(colours, theme, token.name);
      const std::string_view colour = own ? std::string_view(own->colour) : token.colours[static_cast<std::size_t>(theme)];
      text += colour.substr(1);
      if (colour.size() == 7) text += "FF";
    }
  }
  return text;
}

}  // namespace bytes::content
