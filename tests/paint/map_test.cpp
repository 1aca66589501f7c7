#include "paint/map.h"

#include <cmath>
#include <limits>
#include <string>

#include "gtest/gtest.h"
#include "paint/endings.h"
#include "paint/theme.h"
#include "tests/paint/support/sheet.h"

namespace bytes::paint {
namespace {

using outline::Attribute;
using outline::Element;
using outline::Role;
using test::Image;
using test::light;
using test::Sheet;

// A box of 320 by 260 in which scenes go down, 80 px apart, and lie 120 px beside each other.
constexpr float kLeft = 20, kTop = 20, kWidth = 320, kHeight = 260;
constexpr float kMiddleX = kLeft + kWidth / 2, kMiddleY = kTop + kHeight / 2;
constexpr float kDown = 80, kBeside = 120;

class MapSheet : public Sheet {
 public:
  explicit MapSheet(std::vector<float> box = {kLeft, kTop, kWidth, kHeight}, const std::string& scenario = "tale")
      : scenario_(scenario) {
    add_map(scenario, std::move(box));
  }

  void add_map(const std::string& scenario, std::vector<float> box) {
    scenario_ = scenario;
    add(Role::kPath, scenario + ":path", {});
    add(Role::kPathMap, scenario + ":map", std::move(box), scenario + ":path").set(Attribute::kFill, "0");
    add(Role::kPathList, scenario + ":path-list", {}, scenario + ":path");
  }
  void stop(const std::string& id, std::string_view tone) {
    add(Role::kPathStop, id, {}, scenario_ + ":path-list", tone);
    add(tone.starts_with("earlier") ? Role::kPathName : Role::kPathLink, id + "-name", {}, id);
    add(Role::kPathWays, id + "-ways", {}, id);
  }
  void way(const std::string& from, const std::string& id, std::string_view tone, std::string_view to = {}) {
    Element& way = add(Role::kPathWay, id, {}, from + "-ways", tone);
    if (!to.empty()) way.set(Attribute::kTarget, to);
  }
  void again(const std::string& stop) { add(Role::kButton, scenario_ + ":again-" + stop, {}, stop); }
  void zoom(const char* level) { element(scenario_ + ":map").set(Attribute::kFill, level); }
  // One word of the stop's label, as the list far below has it.
  void name(const std::string& stop, float width, float x = 500, float y = 900) {
    words.push_back({handle(stop + "-name"), x, y, width, 16, 0, 0, 1, 1, 0});
  }
  // Two scenes, the second one the learner's, and a way that was not taken.
  void tell() {
    stop("a", "seen");
    stop("b", "here");
    way("a", "to-b", "taken", "b");
    way("a", "other", "open");
  }
  PaintOutput click(float x, float y) {
    point_at(x, y);
    paint();
    point_at(x, y, true);
    paint();
    point_at(x, y);
    return paint();
  }

 private:
  std::string scenario_;
};

// Where `tell` has its scenes.
constexpr float kAX = kMiddleX, kAY = kMiddleY - kDown / 2;
constexpr float kBX = kMiddleX - kBeside / 2, kBY = kMiddleY + kDown / 2;
constexpr float kHiddenX = kMiddleX + kBeside / 2;

ImU32 at(const Image& image, float x, float y) { return image.at(static_cast<int>(x), static_cast<int>(y)); }

TEST(Map, StopsShowWhatTheyAre) {
  const auto look = [](const char* kind) { return look_of_ending(kind, light); };
  struct Row {
    const char* tone;
    ImU32 ground, edge;
  };
  const Row rows[] = {{"seen", light.primary, light.primary},
                      {"here", light.sun, light.primary},
                      {"earlier", light.card, light.border},
                      {"seen-good", light.right, light.right},
                      {"here-bad", light.wrong, light.wrong},
                      {"seen-mixed", light.sun, light.sun_deep},
                      {"earlier-surprise", light.sun_tint, light.sun_deep},
                      {"earlier-open", light.primary_tint, light.primary},
                      {"earlier-good", look("good").tint, look("good").strong}};
  for (const Row& row : rows) {
    MapSheet sheet;
    sheet.stop("a", row.tone);
    const Image image = sheet.picture();
    const float radius = std::string_view(row.tone).find('-') == std::string_view::npos ? 14 : 14 * 1.3f;
    EXPECT_EQ(at(image, kMiddleX, kMiddleY - radius + 3.5f), row.ground) << row.tone;
    EXPECT_EQ(at(image, kMiddleX, kMiddleY - radius + 1), row.edge) << row.tone;
    const bool is_here = std::string_view(row.tone).starts_with("here");
    EXPECT_EQ(at(image, kMiddleX, kMiddleY - radius - 3), is_here ? light.sun_tint : light.card) << row.tone;
  }
}

TEST(Map, AVisitedSceneHasACheck) {
  MapSheet sheet;
  sheet.stop("a", "seen");
  const Image image = sheet.picture();
  EXPECT_EQ(at(image, kMiddleX - 2, kMiddleY + 5), light.on_primary);
}

TEST(Map, WaysShowWhetherTheyWereTaken) {
  struct Row {
    const char* tone;
    ImU32 colour;
    int least, most;  // Pixels of a line of 40.
    bool is_thick;
  };
  const Row rows[] = {{"taken", light.primary, 40, 40, true},
                      {"earlier", light.border, 40, 40, false},
                      {"open", light.border, 10, 35, false}};
  for (const Row& row : rows) {
    MapSheet sheet;
    sheet.stop("a", "seen");
    sheet.stop("b", "seen");
    sheet.way("a", "to-b", row.tone, "b");
    const Image image = sheet.picture();
    int inked = 0;
    for (float y = kMiddleY - 20; y < kMiddleY + 20; ++y) inked += at(image, kMiddleX, y) != light.card;
    EXPECT_GE(inked, row.least) << row.tone;
    EXPECT_LE(inked, row.most) << row.tone;
    if (inked == 40) {
      EXPECT_EQ(at(image, kMiddleX, kMiddleY), row.colour) << row.tone;
    }
    EXPECT_EQ(at(image, kMiddleX + 1.5f, kMiddleY) == row.colour, row.is_thick) << row.tone;
  }
}

TEST(Map, AWayThatWasNotTakenLeadsToSomethingHidden) {
  MapSheet sheet;
  sheet.tell();
  const Image image = sheet.picture();
  EXPECT_EQ(at(image, kAX, kAY - 9), light.primary);
  EXPECT_EQ(at(image, kBX, kBY - 9), light.sun);
  EXPECT_EQ(at(image, kHiddenX, kBY - 7), light.card);
  int inked = 0;
  for (int x = -12; x <= 12; ++x) {
    for (int y = -12; y <= 12; ++y)
      inked += at(image, kHiddenX + static_cast<float>(x), kBY + static_cast<float>(y)) != light.card;
  }
  EXPECT_GT(inked, 30) << "a circle of dots";
  EXPECT_LT(inked, 250) << "with little in it";
}

TEST(Map, AWayThatIsClosedIsNotDrawn) {
  MapSheet sheet;
  sheet.stop("a", "here");
  sheet.way("a", "closed", "");
  EXPECT_EQ(at(sheet.picture(), kMiddleX, kMiddleY - 9), light.sun) << "the only stop stands in the middle";
}

TEST(Map, AWideBoxHasItsScenesInTheDirectionOfReading) {
  for (const bool right_to_left : {false, true}) {
    MapSheet sheet({20, 20, 360, 200});
    sheet.input.right_to_left = right_to_left;
    sheet.stop("a", "seen");
    sheet.stop("b", "here");
    sheet.way("a", "to-b", "taken", "b");
    const Image image = sheet.picture();
    const float side = right_to_left ? 60 : -60;
    EXPECT_EQ(at(image, 200 + side, 120 - 9), light.primary) << right_to_left;
    EXPECT_EQ(at(image, 200 - side, 120 - 9), light.sun) << right_to_left;
  }
}

TEST(Map, IsMirroredRightToLeft) {
  MapSheet sheet;
  sheet.input.right_to_left = true;
  sheet.tell();
  const Image image = sheet.picture();
  EXPECT_EQ(at(image, 2 * kMiddleX - kBX, kBY - 9), light.sun);
}

TEST(Map, AClickOnASceneOfTheRunActivatesItsLink) {
  MapSheet sheet;
  sheet.tell();
  sheet.paint();
  sheet.point_at(kAX + 18, kAY);
  EXPECT_TRUE(sheet.paint().stage_wants_pointer) << "targets are larger than what is drawn";
  EXPECT_EQ(sheet.click(kAX, kAY).activated, sheet.handle("a-name"));
  EXPECT_EQ(sheet.paint().activated, outline::kNoElement) << "once";
}

TEST(Map, AClickWorksWhereverTheWindowIs) {
  MapSheet sheet;
  sheet.tell();
  sheet.input.window = {7, 31, 300, 260, 2};
  sheet.paint();
  EXPECT_EQ(sheet.click(kBX, kBY).activated, sheet.handle("b-name"));
}

TEST(Map, AClickOnWhatIsHiddenLeadsToWhereAnotherWayCanBeTried) {
  MapSheet link;
  link.tell();
  EXPECT_EQ(link.click(kHiddenX, kBY).activated, link.handle("a-name"));
  MapSheet button;
  button.tell();
  button.again("a");
  EXPECT_EQ(button.click(kHiddenX, kBY).activated, button.handle("tale:again-a"));
}

TEST(Map, ASceneOfAnEarlierRunIsNotClicked) {
  MapSheet sheet;
  sheet.stop("a", "earlier");
  sheet.paint();
  sheet.point_at(kMiddleX, kMiddleY);
  EXPECT_FALSE(sheet.paint().stage_wants_pointer);
  EXPECT_EQ(sheet.click(kMiddleX, kMiddleY).activated, outline::kNoElement);
}

TEST(Map, BesideItsStopsThePointerIsNotWanted) {
  MapSheet sheet;
  sheet.tell();
  sheet.paint();
  sheet.point_at(kLeft + 8, kTop + 8);
  EXPECT_FALSE(sheet.paint().stage_wants_pointer);
}

TEST(Map, AStopGrowsUnderThePointerAndItsLinksPointer) {
  MapSheet sheet;
  sheet.tell();
  EXPECT_EQ(at(sheet.picture(), kAX, kAY - 15.5f), light.card);
  sheet.point_at(kAX, kAY);
  EXPECT_TRUE(sheet.paint().wants_frame);
  sheet.paint_until_still();
  EXPECT_EQ(at(sheet.picture(), kAX, kAY - 15.5f), light.primary);

  MapSheet linked;
  linked.tell();
  linked.paint();
  linked.input.interaction.hovered = linked.handle("a-name");
  linked.paint_until_still();
  EXPECT_EQ(at(linked.picture(), kAX, kAY - 15.5f), light.primary);
}

TEST(Map, ZoomsByLevelsAroundTheSceneOneIsAt) {
  MapSheet sheet;
  sheet.tell();
  sheet.paint();
  sheet.zoom("1");
  EXPECT_TRUE(sheet.paint().wants_frame);
  const int frames = sheet.paint_until_still();
  EXPECT_LT(frames, 30);
  // The learner's scene would be in the middle; the map's edge holds it.
  const Image image = sheet.picture();
  EXPECT_EQ(at(image, kMiddleX - 1.6f * kBeside / 2, kMiddleY + 1.6f * kDown / 2 - 9), light.sun) << "all fits still";
  sheet.zoom("3");
  sheet.paint_until_still();
  sheet.zoom("0");
  sheet.paint_until_still();
  EXPECT_EQ(at(sheet.picture(), kBX, kBY - 9), light.sun) << "and back";
}

// A chain down the middle that has to be zoomed into: at level 0 its scenes are (258 - 56) / 5 px apart.
void tell_long(MapSheet& sheet, int here = 5) {
  for (int i = 0; i < 6; ++i) sheet.stop("s" + std::to_string(i), i == here ? "here" : "seen");
  for (int i = 0; i < 5; ++i) {
    sheet.way("s" + std::to_string(i), "w" + std::to_string(i), "taken", "s" + std::to_string(i + 1));
  }
}
constexpr float kStep = (kHeight - 2 - 56) / 5;
constexpr float kFirstY = kTop + 1 + 28, kLastY = kTop + kHeight - 1 - 28;  // As far in as a map's ends come.

bool has_sun(Sheet& sheet, float y) { return at(sheet.picture(), kMiddleX, y - 9) == light.sun; }

TEST(Map, FitsIntoItsBox) {
  MapSheet sheet;
  tell_long(sheet);
  const Image image = sheet.picture();
  for (int i = 0; i < 5; ++i) {
    EXPECT_EQ(at(image, kMiddleX, kFirstY + kStep * static_cast<float>(i) - 9), light.primary) << i;
  }
  EXPECT_EQ(at(image, kMiddleX, kLastY - 9), light.sun);
}

TEST(Map, ZoomingInGoesToTheSceneOneIsAt) {
  MapSheet sheet;
  tell_long(sheet, 2);
  sheet.paint();
  sheet.zoom("2");
  sheet.paint_until_still();
  EXPECT_TRUE(has_sun(sheet, kMiddleY));
}

TEST(Map, IsDraggedWhenThereIsMoreThanFits) {
  MapSheet sheet;
  tell_long(sheet);
  sheet.zoom("2");
  sheet.paint_until_still();
  EXPECT_TRUE(has_sun(sheet, kLastY)) << "the learner's scene is in sight";
  sheet.point_at(kLeft + 30, kMiddleY);
  EXPECT_TRUE(sheet.paint().stage_wants_pointer);
  sheet.point_at(kLeft + 30, kMiddleY, true);
  sheet.paint();
  sheet.point_at(kLeft + 30, kMiddleY - 4, true);
  EXPECT_TRUE(has_sun(sheet, kLastY)) << "a slip moves nothing";
  sheet.point_at(kLeft + 30, kMiddleY - 80, true);
  EXPECT_TRUE(has_sun(sheet, kLastY)) << "the map's end stays in the box";
  sheet.point_at(kLeft + 30, kMiddleY + 20, true);
  EXPECT_TRUE(has_sun(sheet, kLastY + 20));
  sheet.point_at(kLeft + 30, kMiddleY + 500, true);
  EXPECT_EQ(at(sheet.picture(), kMiddleX, kFirstY - 9), light.primary) << "the first scene, no further";
  sheet.point_at(kLeft + 30, kMiddleY + 500);
  EXPECT_EQ(sheet.paint().activated, outline::kNoElement);
  sheet.paint_until_still();
  EXPECT_EQ(at(sheet.picture(), kMiddleX, kFirstY - 9), light.primary) << "and it stays there";
  sheet.zoom("0");
  sheet.paint_until_still();
  sheet.zoom("2");
  sheet.paint_until_still();
  EXPECT_TRUE(has_sun(sheet, kLastY)) << "to fit it forgets where it was";
}

TEST(Map, ADragIsNoClick) {
  MapSheet sheet;
  sheet.tell();
  sheet.paint();
  sheet.point_at(kAX, kAY);
  sheet.paint();
  sheet.point_at(kAX, kAY, true);
  sheet.paint();
  sheet.point_at(kAX + 8, kAY, true);
  sheet.paint();
  sheet.point_at(kAX + 8, kAY);
  EXPECT_EQ(sheet.paint().activated, outline::kNoElement);
  EXPECT_EQ(sheet.click(kAX, kAY).activated, sheet.handle("a-name")) << "the next one is";
}

TEST(Map, APressThatStartedElsewhereIsNoClick) {
  MapSheet sheet;
  sheet.tell();
  sheet.paint();
  sheet.point_at(390, 590);
  sheet.paint();
  sheet.point_at(390, 590, true);
  sheet.paint();
  sheet.point_at(kAX, kAY, true);
  sheet.paint();
  sheet.point_at(kAX, kAY);
  EXPECT_EQ(sheet.paint().activated, outline::kNoElement);
}

TEST(Map, FocusBringsAStopIntoView) {
  MapSheet sheet;
  tell_long(sheet);
  sheet.zoom("2");
  sheet.paint_until_still();
  sheet.input.interaction.focused = sheet.handle("s0-name");
  sheet.input.interaction.focus_is_visible = true;
  sheet.paint_until_still();
  EXPECT_EQ(at(sheet.picture(), kMiddleX, kFirstY - 9), light.primary);
  EXPECT_FALSE(has_sun(sheet, kLastY));
}

TEST(Map, TheWayToAChosenSceneGrowsAndTheSceneSwellsOnce) {
  MapSheet sheet;
  sheet.stop("a", "here");
  sheet.way("a", "to-b", "open");
  sheet.paint_until_still();
  sheet.element("a").set(Attribute::kTone, "seen");
  sheet.element("to-b").set(Attribute::kTone, "taken").set(Attribute::kTarget, "b");
  sheet.stop("b", "here");
  EXPECT_TRUE(sheet.paint().wants_frame);
  sheet.wait(0.1);
  const Image early = sheet.picture();
  EXPECT_EQ(at(early, kMiddleX, kAY + 20), light.primary);
  EXPECT_NE(at(early, kMiddleX, kBY - 25), light.primary) << "not yet there";
  EXPECT_NE(at(early, kMiddleX, kBY - 9), light.sun) << "nor is the scene";
  sheet.wait(0.45);
  EXPECT_TRUE(sheet.paint().wants_frame);
  EXPECT_NE(at(sheet.picture(), kMiddleX, kBY - 24), light.card) << "a ring goes out from it";
  EXPECT_LT(sheet.paint_until_still(), 60);
  const Image late = sheet.picture();
  EXPECT_EQ(at(late, kMiddleX, kBY - 9), light.sun);
  EXPECT_EQ(at(late, kMiddleX, kBY - 25), light.primary);
}

TEST(Map, NothingMovesAtRestNorWhenMotionIsReduced) {
  MapSheet rest;
  rest.tell();
  EXPECT_FALSE(rest.paint().wants_frame);
  rest.wait(1);
  EXPECT_FALSE(rest.paint().wants_frame);

  MapSheet still;
  still.input.reduced_motion = true;
  still.tell();
  still.paint();
  still.zoom("2");
  EXPECT_FALSE(still.paint().wants_frame);
  still.zoom("0");
  still.element("b").set(Attribute::kTone, "seen");
  still.element("a").set(Attribute::kTone, "here");
  const PaintOutput output = still.paint();
  EXPECT_FALSE(output.wants_frame);
  EXPECT_EQ(at(test::rasterise(output.draw_data), kAX, kAY - 9), light.sun);
}

TEST(Map, SettlingEndsAllMovement) {
  MapSheet sheet;
  sheet.tell();
  sheet.paint();
  sheet.zoom("2");
  sheet.element("b").set(Attribute::kTone, "seen");
  sheet.element("a").set(Attribute::kTone, "here");
  EXPECT_TRUE(sheet.paint().wants_frame);
  sheet.painter.settle();
  EXPECT_FALSE(sheet.paint().wants_frame);
}

TEST(Map, StopsHaveTheWordsOfTheList) {
  MapSheet sheet;
  sheet.stop("a", "seen");
  sheet.name("a", 60);
  sheet.name("a", 30, 500, 925);  // Its second line.
  const Image image = sheet.picture();
  // Beside the disc: 4 px off, the two lines around its middle.
  const float left = kMiddleX + 14 + 4, top = kMiddleY - 41 / 2.0f;
  EXPECT_EQ(at(image, left + 30, top + 8), IM_COL32_BLACK);
  EXPECT_EQ(at(image, left + 20, top + 25 + 8), IM_COL32_BLACK);
  EXPECT_NE(at(image, left + 50, top + 25 + 8), IM_COL32_BLACK) << "the second line is short";
  EXPECT_NE(at(image, left - 3, top + 8), IM_COL32_BLACK);
}

TEST(Map, WordsKeepTheirSizeAtAnyZoom) {
  MapSheet sheet;
  sheet.stop("a", "here");
  sheet.name("a", 60);
  const auto words = [&] {
    const Image image = sheet.picture();
    int count = 0;
    for (float y = kTop; y < kTop + kHeight; ++y) {
      for (float x = kLeft; x < kLeft + kWidth; ++x) count += at(image, x, y) == IM_COL32_BLACK;
    }
    return count;
  };
  const int before = words();
  EXPECT_GE(before, 59 * 15);
  sheet.zoom("3");
  sheet.paint_until_still();
  EXPECT_EQ(words(), before);
}

TEST(Map, ALabelThatWouldLieOverAnotherIsLeftOut) {
  // Two scenes side by side, whose labels are so large that there is room for one, below.
  MapSheet sheet;
  sheet.stop("a", "seen");
  sheet.stop("b", "seen");
  sheet.stop("c", "here");
  sheet.way("a", "to-b", "earlier", "b");
  sheet.way("a", "to-c", "taken", "c");
  sheet.name("b", 300);
  sheet.name("b", 300, 500, 944);
  sheet.name("c", 300);
  sheet.name("c", 300, 500, 944);
  const Image image = sheet.picture();
  EXPECT_EQ(at(image, kLeft + kWidth - 6, kBY + 30), IM_COL32_BLACK) << "the learner's scene wins";
  EXPECT_NE(at(image, kLeft + 6, kBY + 30), IM_COL32_BLACK);
  sheet.point_at(kBX, kBY);
  sheet.paint_until_still();
  EXPECT_EQ(at(sheet.picture(), kLeft + 6, kBY + 30), IM_COL32_BLACK) << "over what the pointer is not on";
}

TEST(Map, NothingIsDrawnOutsideItsBox) {
  MapSheet sheet;
  tell_long(sheet, 3);
  for (int i = 0; i < 5; ++i) sheet.name("s" + std::to_string(i), 150);
  sheet.zoom("3");
  sheet.paint_until_still();
  const Image image = sheet.picture();
  for (int y = 0; y < image.height; ++y) {
    for (int x = 0; x < image.width; ++x) {
      const bool is_inside = x >= kLeft && x < kLeft + kWidth && y >= kTop && y < kTop + kHeight;
      ASSERT_TRUE(is_inside || image.at(x, y) == light.paper) << x << ", " << y;
    }
  }
}

TEST(Map, TwoOfAPageAreApart) {
  MapSheet sheet;
  sheet.tell();
  sheet.add_map("other", {kLeft, 300, kWidth, kHeight});
  sheet.stop("z", "here");
  sheet.paint();
  sheet.zoom("1");
  sheet.paint_until_still();
  const Image image = sheet.picture();
  EXPECT_EQ(at(image, kBX, kBY - 9), light.sun) << "not zoomed";
  EXPECT_EQ(at(image, kMiddleX, 430 - 9), light.sun);
  EXPECT_EQ(sheet.click(kMiddleX, 430).activated, sheet.handle("z-name"));
  EXPECT_EQ(sheet.click(kAX, kAY).activated, sheet.handle("a-name"));
}

TEST(Map, AThousandStopsAreBounded) {
  MapSheet sheet;
  constexpr int kStops = 1000;
  const auto name = [](int i) { return "n" + std::to_string(i); };
  for (int i = 0; i < kStops; ++i) sheet.stop(name(i), i == 500 ? "here" : i % 7 == 0 ? "seen" : "earlier");
  for (int i = 0; i + 1 < kStops; ++i) {
    sheet.way(name(i), name(i) + "x", "taken", name(i + 1));
    sheet.way(name(i), name(i) + "y", "earlier", name(std::min(kStops - 1, i + 1 + i * 7 % 31)));
    sheet.way(name(i), name(i) + "z", "open");
  }
  EXPECT_LT(sheet.paint().draw_data->TotalVtxCount, 300000);
  EXPECT_FALSE(sheet.paint().wants_frame);
  sheet.zoom("3");
  sheet.paint_until_still();
  EXPECT_LT(sheet.paint().draw_data->TotalVtxCount, 300000);
}

TEST(Map, WhatMakesNoSenseIsPassedOver) {
  MapSheet sheet;
  sheet.stop("a", "here-nonsense");
  sheet.stop("b", "");
  sheet.way("a", "loop", "taken", "a");
  sheet.way("a", "there", "taken", "b");
  sheet.way("b", "back", "taken", "a");
  sheet.way("b", "nowhere", "open", "no-such-stop");
  sheet.way("b", "list", "earlier", "tale:path-list");
  sheet.add(Role::kPathStop, "empty", {}, "tale:path-list", "seen");
  const float infinite = std::numeric_limits<float>::infinity(), nan = std::nanf("");
  for (const float wrong : {nan, infinite, -infinite, -1e30f}) {
    sheet.words.push_back({sheet.handle("a-name"), wrong, 900, 30, 20, 0, 0, 1, 1, 0});
    sheet.words.push_back({sheet.handle("a-name"), 500, 900, wrong, 20, 0, 0, 1, 1, 0});
    sheet.words.push_back({sheet.handle("a-name"), 500, 900, 30, 20, wrong, 0, 1, 1, 99});
  }
  sheet.words.push_back({-5, 0, 0, 10, 10, 0, 0, 1, 1, 0});
  sheet.words.push_back({1000000000, 0, 0, 10, 10, 0, 0, 1, 1, 0});
  for (const char* level : {"", "-", "9", "2", "nonsense"}) {
    sheet.zoom(level);
    sheet.paint_until_still();
    EXPECT_FALSE(sheet.paint().wants_frame) << level;
  }
  for (const auto& box : {std::vector<float>{nan, 0, 10, 10}, {0, 0, 0, 0}, {10, 10, 1, 1}, {10, 10, 3, 300}}) {
    MapSheet odd(box);
    odd.tell();
    odd.zoom("3");
    odd.point_at(11, 11, true);
    odd.paint();
    odd.point_at(nan, infinite, true);
    odd.paint_until_still();
    EXPECT_FALSE(odd.paint().wants_frame);
  }
  Sheet alone;
  alone.add(Role::kPathMap, "map", {20, 20, 300, 200});
  EXPECT_FALSE(alone.paint().wants_frame) << "without a list";
  MapSheet empty;
  EXPECT_EQ(at(empty.picture(), kMiddleX, kMiddleY), light.card) << "without stops";
}

TEST(Map, AListThatChangesIsReadAnew) {
  MapSheet sheet;
  sheet.tell();
  sheet.paint();
  sheet.stop("c", "seen");
  sheet.element("other").set(Attribute::kTone, "taken").set(Attribute::kTarget, "c");
  sheet.paint_until_still();
  EXPECT_EQ(at(sheet.picture(), kHiddenX, kBY - 9), light.primary);
}

}  // namespace
}  // namespace bytes::paint
