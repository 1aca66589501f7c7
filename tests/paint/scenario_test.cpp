#include "gtest/gtest.h"
#include "paint/endings.h"
#include "paint/theme.h"
#include "tests/paint/support/sheet.h"

namespace bytes::paint {
namespace {

using outline::Role;
using test::Image;
using test::light;
using test::Sheet;

TEST(Scenario, SpeechHasATailTowardsThePortraitAboveIt) {
  for (const bool right_to_left : {false, true}) {
    Sheet sheet;
    sheet.input.right_to_left = right_to_left;
    sheet.add(Role::kSpeech, "speech", {40, 50, 300, 80});
    const Image image = sheet.picture();
    EXPECT_EQ(image.at(190, 90), light.hover);
    const int tail = right_to_left ? 340 - 32 : 40 + 32;
    EXPECT_EQ(image.at(tail, 50 - 4), light.hover) << right_to_left;
    EXPECT_EQ(image.at(tail, 50 - 9), light.paper) << "half a rem high";
    EXPECT_EQ(image.at(tail - 6, 50 - 5), light.paper) << "and pointed";
  }
}

TEST(Scenario, AChoiceHasAnArrowThatMovesUnderThePointer) {
  for (const bool right_to_left : {false, true}) {
    Sheet sheet;
    sheet.input.right_to_left = right_to_left;
    sheet.add(Role::kChoice, "choice", {40, 50, 300, 60});
    const Image image = sheet.picture();
    EXPECT_EQ(image.at(190, 50), light.border);
    EXPECT_EQ(image.at(190, 60), light.card);
    // Its point is 2.3 px beyond its centre.
    const int point = right_to_left ? 40 + 20 - 2 : 340 - 20 + 1;
    EXPECT_EQ(image.at(point, 79), light.primary) << right_to_left;
    sheet.input.interaction.hovered = sheet.handle("choice");
    sheet.paint_until_still();
    const Image over = sheet.picture();
    EXPECT_EQ(over.at(190, 60), light.hover);
    EXPECT_EQ(over.at(190, 50), light.primary);
    EXPECT_EQ(over.at(point + (right_to_left ? -2 : 2), 79), light.primary) << right_to_left;
  }
}

TEST(Scenario, APressedChoiceSinksWithItsWords) {
  Sheet sheet;
  sheet.add(Role::kChoice, "choice", {40, 50, 300, 60});
  sheet.words.push_back({sheet.handle("choice"), 60, 70, 30, 20, 0, 0, 1, 1, 0});
  EXPECT_EQ(sheet.picture().at(70, 70), IM_COL32_BLACK);
  sheet.input.interaction.pressed = sheet.handle("choice");
  sheet.paint_until_still();
  const Image image = sheet.picture();
  EXPECT_EQ(image.at(190, 50), light.paper);
  EXPECT_EQ(image.at(190, 110), light.border);
  EXPECT_NE(image.at(70, 70), IM_COL32_BLACK);
  EXPECT_EQ(image.at(70, 90), IM_COL32_BLACK);
}

TEST(Scenario, WhatWasChosenHasACheckOnItsFirstLine) {
  for (const bool right_to_left : {false, true}) {
    Sheet sheet;
    sheet.input.right_to_left = right_to_left;
    sheet.add(Role::kChose, "chose", {40, 50, 300, 80});
    const Image image = sheet.picture();
    EXPECT_EQ(image.at(190, 60), light.primary_tint);
    const int x = right_to_left ? 340 - 18 : 40 + 18;
    EXPECT_EQ(image.at(x - 1, 50 + 12 + 13 + 3), light.primary) << right_to_left;
  }
}

TEST(Scenario, AnEndingIsTintedByItsKindWithASignWhereLinesEnd) {
  for (const char* kind : {"good", "mixed", "bad", "open", "surprise", "nonsense"}) {
    for (const bool right_to_left : {false, true}) {
      Sheet sheet;
      sheet.input.right_to_left = right_to_left;
      sheet.add(Role::kEnding, "ending", {40, 50, 300, 120}, {}, kind);
      const EndingLook look = look_of_ending(kind, light);
      const Image image = sheet.picture();
      EXPECT_EQ(image.at(190, 51), look.strong) << kind;
      EXPECT_EQ(image.at(190, 52), look.tint) << kind;
      const int x = right_to_left ? 40 + 36 : 340 - 36;
      EXPECT_EQ(image.at(x, 50 + 36 - 18), look.ground) << kind;
      int sign = 0;
      for (int dx = -12; dx <= 12; ++dx) {
        for (int dy = -12; dy <= 12; ++dy) sign += image.at(x + dx, 50 + 36 + dy) == look.ink;
      }
      EXPECT_GT(sign, 20) << kind;
    }
  }
}

}  // namespace
}  // namespace bytes::paint
