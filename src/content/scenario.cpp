#include "content/scenario.h"

#include <algorithm>

#include "content/model.h"

namespace bytes::content {

const Node& node_at(const Scenario& scenario, int place) { return scenario.nodes[static_cast<std::size_t>(place)]; }

const Ending& ending_at(const Scenario& scenario, int place) {
  return scenario.endings[static_cast<std::size_t>(place) - scenario.nodes.size()];
}

const std::string& id_at(const Scenario& scenario, int place) {
  return is_ending(scenario, place) ? ending_at(scenario, place).id : node_at(scenario, place).id;
}

ScenarioState first_state(const Scenario& scenario) {
  ScenarioState state;
  state.place = scenario.start;
  for (const Variable& variable : scenario.variables) state.values.push_back(variable.start);
  return state;
}

bool is_offered(const Choice& choice, const ScenarioState& state) {
  return !choice.condition.is_there() || evaluate(choice.condition, state.values) != 0;
}

void follow(const Scenario& scenario, const Choice& choice, ScenarioState& state) {
  for (const Effect& effect : choice.effects) {
    const std::size_t index = static_cast<std::size_t>(effect.variable);
    const Variable& variable = scenario.variables[index];
    const std::int64_t value = evaluate(effect.value, state.values);
    state.values[index] = static_cast<int>(std::clamp<std::int64_t>(value, variable.min, variable.max));
  }
  state.place = choice.target;
}

}  // namespace bytes::content
