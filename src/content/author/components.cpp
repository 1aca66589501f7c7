#include "content/author/components.h"

#include <algorithm>

namespace bytes::content {

Components::Components(const StateSpace& space) {
  number_components(space);
  sort_members();
  is_loop_.resize(size());
  for (std::size_t c = 0; c < size(); ++c) {
    const std::span<const State> states = members(c);
    const std::span<const StateSpace::Way> ways = space.ways(states[0]);
    const bool stays = std::any_of(ways.begin(), ways.end(), [&](const auto& way) { return way.target == states[0]; });
    is_loop_[c] = states.size() > 1 || stays;
  }
}

void Components::number_components(const StateSpace& space) {
  constexpr std::uint32_t kUnseen = ~std::uint32_t(0);
  struct Visit {
    State state;
    std::uint32_t next_way;
  };
  std::vector<std::uint32_t> order(space.size(), kUnseen);
  std::vector<std::uint32_t> lowest(space.size());
  component_.assign(space.size(), kUnseen);
  std::vector<State> open;    // Seen, and of a component that is not yet complete.
  std::vector<Visit> visits;  // What recursion would keep.
  std::uint32_t seen = 0;
  const auto enter = [&](State state) {
    order[state] = lowest[state] = seen++;
    open.push_back(state);
    visits.push_back({state, 0});
  };
  State root = 0;
  while (true) {
    if (visits.empty()) {
      // Mostly there is one root, the first state. Behind one that is not explored there may be others.
      while (root < space.size() && order[root] != kUnseen) ++root;
      if (root == space.size()) break;
      enter(root);
    }
    Visit& visit = visits.back();
    const State state = visit.state;
    const std::span<const StateSpace::Way> ways = space.ways(state);
    if (visit.next_way < ways.size()) {
      const State target = ways[visit.next_way++].target;
      if (order[target] == kUnseen) {
        enter(target);
      } else if (component_[target] == kUnseen) {
        lowest[state] = std::min(lowest[state], order[target]);
      }
      continue;
    }
    visits.pop_back();
    if (!visits.empty()) {
      const State before = visits.back().state;
      lowest[before] = std::min(lowest[before], lowest[state]);
    }
    if (lowest[state] != order[state]) continue;
    const std::uint32_t component = static_cast<std::uint32_t>(first_member_.size() - 1);
    std::uint32_t members = 0;
    State member;
    do {
      member = open.back();
      open.pop_back();
      component_[member] = component;
      ++members;
    } while (member != state);
    first_member_.push_back(first_member_.back() + members);
  }
}

void Components::sort_members() {
  members_.resize(component_.size());
  std::vector<std::uint32_t> next(first_member_.begin(), first_member_.end() - 1);
  for (std::size_t state = 0; state < component_.size(); ++state) {
    members_[next[component_[state]]++] = static_cast<State>(state);
  }
}

}  // namespace bytes::content
