// A scenario's file: what is said about it, that every run keeps to its variables, and that the prover knows them all.
#include "content/author/explain.h"
#include "content/author/markup.h"
#include "content/author/prover.h"
#include "content/author/proof_words.h"
#include "content/author/rules.h"
#include "content/author/scenario_map.h"
#include "content/scenario_reader.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/targets.h"

namespace bytes::fuzz {
namespace {

using content::Scenario;
using content::ScenarioState;

constexpr const char* kFile = "a.scenario.json";

void expect_in_range(const Scenario& scenario, const ScenarioState& state) {
  const auto places = static_cast<int>(scenario.nodes.size() + scenario.endings.size());
  expect(state.place >= 0 && state.place < places, "a place that is none");
  for (std::size_t i = 0; i < scenario.variables.size(); ++i) {
    const content::Variable& variable = scenario.variables[i];
    expect(state.values[i] >= variable.min && state.values[i] <= variable.max, variable.name + " left its range");
  }
}

// A run of as many steps as make no difference any more, its choices by chance.
void play(const Scenario& scenario, const content::Proof& proof, std::uint32_t chance) {
  ScenarioState state = first_state(scenario);
  for (int step = 0; step < 200; ++step) {
    expect_in_range(scenario, state);
    if (is_ending(scenario, state.place)) {
      const std::size_t ending = static_cast<std::size_t>(state.place) - scenario.nodes.size();
      expect(!proof.is_complete || proof.endings[ending].states > 0, "an ending that the prover took for out of reach");
      return;
    }
    const std::size_t node = static_cast<std::size_t>(state.place);
    expect(!proof.is_complete || proof.nodes[node].states > 0, "a scene that the prover took for out of reach");
    std::vector<std::size_t> offered;
    const std::vector<content::Choice>& choices = scenario.nodes[node].choices;
    for (std::size_t i = 0; i < choices.size(); ++i) {
      if (!is_offered(choices[i], state)) continue;
      offered.push_back(i);
      expect(!proof.is_complete || proof.nodes[node].choices[i].offered > 0, "a choice that the prover never saw offered");
    }
    if (offered.empty()) {
      expect(!proof.is_complete || proof.nodes[node].dead_ends > 0, "a dead end that the prover did not see");
      return;
    }
    chance = chance * 1664525u + 1013904223u;
    follow(scenario, choices[offered[(chance >> 8) % offered.size()]], state);
  }
}

}  // namespace

void fuzz_scenario(std::string_view input) {
  Diagnostics found;
  const auto scenario =
      content::read_scenario(input, kFile, {.strict = true, .markup = content::read_markup}, found);
  expect(scenario || found.has_errors(), "there is no scenario, and nobody says why");
  expect_of_use(content::explained(found, input), kFile, input);
  if (!scenario) return;
  expect(found.has_errors() == (scenario->start < 0), "a scenario has a start, or else an error");
  if (found.has_errors()) return;

  const content::Proof proof = content::prove(*scenario, {.most_states = 2'000});
  for (std::uint32_t chance = 1; chance <= 5; ++chance) play(*scenario, proof, chance);
  content::summary_of(*scenario, proof);
  if (scenario->nodes.size() <= 30) {
    const std::string map = content::scenario_map(*scenario, proof);
    expect(map.find("<script") == std::string::npos, "a script in a drawing");
  }
  if (!is_small(*scenario)) return;
  Diagnostics problems;
  content::check_scenario(input, kFile, files_beside(), problems);
  expect_of_use(problems, kFile, input);
}

}  // namespace bytes::fuzz
