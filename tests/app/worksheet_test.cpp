// A worksheet that is filled in, through the outline alone.
#include <gtest/gtest.h>

#include "content/byte_reader.h"
#include "outline/accessible.h"
#include "platform/headless/learner.h"
#include "tests/support/files.h"
#include "tests/view/support/english.h"

namespace bytes {
namespace {

using outline::Attribute;
using outline::Element;
using outline::Role;
using platform::headless::Learner;

content::Byte blocks_byte() {
  Diagnostics diagnostics;
  auto byte = content::read_byte(read_test_file("tests/data/bytes/valid/blocks.json"), "blocks.json",
                                 {.strict = false, .markup = {}}, diagnostics);
  EXPECT_FALSE(diagnostics.has_errors());
  return byte ? *byte : content::Byte();
}

// Of the row that was added last.
std::string last_row(const Learner& learner) {
  const Element* rows = learner.element("people:rows");
  if (!rows || rows->children.empty()) return "";
  const std::string& id = rows->children.back().id;
  return id.substr(0, id.rfind(':'));
}

class WorksheetPage : public ::testing::Test {
 protected:
  std::string add(const std::string& name) {
    EXPECT_TRUE(learner_.press_in("people", Role::kPrimaryButton, "Add: Person"));
    const std::string row = last_row(learner_);
    if (!name.empty()) learner_.write(row + "/name:field", name);
    return row;
  }
  std::string map() const { return learner_.read("people:map-list"); }

  Learner learner_{blocks_byte(), view::english()};
};

TEST_F(WorksheetPage, BeginsEmptyAndIsAddedTo) {
  EXPECT_EQ(learner_.read("people:rows"), "");
  const std::string row = add("");
  EXPECT_EQ(learner_.focus(), row + "/name:field") << "one goes on by writing";
  EXPECT_NE(learner_.read("people:rows").find("Person 1"), std::string::npos);
  learner_.write(row + "/name:field", "Anna");
  EXPECT_EQ(learner_.element(row + "/name:field")->get(Attribute::kValue), "Anna");
  EXPECT_NE(outline::find_by_name(*learner_.element("people"), Role::kButton, "Remove: Anna"), nullptr);
}

TEST_F(WorksheetPage, SaysWhoIsOnWhichSideAndNamesTheGaps) {
  EXPECT_EQ(learner_.read("people:map-gaps"), "") << "nothing is missing before there is anything";
  const std::string anna = add("Anna");
  EXPECT_EQ(learner_.read("people:map-gaps"), "Nobody gives you advice yet. Nobody has a say yet.");
  EXPECT_NE(map().find("None of these Anna"), std::string::npos) << map();
  ASSERT_TRUE(learner_.choose(anna + ":row", "Gives me advice"));
  EXPECT_EQ(map(), "Me Gives me advice Anna Decides about my next step Empty so far");
  EXPECT_EQ(learner_.read("people:map-gaps"), "Nobody has a say yet.");
  ASSERT_TRUE(learner_.choose(anna + ":row", "Decides about my next step"));
  EXPECT_EQ(map(), "Me Gives me advice Anna Decides about my next step Anna");
  EXPECT_EQ(learner_.read("people:map-gaps"), "");
  ASSERT_TRUE(learner_.choose(anna + ":row", "Not yet"));
  EXPECT_NE(map().find("Anna Not yet"), std::string::npos) << map();
  EXPECT_EQ(learner_.element(anna + "/advises:on-map")->get(Attribute::kFill), "0");
  ASSERT_TRUE(learner_.choose(anna + ":row", "Gives me advice", false));
  EXPECT_EQ(learner_.read("people:map-gaps"), "Nobody gives you advice yet.");
}

TEST_F(WorksheetPage, PutsBackWhatWasRemoved) {
  const std::string anna = add("Anna");
  add("Ben");
  ASSERT_TRUE(learner_.press(Role::kButton, "Remove: Anna"));
  EXPECT_EQ(learner_.element(anna + ":row"), nullptr);
  EXPECT_EQ(learner_.read("people:said"), "Removed: Anna Put back");
  EXPECT_EQ(learner_.focus(), "people:put-back");
  ASSERT_TRUE(learner_.press(Role::kButton, "Put back"));
  EXPECT_EQ(learner_.element("people:rows")->children.front().id, anna + ":row");
  EXPECT_EQ(learner_.element(anna + "/name:field")->get(Attribute::kValue), "Anna");
  EXPECT_EQ(learner_.focus(), anna + "/name:field");
  EXPECT_EQ(learner_.read("people:said"), "");
}

TEST_F(WorksheetPage, HasRoomForSoManyRowsAndNoMore) {
  for (int i = 0; i < 4; ++i) add("");
  EXPECT_FALSE(learner_.press_in("people", Role::kPrimaryButton, "Add: Person"));
  EXPECT_NE(learner_.read("people").find("There is room for 4 here."), std::string::npos);
  learner_.app().frame({.now = 1, .entropy = std::string(32, 'a'), .inputs = {app::Activated{"people:add"}}});
  EXPECT_EQ(learner_.element("people:rows")->children.size(), 4u);
}

TEST_F(WorksheetPage, IsThereWhenThePageIsOpenedAgain) {
  const std::string anna = add("Anna");
  ASSERT_TRUE(learner_.choose(anna + ":row", "Gives me advice"));
  const Learner again = learner_.reopened();
  EXPECT_EQ(again.read("people:map-list"), map());
  EXPECT_EQ(again.element("people:paper-1-name")->text, plain("Anna"));
  EXPECT_EQ(again.element("people:paper-1-advises")->text, plain("☑"));
  EXPECT_EQ(again.element("people:paper-2-knows")->text, plain("Well / A little / Not yet"));
}

TEST_F(WorksheetPage, PassesOverWhatItDoesNotHave) {
  const std::string anna = add("Anna");
  const std::size_t stored = learner_.stored().size();
  for (const char* field : {"people/nobody/name:field", "people/nobody:field", "people:field", "people/:field"}) {
    learner_.write(field, "Eve");
  }
  learner_.write(anna + "/advises:field", "yes");
  learner_.write(anna + "/name/deeper:field", "Eve");
  learner_.write(anna + "/name:field", "Anna");
  learner_.write(anna + "/name:field", std::string(5'000, 'a'));
  for (const char* pressed : {"people/nobody:remove", "people:remove", "people:put-back", "people/x:add"}) {
    learner_.app().frame({.now = 1, .entropy = std::string(32, 'a'), .inputs = {app::Activated{pressed}}});
  }
  for (const std::string& toggled : {anna + "/name:control", anna + "/knows/so-so:control", anna + "/advises/on:control",
                                     std::string("people/nobody/advises:control"), std::string("people:control")}) {
    learner_.app().frame({.now = 1, .entropy = std::string(32, 'a'), .inputs = {app::Toggled{toggled, true}}});
  }
  EXPECT_EQ(learner_.stored().size(), stored);
  EXPECT_EQ(map(), "Me Gives me advice Empty so far Decides about my next step Empty so far None of these Anna");
}

TEST_F(WorksheetPage, RowsOfTwoDevicesComeTogether) {
  add("Anna");
  Learner other(blocks_byte(), view::english());
  // Another device draws other lots.
  for (int i = 0; i < 3; ++i) other.write("people:nothing", "");
  ASSERT_TRUE(other.press_in("people", Role::kPrimaryButton, "Add: Person"));
  other.write(last_row(other) + "/name:field", "Ben");
  std::vector<learning::Event> events = other.stored();
  for (learning::Event& event : events) event.device = std::string(32, 'b');
  learner_.app().frame({.now = 1, .entropy = std::string(32, 'c'), .inputs = {app::Arrived{events}}});
  EXPECT_EQ(learner_.element("people:rows")->children.size(), 2u);
  EXPECT_NE(map().find("Anna Ben"), std::string::npos) << map();
}

}  // namespace
}  // namespace bytes
