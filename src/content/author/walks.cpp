#include "content/author/walks.h"

#include <algorithm>
#include <deque>
#include <limits>
#include <queue>
#include <utility>

namespace bytes::content {
namespace {

using State = StateSpace::State;
using Way = StateSpace::Way;

constexpr State kNobody = ~State(0);

// Sums, and what stands for the lack of one. In this order, so that the greater of two is what both together come to.
constexpr std::int64_t kUnreached = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t kUnknown = std::numeric_limits<std::int64_t>::max() - 1;
constexpr std::int64_t kEndless = std::numeric_limits<std::int64_t>::max();

// Ways that are looked at in loops that give and take.
constexpr std::size_t kMostWork = 200'000'000;

bool is_sum(std::int64_t value) { return value != kUnreached && value < kUnknown; }

// Looks for the greatest sums; the least are the greatest of the negated weights.
class Greatest {
 public:
  Greatest(const StateSpace& space, const Components& components, const Weight& weight, bool negated)
      : space_(space), components_(components), weight_(weight), negated_(negated), best_(space.size(), kUnreached) {}

  // From component to component, so that all that leads into one is known before it is looked at.
  void sum_up() {
    best_[0] = 0;
    for (std::size_t c = components_.size(); c-- > 0;) {
      settle(c);
      for (State state : components_.members(c)) {
        for (const Way& way : space_.ways(state)) {
          if (components_.of(way.target) != c) raise(way.target, sum_behind(state, way));
        }
      }
    }
  }

  // A loop of the component that adds up to more than nothing; without choices when there is none, or none was found.
  Loop growing_loop(std::size_t component) {
    const Signs signs = signs_in(component);
    if (!signs.has_positive) return {};
    if (!signs.has_negative) return loop_through(component);
    for (State state : components_.members(component)) best_[state] = 0;
    return settle_by_rounds(component);
  }

  std::int64_t best(State state) const { return best_[state]; }

 private:
  struct Signs {
    bool has_positive = false;
    bool has_negative = false;
  };

  std::int64_t weight(State state, const Way& way) const {
    return negated_ ? -weight_(state, way) : weight_(state, way);
  }

  std::int64_t sum_behind(State state, const Way& way) const {
    return is_sum(best_[state]) ? best_[state] + weight(state, way) : best_[state];
  }

  bool raise(State state, std::int64_t sum) {
    if (sum <= best_[state]) return false;
    best_[state] = sum;
    return true;
  }

  template <class Visit>
  void visit_inner_ways(std::size_t component, Visit visit) const {
    for (State state : components_.members(component)) {
      for (const Way& way : space_.ways(state)) {
        if (components_.of(way.target) == component) visit(state, way);
      }
    }
  }

  Signs signs_in(std::size_t component) const {
    Signs signs;
    visit_inner_ways(component, [&](State state, const Way& way) {
      const std::int64_t one = weight(state, way);
      signs.has_positive |= one > 0;
      signs.has_negative |= one < 0;
    });
    return signs;
  }

  void fill(std::size_t component, std::int64_t value) {
    for (State state : components_.members(component)) best_[state] = value;
  }

  void settle(std::size_t component) {
    if (!components_.is_loop(component)) return;
    std::int64_t greatest = kUnreached;
    for (State state : components_.members(component)) greatest = std::max(greatest, best_[state]);
    if (!is_sum(greatest)) return fill(component, greatest);
    const Signs signs = signs_in(component);
    // Every way is on some loop, and here no other way of that loop takes anything off again.
    if (signs.has_positive && !signs.has_negative) return fill(component, kEndless);
    if (!signs.has_positive) return settle_by_heap(component);
    if (!settle_by_rounds(component).choices.empty()) return fill(component, kEndless);
    if (work_ >= kMostWork) fill(component, kUnknown);
  }

  // Dijkstra, 1959: no way adds anything, so the greatest sum that is left is final.
  void settle_by_heap(std::size_t component) {
    std::priority_queue<std::pair<std::int64_t, State>> next;
    for (State state : components_.members(component)) {
      if (is_sum(best_[state])) next.emplace(best_[state], state);
    }
    while (!next.empty()) {
      const auto [sum, state] = next.top();
      next.pop();
      if (sum < best_[state]) continue;
      for (const Way& way : space_.ways(state)) {
        if (components_.of(way.target) != component) continue;
        if (raise(way.target, sum_behind(state, way))) next.emplace(best_[way.target], way.target);
      }
    }
  }

  // Bellman, 1958, by a queue. A loop that grows shows as one in the graph of what each sum came from, which is looked
  // through once for every so many sums; that loop is returned.
  Loop settle_by_rounds(std::size_t component) {
    ensure_room();
    const std::span<const State> members = components_.members(component);
    std::deque<State> waiting;
    for (State state : members) {
      came_from_[state] = {kNobody, 0};
      if (!is_sum(best_[state])) continue;
      waiting.push_back(state);
      is_waiting_[state] = 1;
    }
    std::size_t raised = 0;
    while (!waiting.empty() && work_ < kMostWork) {
      const State state = waiting.front();
      waiting.pop_front();
      is_waiting_[state] = 0;
      for (const Way& way : space_.ways(state)) {
        ++work_;
        if (components_.of(way.target) != component || !raise(way.target, sum_behind(state, way))) continue;
        came_from_[way.target] = {state, way.choice};
        if (!std::exchange(is_waiting_[way.target], 1)) waiting.push_back(way.target);
        if (++raised % members.size() != 0) continue;
        if (Loop loop = loop_of_origins(members); !loop.choices.empty()) return loop;
      }
    }
    return {};
  }

  void ensure_room() {
    came_from_.resize(space_.size());
    is_waiting_.resize(space_.size());
    colour_.resize(space_.size());
  }

  Loop loop_of_origins(std::span<const State> members) {
    constexpr std::uint32_t kUncoloured = 0;
    for (State state : members) colour_[state] = kUncoloured;
    std::uint32_t colour = kUncoloured;
    for (State first : members) {
      if (colour_[first] != kUncoloured) continue;
      ++colour;
      State state = first;
      while (state != kNobody && colour_[state] == kUncoloured) {
        colour_[state] = colour;
        state = came_from_[state].state;
      }
      if (state != kNobody && colour_[state] == colour) return loop_back_from(state);
    }
    return {};
  }

  // Requires: what the sum of `state` came from leads back to it.
  Loop loop_back_from(State state) const {
    std::vector<StateSpace::Origin> steps;
    State before = state;
    do {
      steps.push_back(came_from_[before]);
      before = came_from_[before].state;
    } while (before != state);
    std::reverse(steps.begin(), steps.end());
    return from_first(steps);
  }

  // A shortest one through the way that gives most.
  Loop loop_through(std::size_t component) {
    std::int64_t most = 0;
    State from = 0;
    Way first{};
    visit_inner_ways(component, [&](State state, const Way& way) {
      if (weight(state, way) <= most) return;
      most = weight(state, way);
      from = state;
      first = way;
    });
    ensure_room();
    for (State state : components_.members(component)) came_from_[state] = {kNobody, 0};
    std::deque<State> waiting = {first.target};
    came_from_[first.target] = {from, first.choice};
    while (first.target != from && came_from_[from].state == kNobody) {
      const State state = waiting.front();
      waiting.pop_front();
      for (const Way& way : space_.ways(state)) {
        if (components_.of(way.target) != component || came_from_[way.target].state != kNobody) continue;
        came_from_[way.target] = {state, way.choice};
        waiting.push_back(way.target);
      }
    }
    return loop_back_from(from);
  }

  // Begins where runs come first.
  static Loop from_first(std::vector<StateSpace::Origin>& steps) {
    const auto first = std::min_element(steps.begin(), steps.end(), [](auto& a, auto& b) { return a.state < b.state; });
    std::rotate(steps.begin(), first, steps.end());
    Loop loop;
    loop.start = steps.front().state;
    for (const StateSpace::Origin& step : steps) loop.choices.push_back(step.choice);
    return loop;
  }

  const StateSpace& space_;
  const Components& components_;
  const Weight& weight_;
  bool negated_;
  std::vector<std::int64_t> best_;
  std::size_t work_ = 0;
  // By state, of the component in hand; filled when first wanted.
  std::vector<StateSpace::Origin> came_from_;
  std::vector<char> is_waiting_;
  std::vector<std::uint32_t> colour_;
};

}  // namespace

std::vector<Bound> sums(const StateSpace& space, const Components& components, Extreme extreme, const Weight& weight) {
  std::vector<Bound> bounds(space.size());
  if (!space.is_complete()) return bounds;
  const bool is_least = extreme == Extreme::kLeast;
  Greatest greatest(space, components, weight, is_least);
  greatest.sum_up();
  for (std::size_t i = 0; i < bounds.size(); ++i) {
    const std::int64_t best = greatest.best(static_cast<State>(i));
    if (best == kEndless) bounds[i] = Bound::endless();
    if (is_sum(best)) bounds[i] = Bound::of(is_least ? -best : best);
  }
  return bounds;
}

std::vector<Loop> growing_loops(const StateSpace& space, const Components& components, const Weight& weight) {
  std::vector<Loop> loops;
  Greatest greatest(space, components, weight, false);
  for (std::size_t c = 0; c < components.size(); ++c) {
    if (!components.is_loop(c)) continue;
    if (Loop loop = greatest.growing_loop(c); !loop.choices.empty()) loops.push_back(std::move(loop));
  }
  return loops;
}

std::vector<Bound> counts_of_walks(const StateSpace& space, const Components& components) {
  std::vector<Bound> bounds(space.size());
  if (!space.is_complete()) return bounds;
  for (Bound& bound : bounds) bound = Bound::of(0);
  bounds[0] = Bound::of(1);
  for (std::size_t c = components.size(); c-- > 0;) {
    for (State state : components.members(c)) {
      if (components.is_loop(c)) bounds[state] = Bound::endless();
    }
    for (State state : components.members(c)) {
      for (const Way& way : space.ways(state)) {
        Bound& target = bounds[way.target];
        if (target.is_endless()) continue;
        const Bound& here = bounds[state];
        target = here.is_endless() ? here : Bound::of(std::min(kMostWalks, target.number + here.number));
      }
    }
  }
  return bounds;
}

}  // namespace bytes::content
