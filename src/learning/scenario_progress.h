// Where a learner stands in a scenario: a run of choices, and what earlier runs have shown.
//
// A run is the list of its choices and nothing else: state and points follow from it (content/scenario.h). Events say
// which step of the run a choice was, so that folding them anew after the author has changed the scenario keeps the run
// as far as it still holds.
#pragma once

#include <string_view>
#include <vector>

#include "content/scenario.h"
#include "learning/event.h"

namespace bytes::learning {

// One choice of a run.
struct Step {
  int node = 0;    // Where it was made.
  int choice = 0;  // Index into the node's.

  friend bool operator==(const Step&, const Step&) = default;
};

class ScenarioProgress {
 public:
  // Nothing has happened. Requires: the scenario was read without errors, and outlives this.
  explicit ScenarioProgress(const content::Scenario& scenario);

  // `kTook` and `kRewound`; `part` is the subject without the block's id: `node/choice`. What the scenario does not
  // allow counts for nothing.
  void take(const Event& event, std::string_view part);

  // The index of the choice `node/choice`, if it is one that can be made now; else -1.
  int find_choice(std::string_view part) const;

  const content::ScenarioState& state() const { return state_; }
  const std::vector<Step>& steps() const { return steps_; }
  // What the run has earned so far.
  int points() const;
  bool has_ended() const { return content::is_ending(*scenario_, state_.place); }
  // The state before the step of that index; the present one for steps().size().
  content::ScenarioState state_before(std::size_t step) const;

  // Whether a choice may be taken back: from that step on the run would be another.
  // An ended run can be tried again from anywhere; before that the author says which scenes let one go back.
  bool can_return_to(std::size_t step) const;

  // The scenario has changed since it was played, and the run is shorter for it.
  bool is_cut() const { return is_cut_; }

  // Of all runs so far.
  bool was_seen(int place) const { return seen_[static_cast<std::size_t>(place)]; }
  bool was_taken(int node, int choice) const;
  int endings_seen() const;
  int nodes_seen() const;

 private:
  void follow(int choice);
  void rewind(std::size_t steps);
  std::size_t way(int node, int choice) const;

  const content::Scenario* scenario_;
  content::ScenarioState state_;
  std::vector<Step> steps_;
  bool is_cut_ = false;
  std::vector<char> seen_;   // By place.
  std::vector<int> ways_;    // By node: where its choices begin in `taken_`.
  std::vector<char> taken_;  // By choice, all nodes' one after the other.
};

}  // namespace bytes::learning
