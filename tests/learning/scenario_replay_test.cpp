// What a learner plays is what the prover walks through.
#include <gtest/gtest.h>

#include "content/author/prover.h"
#include "learning/scenario_progress.h"
#include "tests/content/support/scenarios.h"

namespace bytes::learning {
namespace {

using content::Bound;
using content::Choice;
using content::Scenario;
using content::ScenarioState;

Event took(int step) {
  Event event;
  event.kind = EventKind::kTook;
  event.step = step;
  return event;
}

bool is_within(int points, const Bound& least, const Bound& most) {
  return (!least.is_number() || least.number <= points) && (!most.is_number() || points <= most.number);
}

TEST(ScenarioReplay, EndsWhereTheProversWaysEnd) {
  int endings = 0;
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    SCOPED_TRACE(seed);
    const Scenario scenario = content::scenario_of(content::scenario_by_chance(seed));
    const content::Proof proof = content::prove(scenario);
    for (std::size_t e = 0; e < proof.endings.size(); ++e) {
      const content::EndingProof& ending = proof.endings[e];
      if (ending.states == 0) continue;
      ScenarioProgress progress(scenario);
      for (std::size_t i = 0; i < ending.way.size(); ++i) {
        const content::Node& node = content::node_at(scenario, ending.way[i].node);
        const Choice& choice = node.choices[static_cast<std::size_t>(ending.way[i].choice)];
        progress.take(took(static_cast<int>(i)), node.id + '/' + choice.id);
      }
      EXPECT_TRUE(progress.has_ended());
      EXPECT_EQ(progress.state().place, static_cast<int>(scenario.nodes.size() + e));
      EXPECT_EQ(progress.steps().size(), ending.way.size());
      EXPECT_TRUE(is_within(progress.points(), ending.least_points, ending.most_points)) << progress.points();
      ++endings;
    }
  }
  EXPECT_GT(endings, 100);
}

TEST(ScenarioReplay, StaysAmongWhatWasProven) {
  int ended = 0;
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    SCOPED_TRACE(seed);
    const Scenario scenario = content::scenario_of(content::scenario_by_chance(seed));
    const content::Proof proof = content::prove(scenario);
    content::Chance chance(seed + 1'000'000);
    ScenarioProgress progress(scenario);
    ScenarioState state = content::first_state(scenario);
    for (int step = 0; step < 60 && !progress.has_ended(); ++step) {
      const content::Node& node = content::node_at(scenario, state.place);
      const std::size_t index = static_cast<std::size_t>(chance.below(static_cast<int>(node.choices.size())));
      const Choice& choice = node.choices[index];
      const std::size_t steps = progress.steps().size();
      progress.take(took(static_cast<int>(steps)), node.id + '/' + choice.id);
      if (content::is_offered(choice, state)) {
        EXPECT_GT(proof.nodes[static_cast<std::size_t>(state.place)].choices[index].offered, 0u);
        content::follow(scenario, choice, state);
      }
      EXPECT_EQ(progress.state(), state);
    }
    if (!progress.has_ended()) continue;
    const content::EndingProof& ending = proof.endings[static_cast<std::size_t>(state.place) - scenario.nodes.size()];
    EXPECT_GT(ending.states, 0u);
    EXPECT_TRUE(is_within(progress.points(), ending.least_points, ending.most_points));
    EXPECT_TRUE(is_within(static_cast<int>(progress.steps().size()), ending.fewest_choices, ending.most_choices));
    ++ended;
  }
  EXPECT_GT(ended, 50);
}

}  // namespace
}  // namespace bytes::learning
