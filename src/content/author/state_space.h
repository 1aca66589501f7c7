// All states that runs of a scenario can be in, numbered breadth first from the start: a state's number is at least its
// distance, and the way along `origin` is a shortest one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "content/scenario.h"

namespace bytes::content {

class StateSpace {
 public:
  using State = std::uint32_t;

  // A choice that is offered in a state, and where it leads.
  struct Way {
    State target;
    std::uint32_t choice;  // Index into the node's.
  };
  struct Origin {
    State state;
    std::uint32_t choice;
  };

  // Explores at once. Stops before it would know more than `most_states`, or many times as many ways. Takes less than
  // 200 bytes for each state, whatever the scenario is like. Requires: the scenario was read without errors, and
  // outlives this; most_states > 0.
  StateSpace(const Scenario& scenario, std::size_t most_states);

  std::size_t size() const { return origins_.size(); }
  std::size_t count_of_ways() const { return ways_.size(); }
  // True: there are no other states.
  bool is_complete() const { return explored_ == size(); }
  // Whether the ways out of the state are known; false for the last ones of what is not complete.
  bool is_explored(State state) const { return state < explored_; }

  int place(State state) const { return places_[state]; }
  ScenarioState at(State state) const;
  // In the order of the node's choices. None at an ending, and where the state is not explored.
  std::span<const Way> ways(State state) const {
    return std::span(ways_).subspan(first_way_[state], first_way_[state + 1] - first_way_[state]);
  }
  // How it is first reached. Requires: state > 0.
  Origin origin(State state) const { return origins_[state]; }

 private:
  static constexpr State kNone = ~State(0);

  // Where a part of a state lies in its key.
  struct Digit {
    std::size_t word = 0;
    std::uint64_t factor = 1;
    std::uint64_t base = 1;
  };

  void plan_keys();
  void explore();
  // False: no more states may be known.
  bool explore(State state, ScenarioState& here, ScenarioState& next);
  void read(State state, ScenarioState& target) const;
  // The number of the state, a new one if need be; kNone when there may be no more.
  State find_or_add(const ScenarioState& state, Origin origin);
  void grow_table();
  std::size_t slot_of(std::span<const std::uint64_t> key) const;

  const Scenario& scenario_;
  std::size_t most_states_;
  std::size_t most_ways_;
  std::vector<Digit> digits_;  // Of the place, and of each variable.
  std::size_t words_ = 1;      // Of a key.
  std::vector<std::uint64_t> keys_;
  std::vector<State> table_;        // Open addressing by key; its size is a power of two.
  std::vector<std::uint64_t> key_;  // The one that is being looked for.
  std::vector<int> places_;
  std::vector<Origin> origins_;
  std::vector<Way> ways_;
  std::vector<std::uint32_t> first_way_;  // By state, and one more.
  std::size_t explored_ = 0;
};

}  // namespace bytes::content
