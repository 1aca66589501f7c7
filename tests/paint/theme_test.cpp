#include "paint/theme.h"

#include <cmath>
#include <cstring>
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

// RRGGBBAA for every token of every theme.
std::string colours_of_the_file() {
  const json themes = read_theme()["themes"];  // Its members are in the order of their names.
  std::string text;
  for (const char* name : {"light", "dark", "contrast"}) {
    for (const auto& [token, value] : themes[name].items()) {
      const std::string colour = value;
      text += colour.substr(1) + (colour.size() == 7 ? "FF" : "");
    }
  }
  return text;
}

bool are_the_players(const Palettes& palettes) { return std::memcmp(palettes.themes, kPalettes, sizeof kPalettes) == 0; }

TEST(Palettes, AreThePlayersUntilTheyAreSet) {
  Palettes palettes;
  EXPECT_TRUE(are_the_players(palettes));
  palettes.set(std::string(2 * sizeof kPalettes, '7'));
  EXPECT_FALSE(are_the_players(palettes));
  EXPECT_EQ(palettes[ThemeName::kDark].primary, IM_COL32(0x77, 0x77, 0x77, 0x77));
  palettes.set(colours_of_the_file());
  EXPECT_TRUE(are_the_players(palettes));
}

TEST(Palettes, TakeRedGreenBlueAndOpacityInThisOrder) {
  Palettes palettes;
  std::string text = colours_of_the_file();
  text.replace(0, 8, "EFa9d201");
  palettes.set(text);
  EXPECT_EQ(palettes[ThemeName::kLight].border, IM_COL32(0xEF, 0xA9, 0xD2, 1));
  EXPECT_EQ(palettes[ThemeName::kLight].card, palette_of(ThemeName::kLight).card);
}

TEST(Palettes, StayAsTheyAreWhenThereAreTooManyOrTooFew) {
  Palettes palettes;
  for (const std::size_t size : {std::size_t{0}, std::size_t{8}, 2 * sizeof kPalettes - 1, 2 * sizeof kPalettes + 1}) {
    palettes.set(std::string(size, '7'));
    EXPECT_TRUE(are_the_players(palettes)) << size;
  }
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
