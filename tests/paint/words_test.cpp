#include "paint/words.h"

#include "gtest/gtest.h"
#include "paint/theme.h"
#include "tests/paint/support/sheet.h"

namespace bytes::paint {
namespace {

using outline::Role;
using test::Sheet;

void blend(const ImDrawList*, const ImDrawCmd*) {}

TEST(Words, AreDrawnWhereTheyAreInTheDocument) {
  Sheet sheet;
  sheet.add(Role::kParagraph, "text", {});
  sheet.words.push_back({sheet.handle("text"), 40, 1040, 30, 20, 0, 0, 1, 1, 0});
  sheet.input.window = {10, 1000, 200, 200, 2};
  const test::Image image = sheet.picture();
  EXPECT_EQ(image.at(60, 80), IM_COL32_BLACK);
  EXPECT_EQ(image.at(119, 119), IM_COL32_BLACK);
  EXPECT_NE(image.at(120, 119), IM_COL32_BLACK);
}

TEST(Words, LieAboveBoxes) {
  Sheet sheet;
  sheet.add(Role::kNotice, "notice", {40, 40, 100, 30});
  sheet.words.push_back({sheet.handle("notice"), 50, 45, 30, 20, 0, 0, 1, 1, 0});
  EXPECT_EQ(sheet.picture().at(60, 50), IM_COL32_BLACK);
}

TEST(Words, AreBlendedAsPremultipliedAndNothingElseIs) {
  Sheet sheet;
  sheet.input.premultiplied_blend = blend;
  sheet.add(Role::kListCard, "card", {40, 50, 200, 100});
  sheet.words.push_back({sheet.handle("card"), 60, 60, 30, 20, 0, 0, 1, 1, 0});
  const PaintOutput output = sheet.paint();
  test::rasterise(output.draw_data);  // Gives the font's texture a name.
  bool is_blending = false;
  int switches = 0;
  for (const ImDrawList* list : output.draw_data->CmdLists) {
    for (const ImDrawCmd& command : list->CmdBuffer) {
      if (command.UserCallback == blend) {
        is_blending = true;
        ++switches;
      } else if (command.UserCallback == ImDrawCallback_ResetRenderState) {
        is_blending = false;
        ++switches;
      } else if (command.ElemCount > 0) {
        EXPECT_EQ(is_blending, command.GetTexID() == 7);
      }
    }
  }
  EXPECT_EQ(switches, 2);
  EXPECT_FALSE(is_blending);
}

TEST(Words, OfATextureThatIsNotThereAreLeftOut) {
  for (const int page : {-1, 1, 99}) {
    Sheet sheet;
    sheet.add(Role::kParagraph, "text", {});
    sheet.words.push_back({sheet.handle("text"), 40, 40, 30, 20, 0, 0, 1, 1, page});
    EXPECT_EQ(sheet.picture().at(50, 50), palette_of(ThemeName::kLight).paper);
  }
}

}  // namespace
}  // namespace bytes::paint
