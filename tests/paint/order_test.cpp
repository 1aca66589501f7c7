#include "paint/order.h"

#include "gtest/gtest.h"
#include "paint/theme.h"
#include "tests/paint/support/sheet.h"

namespace bytes::paint {
namespace {

using outline::Attribute;
using outline::Role;
using test::light;
using test::Sheet;

// Three rows of 260 x 40, 10 px apart, 60 px from the top.
constexpr float kRowX = 60, kRowHeight = 40, kRowStep = 50;
constexpr float kHoldX = kRowX + 10;

float row_y(int place) { return 60 + kRowStep * static_cast<float>(place); }
float middle_of(int place) { return row_y(place) + kRowHeight / 2; }

void add_row(Sheet& sheet, const std::string& id, int place, bool is_open) {
  sheet.add(Role::kOrderRow, id, {kRowX, row_y(place), 260, kRowHeight}, "list", is_open ? "open" : "right");
  if (is_open) sheet.add(Role::kOrderMoves, id + ":moves", {}, id);
}

void add_rows(Sheet& sheet, bool is_open = true) {
  sheet.add(Role::kOrderBoard, "board", {20, 20, 300, 240});
  sheet.add(Role::kOrderList, "list", {}, "board");
  int place = 0;
  for (const char* id : {"q/a", "q/b", "q/c"}) add_row(sheet, id, place++, is_open);
}

void hold(Sheet& sheet, int place) {
  sheet.paint();
  sheet.point_at(kHoldX, middle_of(place));
  sheet.paint();
  sheet.point_at(kHoldX, middle_of(place), true);
  sheet.paint();
}

ImU32 colour_at(Sheet& sheet, float x, float y) {
  return sheet.picture().at(static_cast<int>(x), static_cast<int>(y));
}

TEST(OrderStage, ARowIsDroppedBetweenOthers) {
  const struct {
    int from;
    float to;
    int place;
  } cases[] = {
      {0, middle_of(1) + 5, 1}, {0, middle_of(2) + 5, 2}, {2, middle_of(1) - 5, 1}, {2, middle_of(0) - 300, 0},
      {1, middle_of(2) + 300, 2},
  };
  for (const auto& [from, to, place] : cases) {
    Sheet sheet;
    add_rows(sheet);
    hold(sheet, from);
    sheet.point_at(kHoldX, to, true);
    EXPECT_EQ(sheet.paint().activated, outline::kNoElement) << "not before it is dropped";
    sheet.point_at(kHoldX, to);
    const PaintOutput output = sheet.paint();
    EXPECT_EQ(output.activated, sheet.handle(from == 0 ? "q/a" : from == 1 ? "q/b" : "q/c")) << from << " to " << to;
    EXPECT_EQ(output.place, place) << from << " to " << to;
    EXPECT_EQ(sheet.paint().activated, outline::kNoElement) << "once";
  }
}

TEST(OrderStage, OthersMakeRoomForTheRowThatIsCarried) {
  Sheet sheet;
  add_rows(sheet);
  hold(sheet, 0);
  sheet.point_at(kHoldX, middle_of(1) + 10, true);
  sheet.paint_until_still();
  EXPECT_EQ(colour_at(sheet, kRowX + 200, row_y(0) + 5), light.card) << "the second one has moved up";
  EXPECT_NE(colour_at(sheet, kRowX + 200, row_y(1) + 5), light.card) << "above the one that is carried";
  EXPECT_EQ(colour_at(sheet, kRowX + 200, row_y(1) + 20), light.card);
}

TEST(OrderStage, WhatIsCarriedLiesAboveTheOthersWithItsWords) {
  Sheet sheet;
  add_rows(sheet);
  // A word of the first row, and one of the second where the first will lie.
  sheet.words.push_back({sheet.handle("q/a"), kRowX + 100, row_y(0) + 10, 20, 20, 0, 0, 1, 1, 0});
  sheet.words.push_back({sheet.handle("q/b"), kRowX + 200, row_y(1) + 10, 20, 20, 0, 0, 1, 1, 0});
  hold(sheet, 0);
  sheet.point_at(kHoldX, middle_of(1) - 10, true);
  sheet.paint_until_still();
  EXPECT_EQ(colour_at(sheet, kRowX + 110, middle_of(1) - 10), IM_COL32_BLACK);
  EXPECT_EQ(colour_at(sheet, kRowX + 210, middle_of(1) - 8), light.card) << "covers the word below";
}

TEST(OrderStage, ADroppedRowFliesBackWhenNothingComesOfIt) {
  for (const float to : {middle_of(0) + 12, middle_of(2)}) {
    Sheet sheet;
    add_rows(sheet);
    hold(sheet, 0);
    sheet.point_at(kHoldX, to, true);
    sheet.paint();
    sheet.point_at(kHoldX, to);
    sheet.paint();
    EXPECT_LT(sheet.paint_until_still(), 200);
    EXPECT_EQ(colour_at(sheet, kRowX + 200, row_y(0) + 5), light.card);
    EXPECT_EQ(colour_at(sheet, kRowX + 200, row_y(1) - 5), light.paper);
  }
}

TEST(OrderStage, NothingIsDroppedByASlipNorWhenThePointerIsTakenAway) {
  Sheet slip;
  add_rows(slip);
  hold(slip, 0);
  slip.point_at(kHoldX, middle_of(0) + 4, true);
  slip.paint();
  slip.point_at(kHoldX, middle_of(0) + 4);
  EXPECT_EQ(slip.paint().activated, outline::kNoElement);

  Sheet taken;
  add_rows(taken);
  hold(taken, 0);
  taken.point_at(kHoldX, middle_of(2), true);
  taken.paint();
  taken.input.interaction.stage_has_pointer = false;
  EXPECT_EQ(taken.paint().activated, outline::kNoElement);
  taken.paint_until_still();
  EXPECT_EQ(colour_at(taken, kRowX + 200, row_y(0) + 5), light.card) << "back where it was";
}

TEST(OrderStage, CheckedRowsStay) {
  Sheet sheet;
  add_rows(sheet, false);
  hold(sheet, 0);
  sheet.point_at(kHoldX, middle_of(2), true);
  EXPECT_FALSE(sheet.paint().wants_frame);
  sheet.point_at(kHoldX, middle_of(2));
  EXPECT_EQ(sheet.paint().activated, outline::kNoElement);
}

// The first row goes to the end, by whatever means.
void take_first_to_end(Sheet& sheet) {
  sheet.move("q/b", "list", {kRowX, row_y(0), 260, kRowHeight});
  sheet.move("q/c", "list", {kRowX, row_y(1), 260, kRowHeight});
  sheet.move("q/a", "list", {kRowX, row_y(2), 260, kRowHeight});
}

TEST(OrderStage, RowsFlyToTheirPlaces) {
  Sheet sheet;
  add_rows(sheet);
  sheet.element("q/a").set(Attribute::kTone, "wrong");
  sheet.paint();
  take_first_to_end(sheet);
  EXPECT_EQ(colour_at(sheet, kRowX + 200, row_y(2) + 30), light.card) << "the third one is still there";
  EXPECT_TRUE(sheet.paint().wants_frame);
  EXPECT_LT(sheet.paint_until_still(), 100);
  EXPECT_EQ(colour_at(sheet, kRowX + 200, row_y(2) + 30), light.wrong_tint);
}

TEST(OrderStage, NothingFliesWhenMotionIsReducedOrThePageIsLaidOutAnew) {
  Sheet still;
  still.input.reduced_motion = true;
  add_rows(still);
  still.paint();
  take_first_to_end(still);
  EXPECT_FALSE(still.paint().wants_frame);

  Sheet longer;
  add_rows(longer);
  longer.paint();
  longer.move("q/c", "list", {kRowX, row_y(2) + 40, 260, kRowHeight});
  EXPECT_FALSE(longer.paint().wants_frame);
}

}  // namespace
}  // namespace bytes::paint
