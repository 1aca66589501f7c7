#include "paint/painter.h"

#include <cmath>
#include <limits>

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

TEST(Painter, PaperIsOpaqueAndCoversTheWindow) {
  for (const ThemeName theme : {ThemeName::kLight, ThemeName::kDark, ThemeName::kContrast}) {
    Sheet sheet;
    sheet.input.theme = theme;
    sheet.input.window = {30, 500, 33, 21, 2};
    const Image image = sheet.picture();
    ASSERT_EQ(image.width, 66);
    ASSERT_EQ(image.height, 42);
    for (int y = 0; y < image.height; ++y) {
      for (int x = 0; x < image.width; ++x) ASSERT_EQ(image.at(x, y), palette_of(theme).paper) << x << ", " << y;
    }
  }
}

TEST(Painter, ACardHasItsBorderInsideItsEdge) {
  Sheet sheet;
  sheet.add(Role::kListCard, "card", {40, 50, 200, 100});
  const Image image = sheet.picture();
  EXPECT_EQ(image.at(40, 100), light.line);
  EXPECT_EQ(image.at(41, 100), light.card);
  EXPECT_EQ(image.at(239, 100), light.line);
  EXPECT_EQ(image.at(140, 50), light.line);
  EXPECT_EQ(image.at(140, 149), light.line);
  EXPECT_EQ(image.at(140, 100), light.card);
  EXPECT_NE(image.at(140, 153), light.paper) << "a shadow lies below";
  EXPECT_EQ(image.at(140, 190), light.paper) << "and ends";
  EXPECT_NE(image.at(40, 50), light.line) << "corners are round";
}

TEST(Painter, EdgesLieOnWholeDevicePixels) {
  Sheet sheet;
  sheet.input.window.scale = 1.5f;
  sheet.add(Role::kListCard, "card", {40.3f, 50.2f, 200.1f, 100.4f});
  const Image image = sheet.picture();
  EXPECT_EQ(image.at(60, 150), light.line) << "40.3 * 1.5 = 60.45 is put on 60";
  EXPECT_EQ(image.at(100, 75), light.line) << "50.2 * 1.5 = 75.3 is put on 75";
}

TEST(Painter, WhatLiesOutsideTheWindowIsNotDrawn) {
  Sheet empty;
  const int nothing = empty.paint().draw_data->TotalVtxCount;
  Sheet sheet;
  sheet.add(Role::kListCard, "above", {40, -400, 200, 100});
  sheet.add(Role::kCallout, "below", {40, 900, 200, 100});
  sheet.words.push_back({sheet.handle("below"), 40, 900, 30, 20, 0, 0, 1, 1, 0});
  EXPECT_EQ(sheet.paint().draw_data->TotalVtxCount, nothing);
  sheet.input.window.y = 500;
  EXPECT_GT(sheet.paint().draw_data->TotalVtxCount, nothing);
}

TEST(Painter, OptionsShowTheirStates) {
  struct Row {
    const char* tone;
    ImU32 ground, edge;
  };
  const Row rows[] = {
      {"open", light.card, light.border},       {"chosen", light.primary_tint, light.primary},
      {"right", light.right_tint, light.right}, {"wrong", light.wrong_tint, light.wrong},
      {"missed", light.card, light.right},
  };
  for (const Row& row : rows) {
    Sheet sheet;
    sheet.add_question("ask", "open", {row.tone}, 100);
    const Image image = sheet.picture();
    EXPECT_EQ(image.at(330, 185), row.ground) << row.tone;
    EXPECT_EQ(image.at(200, 160), row.edge) << row.tone;
  }
}

TEST(Painter, AControlStandsAtTheStartOfItsRow) {
  for (const bool right_to_left : {false, true}) {
    Sheet sheet;
    sheet.input.right_to_left = right_to_left;
    sheet.add_question("ask", "open", {"wrong"}, 100);
    const Image image = sheet.picture();
    const int inset = 1 + 14 + 4;  // Border, padding, and a little into the control.
    const int middle = 160 + 1 + 10 + 13;
    EXPECT_EQ(image.at(60 + inset, middle) == light.wrong, !right_to_left);
    EXPECT_EQ(image.at(340 - 1 - inset, middle) == light.wrong, right_to_left);
  }
}

TEST(Painter, AnElementsOwnDirectionCountsForAllInIt) {
  Sheet sheet;
  sheet.add_question("ask", "open", {"wrong"}, 100);
  sheet.element("ask").set(outline::Attribute::kDirection, "rtl");
  const Image image = sheet.picture();
  EXPECT_NE(image.at(60 + 19, 184), light.wrong);
  EXPECT_EQ(image.at(340 - 1 - 19, 184), light.wrong);
}

TEST(Painter, MarksKeepUpWithTheText) {
  Sheet sheet;
  sheet.input.root_font_size = 32;
  sheet.add(Role::kCheckList, "list", {});
  sheet.add(Role::kItem, "item", {40, 40, 200, 54}, "list");
  const Image image = sheet.picture();
  EXPECT_EQ(image.at(40 + 24, 40 + 27 - 21), light.right_tint) << "a mark of 48 px on a line of 54";
}

TEST(Painter, HoverFadesInAndComesToRest) {
  Sheet sheet;
  sheet.add_question("ask", "open", {"open"}, 100);
  EXPECT_FALSE(sheet.paint().wants_frame);
  sheet.input.interaction.hovered = sheet.handle("ask/1:label");
  EXPECT_TRUE(sheet.paint().wants_frame);
  sheet.wait(0.05);
  const ImU32 between = sheet.picture().at(330, 185);
  EXPECT_NE(between, light.card);
  EXPECT_NE(between, light.hover);
  sheet.wait(0.2);
  EXPECT_EQ(sheet.picture().at(330, 185), light.hover);
  EXPECT_FALSE(sheet.paint().wants_frame);
}

TEST(Painter, ALockedRowDoesNotAnswerThePointer) {
  Sheet sheet;
  sheet.add_question("ask", "right", {"open", "right"}, 100);
  sheet.element("ask/1:control").set_if(Attribute::kDisabled, true);
  sheet.paint();
  sheet.input.interaction.hovered = sheet.handle("ask/1:label");
  EXPECT_FALSE(sheet.paint().wants_frame);
  EXPECT_EQ(sheet.picture().at(330, 185), light.card);
}

TEST(Painter, ReducedMotionShowsTheEndAtOnce) {
  Sheet sheet;
  sheet.input.reduced_motion = true;
  sheet.add_question("ask", "open", {"open"}, 100);
  sheet.paint();
  sheet.element("ask/1").set(Attribute::kTone, "chosen");
  const PaintOutput output = sheet.paint();
  EXPECT_FALSE(output.wants_frame);
  EXPECT_EQ(test::rasterise(output.draw_data).at(330, 185), light.primary_tint);
}

TEST(Painter, MovementEnds) {
  Sheet sheet;
  sheet.add_trail({"here", "todo"});
  sheet.add_question("ask", "open", {"chosen", "open"}, 300);
  sheet.paint();
  sheet.element("ask").set(Attribute::kTone, "right");
  sheet.element("ask/1").set(Attribute::kTone, "right");
  sheet.element("section-1:stop").set(Attribute::kTone, "done");
  EXPECT_TRUE(sheet.paint().wants_frame);
  EXPECT_LE(sheet.paint_until_still(), 33) << "half a second";
  EXPECT_FALSE(sheet.paint().wants_frame);
}

TEST(Painter, SettlingEndsMovementAtItsEnd) {
  Sheet sheet;
  sheet.add_question("ask", "open", {"open"}, 100);
  sheet.paint();
  sheet.element("ask/1").set(Attribute::kTone, "right");
  sheet.paint();
  sheet.painter.settle();
  const PaintOutput output = sheet.paint();
  EXPECT_FALSE(output.wants_frame);
  EXPECT_EQ(test::rasterise(output.draw_data).at(330, 185), light.right_tint);
}

TEST(Painter, APressedButtonSinksAndItsWordsWithIt) {
  Sheet sheet;
  sheet.add(Role::kPrimaryButton, "check", {40, 100, 100, 48});
  sheet.words.push_back({sheet.handle("check"), 60, 110, 40, 20, 0, 0, 1, 1, 0});
  EXPECT_EQ(sheet.picture().at(70, 110), IM_COL32_BLACK);
  sheet.input.interaction.pressed = sheet.handle("check");
  sheet.paint_until_still();
  const Image image = sheet.picture();
  EXPECT_EQ(image.at(90, 100), light.paper);
  EXPECT_EQ(image.at(90, 102), light.primary_deep);
  EXPECT_NE(image.at(70, 110), IM_COL32_BLACK);
  EXPECT_EQ(image.at(70, 130), IM_COL32_BLACK);
}

TEST(Painter, AButtonThatIsOnShowsIt) {
  Sheet sheet;
  sheet.add(Role::kButton, "saver", {40, 100, 100, 48}).set(outline::Attribute::kPressed, "false");
  EXPECT_EQ(sheet.picture().at(90, 124), light.card);
  sheet.element("saver").set(outline::Attribute::kPressed, "true");
  EXPECT_EQ(sheet.picture().at(90, 124), light.primary_tint);
  EXPECT_EQ(sheet.picture().at(40, 124), light.primary);
}

TEST(Painter, StoriesEmbeddedPagesAndAuthorsStandOnCards) {
  for (Role role : {Role::kStoryPart, Role::kEmbed, Role::kAuthorCard}) {
    Sheet sheet;
    sheet.add(role, "card", {40, 50, 200, 100});
    EXPECT_EQ(sheet.picture().at(140, 100), light.card);
    EXPECT_EQ(sheet.picture().at(40, 100), light.line);
  }
}

TEST(Painter, AnEmptyResultIsNotSeen) {
  Sheet sheet;
  sheet.add(Role::kResult, "result", {40, 100, 200, 20}, {}, "open");
  EXPECT_EQ(sheet.picture().at(100, 110), light.paper);
  sheet.add(Role::kVerdict, "verdict", {}, "result");
  EXPECT_EQ(sheet.picture().at(100, 110), light.primary_tint);
}

TEST(Painter, CalloutsShowWhatTheyAre) {
  struct Row {
    const char* tone;
    ImU32 ground, badge;
  };
  const Row rows[] = {{"did-you-know", light.sun_tint, light.sun}, {"tip", light.sun_tint, light.sun},
                      {"note", light.primary_tint, light.primary}, {"example", light.primary_tint, light.primary},
                      {"warning", light.wrong_tint, light.wrong},  {"", light.sun_tint, light.sun}};
  for (const Row& row : rows) {
    Sheet sheet;
    sheet.add(Role::kCallout, "remark", {40, 100, 300, 100}, {}, row.tone);
    const Image image = sheet.picture();
    EXPECT_EQ(image.at(300, 150), row.ground) << row.tone;
    EXPECT_EQ(image.at(40 + 20 + 2, 100 + 20 + 13), row.badge) << row.tone;
  }
}

TEST(Painter, ListsHaveTheirMarks) {
  struct Row {
    Role role;
    ImU32 mark;
  };
  const Row rows[] = {{Role::kCheckList, light.right_tint},
                      {Role::kCrossList, light.wrong_tint},
                      {Role::kNumberList, light.primary_tint}};
  for (const Row& row : rows) {
    Sheet sheet;
    sheet.add(row.role, "list", {});
    sheet.add(Role::kItem, "item", {40, 40, 200, 27}, "list");
    EXPECT_EQ(sheet.picture().at(43, 53), row.mark);
  }
  Sheet bullets;
  bullets.add(Role::kBulletList, "list", {});
  bullets.add(Role::kItem, "item", {40, 40, 200, 27}, "list");
  EXPECT_EQ(bullets.picture().at(52, 53), light.primary);
}

TEST(Painter, AStillPageIsPaintedTheSameAgain) {
  Sheet sheet;
  sheet.add_trail({"done", "here", "todo"});
  sheet.add_question("ask", "wrong", {"wrong", "open"}, 300);
  const Image first = sheet.picture();
  sheet.wait(10);
  const PaintOutput output = sheet.paint();
  EXPECT_FALSE(output.wants_frame);
  EXPECT_EQ(test::rasterise(output.draw_data).pixels, first.pixels);
}

TEST(Painter, ElementsWithoutABoxAreLeftOut) {
  Sheet sheet;
  sheet.add_trail({"here", "todo"});
  sheet.add(Role::kQuestion, "ask", {}, {}, "open");
  sheet.add(Role::kOptions, "ask:options", {}, "ask");
  sheet.add(Role::kOption, "ask/1", {40, 300, 200, 50}, "ask:options", "chosen");
  sheet.add(Role::kItem, "stray", {40, 400, 100, 20});
  EXPECT_NE(sheet.paint().draw_data, nullptr);
  sheet.element("ask").set(Attribute::kTone, "right");
  EXPECT_NE(sheet.paint().draw_data, nullptr);
}

TEST(Painter, NonsenseInGeometryIsHarmless) {
  const float nan = std::numeric_limits<float>::quiet_NaN();
  const float infinity = std::numeric_limits<float>::infinity();
  const float values[] = {nan, infinity, -infinity, -1, 0, 1e30f, -1e30f, 3.9e6f};
  const Role roles[] = {Role::kTrail,  Role::kStop, Role::kStopLink, Role::kHeading, Role::kQuestion,
                        Role::kOption, Role::kItem, Role::kCallout,  Role::kButton,  Role::kListCard};
  for (const float value : values) {
    for (int place = 0; place < 4; ++place) {
      Sheet sheet;
      sheet.add_trail({"done", "here"});
      int count = 0;
      for (const Role role : roles) {
        std::vector<float> box = {40, 300, 200, 50};
        box[static_cast<std::size_t>(place)] = value;
        sheet.add(role, "bad-" + std::to_string(count++), box);
      }
      Quad quad = {sheet.handle("bad-1"), 40, 40, 20, 20, 0, 0, 1, 1, 0};
      (&quad.x)[place] = value;
      sheet.words.push_back(quad);
      sheet.point_at(value, value, true);
      const PaintOutput output = sheet.paint();
      ASSERT_NE(output.draw_data, nullptr);
      for (const ImDrawList* list : output.draw_data->CmdLists) {
        for (const ImDrawVert& vertex : list->VtxBuffer) {
          ASSERT_FALSE(std::isnan(vertex.pos.x) || std::isnan(vertex.pos.y)) << value << " at " << place;
        }
      }
    }
  }
}

TEST(Painter, UnknownHandlesAreHarmless) {
  Sheet sheet;
  sheet.add(Role::kListCard, "card", {40, 50, 200, 100});
  sheet.paint();
  const std::vector<Box> boxes = {{-1, 0, 0, 10, 10}, {1000000000, 0, 0, 10, 10}, {-2147483647, 0, 0, 10, 10}};
  PaintInput input = sheet.input;
  input.boxes = boxes;
  input.words = {};
  input.interaction.hovered = 1000000000;
  input.interaction.pressed = -7;
  EXPECT_NE(sheet.painter.paint(input).draw_data, nullptr);
}

TEST(Painter, AWindowThatIsNoneGivesNothingToDraw) {
  const float nan = std::numeric_limits<float>::quiet_NaN();
  const Window windows[] = {{0, 0, 0, 100, 1}, {0, 0, 100, -5, 1}, {0, 0, 100, 100, 0},   {0, 0, 100, 100, nan},
                            {nan, 0, 9, 9, 1}, {0, 0, 1e9f, 9, 1}, {0, 0, 100, 100, 1e9f}};
  for (const Window& window : windows) {
    Sheet sheet;
    sheet.input.window = window;
    EXPECT_EQ(sheet.paint().draw_data, nullptr);
  }
}

TEST(Painter, PaintsInTheSitesOwnColours) {
  Palettes palettes;
  palettes.themes[0].card = IM_COL32(0xFD, 0xF0, 0xF7, 255);
  palettes.themes[1].paper = IM_COL32(0x1A, 0x14, 0x19, 255);
  Sheet sheet;
  sheet.input.palettes = &palettes;
  sheet.add(Role::kListCard, "card", {40, 50, 200, 100});
  EXPECT_EQ(sheet.picture().at(100, 100), IM_COL32(0xFD, 0xF0, 0xF7, 255));
  EXPECT_EQ(sheet.picture().at(300, 300), light.paper);
  sheet.input.theme = ThemeName::kDark;
  EXPECT_EQ(sheet.picture().at(300, 300), IM_COL32(0x1A, 0x14, 0x19, 255));
}

TEST(Painter, SeveralPaintersDoNotDisturbOneAnother) {
  Sheet first;
  first.add(Role::kListCard, "card", {40, 50, 200, 100});
  Sheet second;
  second.input.theme = ThemeName::kDark;
  EXPECT_EQ(first.picture().at(100, 100), light.card);
  EXPECT_EQ(second.picture().at(100, 100), palette_of(ThemeName::kDark).paper);
  EXPECT_EQ(first.picture().at(100, 100), light.card);
}

TEST(Painter, APageThatChangesKeepsItsRest) {
  Sheet sheet;
  sheet.add_question("ask", "open", {"open"}, 100);
  sheet.paint();
  sheet.add(Role::kListCard, "new", {40, 400, 200, 100});
  EXPECT_FALSE(sheet.paint().wants_frame);
}

}  // namespace
}  // namespace bytes::paint
