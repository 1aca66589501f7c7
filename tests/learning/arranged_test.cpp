// Grading and folding of questions whose answers are put in order, matched, filled in, or found in a picture.
#include <gtest/gtest.h>

#include "learning/progress.h"

namespace bytes::learning {
namespace {

using content::Gap;
using content::Option;
using content::QuestionKind;
using ArrangedQuestion = content::Question;

Option option_of(std::string id, bool is_correct = false, std::string group = "") {
  Option option;
  option.text = plain(id);
  option.id = std::move(id);
  option.correct = is_correct;
  option.group = std::move(group);
  return option;
}

ArrangedQuestion order_of(std::string_view letters) {
  ArrangedQuestion question;
  question.kind = QuestionKind::kOrder;
  for (char letter : letters) question.options.push_back(option_of(std::string(1, letter)));
  return question;
}

// Pairs a, b, c, and z, which belongs to none.
ArrangedQuestion match_question() {
  ArrangedQuestion question = order_of("abc");
  question.kind = QuestionKind::kMatch;
  for (Option& option : question.options) {
    option.group = option.id;
    question.groups.push_back({option.id, plain("with " + option.id)});
  }
  question.groups.push_back({"z", plain("with none")});
  return question;
}

// One gap to type into, one exact one, and one to choose for.
ArrangedQuestion blanks_question() {
  ArrangedQuestion question;
  question.kind = QuestionKind::kBlanks;
  question.gaps = {Gap{.id = "loose", .accept = {"mentor", "teacher"}},
                   Gap{.id = "exact", .accept = {"Ada"}, .exact = true},
                   Gap{.id = "list", .options = {option_of("no"), option_of("yes", true)}}};
  return question;
}

Grade grade_of(const ArrangedQuestion& question, const Answer& answer) { return grade(question, answer); }

TEST(ArrangedGrade, OfAnOrderIsTheShareOfNeighboursThatFollowEachOther) {
  const struct {
    std::vector<std::string> order;
    double score;
  } cases[] = {
      {{"a", "b", "c", "d"}, 1},
      {{"b", "c", "d", "a"}, 2 / 3.0},  // Moved as a whole by one.
      {{"d", "a", "b", "c"}, 2 / 3.0},
      {{"a", "c", "b", "d"}, 0},
      {{"a", "b", "d", "c"}, 1 / 3.0},
      {{"c", "d", "a", "b"}, 2 / 3.0},
      {{"d", "c", "b", "a"}, 0},
      {{}, 0},
      {{"a", "b", "c"}, 0},  // Of an older question, with a row less.
      {{"a", "b", "c", "x"}, 2 / 3.0},
  };
  const ArrangedQuestion question = order_of("abcd");
  for (const auto& [order, score] : cases) {
    const Grade result = grade_of(question, {.order = order});
    const std::string name = order.empty() ? "none" : order[0] + order[1] + order[2];
    EXPECT_DOUBLE_EQ(result.score, score) << name;
    EXPECT_EQ(result.is_right, score == 1) << name;
    EXPECT_EQ(is_complete(question, {.order = order}), !order.empty()) << name;
  }
}

TEST(ArrangedGrade, OfPairsIsTheShareThatBelongTogether) {
  const struct {
    std::map<std::string, std::string> placed;
    double score;
    bool is_complete;
  } cases[] = {
      {{{"a", "a"}, {"b", "b"}, {"c", "c"}}, 1, true},
      {{{"a", "a"}, {"b", "c"}, {"c", "b"}}, 1 / 3.0, true},
      {{{"a", "a"}, {"b", "a"}, {"c", "a"}}, 1 / 3.0, true},
      {{{"a", "z"}, {"b", "z"}, {"c", "z"}}, 0, true},
      {{{"a", "a"}, {"b", "b"}}, 2 / 3.0, false},
      {{{"a", "a"}, {"b", "b"}, {"x", "c"}}, 2 / 3.0, false},
      {{}, 0, false},
  };
  const ArrangedQuestion question = match_question();
  for (const auto& [placed, score, complete] : cases) {
    const Answer answer = {.placed = placed};
    EXPECT_DOUBLE_EQ(grade_of(question, answer).score, score) << placed.size();
    EXPECT_EQ(grade_of(question, answer).is_right, score == 1);
    EXPECT_EQ(is_complete(question, answer), complete) << placed.size();
  }
}

TEST(ArrangedGrade, OfGapsIsTheShareThatAreFilledRightly) {
  const struct {
    std::map<std::string, std::string> written;
    std::map<std::string, std::string> placed;
    double score;
    bool is_complete;
  } cases[] = {
      {{{"loose", "mentor"}, {"exact", "Ada"}}, {{"list", "yes"}}, 1, true},
      {{{"loose", " Teacher. "}, {"exact", "Ada"}}, {{"list", "yes"}}, 1, true},
      {{{"loose", "mentor"}, {"exact", "ada"}}, {{"list", "yes"}}, 2 / 3.0, true},
      {{{"loose", "coach"}, {"exact", "Eva"}}, {{"list", "no"}}, 0, true},
      {{{"loose", "mentor"}, {"exact", "  "}}, {{"list", "yes"}}, 2 / 3.0, false},
      {{{"loose", "mentor"}, {"exact", "Ada"}}, {}, 2 / 3.0, false},
      {{{"list", "yes"}}, {{"loose", "mentor"}}, 0, false},
      {{}, {}, 0, false},
  };
  const ArrangedQuestion question = blanks_question();
  for (const auto& [written, placed, score, complete] : cases) {
    const Answer answer = {.placed = placed, .written = written};
    EXPECT_DOUBLE_EQ(grade_of(question, answer).score, score);
    EXPECT_EQ(grade_of(question, answer).is_right, score == 1);
    EXPECT_EQ(is_complete(question, answer), complete);
  }
}

TEST(ArrangedGrade, OfPlacesInAPictureIsThatOfTheirOptions) {
  ArrangedQuestion question;
  question.kind = QuestionKind::kHotspot;
  question.options = {option_of("a", true), option_of("b"), option_of("c", true)};
  question.many = true;
  EXPECT_TRUE(grade_of(question, {.chosen = {"a", "c"}}).is_right);
  EXPECT_DOUBLE_EQ(grade_of(question, {.chosen = {"a"}}).score, 0.5);
  EXPECT_DOUBLE_EQ(grade_of(question, {.chosen = {"a", "b", "c"}}).score, 0.5) << "all: right minus wrong";
  question.options[2].correct = false;
  question.many = false;
  EXPECT_TRUE(grade_of(question, {.chosen = {"a"}}).is_right);
  EXPECT_DOUBLE_EQ(grade_of(question, {.chosen = {"b"}}).score, 0);
  EXPECT_FALSE(is_complete(question, {}));
}

TEST(ArrangedGrade, WithoutPartialCreditIsAllOrNothing) {
  ArrangedQuestion order = order_of("abc");
  ArrangedQuestion match = match_question();
  ArrangedQuestion blanks = blanks_question();
  order.partial_credit = match.partial_credit = blanks.partial_credit = false;
  EXPECT_EQ(grade_of(order, {.order = {"b", "c", "a"}}).score, 0);
  EXPECT_EQ(grade_of(match, {.placed = {{"a", "a"}, {"b", "b"}, {"c", "a"}}}).score, 0);
  EXPECT_EQ(grade_of(blanks, {.written = {{"loose", "mentor"}}}).score, 0);
  EXPECT_EQ(grade_of(order, {.order = {"a", "b", "c"}}).score, 1);
}

TEST(ArrangedKey, ChangesWithWhatIsRightAndWithNothingElse) {
  EXPECT_NE(answer_key(order_of("abc")), answer_key(order_of("acb"))) << "the order is the answer";
  ArrangedQuestion match = match_question();
  const std::string before = answer_key(match);
  match.options[0].text = plain("other words");
  std::swap(match.options[0], match.options[1]);
  EXPECT_EQ(answer_key(match), before);
  match.options[0].group = "z";
  EXPECT_NE(answer_key(match), before);
  ArrangedQuestion blanks = blanks_question();
  const std::string filled = answer_key(blanks);
  blanks.gaps[0].accept.push_back("coach");
  EXPECT_NE(answer_key(blanks), filled);
}

TEST(ArrangedOrder, IsNeverTheRightOneAtFirst) {
  const ArrangedQuestion question = order_of("abc");
  std::set<std::vector<int>> seen;
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    const std::vector<int> order = order_of_options(question, seed);
    EXPECT_NE(order, (std::vector<int>{0, 1, 2})) << seed;
    seen.insert(order);
  }
  EXPECT_EQ(seen.size(), 5u) << "all the others";
}

TEST(ArrangedOrder, OfAnswersHasNothingToDoWithThatOfTheItems) {
  ArrangedQuestion question = match_question();
  question.groups.pop_back();
  question.shuffle = true;
  int same = 0;
  for (std::uint32_t seed = 0; seed < 600; ++seed) {
    same += order_of_options(question, seed) == order_of_groups(question, seed);
  }
  EXPECT_NEAR(same, 100, 50) << "by chance: one in six";
}

// One question `q` of the Byte `b`, and what happened to it.
QuestionProgress after(const ArrangedQuestion& question, std::vector<Event> events) {
  content::Byte byte;
  byte.id = "b";
  byte.sections.emplace_back().id = "s";
  content::Block block;
  block.id = "q";
  block.content = question;
  byte.sections[0].blocks.push_back(block);
  events.insert(events.begin(), {.kind = EventKind::kStarted, .subject = "q", .seed = 7, .key = answer_key(question)});
  for (Event& event : events) event.byte = "b";
  return fold(byte, events).question("q");
}

Event moved(std::string option, int place) {
  return {.kind = EventKind::kMoved, .subject = "q/" + option, .step = place};
}

Event placed(std::string part, std::string value) {
  return {.kind = EventKind::kPlaced, .subject = "q/" + part, .value = std::move(value)};
}

TEST(ArrangedFold, ARowThatIsMovedPushesTheOthers) {
  const ArrangedQuestion question = order_of("abcd");
  const QuestionProgress progress =
      after(question, {moved("a", 0), moved("b", 1), moved("c", 2), moved("d", 3), moved("a", 2)});
  EXPECT_EQ(progress.answer.order, (std::vector<std::string>{"b", "c", "a", "d"}));
  EXPECT_EQ(after(question, {moved("a", 0), moved("b", 1), moved("c", 2), moved("c", 99)}).answer.order.back(), "c")
      << "a place beyond the last is the last";
  EXPECT_TRUE(after(question, {moved("x", 1)}).answer.order.empty());
  EXPECT_TRUE(after(match_question(), {moved("a", 1)}).answer.order.empty());
}

TEST(ArrangedFold, WhatWasChosenFromAListCanBeTakenBack) {
  EXPECT_EQ(after(match_question(), {placed("a", "z")}).answer.placed.at("a"), "z");
  EXPECT_TRUE(after(match_question(), {placed("a", "z"), placed("a", "")}).answer.placed.empty());
  EXPECT_TRUE(after(match_question(), {placed("a", "nobody"), placed("nobody", "a")}).answer.placed.empty());
  EXPECT_EQ(after(blanks_question(), {placed("list", "no")}).answer.placed.at("list"), "no");
  EXPECT_TRUE(after(blanks_question(), {placed("loose", "no")}).answer.placed.empty()) << "it is typed into";
}

TEST(ArrangedFold, WhatIsCheckedStays) {
  const Event check = {.kind = EventKind::kChecked, .subject = "q"};
  const QuestionProgress progress = after(order_of("abc"), {moved("a", 0), check, moved("a", 2)});
  EXPECT_TRUE(progress.is_checked);
  EXPECT_EQ(progress.answer.order.front(), "a");
}

}  // namespace
}  // namespace bytes::learning
