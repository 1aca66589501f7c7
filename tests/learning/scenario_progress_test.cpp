#include "learning/scenario_progress.h"

#include <gtest/gtest.h>

#include <random>

#include "content/scenario_reader.h"
#include "learning/progress.h"

namespace bytes::learning {
namespace {

using content::Scenario;

// Two ways to an ending, one of which asks for something first; and a loop.
constexpr std::string_view kScenario = R"({
  "format": 1, "title": "A shop",
  "variables": {
    "coins": { "type": "integer", "start": 1, "min": 0, "max": 3, "label": "Coins" },
    "asked": { "type": "boolean", "start": false } },
  "start": "door",
  "nodes": {
    "door": { "text": "A door.", "choices": [
      { "id": "knock", "text": "Knock", "set": ["asked = true"], "points": 1, "goto": "counter" },
      { "id": "wait", "text": "Wait", "set": ["coins += 1"], "goto": "door" } ] },
    "counter": { "text": "A counter.", "back": false, "choices": [
      { "id": "buy", "text": "Buy", "if": "coins >= 2", "set": ["coins -= 2"], "points": 2, "goto": "owner" },
      { "id": "leave", "text": "Leave", "goto": "street" } ] } },
  "endings": {
    "owner": { "kind": "good", "title": "Yours", "text": "It is yours." },
    "street": { "kind": "open", "title": "The street", "text": "Another day." } } })";

Scenario scenario_from(std::string_view json) {
  Diagnostics diagnostics;
  auto scenario = content::read_scenario(json, "shop.scenario.json", {.strict = true, .markup = {}}, diagnostics);
  for (const Diagnostic& problem : diagnostics.all()) ADD_FAILURE() << problem.code << ' ' << problem.path;
  return scenario ? *scenario : Scenario();
}

std::string replaced(std::string_view text, std::string_view from, std::string_view to) {
  std::string result(text);
  const std::size_t at = result.find(from);
  EXPECT_NE(at, result.npos) << from;
  return at == result.npos ? result : result.replace(at, from.size(), to);
}

Event took(std::string subject, int step) {
  return {.kind = EventKind::kTook, .subject = std::move(subject), .step = step};
}

// `door/knock`, `counter/buy`…, each the next step; `<n` keeps the first n.
ScenarioProgress played(const Scenario& scenario, const std::vector<std::string>& moves) {
  ScenarioProgress progress(scenario);
  for (const std::string& move : moves) {
    if (move[0] == '<') {
      progress.take({.kind = EventKind::kRewound, .step = move[1] - '0'}, "");
    } else {
      progress.take(took(move, static_cast<int>(progress.steps().size())), move);
    }
  }
  return progress;
}

TEST(ScenarioProgress, BeginsAtTheStart) {
  const Scenario scenario = scenario_from(kScenario);
  const ScenarioProgress progress(scenario);
  EXPECT_EQ(content::id_at(scenario, progress.state().place), "door");
  EXPECT_EQ(progress.state().values, (std::vector<int>{1, 0}));
  EXPECT_TRUE(progress.steps().empty());
  EXPECT_EQ(progress.nodes_seen(), 1);
  EXPECT_EQ(progress.endings_seen(), 0);
  EXPECT_FALSE(progress.can_return_to(0));
}

TEST(ScenarioProgress, FollowsChoicesAndAddsTheirPoints) {
  const Scenario scenario = scenario_from(kScenario);
  const ScenarioProgress progress = played(scenario, {"door/wait", "door/knock", "counter/buy"});
  EXPECT_EQ(content::id_at(scenario, progress.state().place), "owner");
  EXPECT_EQ(progress.state().values, (std::vector<int>{0, 1}));
  EXPECT_EQ(progress.points(), 3);
  EXPECT_TRUE(progress.has_ended());
  EXPECT_FALSE(progress.is_cut());
  EXPECT_EQ(progress.endings_seen(), 1);
}

TEST(ScenarioProgress, SaturatesAtTheBounds) {
  const Scenario scenario = scenario_from(kScenario);
  const ScenarioProgress progress =
      played(scenario, {"door/wait", "door/wait", "door/wait", "door/wait", "door/knock", "counter/buy"});
  EXPECT_EQ(progress.state().values[0], 1) << "3 is the most, less 2";
}

TEST(ScenarioProgress, TakesNoChoiceThatIsNotOffered) {
  const Scenario scenario = scenario_from(kScenario);
  for (const char* move : {"counter/buy", "counter/nothing", "door/knock", "counter", "", "/", "street/leave"}) {
    ScenarioProgress progress = played(scenario, {"door/knock"});
    EXPECT_EQ(progress.find_choice(move), -1) << move;
    progress.take(took(move, 1), move);
    EXPECT_EQ(progress.steps().size(), 1u) << move;
  }
}

TEST(ScenarioProgress, PassesOverAStepThatIsMadeAlready) {
  const Scenario scenario = scenario_from(kScenario);
  ScenarioProgress progress = played(scenario, {"door/knock"});
  progress.take(took("door/wait", 0), "door/wait");  // From another tab.
  progress.take(took("counter/leave", 5), "counter/leave");
  EXPECT_EQ(progress.steps().size(), 1u);
  EXPECT_FALSE(progress.is_cut());
}

TEST(ScenarioProgress, GoesBackWhereTheAuthorAllowsIt) {
  const Scenario scenario = scenario_from(kScenario);
  EXPECT_TRUE(played(scenario, {"door/wait"}).can_return_to(0));
  const ScenarioProgress knocked = played(scenario, {"door/wait", "door/knock"});
  EXPECT_FALSE(knocked.can_return_to(1)) << "the counter lets nobody go back";
  EXPECT_FALSE(knocked.can_return_to(0)) << "nor past it";
  EXPECT_FALSE(knocked.can_return_to(2));
  const ScenarioProgress ended = played(scenario, {"door/wait", "door/knock", "counter/leave"});
  EXPECT_TRUE(ended.can_return_to(0));
  EXPECT_TRUE(ended.can_return_to(2));
}

TEST(ScenarioProgress, ReplaysFromAnyVisitedNode) {
  const Scenario scenario = scenario_from(kScenario);
  const ScenarioProgress progress = played(scenario, {"door/wait", "door/knock", "counter/leave", "<2", "counter/buy"});
  EXPECT_EQ(content::id_at(scenario, progress.state().place), "owner");
  EXPECT_EQ(progress.points(), 3);
  EXPECT_EQ(progress.endings_seen(), 2) << "of both runs";
  EXPECT_TRUE(progress.was_taken(1, 1)) << "the earlier run's choice is remembered";
  EXPECT_EQ(progress.state(), played(scenario, {"door/wait", "door/knock", "counter/buy"}).state());
}

TEST(ScenarioProgress, KeepsARunAsFarAsItHoldsAfterAnEdit) {
  const std::vector<std::string> moves = {"door/wait", "door/knock", "counter/buy"};
  std::vector<Event> events;
  for (const std::string& move : moves) events.push_back(took(move, static_cast<int>(events.size())));
  const auto folded = [&](const Scenario& scenario) {
    ScenarioProgress progress(scenario);
    for (const Event& event : events) progress.take(event, event.subject);
    return progress;
  };
  // Words may change.
  EXPECT_EQ(folded(scenario_from(replaced(kScenario, "A counter.", "A long counter."))).steps().size(), 3u);
  // A choice that has gone, or is offered no more, ends the run before it.
  for (const auto& [from, to] : {std::pair("\"id\": \"buy\"", "\"id\": \"pay\""), std::pair("coins >= 2", "coins >= 3"),
                                 std::pair("\"coins += 1\"", "\"coins += 0\"")}) {
    const Scenario scenario = scenario_from(replaced(kScenario, from, to));
    ScenarioProgress progress = folded(scenario);
    EXPECT_EQ(progress.steps().size(), 2u) << from;
    EXPECT_TRUE(progress.is_cut()) << from;
    EXPECT_FALSE(progress.has_ended());
    progress.take(took("counter/leave", 2), "counter/leave");
    EXPECT_FALSE(progress.is_cut()) << "one has gone on from there";
    EXPECT_TRUE(progress.has_ended());
  }
  // A scenario that became shorter.
  const Scenario shorter = scenario_from(replaced(kScenario, R"("goto": "counter")", R"("goto": "street")"));
  EXPECT_EQ(folded(shorter).steps().size(), 2u);
  EXPECT_TRUE(folded(shorter).is_cut());
  EXPECT_TRUE(folded(shorter).has_ended());
}

TEST(ScenarioProgress, StateBeforeAStepIsWhatItWas) {
  const Scenario scenario = scenario_from(kScenario);
  const ScenarioProgress progress = played(scenario, {"door/wait", "door/knock", "counter/buy"});
  for (std::size_t step = 0; step <= 3; ++step) {
    const std::vector<std::string> moves = {"door/wait", "door/knock", "counter/buy"};
    const ScenarioProgress shorter =
        played(scenario, {moves.begin(), moves.begin() + static_cast<std::ptrdiff_t>(step)});
    EXPECT_EQ(progress.state_before(step), shorter.state());
  }
}

TEST(ScenarioProgress, TheSameChoicesGiveTheSameRunWhateverElseHappens) {
  const Scenario scenario = scenario_from(kScenario);
  std::mt19937 random(4);
  const std::vector<std::string> known = {"door/wait",     "door/knock", "counter/buy", "counter/leave",
                                          "nowhere/leave", "<0",         "<1",          "<2"};
  for (int round = 0; round < 2000; ++round) {
    std::vector<std::string> moves;
    for (int i = 0; i < 12; ++i) moves.push_back(known[random() % known.size()]);
    const ScenarioProgress progress = played(scenario, moves);
    std::vector<std::string> run;
    for (const Step& step : progress.steps()) {
      const content::Node& node = content::node_at(scenario, step.node);
      run.push_back(node.id + "/" + node.choices[static_cast<std::size_t>(step.choice)].id);
    }
    const ScenarioProgress again = played(scenario, run);
    ASSERT_EQ(again.state(), progress.state());
    ASSERT_EQ(again.points(), progress.points());
    ASSERT_EQ(again.steps(), progress.steps());
  }
}

content::Byte byte_with(Scenario scenario) {
  content::Byte byte;
  byte.id = "a-byte";
  content::Section section;
  section.id = "section";
  section.gate = true;
  content::Block block;
  block.id = "shop";
  block.content =
      content::ScenarioBlock{.src = "", .src_position = {}, .required = true, .scenario = std::move(scenario)};
  section.blocks.push_back(std::move(block));
  content::Section after;
  after.id = "after";
  byte.sections = {section, after};
  return byte;
}

TEST(ScenarioProgress, IsFoldedFromStoredEvents) {
  const content::Byte byte = byte_with(scenario_from(kScenario));
  std::vector<Event> events;
  const auto add = [&](EventKind kind, std::string subject, int step) {
    const std::string number = std::to_string(events.size() + 1);
    events.push_back({.id = std::string(32 - number.size(), '0') + number,
                      .device = std::string(32, 'd'),
                      .n = static_cast<std::int64_t>(events.size()) + 1,
                      .at = 1000 + static_cast<std::int64_t>(events.size()),
                      .byte = "a-byte",
                      .version = "1",
                      .kind = kind,
                      .subject = std::move(subject),
                      .step = step});
  };
  EXPECT_EQ(open_sections(byte, fold(byte, events)), 1u) << "the gate waits for an ending";
  add(EventKind::kTook, "shop/door/knock", 0);
  add(EventKind::kTook, "shop/counter/leave", 1);
  add(EventKind::kRewound, "shop", 0);
  add(EventKind::kTook, "shop/door/wait", 0);
  // As they are stored and read again.
  std::string json = "[";
  for (const Event& event : events) json += (json.size() > 1 ? "," : "") + to_json(event);
  Diagnostics diagnostics;
  const ReadEvents read = read_events(content::parse_json(json + "]", "events", diagnostics));
  ASSERT_TRUE(read.rejected.empty());
  EXPECT_EQ(read.events, events);
  const Progress progress = fold(byte, read.events);
  ASSERT_NE(progress.scenario("shop"), nullptr);
  EXPECT_EQ(progress.scenario("shop")->steps().size(), 1u);
  EXPECT_EQ(progress.scenario("shop")->endings_seen(), 1);
  EXPECT_TRUE(progress_of(byte.sections[0], progress).is_done);
  EXPECT_EQ(open_sections(byte, progress), 2u);
  EXPECT_EQ(fold(byte, {}).scenario("shop"), nullptr);
}

TEST(ScenarioProgress, AGateMayOpenWithoutIt) {
  content::Byte byte = byte_with(scenario_from(kScenario));
  std::get<content::ScenarioBlock>(byte.sections[0].blocks[0].content).required = false;
  EXPECT_EQ(open_sections(byte, Progress()), 2u);
}

TEST(ScenarioProgress, RefusesStoredStepsThatAreNone) {
  for (const char* data : {"{}", R"({"step":-1})", R"({"step":1.5})", R"({"step":"1"})", R"({"step":100001})", "[]"}) {
    const std::string record = std::string(R"([{"v":1,"id":")") + std::string(32, '0') + R"(","device":")" +
                               std::string(32, 'd') + R"(","n":1,"at":1,"byte":"a","version":"1","kind":"took",)" +
                               R"("subject":"shop/door/knock","data":)" + data + "}]";
    Diagnostics diagnostics;
    const ReadEvents read = read_events(content::parse_json(record, "events", diagnostics));
    EXPECT_EQ(read.rejected.size(), 1u) << data;
  }
}

}  // namespace
}  // namespace bytes::learning
