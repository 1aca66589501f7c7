// Questions that are put in order, matched, filled in, or found in a picture: through the outline alone.
#include <gtest/gtest.h>

#include "content/author/markup.h"
#include "content/byte_reader.h"
#include "outline/accessible.h"
#include "platform/headless/learner.h"
#include "tests/support/files.h"
#include "tests/view/support/english.h"

namespace bytes {
namespace {

using outline::Attribute;
using outline::Role;
using platform::headless::Learner;

Learner open_arranged() {
  Diagnostics diagnostics;
  auto byte = content::read_byte(read_test_file("tests/data/arranged/bytes/arranged/byte.json"), "byte.json",
                                 {.strict = false, .markup = content::read_markup}, diagnostics);
  EXPECT_FALSE(diagnostics.has_errors());
  return Learner(byte ? *byte : content::Byte(), view::english());
}

bool press_check(Learner& learner, const std::string& id, const char* word = "Check") {
  return learner.press_in(id, Role::kPrimaryButton, word);
}

void expect_same_after_reload(const Learner& learner) {
  Learner again = learner.reopened();
  EXPECT_EQ(again.app().outline(), const_cast<Learner&>(learner).app().outline());
}

std::string tone(const Learner& learner, const std::string& id) {
  const outline::Element* element = learner.element(id);
  return element ? std::string(element->get(Attribute::kTone)) : "none";
}

// The rows of `steps` as they stand.
std::vector<std::string> rows(const Learner& learner) {
  std::vector<std::string> ids;
  for (const outline::Element& row : learner.element("steps:list")->children) ids.push_back(row.id.substr(6));
  return ids;
}

bool move(Learner& learner, const std::string& row, Role way) {
  const outline::Element* element = learner.element("steps/" + row);
  const std::string name =
      (way == Role::kOrderUp ? "Move up: " : "Move down: ") + letters_of(learner.element("steps/" + row + ":text")->text);
  return element && learner.press_in("steps/" + row, way, name);
}

const std::vector<std::string> kSteps = {"goal", "names", "ask", "thanks"};

// By its buttons alone.
void put_in_order(Learner& learner, const std::vector<std::string>& wanted) {
  for (std::size_t place = 0; place < wanted.size(); ++place) {
    for (int left = 8; left > 0 && rows(learner)[place] != wanted[place]; --left) {
      ASSERT_TRUE(move(learner, wanted[place], Role::kOrderUp));
    }
  }
}

TEST(Order, IsPutRightByItsButtons) {
  Learner learner = open_arranged();
  ASSERT_TRUE(press_check(learner, "steps"));
  EXPECT_EQ(learner.read("steps:result"), "Put the rows into the right order first, then check.");
  put_in_order(learner, kSteps);
  EXPECT_EQ(rows(learner), kSteps);
  EXPECT_EQ(learner.read("steps:result"), "") << "the nudge is over";
  ASSERT_TRUE(press_check(learner, "steps"));
  EXPECT_EQ(learner.read("steps:result"), "Right. Everything is in order. First the goal, then the person.");
  EXPECT_EQ(learner.read("steps/goal:reply"), "Right: the next one follows it. Without a goal nobody knows what to help with.");
  EXPECT_EQ(learner.read("steps/thanks:reply"), "Right: it comes last.");
  EXPECT_EQ(learner.element("steps:right"), nullptr);
  expect_same_after_reload(learner);
}

TEST(Order, SaysEachNewPlaceAndKeepsFocusWithTheRow) {
  Learner learner = open_arranged();
  put_in_order(learner, kSteps);
  ASSERT_TRUE(move(learner, "names", Role::kOrderDown));
  EXPECT_EQ(learner.read("steps:place"), "“Note three people who know about it” is now 3 of 4.");
  EXPECT_EQ(learner.focus(), "steps/names:down");
  ASSERT_TRUE(move(learner, "names", Role::kOrderDown));
  EXPECT_EQ(learner.read("steps:place"), "“Note three people who know about it” is now 4 of 4.");
  EXPECT_EQ(learner.focus(), "steps/names:up") << "the other button can do no more";
  EXPECT_FALSE(move(learner, "names", Role::kOrderDown)) << "disabled at the end";
  EXPECT_FALSE(move(learner, "goal", Role::kOrderUp));
}

TEST(Order, TakesARowToThePlaceItWasCarriedTo) {
  Learner learner = open_arranged();
  put_in_order(learner, kSteps);
  app::FrameInput input;
  input.entropy = "0123456789abcdef0123456789abcdef";
  for (const char* hostile : {"steps/goal:to-", "steps/goal:to-9", "steps/goal:to--1", "steps/nobody:to-1",
                              "steps/goal:to-0", "steps:to-1", "who/mentor:to-1", "steps/goal:to-99999999999999"}) {
    input.inputs = {app::Activated{hostile}};
    learner.app().frame(input);
    EXPECT_EQ(rows(learner), kSteps) << hostile;
  }
  input.inputs = {app::Activated{"steps/goal:to-2"}};
  learner.app().frame(input);
  EXPECT_EQ(rows(learner), (std::vector<std::string>{"names", "ask", "goal", "thanks"}));
}

TEST(Order, SaysWhatFollowsWhatOnceItIsOver) {
  Learner learner = open_arranged();
  put_in_order(learner, {"thanks", "goal", "names", "ask"});
  ASSERT_TRUE(press_check(learner, "steps"));
  EXPECT_EQ(learner.read("steps:result"), "Partly right. Read the notes above, then try again.");
  EXPECT_EQ(tone(learner, "steps/goal"), "right");
  EXPECT_EQ(tone(learner, "steps/ask"), "wrong");
  EXPECT_EQ(learner.read("steps/thanks:reply"), "Not yet: another one follows right after it.");
  EXPECT_EQ(learner.read("steps/ask:reply"), "Not yet: it does not come last.");
  expect_same_after_reload(learner);
  ASSERT_TRUE(press_check(learner, "steps", "Try again"));
  ASSERT_TRUE(press_check(learner, "steps"));
  EXPECT_EQ(learner.read("steps/thanks:reply"), "It comes last.");
  EXPECT_EQ(learner.read("steps/ask:reply"), "Right after it comes “Say thank you, and tell what came of it”.");
  EXPECT_EQ(learner.read("steps:right").substr(0, 43), "The right order Write down one goal Note th");
  expect_same_after_reload(learner);
  ASSERT_TRUE(press_check(learner, "steps", "Answer it again"));
  EXPECT_NE(rows(learner), kSteps);
  EXPECT_EQ(learner.element("steps:right"), nullptr);
}

TEST(Match, IsRightWhenEveryPairIs) {
  Learner learner = open_arranged();
  const outline::Element* page = &learner.app().outline();
  EXPECT_EQ(outline::accessible_name(*page, *learner.element("who/mentor:field")), "A mentor");
  const outline::Element& select = *learner.element("who/mentor:field");
  ASSERT_EQ(select.children.size(), 5u);
  EXPECT_EQ(letters_of(select.children[0].text), "Choose …");
  ASSERT_TRUE(press_check(learner, "who"));
  EXPECT_EQ(learner.read("who:result"), "Choose an answer for every row first, then check.");
  for (const char* pair : {"mentor", "sponsor", "coach"}) learner.write("who/" + std::string(pair) + ":field", pair);
  EXPECT_TRUE(learner.element("who/mentor/mentor:choice")->has(Attribute::kSelected));
  EXPECT_EQ(tone(learner, "who/mentor"), "chosen");
  ASSERT_TRUE(press_check(learner, "who"));
  EXPECT_EQ(learner.read("who:result"), "Right. You found every pair. One person can be more than one of these.");
  EXPECT_EQ(learner.read("who/mentor:reply"), "Right. So you learn.");
  EXPECT_EQ(learner.element("who/mentor:field"), nullptr);
  EXPECT_EQ(learner.read("who/mentor:given"), "talks with you");
  expect_same_after_reload(learner);
}

TEST(Match, KeepsItsSecretUntilItIsOver) {
  Learner learner = open_arranged();
  learner.write("who/mentor:field", "referee");
  learner.write("who/sponsor:field", "sponsor");
  learner.write("who/coach:field", "mentor");
  learner.write("who/coach:field", "");
  EXPECT_EQ(tone(learner, "who/coach"), "open") << "taken back";
  learner.write("who/coach:field", "nobody");
  EXPECT_EQ(tone(learner, "who/coach"), "open");
  learner.write("who/coach:field", "mentor");
  ASSERT_TRUE(press_check(learner, "who"));
  EXPECT_EQ(learner.read("who/mentor:reply"), "Not yet.");
  EXPECT_EQ(tone(learner, "who/sponsor"), "right");
  learner.write("who/mentor:field", "mentor");
  EXPECT_EQ(learner.read("who/mentor:reply"), "Not yet.") << "checked answers stay";
  ASSERT_TRUE(press_check(learner, "who", "Try again"));
  ASSERT_TRUE(press_check(learner, "who"));
  EXPECT_EQ(learner.read("who/mentor:reply"), "It belongs to “talks with you”. So you learn.");
  EXPECT_EQ(learner.read("who:result").substr(0, 64), "That was the last try. The rows say what belongs to them. One pe");
  expect_same_after_reload(learner);
}

TEST(Blanks, AreRightWhenEveryGapIs) {
  Learner learner = open_arranged();
  const auto name = [&](const char* gap) {
    return outline::accessible_name(learner.app().outline(), *learner.element("gaps/" + std::string(gap) + ":field"));
  };
  EXPECT_EQ(name("who"), "Gap 1 of 3: A … shares what they know, and");
  EXPECT_EQ(name("what"), "Gap 2 of 3: and a sponsor shares their … . You need both, so");
  EXPECT_EQ(learner.element("gaps/who:field")->get(Attribute::kSize), "7") << "of the longest answer, for all alike";
  EXPECT_EQ(learner.element("gaps/many:field")->get(Attribute::kSize), "7");
  ASSERT_TRUE(press_check(learner, "gaps"));
  EXPECT_EQ(learner.read("gaps:result"), "Fill every gap first, then check.");
  learner.write("gaps/who:field", "Teacher");
  learner.write("gaps/what:field", "influence");
  learner.write("gaps/many:field", "1");
  expect_same_after_reload(learner);
  ASSERT_TRUE(press_check(learner, "gaps"));
  EXPECT_EQ(learner.read("gaps:result").substr(0, 30), "Right. Every gap is filled. Ad");
  EXPECT_EQ(learner.read("gaps/who:reply"), "Gap 1, “Teacher”: right.");
  EXPECT_EQ(learner.element("gaps/who:field")->get(Attribute::kDescribedBy), "gaps/who:reply");
  expect_same_after_reload(learner);
}

TEST(Blanks, SayWhatIsRightOnceTheyAreOver) {
  Learner learner = open_arranged();
  learner.write("gaps/who:field", "uncle");
  learner.write("gaps/what:field", "lunch");
  learner.write("gaps/many:field", "one");
  ASSERT_TRUE(press_check(learner, "gaps"));
  EXPECT_EQ(tone(learner, "gaps/who"), "wrong");
  EXPECT_EQ(tone(learner, "gaps/many"), "right");
  EXPECT_EQ(learner.read("gaps/who:reply"), "Gap 1, “uncle”: not yet. It begins with m.");
  EXPECT_EQ(learner.read("gaps/what:reply"), "Gap 2, “lunch”: not yet. That is nice of them, but no.");
  ASSERT_TRUE(press_check(learner, "gaps", "Try again"));
  ASSERT_TRUE(press_check(learner, "gaps"));
  EXPECT_EQ(learner.read("gaps/who:reply"), "Gap 1: “mentor” is right here. It begins with m.");
  EXPECT_EQ(learner.read("gaps/what:reply"), "Gap 2: “influence” is right here. That is nice of them, but no.");
  expect_same_after_reload(learner);
}

TEST(Hotspot, HasOneControlForAPlaceAndItsRow) {
  Learner learner = open_arranged();
  const outline::Element& spot = *learner.element("door/door:spot");
  EXPECT_EQ(spot.get(Attribute::kFor), "door/door:control");
  EXPECT_EQ(spot.get(Attribute::kAt), "77.5 19 17 57");
  ASSERT_TRUE(press_check(learner, "door"));
  EXPECT_EQ(learner.read("door:result"), "Choose a place in the picture or in the list first, then check.");
  ASSERT_TRUE(learner.choose("door", "1 At the chart on the wall"));
  EXPECT_EQ(tone(learner, "door/chart:spot"), "chosen");
  ASSERT_TRUE(learner.choose("door", "2 At the door"));
  EXPECT_EQ(tone(learner, "door/chart:spot"), "open") << "one place only";
  ASSERT_TRUE(press_check(learner, "door"));
  EXPECT_EQ(tone(learner, "door/door:spot"), "right");
  EXPECT_EQ(learner.read("door/door:reply"), "Right. Sponsors open doors.");
  EXPECT_EQ(learner.read("door:result"), "Right. A sponsor opens doors that you can't see.");
  expect_same_after_reload(learner);
}

TEST(Hotspot, WithManyPlacesMarksThoseThatWereMissed) {
  Learner learner = open_arranged();
  ASSERT_TRUE(learner.choose("find", "1 The clock"));
  ASSERT_TRUE(learner.choose("find", "2 The book"));
  ASSERT_TRUE(press_check(learner, "find"));
  EXPECT_EQ(tone(learner, "find/book:spot"), "wrong");
  EXPECT_EQ(tone(learner, "find/mobile:spot"), "open") << "its secret is kept";
  ASSERT_TRUE(press_check(learner, "find", "Try again"));
  ASSERT_TRUE(press_check(learner, "find"));
  EXPECT_EQ(tone(learner, "find/mobile:spot"), "missed");
  EXPECT_EQ(learner.read("find/mobile:reply"), "This one fits too. It has a clock too.");
  expect_same_after_reload(learner);
}

TEST(Arranged, AnswersStandInThePageForWhoHasNoEngine) {
  Learner learner = open_arranged();
  const auto letters = [&](const std::string& id) {
    std::string all;
    for (const outline::Element& part : learner.element(id)->children) all += letters_of(part.text) + "|";
    return all;
  };
  EXPECT_EQ(letters("steps:answer-list").substr(0, 20), "Write down one goal|");
  EXPECT_EQ(letters("who:answer-list").substr(0, 43), "A mentor: talks with you — So you learn.|");
  EXPECT_EQ(letters_of(learner.element("gaps:answer-words")->text),
            "A mentor shares what they know, and a sponsor shares their influence. You need both, so look for more than "
            "one person.");
  EXPECT_EQ(letters("find:answer-list"), "The clock|The phone|");
}

}  // namespace
}  // namespace bytes
