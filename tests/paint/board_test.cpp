#include "paint/board.h"

#include "gtest/gtest.h"
#include "paint/theme.h"
#include "tests/paint/support/sheet.h"

namespace bytes::paint {
namespace {

using outline::Attribute;
using outline::Role;
using test::Image;
using test::light;
using test::Sheet;

// A pool with one card at its top and two groups below it, 20 px from the left; cards are 160 x 40.
constexpr float kCardX = 30, kPoolY = 60, kUpY = 180, kDownY = 300;
constexpr float kGripX = kCardX + 120, kGripY = kPoolY + 20;

void add_card(Sheet& sheet, std::string_view id, std::string_view list, float y, bool is_open = true) {
  const std::string card(id);
  sheet.add(Role::kSortCard, card, {kCardX, y, 160, 40}, list, is_open ? "open" : "right");
  if (!is_open) return;
  sheet.add(Role::kSortChoices, card + ":choices", {}, card);
  sheet.add(Role::kRadio, card + "/up:control", {}, card + ":choices");
  sheet.add(Role::kRadio, card + "/down:control", {}, card + ":choices");
}

// `card_in`: which of the two lists holds the card.
void add_board(Sheet& sheet, std::string_view card_in, bool is_open = true) {
  sheet.add(Role::kSortBoard, "board", {20, 20, 300, 400});
  sheet.add(Role::kSortPool, "pool", {20, 50, 300, 100}, "board");
  sheet.add(Role::kSortCards, "pool-cards", {}, "pool");
  for (const auto& [group, y] : {std::pair{"up", kUpY}, std::pair{"down", kDownY}}) {
    const std::string id = std::string("group-") + group;
    sheet.add(Role::kSortGroup, id, {20, y, 300, 100}, "board").set(Attribute::kTarget, group);
    sheet.add(Role::kSortCards, id + "-cards", {}, id);
  }
  add_card(sheet, "q/card", card_in, card_in == "pool-cards" ? kPoolY : kUpY + 20, is_open);
}

void take_hold(Sheet& sheet) {
  sheet.paint();
  sheet.point_at(kGripX, kGripY);
  sheet.paint();
  sheet.point_at(kGripX, kGripY, true);
  sheet.paint();
}

TEST(Board, ACardIsCarriedAboveTheRestAndItsWordsWithIt) {
  Sheet sheet;
  add_board(sheet, "pool-cards");
  sheet.words.push_back({sheet.handle("q/card"), kCardX + 10, kPoolY + 10, 30, 20, 0, 0, 1, 1, 0});
  take_hold(sheet);
  EXPECT_EQ(sheet.picture().at(static_cast<int>(kCardX) + 80, static_cast<int>(kPoolY) + 20), light.card);
  sheet.point_at(kGripX + 50, kGripY + 130, true);
  const Image image = sheet.picture();
  EXPECT_EQ(image.at(static_cast<int>(kCardX) + 20, static_cast<int>(kPoolY) + 20), light.hover) << "the pool's ground";
  EXPECT_EQ(image.at(static_cast<int>(kCardX) + 150, static_cast<int>(kPoolY) + 150), light.card);
  EXPECT_EQ(image.at(static_cast<int>(kCardX) + 65, static_cast<int>(kPoolY) + 145), IM_COL32_BLACK) << "its word";
}

TEST(Board, ACardThatIsDroppedOnAGroupActivatesTheGroupsControl) {
  Sheet sheet;
  add_board(sheet, "pool-cards");
  take_hold(sheet);
  sheet.point_at(kGripX, kDownY + 50, true);
  EXPECT_EQ(sheet.paint().activated, outline::kNoElement);
  sheet.paint_until_still();
  EXPECT_EQ(sheet.picture().at(310, static_cast<int>(kDownY) + 90), light.primary_tint) << "the group takes notice";
  sheet.point_at(kGripX, kDownY + 50);
  EXPECT_EQ(sheet.paint().activated, sheet.handle("q/card/down:control"));
  EXPECT_EQ(sheet.paint().activated, outline::kNoElement) << "once";
}

TEST(Board, ACardThatIsDroppedElsewhereFliesBack) {
  Sheet sheet;
  add_board(sheet, "pool-cards");
  take_hold(sheet);
  sheet.point_at(kGripX + 200, kGripY, true);
  sheet.paint();
  sheet.point_at(kGripX + 200, kGripY);
  const PaintOutput output = sheet.paint();
  EXPECT_EQ(output.activated, outline::kNoElement);
  EXPECT_TRUE(output.wants_frame);
  EXPECT_LT(sheet.paint_until_still(), 100);
  EXPECT_EQ(sheet.picture().at(static_cast<int>(kCardX) + 20, static_cast<int>(kPoolY) + 20), light.card);
}

TEST(Board, APressThatHardlyMovesCarriesNothing) {
  Sheet sheet;
  add_board(sheet, "pool-cards");
  take_hold(sheet);
  sheet.point_at(kGripX + 3, kGripY + 3, true);
  EXPECT_FALSE(sheet.paint().wants_frame);
  sheet.point_at(kGripX + 3, kGripY + 3);
  EXPECT_EQ(sheet.paint().activated, outline::kNoElement);
}

TEST(Board, APointerThatIsTakenAwayDropsNothing) {
  Sheet sheet;
  add_board(sheet, "pool-cards");
  take_hold(sheet);
  sheet.point_at(kGripX, kDownY + 50, true);
  sheet.paint();
  sheet.input.interaction.stage_has_pointer = false;
  EXPECT_EQ(sheet.paint().activated, outline::kNoElement);
  sheet.paint_until_still();
  sheet.point_at(kGripX, kDownY + 50);
  EXPECT_EQ(sheet.paint().activated, outline::kNoElement);
}

TEST(Board, CheckedCardsStay) {
  Sheet sheet;
  add_board(sheet, "pool-cards", false);
  take_hold(sheet);
  sheet.point_at(kGripX, kDownY + 50, true);
  EXPECT_FALSE(sheet.paint().wants_frame);
  sheet.point_at(kGripX, kDownY + 50);
  EXPECT_EQ(sheet.paint().activated, outline::kNoElement);
}

TEST(Board, ACardThatHasChangedItsGroupFliesThere) {
  Sheet sheet;
  add_board(sheet, "pool-cards");
  sheet.paint();
  sheet.move("q/card", "group-up-cards", {kCardX, kUpY + 20, 160, 40});
  const Image start = sheet.picture();
  EXPECT_EQ(start.at(static_cast<int>(kCardX) + 20, static_cast<int>(kPoolY) + 20), light.card) << "where it was";
  EXPECT_TRUE(sheet.paint().wants_frame);
  EXPECT_LT(sheet.paint_until_still(), 100);
  const Image end = sheet.picture();
  EXPECT_EQ(end.at(static_cast<int>(kCardX) + 20, static_cast<int>(kPoolY) + 20), light.hover);
  EXPECT_EQ(end.at(static_cast<int>(kCardX) + 20, static_cast<int>(kUpY) + 40), light.card);
}

TEST(Board, NothingFliesWhenMotionIsReducedOrThePageIsLaidOutAnew) {
  Sheet still;
  still.input.reduced_motion = true;
  add_board(still, "pool-cards");
  still.paint();
  still.move("q/card", "group-up-cards", {kCardX, kUpY + 20, 160, 40});
  EXPECT_FALSE(still.paint().wants_frame);

  Sheet wider;
  add_board(wider, "pool-cards");
  wider.paint();
  wider.move("q/card", "pool-cards", {kCardX, kPoolY + 40, 160, 40});
  EXPECT_FALSE(wider.paint().wants_frame);
}

}  // namespace
}  // namespace bytes::paint
