// The strongly connected components of a state space: from each state of one, every other of it can be reached. What
// lies between components has no loops.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "content/author/state_space.h"

namespace bytes::content {

// Numbered against the arrows: a way leads within its component or to one with a lower number.
class Components {
 public:
  using State = StateSpace::State;

  // Tarjan, "Depth-first search and linear graph algorithms", 1972; with a stack of its own, since a run can be a
  // million states long. Requires: `space` outlives this.
  explicit Components(const StateSpace& space);

  std::size_t size() const { return first_member_.size() - 1; }
  std::uint32_t of(State state) const { return component_[state]; }
  // Ascending.
  std::span<const State> members(std::size_t component) const {
    return std::span(members_).subspan(first_member_[component],
                                       first_member_[component + 1] - first_member_[component]);
  }
  // Whether one can go round in it.
  bool is_loop(std::size_t component) const { return is_loop_[component] != 0; }

 private:
  void number_components(const StateSpace& space);
  void sort_members();

  std::vector<std::uint32_t> component_;  // By state.
  std::vector<char> is_loop_;
  std::vector<State> members_;
  std::vector<std::uint32_t> first_member_ = {0};
};

}  // namespace bytes::content
