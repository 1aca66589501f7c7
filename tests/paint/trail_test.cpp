#include "paint/trail.h"

#include "gtest/gtest.h"
#include "tests/paint/support/sheet.h"

namespace bytes::paint {
namespace {

using outline::Attribute;
using test::Image;
using test::light;
using test::Sheet;

// Stops of a trail of two: 140 px wide each, from x = 60; circles of 40 px at their top.
constexpr float kFirstX = 60 + 70, kSecondX = 60 + 210, kStopY = 50 + 20;
constexpr int kRailX = 18;  // In a margin of 40.

TEST(Trail, StopsShowHowTheirSectionsStand) {
  struct Row {
    const char* tone;
    ImU32 ground, edge;
  };
  const Row rows[] = {{"todo", light.card, light.border},
                      {"here", light.sun, light.primary},
                      {"part", light.card, light.primary},
                      {"done", light.primary, light.primary}};
  for (const Row& row : rows) {
    Sheet sheet;
    sheet.add_trail({"todo", row.tone});
    const Image image = sheet.picture();
    EXPECT_EQ(image.at(static_cast<int>(kSecondX), static_cast<int>(kStopY) - 12), row.ground) << row.tone;
    EXPECT_EQ(image.at(static_cast<int>(kSecondX), static_cast<int>(kStopY) - 19), row.edge) << row.tone;
  }
}

TEST(Trail, ASingleColumnHasItsStopsWhereLinesBegin) {
  for (const bool right_to_left : {false, true}) {
    Sheet sheet;
    sheet.input.right_to_left = right_to_left;
    sheet.add_trail({"here"});
    EXPECT_EQ(sheet.picture().at(right_to_left ? 340 - 12 : 60 + 12, static_cast<int>(kStopY)), light.sun);
  }
}

TEST(Trail, APartlyAnsweredStopIsFilledFromBelow) {
  Sheet sheet;
  sheet.add_trail({"todo", "part"});
  const Image image = sheet.picture();
  EXPECT_EQ(image.at(static_cast<int>(kSecondX), static_cast<int>(kStopY) - 3), light.card);
  EXPECT_EQ(image.at(static_cast<int>(kSecondX), static_cast<int>(kStopY) + 3), light.primary_tint);
}

TEST(Trail, TheWayIsSolidAsFarAsOneHasCome) {
  const auto inked = [](const Image& image) {
    int count = 0;
    for (int x = static_cast<int>(kFirstX) + 22; x < static_cast<int>(kSecondX) - 22; ++x) {
      count += image.at(x, static_cast<int>(kStopY)) != light.card;
    }
    return count;
  };
  Sheet done;
  done.add_trail({"done", "todo"});
  EXPECT_EQ(inked(done.picture()), static_cast<int>(kSecondX - kFirstX) - 44);
  Sheet open;
  open.add_trail({"todo", "todo"});
  EXPECT_LT(inked(open.picture()), static_cast<int>(kSecondX - kFirstX) - 60) << "dots";
  EXPECT_GT(inked(open.picture()), 20);
}

TEST(Trail, AClickOnAStopActivatesItsLink) {
  Sheet sheet;
  sheet.add_trail({"here", "todo"});
  sheet.paint();
  sheet.point_at(kSecondX, kStopY);
  EXPECT_TRUE(sheet.paint().stage_wants_pointer);
  sheet.point_at(kSecondX, kStopY, true);
  EXPECT_EQ(sheet.paint().activated, outline::kNoElement) << "not yet: the press may still be taken back";
  sheet.point_at(kSecondX, kStopY);
  EXPECT_EQ(sheet.paint().activated, sheet.handle("section-2:stop-link"));
  EXPECT_EQ(sheet.paint().activated, outline::kNoElement) << "once";
}

TEST(Trail, AClickWorksWhereverTheWindowIs) {
  Sheet sheet;
  sheet.add_trail({"here", "todo"});
  sheet.input.window = {5, 37, 300, 200, 3};
  sheet.paint();
  sheet.point_at(kFirstX, kStopY);
  sheet.paint();
  sheet.point_at(kFirstX, kStopY, true);
  sheet.paint();
  sheet.point_at(kFirstX, kStopY);
  EXPECT_EQ(sheet.paint().activated, sheet.handle("section-1:stop-link"));
}

TEST(Trail, APressThatEndsElsewhereActivatesNothing) {
  Sheet sheet;
  sheet.add_trail({"here", "todo"});
  sheet.paint();
  sheet.point_at(kFirstX, kStopY);
  sheet.paint();
  sheet.point_at(kFirstX, kStopY, true);
  sheet.paint();
  sheet.point_at(kSecondX, kStopY, true);
  sheet.paint();
  sheet.point_at(kSecondX, kStopY);
  EXPECT_EQ(sheet.paint().activated, outline::kNoElement);
}

TEST(Trail, BesideTheStopsThePointerIsNotWanted) {
  Sheet sheet;
  sheet.add_trail({"here", "todo"});
  sheet.paint();
  sheet.point_at(45, 155);
  EXPECT_FALSE(sheet.paint().stage_wants_pointer);
  sheet.point_at(kFirstX, kStopY);
  sheet.input.interaction.stage_has_pointer = false;
  EXPECT_FALSE(sheet.paint().stage_wants_pointer);
}

TEST(Trail, AStopGrowsUnderThePointer) {
  Sheet sheet;
  sheet.add_trail({"here", "todo"});
  const int x = static_cast<int>(kSecondX), y = static_cast<int>(kStopY) - 22;
  EXPECT_EQ(sheet.picture().at(x, y), light.card);
  sheet.point_at(kSecondX, kStopY);
  EXPECT_TRUE(sheet.paint().wants_frame);
  sheet.paint_until_still();
  EXPECT_EQ(sheet.picture().at(x, y), light.primary);
}

TEST(Trail, ALinkUnderThePagesOwnPointerMakesItsStopGrow) {
  Sheet sheet;
  sheet.add_trail({"here", "todo"});
  sheet.paint();
  sheet.input.interaction.hovered = sheet.handle("section-2:stop-link");
  EXPECT_TRUE(sheet.paint().wants_frame);
}

TEST(Rail, HasAStopBesideEachHeading) {
  Sheet sheet;
  sheet.add_trail({"done", "here"});
  const Image image = sheet.picture();
  EXPECT_EQ(image.at(kRailX, 215), light.primary);
  EXPECT_EQ(image.at(kRailX, 375), light.sun);
}

TEST(Rail, GoesOnWhereTheTrailIsOutOfSight) {
  Sheet sheet;
  sheet.add_trail({"done", "here"}, test::TrailBoxes::kNone);
  EXPECT_EQ(sheet.picture().at(kRailX, 215), light.primary);
  EXPECT_EQ(sheet.picture().at(kRailX, 375), light.sun);
}

TEST(Rail, ThePagesEndStandsInLineWithTheOthers) {
  Sheet sheet;
  sheet.add_trail({"done"});
  sheet.add(outline::Role::kClosing, "end", {40, 400, 320, 120});
  sheet.add(outline::Role::kHeading, "end:title", {60, 420, 280, 30}, "end");
  EXPECT_EQ(sheet.picture().at(kRailX, 435), light.primary);
}

TEST(Rail, RunsInTheMarginWhereLinesBegin) {
  Sheet sheet;
  sheet.input.right_to_left = true;
  sheet.add_trail({"done", "here"});
  EXPECT_EQ(sheet.picture().at(400 - kRailX, 215), light.primary);
}

TEST(Rail, AnAnswerSendsASparkIntoTheBud) {
  Sheet sheet;
  sheet.add_trail({"here"});
  sheet.add_question("ask", "open", {"open", "chosen"}, 260);
  const int bud_y = 260 + 32;
  EXPECT_EQ(sheet.picture().at(kRailX, bud_y), light.paper) << "an empty bud";
  sheet.element("ask").set(Attribute::kTone, "right");
  sheet.element("ask/2").set(Attribute::kTone, "right");
  sheet.paint();
  sheet.wait(0.16);
  const Image flying = sheet.picture();
  EXPECT_EQ(flying.at(kRailX, bud_y), light.paper) << "not yet there";
  bool has_spark = false;
  for (int y = 280; y < 420 && !has_spark; ++y) {
    for (int x = 12; x < 60 && !has_spark; ++x) has_spark = flying.at(x, y) == light.sun;
  }
  EXPECT_TRUE(has_spark) << "between the option and the margin";
  sheet.wait(0.3);
  EXPECT_FALSE(sheet.paint().wants_frame) << "over after 450 ms";
  EXPECT_EQ(sheet.picture().at(kRailX, bud_y), light.primary);
}

TEST(Rail, StoredAnswersComeWithoutASpark) {
  Sheet sheet;
  sheet.add_trail({"here"});
  sheet.add_question("ask", "open", {"open", "open"}, 260);
  sheet.paint();
  sheet.element("ask").set(Attribute::kTone, "right");
  sheet.element("ask/2").set(Attribute::kTone, "right");
  sheet.paint();
  sheet.wait(0.25);
  EXPECT_FALSE(sheet.paint().wants_frame) << "only the fade of 180 ms";
}

TEST(Rail, ReducedMotionFillsTheBudAtOnce) {
  Sheet sheet;
  sheet.input.reduced_motion = true;
  sheet.add_trail({"here"});
  sheet.add_question("ask", "open", {"chosen"}, 260);
  sheet.paint();
  sheet.element("ask").set(Attribute::kTone, "done");
  sheet.element("ask/1").set(Attribute::kTone, "wrong");
  const PaintOutput output = sheet.paint();
  EXPECT_FALSE(output.wants_frame);
  EXPECT_EQ(test::rasterise(output.draw_data).at(kRailX, 292), light.primary);
}

TEST(Rail, ATryThatIsNotOverLeavesTheBudEmpty) {
  Sheet sheet;
  sheet.add_trail({"here"});
  sheet.add_question("ask", "open", {"chosen"}, 260);
  sheet.paint();
  sheet.element("ask").set(Attribute::kTone, "wrong");
  sheet.element("ask/1").set(Attribute::kTone, "wrong");
  sheet.paint_until_still();
  EXPECT_EQ(sheet.picture().at(kRailX, 292), light.paper);
}

}  // namespace
}  // namespace bytes::paint
