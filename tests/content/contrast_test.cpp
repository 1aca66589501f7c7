#include "content/author/contrast.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace bytes::content {
namespace {

constexpr Colour kWhite = {255, 255, 255};
constexpr Colour kBlack = {0, 0, 0};

TEST(Contrast, ReadsColoursAndNothingElse) {
  EXPECT_EQ(colour_from("#0b5D66"), (Colour{0x0b, 0x5d, 0x66}));
  EXPECT_EQ(to_text({0x0b, 0x5d, 0xf6}), "#0B5DF6");
  for (const char* text : {"", "#", "0B5D66", "#0B5D6", "#0B5D666", "#GGGGGG", "teal", "#0B5D 6", "#+1-1+1"}) {
    EXPECT_FALSE(colour_from(text)) << text;
  }
}

// Known values: https://www.w3.org/TR/WCAG22/ and its understanding documents.
TEST(Contrast, IsWhatWcagSays) {
  struct Case {
    const char* a;
    const char* b;
    const char* ratio;
  };
  for (const Case& one : {Case{"#000000", "#FFFFFF", "21.00"}, {"#FFFFFF", "#FFFFFF", "1.00"}, {"#777777", "#FFFFFF", "4.47"},
                          {"#767676", "#FFFFFF", "4.54"}, {"#FF0000", "#FFFFFF", "3.99"}, {"#0000FF", "#FFFFFF", "8.59"},
                          {"#949494", "#FFFFFF", "3.03"}, {"#595959", "#FFFFFF", "7.00"}}) {
    const Colour a = *colour_from(one.a), b = *colour_from(one.b);
    EXPECT_EQ(ratio_in_words(contrast_of(a, b)), one.ratio) << one.a << " on " << one.b;
    EXPECT_EQ(contrast_of(a, b), contrast_of(b, a));
  }
}

TEST(Contrast, RatiosAreNeverRoundedUp) {
  EXPECT_EQ(ratio_in_words(4.499), "4.49");
  EXPECT_EQ(ratio_in_words(4.5), "4.50");
  EXPECT_EQ(ratio_in_words(2.999999), "2.99");
  EXPECT_EQ(ratio_in_words(21), "21.00");
}

double hue_of(Colour colour) {
  const double red = colour.red, green = colour.green, blue = colour.blue;
  return std::atan2(std::sqrt(3.0) * (green - blue), 2 * red - green - blue);
}

TEST(NearestOfHue, PassesKeepsTheHueAndNoneIsNearer) {
  for (const char* text : {"#3AA6B0", "#C04040", "#D9A400", "#7A5CFF", "#22AA44"}) {
    const Colour colour = *colour_from(text);
    for (const Colour ground : {kWhite, kBlack, Colour{0xFC, 0xFA, 0xF6}, Colour{0x1B, 0x24, 0x2D}}) {
      const Passes passes = [&](Colour other) { return contrast_of(other, ground) >= 4.5; };
      const auto found = nearest_of_hue(colour, passes);
      ASSERT_TRUE(found);
      EXPECT_TRUE(passes(*found)) << text;
      if (passes(colour)) {
        EXPECT_EQ(*found, colour);
        continue;
      }
      const double turned = std::remainder(hue_of(*found) - hue_of(colour), 2 * std::acos(-1.0));
      EXPECT_LT(std::fabs(turned), 0.06) << text << " became " << to_text(*found);
      // A hair nearer, and it fails: its lightness is where passing begins.
      EXPECT_LT(contrast_of(*found, ground), 4.5 * 1.03) << text << " became " << to_text(*found);
    }
  }
}

TEST(NearestOfHue, IsNothingWhereNothingPasses) {
  EXPECT_FALSE(nearest_of_hue({1, 2, 3}, [](Colour) { return false; }));
  // Neither black nor white is seen that well on a middle grey.
  const Colour grey = {0x77, 0x77, 0x77};
  EXPECT_FALSE(nearest_of_hue({9, 9, 200}, [&](Colour other) { return contrast_of(other, grey) >= 7; }));
}

TEST(NearestOfHue, ReachesBlackAndWhite) {
  const auto is = [](Colour wanted) { return [wanted](Colour other) { return other == wanted; }; };
  for (const Colour colour : {Colour{0x3A, 0xA6, 0xB0}, Colour{0x01, 0x01, 0x01}, Colour{0xFE, 0xFE, 0xFE}}) {
    EXPECT_EQ(nearest_of_hue(colour, is(kWhite)), kWhite);
    EXPECT_EQ(nearest_of_hue(colour, is(kBlack)), kBlack);
  }
}

TEST(Following, StaysWhereItIsWhenTheLeaderDoes) {
  const Colour leader = *colour_from("#0B5D66");
  for (const char* text : {"#084850", "#E2F1F0", "#F1F7F6", "#BFE3E0"}) {
    for (const bool keeps_lightness : {true, false}) {
      EXPECT_EQ(to_text(following(*colour_from(text), leader, leader, keeps_lightness)), text);
    }
  }
}

TEST(Following, BecomesGreyWithAGreyLeader) {
  const Colour grey = following(*colour_from("#E2F1F0"), *colour_from("#0B5D66"), *colour_from("#444444"), true);
  EXPECT_EQ(grey.red, grey.green);
  EXPECT_EQ(grey.green, grey.blue);
}

}  // namespace
}  // namespace bytes::content
