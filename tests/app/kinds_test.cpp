// Each kind of question that is answered with one row, one number or one field, and banks of questions, through the
// outline alone.
#include <gtest/gtest.h>

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

content::Byte asked_byte() {
  Diagnostics diagnostics;
  auto byte = content::read_byte(read_test_file("tests/data/kinds/bytes/asked/byte.json"), "byte.json",
                                 {.strict = false, .markup = {}}, diagnostics);
  EXPECT_FALSE(diagnostics.has_errors());
  return byte ? *byte : content::Byte();
}

Learner open_asked() { return Learner(asked_byte(), view::english()); }

// What is written into the question's field, or the name of what is chosen.
void answer_with(Learner& learner, const std::string& id, std::string_view words) {
  if (learner.element(id + ":field")) {
    learner.write(id + ":field", words);
  } else {
    ASSERT_TRUE(learner.choose(id, words)) << id << ": " << words;
  }
}

bool check(Learner& learner, const std::string& id) { return learner.press_in(id, Role::kPrimaryButton, "Check"); }

struct Kind {
  std::string id;
  std::string kicker;
  std::string right;
  std::string wrong;
  std::string said_to_right;  // Beside the answer.
  std::string said_to_wrong;
  std::string nudge;
  std::string solution;  // Said when the last try was wrong.
};

std::vector<Kind> graded_kinds() {
  return {{"sea", "Question 1 · true or false?", "True", "False", "Right. Rivers bring the salt.", "Not yet. Taste it.",
           "Choose an answer first, then check it.", "This is the right one. Rivers bring the salt."},
          {"word", "Question 5 · write the answer", "A Sponsor.", "mentor", "Right.",
           "Not yet. A mentor helps you grow; who speaks for you when you are not in the room?",
           "Write an answer first, then check it.", "The answer: sponsor"},
          {"weight", "Question 6 · write a number", "2,5 kg", "40", "Right.", "Not yet. You multiplied; share it instead.",
           "Write a number first, in digits, then check it.", "The answer: 2.5\u00a0kg"}};
}

// What stands beside the answer to a question: below its field, or below the row that was chosen.
std::string reply(const Learner& learner, const Kind& kind, bool is_right) {
  if (learner.element(kind.id + ":field")) return learner.read(kind.id + ":reply");
  return learner.read(kind.id + (is_right ? "/true:reply" : "/false:reply"));
}

TEST(Kinds, ARightAnswerIsRightAtOnce) {
  for (const Kind& kind : graded_kinds()) {
    SCOPED_TRACE(kind.id);
    Learner learner = open_asked();
    EXPECT_EQ(learner.read(kind.id + ":kicker"), kind.kicker);
    answer_with(learner, kind.id, kind.right);
    ASSERT_TRUE(check(learner, kind.id));
    EXPECT_EQ(learner.read(kind.id + ":verdict"), "Right.");
    EXPECT_EQ(reply(learner, kind, true), kind.said_to_right);
    EXPECT_EQ(learner.element(kind.id)->get(Attribute::kTone), "right");
    EXPECT_EQ(learner.element(kind.id + ":solution"), nullptr);
    EXPECT_TRUE(learner.press_in(kind.id, Role::kPrimaryButton, "Answer it again"));
    EXPECT_EQ(learner.read(kind.id + ":result"), "");
  }
}

TEST(Kinds, AWrongAnswerGetsItsReplyATryAndInTheEndTheAnswer) {
  for (const Kind& kind : graded_kinds()) {
    SCOPED_TRACE(kind.id);
    Learner learner = open_asked();
    answer_with(learner, kind.id, kind.wrong);
    ASSERT_TRUE(check(learner, kind.id));
    EXPECT_EQ(learner.read(kind.id + ":verdict").substr(0, 8), "Not yet.");
    EXPECT_EQ(reply(learner, kind, false), kind.said_to_wrong);
    EXPECT_EQ(learner.read(kind.id).find(kind.solution), std::string::npos) << "told too early";
    ASSERT_TRUE(learner.press_in(kind.id, Role::kPrimaryButton, "Try again"));
    EXPECT_EQ(learner.read(kind.id + ":result"), "");
    ASSERT_TRUE(check(learner, kind.id));
    EXPECT_EQ(learner.read(kind.id + ":verdict").substr(0, 22), "That was the last try.");
    EXPECT_NE(learner.read(kind.id).find(kind.solution), std::string::npos) << learner.read(kind.id);
    EXPECT_EQ(learner.app().progress().question(kind.id).best_score, 0);
  }
}

TEST(Kinds, NothingIsCheckedBeforeThereIsAnAnswer) {
  for (const Kind& kind : graded_kinds()) {
    SCOPED_TRACE(kind.id);
    Learner learner = open_asked();
    ASSERT_TRUE(check(learner, kind.id));
    EXPECT_EQ(learner.read(kind.id + ":result"), kind.nudge);
    answer_with(learner, kind.id, kind.right);
    EXPECT_EQ(learner.read(kind.id + ":result"), "");
    EXPECT_TRUE(check(learner, kind.id));
  }
  Learner learner = open_asked();
  learner.write("weight:field", "two and a half");
  ASSERT_TRUE(check(learner, "weight"));
  EXPECT_EQ(learner.read("weight:result"), "Write a number first, in digits, then check it.");
}

TEST(Kinds, AreAsTheyWereWhenThePageIsOpenedAgain) {
  for (const Kind& kind : graded_kinds()) {
    SCOPED_TRACE(kind.id);
    Learner learner = open_asked();
    const auto is_kept = [&] {
      Learner again = learner.reopened();
      EXPECT_EQ(again.app().outline(), learner.app().outline());
    };
    if (kind.id != "weight") {
      EXPECT_TRUE(learner.press_in(kind.id, Role::kButton, "Hint"));
    }
    answer_with(learner, kind.id, kind.wrong);
    is_kept();
    check(learner, kind.id);
    is_kept();
    learner.press_in(kind.id, Role::kPrimaryButton, "Try again");
    is_kept();
    answer_with(learner, kind.id, kind.right);
    check(learner, kind.id);
    is_kept();
    EXPECT_EQ(learner.app().progress().question(kind.id).tries_used, 2);
  }
}

TEST(Kinds, WhatIsCheckedCantBeRewritten) {
  Learner learner = open_asked();
  learner.write("word:field", "mentor");
  ASSERT_TRUE(check(learner, "word"));
  EXPECT_TRUE(learner.element("word:field")->has(Attribute::kReadOnly));
  EXPECT_EQ(learner.element("word:field")->get(Attribute::kTarget), "");
  const std::size_t stored = learner.stored().size();
  learner.write("word:field", "sponsor");
  EXPECT_EQ(learner.stored().size(), stored);
  EXPECT_EQ(learner.element("word:field")->get(Attribute::kValue), "mentor");
  // The next try begins in the field, with what stands there.
  ASSERT_TRUE(learner.press_in("word", Role::kPrimaryButton, "Try again"));
  EXPECT_EQ(learner.focus(), "word:field");
  EXPECT_FALSE(learner.element("word:field")->has(Attribute::kReadOnly));
  EXPECT_EQ(learner.element("word:field")->get(Attribute::kTarget), "word:action");
  learner.write("word:field", "");
  EXPECT_FALSE(learner.element("word:field")->has(Attribute::kValue));
}

TEST(Kinds, ANumberThatIsNearEnoughIsRightAndTheExactOneIsSaid) {
  Learner learner = open_asked();
  learner.write("weight:field", "2.6");
  ASSERT_TRUE(check(learner, "weight"));
  EXPECT_EQ(learner.read("weight:verdict"), "Right.");
  EXPECT_EQ(learner.read("weight:solution"), "The answer: 2.5\u00a0kg");
}

TEST(Kinds, AnOpinionIsNeitherRightNorWrong) {
  struct Case {
    std::string id;
    std::string answer;
    std::string said;  // Where, and what.
    std::string words;
  };
  for (const Case& row : std::vector<Case>{{"morning", "In the morning", "morning/early:reply", "Then keep a quiet hour before the day begins."},
                                           {"morning", "It makes no difference", "morning/any:reply", ""},
                                           {"ready", "3", "ready:reply", "Begin with a small question to a person you know."},
                                           {"ready", "6", "ready:reply", ""},
                                           {"ready", "10", "ready:reply", "Then do it today."},
                                           {"trust", "5", "trust:reply", ""}}) {
    SCOPED_TRACE(row.id + " " + row.answer);
    Learner learner = open_asked();
    EXPECT_FALSE(check(learner, row.id));
    ASSERT_TRUE(learner.press_in(row.id, Role::kPrimaryButton, "That is my answer"));
    EXPECT_EQ(learner.read(row.id + ":result"), "Choose an answer first.");
    ASSERT_TRUE(learner.choose(row.id, row.answer));
    ASSERT_TRUE(learner.press_in(row.id, Role::kPrimaryButton, "That is my answer"));
    EXPECT_EQ(learner.read(row.id + ":verdict"), "Thank you. There is no right or wrong answer here.");
    EXPECT_EQ(learner.read(row.said), row.words);
    EXPECT_EQ(learner.element(row.id)->get(Attribute::kTone), "done");
    EXPECT_TRUE(learner.app().progress().question(row.id).was_finished);
    Learner again = learner.reopened();
    EXPECT_EQ(again.app().outline(), learner.app().outline());
    ASSERT_TRUE(learner.press_in(row.id, Role::kPrimaryButton, "Answer it again"));
    EXPECT_EQ(learner.read(row.id + ":result"), "");
  }
}

// The questions of the bank that stand in the page.
std::vector<std::string> asked_of(const Learner& learner) {
  std::vector<std::string> ids;
  for (const outline::Element& child : learner.element("pool")->children) {
    if (child.role == Role::kQuestion) ids.push_back(child.id);
  }
  return ids;
}

void finish(Learner& learner, const std::vector<std::string>& questions) {
  for (const std::string& id : questions) {
    const bool is_odd = id == "one" || id == "three" || id == "five";
    ASSERT_TRUE(learner.choose(id, is_odd ? "True" : "False"));
    ASSERT_TRUE(check(learner, id));
    ASSERT_EQ(learner.read(id + ":verdict"), "Right.");
  }
}

TEST(Bank, AsksSomeAndCountsThemInAllNumbers) {
  Learner learner = open_asked();
  const std::vector<std::string> first = asked_of(learner);
  ASSERT_EQ(first.size(), 2u);
  EXPECT_EQ(learner.read("pool:title"), "2 of 5 questions, drawn by lot");
  EXPECT_EQ(outline::accessible_name(learner.app().outline(), *learner.element("pool")), "2 of 5 questions, drawn by lot");
  EXPECT_EQ(learner.read(first[0] + ":kicker").substr(0, 10), "Question 7");
  EXPECT_EQ(learner.read(first[1] + ":kicker").substr(0, 10), "Question 8");
  EXPECT_EQ(learner.read("last:kicker").substr(0, 10), "Question 9");
  EXPECT_EQ(learner.element("pool:draw"), nullptr);
  // Everybody's first questions are the same: the page is written before anyone opens it.
  EXPECT_EQ(asked_of(open_asked()), first);
}

TEST(Bank, OffersOthersWhenAllAreFinishedAndTakesNothingBack) {
  Learner learner = open_asked();
  const std::vector<std::string> first = asked_of(learner);
  learner.write("last:field", "8");
  ASSERT_TRUE(check(learner, "last"));
  finish(learner, {first[0]});
  EXPECT_EQ(learner.element("pool:draw"), nullptr);
  EXPECT_EQ(learner.read("lot:stop-note"), "2 of 3 answered");
  EXPECT_TRUE(learner.element("end")->has(Attribute::kHidden));
  finish(learner, {first[1]});
  EXPECT_EQ(learner.read("lot:stop-note"), "Done");
  EXPECT_FALSE(learner.element("end")->has(Attribute::kHidden));

  ASSERT_TRUE(learner.press(Role::kButton, "Other questions"));
  EXPECT_EQ(learner.focus(), "pool:title");
  const std::vector<std::string> second = asked_of(learner);
  ASSERT_EQ(second.size(), 2u);
  for (const std::string& id : second) EXPECT_EQ(std::count(first.begin(), first.end(), id), 0) << id;
  EXPECT_EQ(learner.read(second[1] + ":kicker").substr(0, 10), "Question 8");
  EXPECT_EQ(learner.read("last:kicker").substr(0, 10), "Question 9");
  EXPECT_EQ(learner.element("pool:draw"), nullptr);
  // What was done stays done, and no gate closes again.
  EXPECT_EQ(learner.read("lot:stop-note"), "Done");
  EXPECT_FALSE(learner.element("end")->has(Attribute::kHidden));
  EXPECT_EQ(learner.reopened().app().outline(), learner.app().outline());

  finish(learner, second);
  ASSERT_TRUE(learner.press(Role::kButton, "Other questions"));
  // Four of five are finished: what is asked once more is asked as if for the first time.
  const std::vector<std::string> third = asked_of(learner);
  ASSERT_EQ(third.size(), 2u);
  for (const std::string& id : third) {
    EXPECT_EQ(learner.read(id + ":result"), "");
    EXPECT_EQ(learner.element(id)->get(Attribute::kTone), "open");
  }
  EXPECT_EQ(learner.reopened().app().outline(), learner.app().outline());
  finish(learner, third);
  EXPECT_EQ(learner.read("lot:stop-note"), "Done");
}

TEST(Bank, LinksAtTheEndLeadToWhatIsInThePage) {
  Learner learner = open_asked();
  for (int draws = 0; draws < 4; ++draws) {
    for (const outline::Element& item : learner.element("page:review")->children) {
      for (const outline::Element& child : item.children) {
        if (child.role != Role::kReviewLink) continue;
        EXPECT_NE(learner.element(child.get(Attribute::kHref).substr(1)), nullptr) << child.get(Attribute::kHref);
      }
    }
    finish(learner, asked_of(learner));
    ASSERT_TRUE(learner.press(Role::kButton, "Other questions"));
  }
}

TEST(Bank, CantBeDrawnFromBeforeItsQuestionsAreFinished) {
  Learner learner = open_asked();
  const std::vector<std::string> first = asked_of(learner);
  app::FrameInput input;
  input.entropy = std::string(32, '1');
  input.inputs = {app::Activated{"pool:draw"}};
  EXPECT_TRUE(learner.app().frame(input).commands.empty());
  EXPECT_EQ(asked_of(learner), first);
}

}  // namespace
}  // namespace bytes
