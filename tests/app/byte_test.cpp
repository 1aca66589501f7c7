// The mentor Byte from opening to its end, through the outline alone.
#include <gtest/gtest.h>

#include "app/messages.h"
#include "content/byte_reader.h"
#include "outline/accessible.h"
#include "platform/headless/learner.h"
#include "tests/learning/support/questions.h"
#include "tests/support/files.h"
#include "tests/view/support/english.h"

namespace bytes {
namespace {

using outline::Role;
using platform::headless::Learner;
using view::english;

content::Byte mentor_byte() {
  Diagnostics diagnostics;
  auto byte = content::read_byte(read_test_file("content/bytes/mentor-or-sponsor/byte.json"), "byte.json",
                                 {.strict = false, .markup = {}}, diagnostics);
  EXPECT_FALSE(diagnostics.has_errors());
  return byte ? *byte : content::Byte();
}

Learner open_mentor_byte() { return Learner(mentor_byte(), english()); }

// The letters of the options that are correct, or of those that are not.
std::vector<std::string> options_of(const content::Question& question, bool correct) {
  std::vector<std::string> letters;
  for (const content::Option& option : question.options) {
    if (option.correct == correct) letters.push_back(letters_of(option.text));
  }
  return letters;
}

// Gives an answer that is right, or one that is not, by the names of things; does not check it.
void give_answer(Learner& learner, const std::string& id, const content::Question& question, bool is_right) {
  switch (question.kind) {
    case content::QuestionKind::kSingle:
    case content::QuestionKind::kMultiple:
      for (const std::string& option : options_of(question, is_right)) ASSERT_TRUE(learner.choose(id, option));
      return;
    case content::QuestionKind::kSort:
      for (const content::Option& card : question.options) {
        for (const content::Group& group : question.groups) {
          if ((group.id == card.group) != is_right) continue;
          ASSERT_TRUE(learner.choose(id + "/" + card.id, letters_of(group.text)));
          break;
        }
      }
      return;
    case content::QuestionKind::kJudgement:
      ASSERT_TRUE(learner.choose(id, letters_of(question.options.front().text)));
      ASSERT_TRUE(learner.choose(id, "Fairly sure"));
      return;
    default: FAIL() << "not yet";
  }
}

TEST(MentorByte, OpensAtItsFirstPartWithNothingAnswered) {
  Learner learner = open_mentor_byte();
  EXPECT_EQ(learner.read("page:title"), mentor_byte().title);
  EXPECT_NE(learner.read("page:trail-list").find("You are here"), std::string::npos);
  EXPECT_EQ(learner.read("page:contents-count"), "0 of " + std::to_string(mentor_byte().sections.size()));
  EXPECT_EQ(learner.read("page:saved"), "Your answers stay on this device.");
}

TEST(MentorByte, CanBeAnsweredRightFromStartToEnd) {
  Learner learner = open_mentor_byte();
  const content::Byte byte = mentor_byte();
  for (const content::Section& section : byte.sections) {
    for (const content::Block& block : section.blocks) {
      const auto* question = std::get_if<content::Question>(&block.content);
      if (!question) continue;
      give_answer(learner, block.id, *question, true);
      const bool is_graded = content::is_graded(*question);
      ASSERT_TRUE(learner.press_in(block.id, Role::kPrimaryButton, is_graded ? "Check" : "Compare"));
      EXPECT_EQ(learner.read(block.id + ":result").substr(0, 6), is_graded ? "Right." : "Thank ");
      if (!question->explanation.empty()) {
        EXPECT_NE(learner.read(block.id + ":result").find(letters_of(question->explanation)), std::string::npos);
      }
      for (const content::Option& option : question->options) {
        if (!option.correct) continue;
        EXPECT_EQ(learner.read(block.id + "/" + option.id + ":reply"), "Right. " + letters_of(option.feedback));
      }
    }
    const outline::Element* next = learner.element(section.id + ":next-link");
    ASSERT_NE(next, nullptr);
    ASSERT_TRUE(learner.press(Role::kNextLink, outline::all_letters(*next)));
  }
  EXPECT_EQ(learner.focus(), "page:end:title");
  const std::string all = std::to_string(byte.sections.size());
  EXPECT_EQ(learner.read("page:contents-count"), all + " of " + all);
  EXPECT_EQ(learner.read("page:score"), "You answered every question. 4 of 4 were right in the end.");
  EXPECT_EQ(learner.read("page:saved"), "Saved on this device");
}

TEST(MentorByte, AWrongAnswerGetsItsFeedbackAndAnotherTry) {
  Learner learner = open_mentor_byte();
  const content::Byte byte = mentor_byte();
  for (const learning::QuestionInByte& row : learning::questions_of(byte)) {
    const std::string& id = row.block->id;
    if (!content::is_graded(*row.question)) continue;
    give_answer(learner, id, *row.question, false);
    ASSERT_TRUE(learner.press_in(id, Role::kPrimaryButton, "Check"));
    EXPECT_EQ(learner.read(id + ":result").substr(0, 8), "Not yet.");
    ASSERT_TRUE(learner.press_in(id, Role::kPrimaryButton, "Try again"));
    EXPECT_EQ(learner.read(id + ":result"), "");
    if (row.question->kind == content::QuestionKind::kMultiple) {
      for (const std::string& option : options_of(*row.question, false)) ASSERT_TRUE(learner.choose(id, option, false));
    }
    give_answer(learner, id, *row.question, true);
    ASSERT_TRUE(learner.press_in(id, Role::kPrimaryButton, "Check"));
    EXPECT_EQ(learner.read(id + ":result").substr(0, 6), "Right.");
    EXPECT_TRUE(learner.press_in(id, Role::kPrimaryButton, "Answer it again"));
  }
}

TEST(MentorByte, TheLastTryShowsWhatWasMissed) {
  Learner learner = open_mentor_byte();
  const learning::QuestionInByte row = learning::questions_of(learner.app().byte())[1];
  const std::string id = row.block->id;
  const std::string wrong = options_of(*row.question, false).front();
  ASSERT_TRUE(learner.choose(id, wrong));
  ASSERT_TRUE(learner.press_in(id, Role::kPrimaryButton, "Check"));
  ASSERT_TRUE(learner.press_in(id, Role::kPrimaryButton, "Try again"));
  ASSERT_TRUE(learner.press_in(id, Role::kPrimaryButton, "Check"));
  int missed = 0;
  for (const content::Option& option : row.question->options) {
    missed += learner.element(id + "/" + option.id)->get(outline::Attribute::kTone) == "missed";
  }
  EXPECT_EQ(missed, static_cast<int>(options_of(*row.question, true).size()));
}

TEST(MentorByte, ReloadingShowsAllAsItWas) {
  Learner learner = open_mentor_byte();
  const content::Byte byte = mentor_byte();
  const std::vector<learning::QuestionInByte> questions = learning::questions_of(byte);
  ASSERT_TRUE(learner.choose(questions[0].block->id, options_of(*questions[0].question, false).front()));
  ASSERT_TRUE(learner.press_in(questions[0].block->id, Role::kPrimaryButton, "Check"));
  ASSERT_TRUE(learner.choose(questions[1].block->id, options_of(*questions[1].question, true).front()));
  ASSERT_TRUE(learner.press_in(questions[1].block->id, Role::kButton, "Hint"));
  ASSERT_TRUE(learner.press_in("opening", Role::kNextLink, "Next: " + letters_of(byte.sections[1].title)));
  Learner again = learner.reopened();
  EXPECT_EQ(outline::transcript(again.app().outline()), outline::transcript(learner.app().outline()));
  EXPECT_EQ(again.app().outline(), learner.app().outline());
}

TEST(MentorByte, CheckingNothingIsSaidEachTime) {
  Learner learner = open_mentor_byte();
  const std::string id = learning::questions_of(learner.app().byte())[0].block->id;
  ASSERT_TRUE(learner.press_in(id, Role::kPrimaryButton, "Check"));
  EXPECT_EQ(learner.read(id + ":result"), "Choose an answer first, then check it.");
  ASSERT_NE(learner.element(id + ":nudge-1"), nullptr);
  ASSERT_TRUE(learner.press_in(id, Role::kPrimaryButton, "Check"));
  EXPECT_NE(learner.element(id + ":nudge-2"), nullptr) << "a new element, so that it is announced again";
  EXPECT_TRUE(learner.stored().empty());
}

TEST(MentorByte, HintsComeOneByOneAndFocusIsNotLost) {
  Learner learner = open_mentor_byte();
  const learning::QuestionInByte row = learning::questions_of(learner.app().byte())[0];
  const std::string id = row.block->id;
  for (std::size_t i = 0; i < row.question->hints.size(); ++i) {
    ASSERT_TRUE(learner.press_in(id, Role::kButton, "Hint"));
    EXPECT_NE(learner.read(id + ":hints").find(letters_of(row.question->hints[i])), std::string::npos);
  }
  EXPECT_FALSE(learner.press_in(id, Role::kButton, "Hint"));
  EXPECT_EQ(learner.focus(), id + ":action");
}

TEST(MentorByte, AFullDiskIsSaidAndTriedAgain) {
  Learner learner = open_mentor_byte();
  const learning::QuestionInByte row = learning::questions_of(learner.app().byte())[0];
  learner.set_store_works(false);
  ASSERT_TRUE(learner.choose(row.block->id, options_of(*row.question, true).front()));
  EXPECT_NE(learner.read("page:notices").find("the disk is full"), std::string::npos);
  EXPECT_EQ(learner.read("page:saved"), "");
  learner.set_store_works(true);
  ASSERT_TRUE(learner.press_in(row.block->id, Role::kPrimaryButton, "Check"));
  EXPECT_EQ(learner.read("page:notices"), "");
  EXPECT_EQ(learner.read("page:saved"), "Saved on this device");
  Learner again = learner.reopened();
  EXPECT_EQ(again.read(row.block->id + ":result"), learner.read(row.block->id + ":result"));
}

TEST(MentorByte, ForgettingAsksFirstAndThenErases) {
  Learner learner = open_mentor_byte();
  const learning::QuestionInByte row = learning::questions_of(learner.app().byte())[0];
  ASSERT_TRUE(learner.choose(row.block->id, options_of(*row.question, true).front()));
  ASSERT_TRUE(learner.press(Role::kButton, "Remove my answers"));
  EXPECT_EQ(learner.focus(), "page:forget-no");
  ASSERT_TRUE(learner.press(Role::kButton, "Keep them"));
  EXPECT_EQ(learner.stored().size(), 2u);
  ASSERT_TRUE(learner.press(Role::kButton, "Remove my answers"));
  ASSERT_TRUE(learner.press(Role::kPrimaryButton, "Remove them"));
  EXPECT_EQ(learner.read("page:forgetting"), "Your answers were removed.");
  ASSERT_EQ(learner.stored().size(), 1u);
  EXPECT_EQ(learner.stored()[0].kind, learning::EventKind::kForgot);
  EXPECT_TRUE(learner.app().progress().questions.empty());
  EXPECT_EQ(learner.reopened().read("page:contents-count"), learner.read("page:contents-count"));
}

TEST(MentorByte, EventsHaveIdsOfTheirOwnAndCountOn) {
  Learner learner = open_mentor_byte();
  const content::Byte byte = mentor_byte();
  for (const learning::QuestionInByte& row : learning::questions_of(byte)) {
    give_answer(learner, row.block->id, *row.question, true);
  }
  std::set<std::string> ids;
  std::int64_t last = 0;
  for (const learning::Event& event : learner.stored()) {
    ids.insert(event.id);
    EXPECT_EQ(event.n, last + 1);
    last = event.n;
  }
  EXPECT_EQ(ids.size(), learner.stored().size());
}

TEST(MentorByte, FocusStaysWithALearnerWhoIsFasterThanAFrame) {
  Learner learner = open_mentor_byte();
  const app::Toggled card{"who-does-what/project/mentor:control", true};
  const app::Toggled next{"who-does-what/worries/mentor:control", true};
  const app::Toggled elsewhere{"this-week/thank:control", true};
  auto focus_after = [&](std::vector<app::Input> inputs) {
    return learner.app().frame({1'700'000'100'000, std::string(32, 'a'), std::move(inputs)}).patch.focus;
  };
  EXPECT_EQ(focus_after({card}), card.id);
  EXPECT_EQ(focus_after({app::Toggled{"who-does-what/project/sponsor:control", true}, next}), next.id);
  EXPECT_EQ(focus_after({card, elsewhere}), "") << "what is ticked next is where the learner is";
  EXPECT_EQ(focus_after({app::Toggled{"who-does-what/project/sponsor:control", true}, app::Saved{}}),
            "who-does-what/project/sponsor:control");
}

TEST(MentorByte, CardsAreMovedUntilTheyAreChecked) {
  Learner learner = open_mentor_byte();
  const std::string id = "who-does-what";
  ASSERT_TRUE(learner.choose(id + "/project", "Mentor"));
  EXPECT_EQ(learner.focus(), id + "/project/mentor:control") << "the card stands elsewhere, focus goes with it";
  ASSERT_TRUE(learner.press_in(id, Role::kPrimaryButton, "Check"));
  EXPECT_EQ(learner.read(id + ":result"), "Put every card into a group first, then check.");
  ASSERT_TRUE(learner.choose(id + "/project", "Sponsor"));
  EXPECT_EQ(learner.read(id + ":result"), "");
  EXPECT_NE(learner.read(id + ":group-sponsor").find("A director puts you"), std::string::npos);
  EXPECT_EQ(learner.read(id + ":group-mentor"), "Mentor");
  Learner again = learner.reopened();
  EXPECT_EQ(again.app().outline(), learner.app().outline());
}

TEST(MentorByte, TicksAndWordsAreKept) {
  Learner learner = open_mentor_byte();
  ASSERT_TRUE(learner.choose("this-week", "Write one goal in a sentence that someone could help with."));
  EXPECT_EQ(learner.read("this-week:count"), "1 of 3 done");
  learner.write("two-names:field", "My aunt.\nThe coach.");
  ASSERT_TRUE(learner.press(Role::kButton, "This lesson helped me"));
  Learner again = learner.reopened();
  EXPECT_EQ(again.app().outline(), learner.app().outline());
  EXPECT_EQ(again.element("two-names:field")->get(outline::Attribute::kValue), "My aunt.\nThe coach.");
  EXPECT_EQ(again.element("page:helped")->get(outline::Attribute::kPressed), "true");
  again.write("two-names:field", "");
  EXPECT_FALSE(again.element("two-names:field")->has(outline::Attribute::kValue));
}

TEST(MentorByte, SavesDataByTheLearnersWish) {
  Learner learner = open_mentor_byte();
  const std::string picture = "page:cover-image";
  ASSERT_TRUE(learner.press(Role::kButton, "Save data"));
  EXPECT_TRUE(learner.element(picture)->has(outline::Attribute::kHidden));
  ASSERT_TRUE(learner.press_in(picture + ":picture", Role::kButton, "Show picture"));
  EXPECT_FALSE(learner.element(picture)->has(outline::Attribute::kHidden));
  EXPECT_TRUE(learner.stored().empty()) << "it is no answer";
  ASSERT_TRUE(learner.press(Role::kButton, "Save data"));
  EXPECT_FALSE(learner.element("what-is-a-mentor-image:image")->has(outline::Attribute::kHidden));
}

TEST(Messages, CarryTheWishToSaveDataBothWays) {
  Learner learner = open_mentor_byte();
  std::vector<learning::Rejected> rejected;
  const auto frame = [&](const char* inputs) {
    const std::string json = R"({"now":1,"entropy":"0","inputs":[)" + std::string(inputs) + "]}";
    return learner.app().frame(app::read_frame_input(json, rejected));
  };
  frame(R"({"type":"saving-changed","saves":true})");
  EXPECT_EQ(learner.element("page:saver")->get(outline::Attribute::kPressed), "true");
  const app::FrameOutput output = frame(R"({"type":"activated","id":"page:saver"})");
  outline::Handles handles;
  EXPECT_NE(app::write_frame_output(output, rejected, handles).find(R"({"type":"change-saving","saves":false})"),
            std::string::npos);
}

TEST(App, NewVersionIsOfferedAndTakenWhenTheLearnerSaysSo) {
  Learner learner = open_mentor_byte();
  std::vector<learning::Rejected> rejected;
  const auto frame = [&](const char* inputs) {
    const std::string json = R"({"now":1,"entropy":"0","inputs":[)" + std::string(inputs) + "]}";
    return learner.app().frame(app::read_frame_input(json, rejected));
  };
  ASSERT_NE(learner.element("page:update"), nullptr) << "a region that is announced stands empty from the start";
  EXPECT_TRUE(learner.element("page:update")->children.empty());
  const app::FrameOutput offered = frame(R"({"type":"update-ready"})");
  EXPECT_TRUE(offered.commands.empty());
  EXPECT_TRUE(offered.patch.focus.empty()) << "the learner is not interrupted";
  ASSERT_NE(learner.element("page:update-use"), nullptr);
  const app::FrameOutput taken = frame(R"({"type":"activated","id":"page:update-use"})");
  outline::Handles handles;
  EXPECT_NE(app::write_frame_output(taken, rejected, handles).find(R"({"type":"use-update"})"), std::string::npos);
}

TEST(App, HostileInputIsPassedOver) {
  Learner learner = open_mentor_byte();
  app::FrameInput input;
  input.entropy = "0";
  for (const char* id : {"", ":", "/", "a:b", "page:", "page:forget-maybe", "ask-a-mentor", "ask-a-mentor/",
                         "ask-a-mentor/nobody:control", "ask-a-mentor/feedback", ":next-link", "nowhere:load", ":play",
                         "nowhere:next-link"}) {
    input.inputs.push_back(app::Activated{id});
    input.inputs.push_back(app::Toggled{id, true});
    input.inputs.push_back(app::Wrote{id, "words"});
  }
  for (const char* id : {"who-does-what/project:control", "who-does-what/project/nowhere:control", "who-does-what:sure-1",
                         "who-does-what/nobody/mentor:control", "carolina-advice:sure-0", "carolina-advice:sure-4",
                         "carolina-advice:sure-", "this-week/nothing:control", "two-names/thank:control"}) {
    input.inputs.push_back(app::Toggled{id, true});
  }
  input.inputs.push_back(app::Wrote{"two-names:field", std::string(learning::kLongestWords + 1, 'x')});
  input.inputs.push_back(app::Wrote{"this-week:field", "words"});
  EXPECT_TRUE(learner.app().frame(input).commands.empty());
  for (const char* json : {"", "[]", "null", "{", R"({"inputs":7})", R"({"inputs":[7,{"type":"toggled"},{"type":9}]})",
                           R"({"now":"x","entropy":5,"inputs":[{"type":"loaded","events":{"a":1}}]})"}) {
    std::vector<learning::Rejected> rejected;
    learner.app().frame(app::read_frame_input(json, rejected));
  }
  EXPECT_EQ(learner.read("page:title"), mentor_byte().title);
}

}  // namespace
}  // namespace bytes
