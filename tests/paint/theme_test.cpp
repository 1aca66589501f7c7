#include "paint/theme.h"

#include <cmath>
#include <fstream>
#include <iterator>
#include <string>

#include "gtest/gtest.h"
#include "nlohmann/json.hpp"

namespace bytes::paint {
namespace {

using nlohmann::json;

json read_theme() {
  std::ifstream file("assets/theme.json");
  const std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  return json::parse(text, nullptr, false);
}

// Relative luminance by WCAG 2.
double luminance_of(const std::string& colour) {
  double sum = 0;
  const double weights[] = {0.2126, 0.7152, 0.0722};
  for (std::size_t i = 0; i < 3; ++i) {
    const double value = static_cast<double>(std::stoi(colour.substr(1 + 2 * i, 2), nullptr, 16)) / 255;
    sum += weights[i] * (value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4));
  }
  return sum;
}

double contrast_of(const std::string& a, const std::string& b) {
  const double first = luminance_of(a), second = luminance_of(b);
  return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

TEST(Theme, EveryPairOfTextAndGroundHasItsContrast) {
  const json theme = read_theme();
  ASSERT_TRUE(theme.is_object());
  ASSERT_GT(theme["pairs"].size(), 30u);
  constexpr double text_ratio = 4.5;
  for (const auto& [name, tokens] : theme["themes"].items()) {
    const double least_for_text = theme["least"].value(name, text_ratio);
    for (const json& pair : theme["pairs"]) {
      const std::string text = pair[0], ground = pair[1];
      ASSERT_TRUE(tokens.contains(text) && tokens.contains(ground)) << text << " on " << ground;
      const double wanted = pair[2].get<double>() >= text_ratio ? least_for_text : pair[2].get<double>();
      EXPECT_GE(contrast_of(tokens[text], tokens[ground]), wanted) << name << ": " << text << " on " << ground;
    }
  }
}

TEST(Theme, HighContrastAsksForSevenToOne) { EXPECT_EQ(read_theme()["least"]["contrast"].get<double>(), 7); }

TEST(Theme, PainterHasTheTokensOfTheFile) {
  const json theme = read_theme();
  const auto packed = [&](const char* name, const char* token) {
    const std::string colour = theme["themes"][name][token];
    const auto part = [&](std::size_t i) { return static_cast<ImU32>(std::stoi(colour.substr(i, 2), nullptr, 16)); };
    return IM_COL32(part(1), part(3), part(5), colour.size() == 9 ? part(7) : 255);
  };
  EXPECT_EQ(palette_of(ThemeName::kLight).primary_tint, packed("light", "primary-tint"));
  EXPECT_EQ(palette_of(ThemeName::kDark).paper, packed("dark", "paper"));
  EXPECT_EQ(palette_of(ThemeName::kContrast).wrong, packed("contrast", "wrong"));
  EXPECT_EQ(palette_of(ThemeName::kLight).shadow, packed("light", "shadow"));
}

TEST(Theme, AnUnknownThemeIsTheLightOne) {
  EXPECT_EQ(&palette_of(static_cast<ThemeName>(77)), &palette_of(ThemeName::kLight));
}

TEST(Palettes, AreThePlayersUntilOneIsSet) {
  Palettes palettes;
  for (const ThemeName name : {ThemeName::kLight, ThemeName::kDark, ThemeName::kContrast}) {
    EXPECT_EQ(palettes[name].primary, palette_of(name).primary);
    EXPECT_EQ(palettes[name].shadow, palette_of(name).shadow);
  }
  EXPECT_TRUE(palettes.set(ThemeName::kDark, "primary", "#EFa9d2"));
  EXPECT_EQ(palettes[ThemeName::kDark].primary, IM_COL32(0xEF, 0xA9, 0xD2, 255));
  EXPECT_EQ(palettes[ThemeName::kDark].border, palette_of(ThemeName::kDark).border);
  EXPECT_EQ(palettes[ThemeName::kDark].primary_deep, palette_of(ThemeName::kDark).primary_deep);
  EXPECT_EQ(palettes[ThemeName::kLight].primary, palette_of(ThemeName::kLight).primary);
}

TEST(Palettes, TakeEveryTokenOfTheFileByItsName) {
  const json tokens = read_theme()["themes"]["light"];
  Palettes palettes;
  for (const auto& [token, colour] : tokens.items()) EXPECT_TRUE(palettes.set(ThemeName::kLight, token, "#010203")) << token;
  const ImU32 wanted = IM_COL32(1, 2, 3, 255);
  const Palette& light = palettes[ThemeName::kLight];
  EXPECT_EQ(light.paper, wanted);
  EXPECT_EQ(light.on_selection, wanted);
  EXPECT_EQ(light.shadow, wanted);
}

TEST(Palettes, PassOverWhatIsNoTokenOrNoColour) {
  Palettes palettes;
  for (const auto& [token, colour] : {std::pair{"primery", "#010203"}, {"", "#010203"}, {"paper ", "#010203"},
                                      {"paper card", "#010203"}, {"paper", ""}, {"paper", "#01020"}, {"paper", "#0102033"},
                                      {"paper", "#01020g"}, {"paper", "1#02033"}}) {
    EXPECT_FALSE(palettes.set(ThemeName::kLight, token, colour)) << token << ' ' << colour;
  }
  EXPECT_EQ(palettes[ThemeName::kLight].paper, palette_of(ThemeName::kLight).paper);
}

TEST(Theme, MixingIsExactAtBothEnds) {
  const ImU32 a = IM_COL32(10, 200, 30, 255), b = IM_COL32(250, 0, 31, 255);
  EXPECT_EQ(mix(a, b, 0), a);
  EXPECT_EQ(mix(a, b, 1), b);
  EXPECT_EQ(mix(a, b, 0.5f), IM_COL32(130, 100, 31, 255));
}

TEST(Theme, FadingChangesOpacityAlone) {
  EXPECT_EQ(faded(IM_COL32(1, 2, 3, 200), 0.5f), IM_COL32(1, 2, 3, 100));
  EXPECT_EQ(faded(IM_COL32(1, 2, 3, 200), -4), IM_COL32(1, 2, 3, 0));
  EXPECT_EQ(faded(IM_COL32(1, 2, 3, 200), 4), IM_COL32(1, 2, 3, 200));
}

}  // namespace
}  // namespace bytes::paint
