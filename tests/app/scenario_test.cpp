// Carolina's dilemma, through the outline alone.
#include <gtest/gtest.h>

#include <deque>
#include <map>

#include "content/author/files.h"
#include "content/author/rules.h"
#include "outline/accessible.h"
#include "platform/headless/learner.h"
#include "tests/support/files.h"
#include "tests/view/support/english.h"

namespace bytes {
namespace {

using content::Scenario;
using content::ScenarioState;
using outline::Role;
using platform::headless::Learner;
using view::english;

content::Byte carolinas_byte() {
  const std::string folder = "content/bytes/carolinas-dilemma/";
  Diagnostics diagnostics;
  const auto read_beside = [&](std::string_view name) { return read_test_file(folder + std::string(name)); };
  auto byte = content::check_byte(read_test_file(folder + "byte.json"), folder + "byte.json",
                                  {.folder = "carolinas-dilemma", .read_file = read_beside}, diagnostics);
  for (const Diagnostic& problem : diagnostics.all()) EXPECT_NE(problem.severity, Severity::kError) << to_text(problem);
  return byte ? *byte : content::Byte();
}

const content::Block& block_of(const content::Byte& byte) { return *content::find_block(byte, "dilemma"); }
const Scenario& scenario_of(const content::Byte& byte) {
  return std::get<content::ScenarioBlock>(block_of(byte).content).scenario;
}

struct Move {
  std::string node;
  std::string choice;
  std::string words;  // What a learner chooses it by.
};

// For each ending the fewest choices that lead there, found by walking through all states.
std::map<std::string, std::vector<Move>> ways_to_endings(const Scenario& scenario) {
  std::map<std::string, std::vector<Move>> ways;
  std::deque<std::pair<ScenarioState, std::vector<Move>>> waiting = {{content::first_state(scenario), {}}};
  std::map<std::pair<int, std::vector<int>>, bool> known;
  while (!waiting.empty()) {
    const auto [state, moves] = waiting.front();
    waiting.pop_front();
    if (content::is_ending(scenario, state.place)) {
      ways.try_emplace(content::ending_at(scenario, state.place).id, moves);
      continue;
    }
    const content::Node& node = content::node_at(scenario, state.place);
    for (const content::Choice& choice : node.choices) {
      if (!content::is_offered(choice, state)) continue;
      ScenarioState next = state;
      content::follow(scenario, choice, next);
      if (!known.emplace(std::pair(next.place, next.values), true).second) continue;
      std::vector<Move> further = moves;
      further.push_back({node.id, choice.id, letters_of(choice.text)});
      waiting.emplace_back(next, std::move(further));
    }
  }
  return ways;
}

Learner open_carolina() { return Learner(carolinas_byte(), english()); }

TEST(CarolinasDilemma, IsAsLargeAsItsBriefAsks) {
  const content::Byte byte = carolinas_byte();
  const Scenario& scenario = scenario_of(byte);
  EXPECT_GE(scenario.nodes.size(), 12u);
  EXPECT_GE(scenario.variables.size(), 3u);
  ASSERT_EQ(scenario.endings.size(), 5u);
  std::set<content::EndingKind> kinds;
  for (const content::Ending& ending : scenario.endings) kinds.insert(ending.kind);
  EXPECT_EQ(kinds.size(), 5u);
  for (const content::CastMember& member : scenario.cast) EXPECT_FALSE(member.portrait.src.empty()) << member.id;
  for (const content::Node& node : scenario.nodes) {
    for (const content::Choice& choice : node.choices)
      EXPECT_FALSE(choice.feedback.empty()) << node.id << '/' << choice.id;
  }
}

TEST(CarolinasDilemma, CanBePlayedToEachOfItsEndings) {
  const content::Byte byte = carolinas_byte();
  const Scenario& scenario = scenario_of(byte);
  const auto ways = ways_to_endings(scenario);
  ASSERT_EQ(ways.size(), scenario.endings.size());
  Learner learner = open_carolina();
  int found = 0;
  for (const content::Ending& ending : scenario.endings) {
    SCOPED_TRACE(ending.id);
    if (found > 0) {
      ASSERT_TRUE(learner.press_in("dilemma", Role::kButton, "Start again"));
      EXPECT_EQ(learner.focus(), "dilemma:scene-1:title");
    }
    std::string scene = "dilemma:scene-1";
    int steps = 0;
    for (const Move& move : ways.at(ending.id)) {
      ASSERT_TRUE(learner.press_in("dilemma", Role::kChoice, move.words)) << move.words;
      EXPECT_EQ(learner.read(scene + ":chose"), "You chose: " + move.words);
      EXPECT_NE(learner.read(scene + ":outcome"), "") << "what came of it is told at once";
      scene = "dilemma:scene-" + std::to_string(++steps + 1);
      EXPECT_EQ(learner.focus(), scene + ":title");
      ASSERT_NE(learner.element(scene + ":title"), nullptr);
    }
    ++found;
    EXPECT_EQ(learner.read(scene + ":title"), ending.title);
    EXPECT_EQ(learner.read(scene + ":found"), "You have found " + std::to_string(found) + " of 5 endings.");
    EXPECT_EQ(outline::find_all(*learner.element("dilemma"), Role::kChoice, "").size(), 0u);
    // The debrief says what each choice taught.
    for (const Move& move : ways.at(ending.id)) {
      const std::string way = learner.read("dilemma/" + move.node + "/" + move.choice + ":way");
      EXPECT_EQ(way.substr(0, 10 + move.words.size() + 1), "You chose: " + move.words);
      EXPECT_GT(way.size(), 11 + move.words.size()) << "and what it taught";
    }
  }
  EXPECT_EQ(learner.read("dilemma:review-note"), "5 of 5 endings found");
  EXPECT_EQ(learner.read("your-turn:stop-note"), "Done");
}

TEST(CarolinasDilemma, IsTheSameAfterAReload) {
  Learner learner = open_carolina();
  const content::Byte byte = carolinas_byte();
  const auto ways = ways_to_endings(scenario_of(byte));
  for (const Move& move : ways.begin()->second) {
    ASSERT_TRUE(learner.press_in("dilemma", Role::kChoice, move.words));
    Learner again = learner.reopened();
    EXPECT_EQ(again.app().outline(), learner.app().outline());
  }
  ASSERT_TRUE(learner.press_in("dilemma", Role::kButton, "Start again"));
  EXPECT_EQ(learner.reopened().app().outline(), learner.app().outline());
}

TEST(CarolinasDilemma, TakesChoicesBackButNotWhatCannotBeUndone) {
  Learner learner = open_carolina();
  const content::Byte byte = carolinas_byte();
  const Scenario& scenario = scenario_of(byte);
  const std::string before = outline::transcript(*learner.element("dilemma:scenes"));
  const auto ways = ways_to_endings(scenario);
  const std::vector<Move>& moves = ways.begin()->second;
  ASSERT_TRUE(learner.press_in("dilemma", Role::kChoice, moves[0].words));
  ASSERT_TRUE(learner.press_in("dilemma", Role::kButton, "Take the last choice back"));
  EXPECT_EQ(learner.focus(), "dilemma:scene-1:title");
  EXPECT_EQ(outline::transcript(*learner.element("dilemma:scenes")), before);
  // Wherever the author says so there is no way back.
  bool has_met_such = false;
  for (const auto& [ending, way] : ways) {
    ASSERT_TRUE(learner.press_in("dilemma", Role::kButton, "Start again") || !has_met_such);
    for (const Move& move : way) {
      ASSERT_TRUE(learner.press_in("dilemma", Role::kChoice, move.words));
      const learning::ScenarioProgress& progress = *learner.app().progress().scenario("dilemma");
      if (progress.has_ended()) continue;
      const bool can_go_back = content::node_at(scenario, progress.state().place).can_go_back;
      EXPECT_EQ(learner.element("dilemma:back") != nullptr, can_go_back);
      has_met_such = has_met_such || !can_go_back;
    }
  }
  EXPECT_TRUE(has_met_such);
}

TEST(CarolinasDilemma, CanBeTriedAgainFromAnyVisitedScene) {
  Learner learner = open_carolina();
  const content::Byte byte = carolinas_byte();
  const std::vector<Move> moves = ways_to_endings(scenario_of(byte)).begin()->second;
  for (const Move& move : moves) ASSERT_TRUE(learner.press_in("dilemma", Role::kChoice, move.words));
  ASSERT_TRUE(learner.press_in("dilemma/" + moves[2].node + ":stop", Role::kButton,
                               "Try another way from here: " + learner.read("dilemma:scene-3:title")));
  EXPECT_EQ(learner.focus(), "dilemma:scene-3:title");
  EXPECT_EQ(learner.read("dilemma:scene-2:chose"), "You chose: " + moves[1].words) << "what came before stays";
  EXPECT_EQ(learner.element("dilemma:scene-4"), nullptr);
  EXPECT_NE(learner.element("dilemma/" + moves[2].node + "/" + moves[2].choice + ":take"), nullptr);
  EXPECT_NE(learner.read("dilemma/" + moves[2].node + "/" + moves[2].choice + ":way").find("Chosen earlier:"),
            std::string::npos);
}

TEST(CarolinasDilemma, TellsHowItsMetersMove) {
  Learner learner = open_carolina();
  ASSERT_TRUE(learner.press_in("dilemma", Role::kChoice, "Call Grace, her first boss, and go for tea"));
  EXPECT_EQ(learner.read("dilemma:scene-1:change-clarity"), "Clear goal: 0 → 1");
  EXPECT_EQ(learner.read("dilemma:meter-clarity-label"), "Clear goal: 1");
  const outline::Element* meter = learner.element("dilemma:meter-clarity");
  ASSERT_NE(meter, nullptr);
  EXPECT_EQ(meter->get(outline::Attribute::kValue), "1");
  EXPECT_EQ(outline::accessible_name(learner.app().outline(), *meter), "Clear goal: 1");
  EXPECT_EQ(learner.element("dilemma:meter-seen"), nullptr) << "only what the author names is shown";
}

TEST(CarolinasDilemma, MapZoomsWithoutLosingFocusOrStoringAnything) {
  Learner learner = open_carolina();
  ASSERT_TRUE(learner.press_in("dilemma", Role::kChoice, "Call Grace, her first boss, and go for tea"));
  const std::size_t stored = learner.stored().size();
  EXPECT_FALSE(learner.press_in("dilemma", Role::kButton, "Zoom out"));
  for (int i = 1; i <= view::kMostZoom; ++i) {
    ASSERT_TRUE(learner.press_in("dilemma", Role::kButton, "Zoom in"));
    EXPECT_EQ(learner.element("dilemma:map")->get(outline::Attribute::kFill), std::to_string(i));
  }
  EXPECT_FALSE(learner.press_in("dilemma", Role::kButton, "Zoom in"));
  EXPECT_EQ(learner.focus(), "dilemma:map-out");
  ASSERT_TRUE(learner.press_in("dilemma", Role::kButton, "Whole map"));
  EXPECT_EQ(learner.focus(), "dilemma:map-in");
  EXPECT_EQ(learner.stored().size(), stored);
}

TEST(CarolinasDilemma, HostileInputIsPassedOver) {
  Learner learner = open_carolina();
  app::FrameInput input;
  input.entropy = "0";
  for (const char* id :
       {"dilemma:back", "dilemma:restart", "dilemma:again-0", "dilemma:again-", "dilemma:again-99999999999999999999",
        "dilemma:again--1", "dilemma:take", "dilemma/monday:take", "dilemma/monday/:take",
        "dilemma/monday/nothing:take", "dilemma/tea/goal:take", "dilemma//:take", "dilemma/monday/call-grace:back",
        "dilemma/monday/call-grace", "nowhere/monday/call-grace:take", "hour-a-week/monday/call-grace:take",
        "dilemma:map-out"}) {
    input.inputs.push_back(app::Activated{id});
    input.inputs.push_back(app::Toggled{id, true});
    input.inputs.push_back(app::Wrote{id, "words"});
  }
  EXPECT_TRUE(learner.app().frame(input).commands.empty());
}

TEST(CarolinasDilemma, ADoublePressIsOneChoice) {
  Learner learner = open_carolina();
  app::FrameInput input;
  input.entropy = std::string(32, '0');
  input.inputs = {app::Activated{"dilemma/monday/call-grace:take"}, app::Activated{"dilemma/monday/call-grace:take"}};
  learner.app().frame(input);
  EXPECT_EQ(learner.app().progress().scenario("dilemma")->steps().size(), 1u);
  EXPECT_FALSE(learner.app().progress().scenario("dilemma")->is_cut());
}

}  // namespace
}  // namespace bytes
