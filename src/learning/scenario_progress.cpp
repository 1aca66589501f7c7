#include "learning/scenario_progress.h"

#include <algorithm>

namespace bytes::learning {

using content::Choice;
using content::Node;

ScenarioProgress::ScenarioProgress(const content::Scenario& scenario)
    : scenario_(&scenario),
      state_(content::first_state(scenario)),
      seen_(scenario.nodes.size() + scenario.endings.size(), 0) {
  int choices = 0;
  for (const Node& node : scenario.nodes) {
    ways_.push_back(choices);
    choices += static_cast<int>(node.choices.size());
  }
  taken_.resize(static_cast<std::size_t>(choices), 0);
  seen_[static_cast<std::size_t>(state_.place)] = 1;
}

void ScenarioProgress::take(const Event& event, std::string_view part) {
  const std::size_t step = static_cast<std::size_t>(event.step);
  if (event.kind == EventKind::kRewound) {
    if (step >= steps_.size()) return;
    is_cut_ = false;
    return rewind(step);
  }
  // Another tab has made this step, or an earlier one did not hold.
  if (event.kind != EventKind::kTook || step != steps_.size()) return;
  const int choice = find_choice(part);
  is_cut_ = choice < 0;
  if (choice >= 0) follow(choice);
}

int ScenarioProgress::find_choice(std::string_view part) const {
  if (has_ended()) return -1;
  const Node& node = content::node_at(*scenario_, state_.place);
  const std::size_t slash = part.find('/');
  if (slash == part.npos || part.substr(0, slash) != node.id) return -1;
  const auto found = std::find_if(node.choices.begin(), node.choices.end(),
                                  [&](const Choice& choice) { return choice.id == part.substr(slash + 1); });
  const bool can_be = found != node.choices.end() && content::is_offered(*found, state_);
  return can_be ? static_cast<int>(found - node.choices.begin()) : -1;
}

void ScenarioProgress::follow(int choice) {
  const int node = state_.place;
  steps_.push_back({node, choice});
  taken_[way(node, choice)] = 1;
  content::follow(*scenario_, content::node_at(*scenario_, node).choices[static_cast<std::size_t>(choice)], state_);
  seen_[static_cast<std::size_t>(state_.place)] = 1;
}

void ScenarioProgress::rewind(std::size_t steps) {
  state_ = state_before(steps);
  steps_.resize(steps);
}

content::ScenarioState ScenarioProgress::state_before(std::size_t step) const {
  content::ScenarioState state = content::first_state(*scenario_);
  for (std::size_t i = 0; i < step && i < steps_.size(); ++i) {
    const Node& node = content::node_at(*scenario_, steps_[i].node);
    content::follow(*scenario_, node.choices[static_cast<std::size_t>(steps_[i].choice)], state);
  }
  return state;
}

int ScenarioProgress::points() const {
  int points = 0;
  for (const Step& step : steps_) {
    points += content::node_at(*scenario_, step.node).choices[static_cast<std::size_t>(step.choice)].points;
  }
  return points;
}

bool ScenarioProgress::can_return_to(std::size_t step) const {
  if (step >= steps_.size()) return false;
  if (has_ended()) return true;
  for (std::size_t i = step + 1; i <= steps_.size(); ++i) {
    const int node = i < steps_.size() ? steps_[i].node : state_.place;
    if (!content::node_at(*scenario_, node).can_go_back) return false;
  }
  return true;
}

std::size_t ScenarioProgress::way(int node, int choice) const {
  return static_cast<std::size_t>(ways_[static_cast<std::size_t>(node)] + choice);
}

bool ScenarioProgress::was_taken(int node, int choice) const { return taken_[way(node, choice)] != 0; }

int ScenarioProgress::endings_seen() const {
  return static_cast<int>(
      std::count(seen_.begin() + static_cast<std::ptrdiff_t>(scenario_->nodes.size()), seen_.end(), 1));
}

int ScenarioProgress::nodes_seen() const {
  return static_cast<int>(
      std::count(seen_.begin(), seen_.begin() + static_cast<std::ptrdiff_t>(scenario_->nodes.size()), 1));
}

}  // namespace bytes::learning
