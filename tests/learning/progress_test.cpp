#include "learning/progress.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "tests/learning/support/questions.h"

namespace bytes::learning {
namespace {

using content::Option;
using content::Question;
using content::QuestionKind;

Question question(QuestionKind kind, std::vector<bool> correct, int attempts = 2) {
  Question question;
  question.kind = kind;
  question.prompt = plain("Which?");
  question.attempts = attempts;
  question.hints = {plain("one"), plain("two")};
  for (std::size_t i = 0; i < correct.size(); ++i) {
    Option option;
    option.id = std::string(1, static_cast<char>('a' + i));
    option.text = plain(option.id);
    option.correct = correct[i];
    question.options.push_back(option);
  }
  return question;
}

content::Byte byte_with(Question question) {
  content::Byte byte;
  byte.id = "a-byte";
  byte.formerly = {"old-byte"};
  content::Section section;
  section.id = "section";
  content::Block block;
  block.id = "q";
  block.content = std::move(question);
  section.blocks.push_back(std::move(block));
  content::Section plain_section;
  plain_section.id = "reading";
  byte.sections = {section, plain_section};
  return byte;
}

// Events as a learner makes them, one after the other.
class Story {
 public:
  explicit Story(const content::Byte& byte) : byte_(byte) {}

  Story& start(std::uint32_t seed = 1) {
    Event& event = add(EventKind::kStarted, "q");
    event.seed = seed;
    event.key = answer_key(*questions_of(byte_)[0].question);
    return *this;
  }
  Story& choose(const std::string& option, bool on = true) {
    add(EventKind::kChose, "q/" + option).on = on;
    return *this;
  }
  Story& check() { return add(EventKind::kChecked, "q"), *this; }
  Story& retry() { return add(EventKind::kRetried, "q"), *this; }
  Story& hint() { return add(EventKind::kHinted, "q"), *this; }
  Event& add(EventKind kind, std::string subject) {
    Event event;
    event.id = std::to_string(events.size());
    event.byte = "a-byte";
    event.kind = kind;
    event.subject = std::move(subject);
    events.push_back(event);
    return events.back();
  }
  QuestionProgress result() const { return fold(byte_, events).question("q"); }

  std::vector<Event> events;

 private:
  const content::Byte& byte_;
};

TEST(Grade, FollowsItsTable) {
  struct Case {
    QuestionKind kind;
    std::vector<bool> correct;
    std::vector<std::string> chosen;
    bool is_right;
    double score;
  };
  const QuestionKind one = QuestionKind::kSingle;
  const QuestionKind many = QuestionKind::kMultiple;
  const std::vector<Case> cases = {
      {one, {false, true, false}, {"b"}, true, 1},
      {one, {false, true, false}, {"a"}, false, 0},
      {one, {false, true, false}, {}, false, 0},
      {one, {false, true, false}, {"z"}, false, 0},
      {many, {true, true, false, false}, {"a", "b"}, true, 1},
      {many, {true, true, false, false}, {"a"}, false, 0.5},
      {many, {true, true, false, false}, {"a", "c"}, false, 0},
      {many, {true, true, false, false}, {"a", "b", "c"}, false, 0.5},
      {many, {true, true, false, false}, {"a", "b", "c", "d"}, false, 0},
      {many, {true, true, false, false}, {"c", "d"}, false, 0},
      {many, {true, true, true}, {"a", "b", "c"}, true, 1},
      {many, {true, true, false, false}, {"a", "b", "z"}, true, 1},
      {many, {false, false}, {}, false, 0},
  };
  for (std::size_t i = 0; i < cases.size(); ++i) {
    const Grade result = grade(question(cases[i].kind, cases[i].correct), {.chosen = {cases[i].chosen.begin(), cases[i].chosen.end()}});
    EXPECT_EQ(result.is_right, cases[i].is_right) << "case " << i;
    EXPECT_DOUBLE_EQ(result.score, cases[i].score) << "case " << i;
  }
}

// Cards a, b, ... that belong to the groups named.
Question sorting(std::vector<std::string> groups, int attempts = 2) {
  Question sorted = question(QuestionKind::kSort, std::vector<bool>(groups.size()), attempts);
  sorted.groups = {{"up", plain("Up")}, {"down", plain("Down")}};
  for (std::size_t i = 0; i < groups.size(); ++i) sorted.options[i].group = groups[i];
  return sorted;
}

Question judging() {
  Question judged = question(QuestionKind::kJudgement, {false, false});
  judged.axes = {plain("Time")};
  for (Option& option : judged.options) option.fares = {plain("soon")};
  return judged;
}

TEST(Grade, OfASortIsTheShareOfCardsInTheirGroup) {
  struct Case {
    std::map<std::string, std::string> placed;
    bool is_complete, is_right;
    double score;
  };
  const Question sorted = sorting({"up", "down", "up", "down"});
  const std::vector<Case> cases = {
      {{{"a", "up"}, {"b", "down"}, {"c", "up"}, {"d", "down"}}, true, true, 1},
      {{{"a", "up"}, {"b", "down"}, {"c", "up"}, {"d", "up"}}, true, false, 0.75},
      {{{"a", "down"}, {"b", "up"}, {"c", "down"}, {"d", "up"}}, true, false, 0},
      {{{"a", "up"}, {"b", "down"}}, false, false, 0.5},
      {{{"z", "up"}}, false, false, 0},
      {{}, false, false, 0},
  };
  for (std::size_t i = 0; i < cases.size(); ++i) {
    const Answer answer = {.placed = cases[i].placed};
    const Grade result = grade(sorted, answer);
    EXPECT_EQ(is_complete(sorted, answer), cases[i].is_complete) << "case " << i;
    EXPECT_EQ(result.is_right, cases[i].is_right) << "case " << i;
    EXPECT_DOUBLE_EQ(result.score, cases[i].score) << "case " << i;
  }
}

TEST(Grade, OfAJudgementIsNeitherRightNorWrongAndAsksHowSure) {
  const Question judged = judging();
  EXPECT_FALSE(is_complete(judged, {}));
  EXPECT_FALSE(is_complete(judged, {.chosen = {"a"}}));
  EXPECT_FALSE(is_complete(judged, {.confidence = 2}));
  EXPECT_TRUE(is_complete(judged, {.chosen = {"a"}, .confidence = 2}));
  EXPECT_FALSE(grade(judged, {.chosen = {"a"}, .confidence = 2}).is_right);
  EXPECT_EQ(grade(judged, {.chosen = {"a"}, .confidence = 2}).score, 1);
}

TEST(AnswerKey, KnowsWhereCardsBelong) {
  EXPECT_EQ(answer_key(sorting({"up", "down"})), answer_key(sorting({"up", "down"})));
  EXPECT_NE(answer_key(sorting({"up", "down"})), answer_key(sorting({"up", "up"})));
}

TEST(AnswerKey, IgnoresOrderAndWordingButNotCorrectness) {
  const Question base = question(QuestionKind::kMultiple, {true, false, true});
  Question same = base;
  std::swap(same.options[0], same.options[2]);
  same.options[1].text = plain("mended");
  EXPECT_EQ(answer_key(base), answer_key(same));
  Question other = base;
  other.options[1].correct = true;
  EXPECT_NE(answer_key(base), answer_key(other));
  Question longer = base;
  longer.options.push_back(longer.options[0]);
  longer.options.back().id = "d";
  EXPECT_NE(answer_key(base), answer_key(longer));
}

TEST(Progress, AWrongTryLeavesAnotherOne) {
  const content::Byte byte = byte_with(question(QuestionKind::kSingle, {false, true}));
  Story story(byte);
  story.start().choose("a").check();
  EXPECT_TRUE(story.result().is_checked);
  EXPECT_FALSE(story.result().is_finished);
  story.retry().choose("b").check();
  EXPECT_TRUE(story.result().grade.is_right);
  EXPECT_TRUE(story.result().is_finished);
  EXPECT_EQ(story.result().tries_used, 2);
  EXPECT_DOUBLE_EQ(story.result().best_score, 1);
}

TEST(Progress, TheLastTryFinishes) {
  const content::Byte byte = byte_with(question(QuestionKind::kSingle, {false, true}, 1));
  Story story(byte);
  story.start().choose("a").check().retry();
  EXPECT_TRUE(story.result().is_checked);
  EXPECT_TRUE(story.result().is_finished);
  EXPECT_DOUBLE_EQ(story.result().best_score, 0);
}

TEST(Progress, NoLimitMeansNoLimit) {
  const content::Byte byte = byte_with(question(QuestionKind::kSingle, {false, true}, 0));
  Story story(byte);
  story.start();
  for (int i = 0; i < 20; ++i) story.choose("a").check().retry();
  EXPECT_FALSE(story.result().is_finished);
  EXPECT_EQ(story.result().tries_used, 20);
}

TEST(Progress, SingleChoiceHoldsOne) {
  const content::Byte byte = byte_with(question(QuestionKind::kSingle, {false, true}));
  Story story(byte);
  story.start().choose("a").choose("b");
  EXPECT_EQ(story.result().answer.chosen, std::set<std::string>{"b"});
}

TEST(Progress, ForbiddenStepsCountForNothing) {
  const content::Byte byte = byte_with(question(QuestionKind::kSingle, {false, true}));
  Story story(byte);
  story.choose("a").check();
  EXPECT_FALSE(story.result().is_started);
  story.start().check();
  EXPECT_FALSE(story.result().is_checked) << "nothing was chosen";
  story.choose("z");
  EXPECT_TRUE(story.result().answer.chosen.empty());
  story.choose("b").check().choose("a");
  EXPECT_EQ(story.result().answer.chosen, std::set<std::string>{"b"}) << "the answer was checked";
  for (int i = 0; i < 5; ++i) story.hint();
  EXPECT_EQ(story.result().hints_shown, 2);
}

TEST(Progress, AnotherAttemptKeepsTheBestScore) {
  const content::Byte byte = byte_with(question(QuestionKind::kSingle, {false, true}, 1));
  Story story(byte);
  story.start().choose("b").check().start(9);
  EXPECT_TRUE(story.result().was_finished);
  EXPECT_FALSE(story.result().is_finished);
  EXPECT_EQ(story.result().seed, 9u);
  story.choose("a").check();
  EXPECT_DOUBLE_EQ(story.result().best_score, 1);
}

TEST(Progress, AChangedQuestionMakesAnAnswerStale) {
  const content::Byte before = byte_with(question(QuestionKind::kSingle, {false, true}));
  const content::Byte after = byte_with(question(QuestionKind::kSingle, {true, false}));
  Story story(before);
  story.start().choose("b").check();
  const QuestionProgress stale = fold(after, story.events).question("q");
  EXPECT_TRUE(stale.is_stale);
  EXPECT_FALSE(stale.was_finished);
  EXPECT_TRUE(stale.answer.chosen.empty());
}

TEST(Progress, KeepsAnswersOfARenamedByteAndNoneOfOthers) {
  const content::Byte byte = byte_with(question(QuestionKind::kSingle, {false, true}));
  Story story(byte);
  story.start().choose("b").check();
  for (Event& event : story.events) event.byte = "old-byte";
  EXPECT_TRUE(story.result().is_finished);
  for (Event& event : story.events) event.byte = "other-byte";
  EXPECT_FALSE(story.result().is_started);
}

TEST(Progress, SectionsAreDoneByAnswersOrByGoingOn) {
  const content::Byte byte = byte_with(question(QuestionKind::kSingle, {false, true}));
  Story story(byte);
  EXPECT_FALSE(progress_of(byte.sections[0], fold(byte, story.events)).is_done);
  story.start().choose("b").check();
  story.add(EventKind::kRead, "reading");
  story.add(EventKind::kRead, "nowhere");
  const Progress progress = fold(byte, story.events);
  EXPECT_TRUE(progress_of(byte.sections[0], progress).is_done);
  EXPECT_TRUE(progress_of(byte.sections[1], progress).is_done);
  EXPECT_EQ(progress.read_sections.size(), 1u);
}

TEST(Progress, CardsArePutIntoGroupsAndMovedUntilTheyAreChecked) {
  const content::Byte byte = byte_with(sorting({"up", "down"}));
  Story story(byte);
  const auto place = [&](const char* card, const char* group) {
    story.add(EventKind::kPlaced, std::string("q/") + card).value = group;
  };
  story.start();
  place("a", "down");
  place("b", "sideways");
  place("z", "up");
  story.check();
  EXPECT_FALSE(story.result().is_checked) << "one card has no group yet";
  EXPECT_EQ(story.result().answer.placed, (std::map<std::string, std::string>{{"a", "down"}}));
  place("a", "up");
  place("b", "up");
  story.check();
  place("b", "down");
  EXPECT_TRUE(story.result().is_checked);
  EXPECT_EQ(story.result().answer.placed.at("b"), "up") << "what is checked stays as it was";
  EXPECT_EQ(story.result().grade.score, 0.5);
  story.retry();
  place("b", "down");
  story.check();
  EXPECT_TRUE(story.result().grade.is_right);
  EXPECT_TRUE(story.result().is_finished);
}

TEST(Progress, AJudgementIsOverOnceItIsCompared) {
  const content::Byte byte = byte_with(judging());
  Story story(byte);
  story.start().choose("a").choose("b").check();
  EXPECT_FALSE(story.result().is_checked);
  EXPECT_EQ(story.result().answer.chosen, (std::set<std::string>{"b"}));
  story.add(EventKind::kRated, "q").level = 3;
  story.check();
  EXPECT_TRUE(story.result().is_finished);
  EXPECT_EQ(story.result().best_score, 1);
  story.add(EventKind::kRated, "q").level = 1;
  EXPECT_EQ(story.result().answer.confidence, 3);
}

content::Byte byte_of_ones_own() {
  content::Byte byte = byte_with(question(QuestionKind::kSingle, {false, true}));
  content::Block checklist;
  checklist.id = "list";
  checklist.content = content::ChecklistBlock{plain("To do"), {{"one", plain("One")}, {"two", plain("Two")}}};
  content::Block reflection;
  reflection.id = "words";
  reflection.content = content::ReflectionBlock{plain("Think."), {}};
  byte.sections[1].blocks = {checklist, reflection};
  return byte;
}

TEST(Progress, KeepsTicksAndALearnersOwnWords) {
  const content::Byte byte = byte_of_ones_own();
  Story story(byte);
  story.add(EventKind::kChose, "list/one").on = true;
  story.add(EventKind::kChose, "list/two").on = true;
  story.add(EventKind::kChose, "list/one").on = false;
  story.add(EventKind::kChose, "list/three").on = true;
  story.add(EventKind::kChose, "words/one").on = true;
  story.add(EventKind::kWrote, "words").value = "First";
  story.add(EventKind::kWrote, "words").value = "Second";
  story.add(EventKind::kWrote, "list").value = "Nowhere";
  story.add(EventKind::kHelped, "").on = true;
  Progress progress = fold(byte, story.events);
  EXPECT_EQ(progress.ticked, (std::set<std::string>{"list/two"}));
  EXPECT_EQ(progress.reflections, (std::map<std::string, std::string>{{"words", "Second"}}));
  EXPECT_TRUE(progress.has_helped);
  EXPECT_TRUE(progress.questions.empty());
  story.add(EventKind::kWrote, "words").value = "";
  story.add(EventKind::kHelped, "").on = false;
  progress = fold(byte, story.events);
  EXPECT_TRUE(progress.reflections.empty());
  EXPECT_FALSE(progress.has_helped);
}

TEST(Progress, AGateOpensWhenItsRequiredQuestionsAreFinished) {
  content::Byte byte = byte_with(question(QuestionKind::kSingle, {false, true}));
  Story story(byte);
  EXPECT_EQ(open_sections(byte, fold(byte, story.events)), 2u) << "there is no gate";
  byte.sections[0].gate = true;
  EXPECT_EQ(open_sections(byte, fold(byte, story.events)), 1u);
  std::get<Question>(byte.sections[0].blocks[0].content).required = false;
  EXPECT_EQ(open_sections(byte, fold(byte, story.events)), 2u);
  std::get<Question>(byte.sections[0].blocks[0].content).required = true;
  story.start().choose("b").check();
  EXPECT_EQ(open_sections(byte, fold(byte, story.events)), 2u);
  story.start();
  EXPECT_EQ(open_sections(byte, fold(byte, story.events)), 2u) << "a gate does not close again";
}

TEST(Shuffle, IsAPermutationThatItsSeedRepeats) {
  Question shuffled = question(QuestionKind::kSingle, {true, false, false, false, false});
  shuffled.shuffle = true;
  std::set<std::vector<int>> orders;
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    std::vector<int> order = order_of_options(shuffled, seed);
    EXPECT_EQ(order, order_of_options(shuffled, seed));
    orders.insert(order);
    std::sort(order.begin(), order.end());
    EXPECT_EQ(order, (std::vector<int>{0, 1, 2, 3, 4}));
  }
  EXPECT_GT(orders.size(), 60u);
  shuffled.shuffle = false;
  EXPECT_EQ(order_of_options(shuffled, 7), (std::vector<int>{0, 1, 2, 3, 4}));
}

// Whatever comes out of a store, a fold ends, and what it says holds together.
TEST(Progress, AnyOrderOfEventsGivesASoundState) {
  const content::Byte byte = byte_with(question(QuestionKind::kMultiple, {true, false, true}));
  const std::string key = answer_key(*questions_of(byte)[0].question);
  std::mt19937 random(11);
  for (int round = 0; round < 2000; ++round) {
    Story story(byte);
    for (int i = 0; i < 30; ++i) {
      const EventKind kind = static_cast<EventKind>(random() % (static_cast<int>(EventKind::kUnknown) + 1));
      Event& event = story.add(kind, kind == EventKind::kChose ? std::string("q/") + "abcz"[random() % 4] : "q");
      event.on = random() % 2;
      event.key = random() % 4 ? key : "other";
    }
    const QuestionProgress state = story.result();
    EXPECT_LE(state.tries_used, 2);
    EXPECT_TRUE(!state.is_finished || state.is_checked);
    EXPECT_TRUE(!state.is_checked || !state.answer.chosen.empty());
    EXPECT_TRUE(!state.is_finished || state.was_finished);
    EXPECT_TRUE(!state.is_stale || !state.is_started);
  }
}

}  // namespace
}  // namespace bytes::learning
