// Every lesson of the library is finished by a learner who has nothing but the outline: right at once, or wrong first.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "content/author/rules.h"
#include "content/decimal_text.h"
#include "outline/accessible.h"
#include "platform/headless/learner.h"
#include "tests/learning/support/questions.h"
#include "tests/support/files.h"
#include "tests/view/support/english.h"

namespace bytes {
namespace {

using content::Question;
using content::QuestionKind;
using outline::Role;
using platform::headless::Learner;

const std::string kBytes = "content/bytes/";

std::vector<std::string> library() {
  std::vector<std::string> ids;
  for (const auto& entry : std::filesystem::directory_iterator(kBytes)) ids.push_back(entry.path().filename().string());
  std::sort(ids.begin(), ids.end());
  return ids;
}

content::Byte lesson(const std::string& id) {
  Diagnostics diagnostics;
  const auto read_beside = [&](std::string_view name) { return read_test_file(kBytes + id + '/' + std::string(name)); };
  auto byte = content::check_byte(read_test_file(kBytes + id + "/byte.json"), kBytes + id + "/byte.json",
                                  {.folder = id, .read_file = read_beside}, diagnostics);
  for (const Diagnostic& problem : diagnostics.all()) EXPECT_NE(problem.severity, Severity::kError) << to_text(problem);
  return byte ? *byte : content::Byte();
}

void fill_in(Learner& learner, const std::string& field, const std::string& words) {
  const outline::Element* element = learner.element(field);
  ASSERT_NE(element, nullptr) << field;
  ASSERT_FALSE(element->has(outline::Attribute::kDisabled)) << field;
  learner.write(field, words);
}

void put_in_order(Learner& learner, const std::string& id, const Question& question, bool is_right) {
  std::vector<std::string> wanted;
  for (const content::Option& option : question.options) wanted.push_back(option.id);
  if (!is_right) std::reverse(wanted.begin(), wanted.end());
  const auto place_of = [&](const std::string& option) {
    const std::vector<outline::Element>& rows = learner.element(id + ":list")->children;
    return std::find_if(rows.begin(), rows.end(), [&](const auto& row) { return row.id == id + '/' + option; }) -
           rows.begin();
  };
  // At least one is moved, also where they stand right already.
  for (std::ptrdiff_t place = 0; place < std::ssize(wanted); ++place) {
    const std::string row = id + '/' + wanted[static_cast<std::size_t>(place)];
    for (int left = 20; left > 0 && place_of(row.substr(id.size() + 1)) != place; --left) {
      const std::string name = "Move up: " + outline::all_letters(*learner.element(row + ":text"));
      ASSERT_TRUE(learner.press_in(row, Role::kOrderUp, name)) << name;
    }
  }
}

// What a screen reader calls the option's control.
std::string name_of(Learner& learner, const std::string& id, const content::Option& option) {
  const outline::Element* control = learner.element(id + '/' + option.id + ":control");
  return control ? outline::accessible_name(learner.app().outline(), *control) : "no control";
}

void choose(Learner& learner, const std::string& id, const Question& question, bool is_right) {
  for (const content::Option& option : question.options) {
    const bool is_wanted = !content::is_graded(question) || option.correct == is_right;
    const bool is_chosen = learner.app().progress().question(id).answer.chosen.count(option.id) > 0;
    if (!is_wanted) {
      if (is_chosen && content::takes_many(question)) {
        ASSERT_TRUE(learner.choose(id, name_of(learner, id, option), false));
      }
      continue;
    }
    ASSERT_TRUE(learner.choose(id, name_of(learner, id, option))) << id << '/' << option.id;
    if (!content::takes_many(question)) return;
  }
}

// Gives an answer that is right, or one that is not; does not check it.
void answer(Learner& learner, const std::string& id, const Question& question, bool is_right) {
  switch (question.kind) {
    case QuestionKind::kSort:
    case QuestionKind::kMatch:
      for (const content::Option& option : question.options) {
        const auto fits = [&](const content::Group& group) { return (group.id == option.group) == is_right; };
        const auto group = std::find_if(question.groups.begin(), question.groups.end(), fits);
        ASSERT_NE(group, question.groups.end());
        if (question.kind == QuestionKind::kMatch) {
          fill_in(learner, id + '/' + option.id + ":field", group->id);
        } else {
          ASSERT_TRUE(learner.choose(id + '/' + option.id, letters_of(group->text)));
        }
      }
      return;
    case QuestionKind::kOrder: return put_in_order(learner, id, question, is_right);
    case QuestionKind::kBlanks:
      for (const content::Gap& gap : question.gaps) {
        std::string words = is_right && !gap.accept.empty() ? gap.accept.front() : "nothing like it";
        for (const content::Option& option : gap.options) {
          if (option.correct == is_right) words = option.id;
        }
        fill_in(learner, id + '/' + gap.id + ":field", words);
      }
      return;
    case QuestionKind::kShort:
      return fill_in(learner, id + ":field", is_right ? question.accept.front() : "nothing like it");
    case QuestionKind::kNumber:
      return fill_in(learner, id + ":field",
                     content::decimal_text(is_right ? question.answer : question.answer + question.tolerance + content::kMillion,
                                           content::kMillion));
    case QuestionKind::kJudgement:
      ASSERT_TRUE(learner.choose(id, letters_of(question.options.front().text)));
      ASSERT_TRUE(learner.choose(id, "Fairly sure"));
      return;
    default: return choose(learner, id, question, is_right);
  }
}

bool press_action(Learner& learner, const std::string& id) {
  const outline::Element* action = learner.element(id + ":action");
  return action && learner.press_in(id, Role::kPrimaryButton, outline::all_letters(*action));
}

void finish(Learner& learner, const std::string& id, const Question& question, bool is_right_at_once) {
  const auto state = [&]() -> const learning::QuestionProgress& { return learner.app().progress().question(id); };
  if (!is_right_at_once && content::is_graded(question)) {
    answer(learner, id, question, false);
    ASSERT_TRUE(press_action(learner, id)) << id;
    ASSERT_TRUE(state().is_checked) << id;
    EXPECT_FALSE(state().grade.is_right) << id;
    EXPECT_NE(learner.read(id + ":result"), "") << id;
    if (state().is_finished) return;
    ASSERT_TRUE(press_action(learner, id)) << id;
  }
  answer(learner, id, question, true);
  ASSERT_TRUE(press_action(learner, id)) << id;
  EXPECT_TRUE(state().is_finished) << id << ": " << learner.read(id + ":result");
  EXPECT_EQ(state().grade.is_right, content::is_graded(question)) << id;
}

void add_choices(const outline::Element& element, std::vector<std::string>& names) {
  const bool is_offered = element.role == Role::kChoice && !element.has(outline::Attribute::kDisabled);
  if (is_offered) names.push_back(outline::all_letters(element));
  for (const outline::Element& child : element.children) add_choices(child, names);
}

// Takes the first choice that it has not taken from there, until there is an ending.
void play(Learner& learner, const std::string& id) {
  std::vector<std::string> taken;
  for (int steps = 0; steps < 200; ++steps) {
    const learning::ScenarioProgress* progress = learner.app().progress().scenario(id);
    if (progress && progress->endings_seen() > 0) return;
    std::vector<std::string> names;
    add_choices(*learner.element(id), names);
    ASSERT_FALSE(names.empty()) << id;
    const auto fresh = std::find_if(names.begin(), names.end(), [&](const std::string& name) {
      return std::find(taken.begin(), taken.end(), name) == taken.end();
    });
    const std::string name = fresh == names.end() ? names.back() : *fresh;
    taken.push_back(name);
    ASSERT_TRUE(learner.press_in(id, Role::kChoice, name)) << name;
  }
  FAIL() << id << " does not end";
}

class Library : public testing::TestWithParam<std::string> {};

void finish_all(Learner& learner, bool is_right_at_once) {
  const content::Byte byte = learner.app().byte();
  for (const content::Section& section : byte.sections) {
    SCOPED_TRACE(section.id);
    for (const content::Block* task : learning::tasks_of(section, learner.app().progress())) {
      if (const auto* question = std::get_if<Question>(&task->content)) {
        finish(learner, task->id, *question, is_right_at_once);
      } else {
        play(learner, task->id);
      }
      if (testing::Test::HasFatalFailure()) return;
    }
    const outline::Element* next = learner.element(section.id + ":next-link");
    ASSERT_NE(next, nullptr);
    ASSERT_TRUE(learner.press_in(section.id, Role::kNextLink, outline::all_letters(*next)));
  }
  const std::string all = std::to_string(byte.sections.size());
  EXPECT_EQ(learner.read("page:contents-count"), all + " of " + all);
  Learner again = learner.reopened();
  EXPECT_EQ(again.read("page:contents-count"), all + " of " + all);
  EXPECT_EQ(again.read("page:score"), learner.read("page:score"));
}

TEST_P(Library, IsFinishedByWhoIsRightAtOnce) {
  Learner learner(lesson(GetParam()), view::english());
  finish_all(learner, true);
}

TEST_P(Library, IsFinishedByWhoIsWrongFirst) {
  Learner learner(lesson(GetParam()), view::english());
  finish_all(learner, false);
}

INSTANTIATE_TEST_SUITE_P(Lessons, Library, testing::ValuesIn(library()), [](const auto& row) {
  std::string name = row.param;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

TEST(TheLibrary, HasTheLessonsOfItsPath) {
  const std::vector<std::string> ids = library();
  for (const char* id : {"audit-your-network", "carolinas-dilemma", "every-block", "feedback-then-action",
                         "learn-in-public", "mentor-or-sponsor", "your-growth-roadmap"}) {
    EXPECT_NE(std::find(ids.begin(), ids.end(), id), ids.end()) << id;
  }
}

TEST(TheTour, ShowsEveryKindOfQuestion) {
  const content::Byte byte = lesson("every-block");
  std::vector<int> shown(static_cast<std::size_t>(QuestionKind::kHotspot) + 1);
  for (const learning::QuestionInByte& row : learning::questions_of(byte)) {
    ++shown[static_cast<std::size_t>(row.question->kind)];
  }
  for (std::size_t kind = 0; kind < shown.size(); ++kind) EXPECT_GT(shown[kind], 0) << "kind " << kind;
}

}  // namespace
}  // namespace bytes
