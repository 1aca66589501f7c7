#include "paint/net.h"

#include <gtest/gtest.h>

#include <limits>
#include <string>

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

constexpr float kNetLeft = 20, kNetTop = 20, kNetWidth = 320, kNetHeight = 320;
constexpr float kNetMiddle = kNetLeft + kNetWidth / 2;

// A map with so many sides, and rows that are on some of them.
class NetSheet : public Sheet {
 public:
  explicit NetSheet(int sides = 2) {
    add(Role::kNet, "net", {});
    add(Role::kNetMap, "net-drawing", {kNetLeft, kNetTop, kNetWidth, kNetHeight}, "net");
    add(Role::kNetList, "net-list", {}, "net");
    add(Role::kNetCenter, "centre", {}, "net-list");
    add(Role::kNetSides, "sides", {}, "net-list");
    for (int i = 0; i < sides; ++i) add_side("side-" + std::to_string(i), "empty");
  }
  void add_side(const std::string& id, std::string_view tone) {
    add(Role::kNetSide, id, {}, "sides", tone);
    add(Role::kNetSideName, id + "-name", {}, id);
    add(Role::kNetNames, id + "-names", {}, id);
  }
  // On these sides, or on none.
  void row(const std::string& id, const std::vector<int>& sides, const char* tie = "") {
    add(Role::kWorksheetRow, id + "-row", {20, 900, 100, 40});
    if (sides.empty()) add_side("none-" + id, "none");
    std::vector<std::string> places;
    for (const int side : sides) {
      places.push_back("side-" + std::to_string(side));
      element(places.back()).set(Attribute::kTone, "filled");
    }
    if (sides.empty()) places.push_back("none-" + id);
    for (const std::string& place : places) {
      Element& item = add(Role::kNetItem, id + "-on-" + place, {}, place + "-names");
      item.set(Attribute::kTarget, id + "-row");
      if (*tie) item.set(Attribute::kFill, tie);
      add(Role::kNetName, id + "-link-" + place, {}, id + "-on-" + place);
    }
  }
  // One word of a label, as the list far below has it.
  void name(const std::string& id, float width = 50) { words.push_back({handle(id), 500, 900, width, 16, 0, 0, 1, 1, 0}); }

  // What is activated by a click there.
  int click(float x, float y) {
    point_at(x, y);
    paint();
    point_at(x, y, true);
    paint();
    point_at(x, y);
    return paint().activated;
  }
  // In the middle of all the places where a click activates it; nowhere: not a number.
  ImVec2 place_of(const std::string& link, float step = 14) {
    const int wanted = handle(link);
    ImVec2 sum = {0, 0};
    float count = 0;
    for (float y = kNetTop + 4; y < kNetTop + kNetHeight; y += step) {
      for (float x = kNetLeft + 4; x < kNetLeft + kNetWidth; x += step) {
        if (click(x, y) != wanted) continue;
        sum = sum + ImVec2{x, y};
        ++count;
      }
    }
    return sum * (1 / count);
  }
};

TEST(Net, RowsStandOnTheSidesThatTheyHave) {
  NetSheet sheet;
  sheet.row("left", {0});
  sheet.row("right", {1});
  sheet.row("both", {0, 1});
  sheet.row("none", {});
  const ImVec2 left = sheet.place_of("left-link-side-0"), right = sheet.place_of("right-link-side-1");
  const ImVec2 both = sheet.place_of("both-link-side-0"), none = sheet.place_of("none-link-none-none");
  EXPECT_LT(left.x, kNetMiddle - 40);
  EXPECT_GT(right.x, kNetMiddle + 40);
  EXPECT_NEAR(both.x, kNetMiddle, 30);
  EXPECT_GT(none.y, left.y + 40);
  EXPECT_GT(none.y, both.y + 40);
}

TEST(Net, IsMirroredFromRightToLeft) {
  NetSheet sheet;
  sheet.input.right_to_left = true;
  sheet.row("first", {0});
  EXPECT_GT(sheet.place_of("first-link-side-0").x, kNetMiddle + 40);
}

TEST(Net, RowsKeepApart) {
  NetSheet sheet;
  for (int i = 0; i < 8; ++i) sheet.row("row-" + std::to_string(i), {i % 2});
  std::vector<ImVec2> places;
  for (int i = 0; i < 8; ++i) {
    places.push_back(sheet.place_of("row-" + std::to_string(i) + "-link-side-" + std::to_string(i % 2)));
    for (int k = 0; k < i; ++k) {
      const ImVec2 apart = places[i] - places[k];
      EXPECT_GT(std::fabs(apart.x) + std::fabs(apart.y), 20) << k << " and " << i;
    }
  }
}

TEST(Net, ShowsNamesAsLabelsAndDotsWhereThereIsNoRoom) {
  NetSheet sheet;
  sheet.row("anna", {0});
  const ImVec2 at = sheet.place_of("anna-link-side-0", 5);
  sheet.point_at(0, 0);
  const auto pixel = [&] { return sheet.picture().at(static_cast<int>(at.x), static_cast<int>(at.y)); };
  EXPECT_EQ(pixel(), light.card) << "a dot";
  sheet.name("anna-link-side-0");
  sheet.paint();
  EXPECT_EQ(pixel(), IM_COL32(0, 0, 0, 255)) << "its words";
}

TEST(Net, AGapIsAnOutlineWithoutAGround) {
  NetSheet sheet;
  const int y = static_cast<int>(kNetTop + 0.47f * kNetHeight) + 60;
  const int left = static_cast<int>(kNetLeft + 60), right = static_cast<int>(kNetLeft + kNetWidth - 60);
  Image image = sheet.picture();
  EXPECT_NE(image.at(left, y), light.card) << "nothing is a gap before there is anything";
  EXPECT_NE(image.at(right, y), light.card);
  sheet.row("anna", {0});
  image = sheet.picture();
  EXPECT_NE(image.at(left, y), light.card);
  EXPECT_EQ(image.at(right, y), light.card);
}

TEST(Net, TiesAreSolidOrDotted) {
  const auto inked = [](const char* tie) {
    NetSheet sheet;
    sheet.row("other", {1}, "50");
    sheet.row("anna", {0}, tie);
    const Image image = sheet.picture();
    int count = 0;
    for (int y = static_cast<int>(kNetTop); y < kNetTop + kNetHeight; ++y) {
      for (int x = static_cast<int>(kNetLeft); x < kNetMiddle - 20; ++x) count += image.at(x, y) == light.primary;
    }
    return count;
  };
  EXPECT_GT(inked("100"), inked("50"));
  EXPECT_GT(inked("50"), inked("0"));
  EXPECT_GT(inked("0"), inked("nonsense")) << "what is not said is drawn with less weight";
}

TEST(Net, AnyNumberOfSidesAndRowsHolds) {
  for (const int sides : {0, 1, 2, 3, 4, 8, 30}) {
    NetSheet sheet(sides);
    for (int i = 0; i < 40; ++i) {
      std::vector<int> on;
      for (int side = 0; side < sides; ++side) {
        if ((i >> side & 1) != 0) on.push_back(side);
      }
      sheet.row("row-" + std::to_string(i), on, "100");
    }
    EXPECT_NE(sheet.paint().draw_data, nullptr) << sides;
    sheet.click(kNetMiddle, kNetMiddle);
  }
}

TEST(Net, HoldsWhateverThePageSays) {
  const float nonsense[] = {0, -5, 1e9f, std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity()};
  for (const float width : nonsense) {
    NetSheet sheet;
    sheet.row("anna", {0}, "99999999999999999999");
    sheet.element("anna-on-side-0").set(Attribute::kTarget, width < 0 ? "nobody" : "anna-row");
    sheet.words.push_back({sheet.handle("anna-link-side-0"), width, width, width, 16, 0, 0, 1, 1, 0});
    EXPECT_NE(sheet.paint().draw_data, nullptr);
  }
}

TEST(Net, RestsOnceRowsAreWhereTheyBelong) {
  NetSheet sheet;
  sheet.row("anna", {0});
  EXPECT_FALSE(sheet.paint().wants_frame) << "what has just come into view doesn't move";
  sheet.row("ben", {1});
  EXPECT_LT(sheet.paint_until_still(), 100);
}

}  // namespace
}  // namespace bytes::paint
