// Sums along the walks of a state space: what all runs together can add up to.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "content/author/components.h"
#include "content/author/state_space.h"

namespace bytes::content {

// One end of a range.
struct Bound {
  enum class Kind { kUnknown, kNumber, kEndless };

  Kind kind = Kind::kUnknown;
  std::int64_t number = 0;

  static Bound of(std::int64_t number) { return {Kind::kNumber, number}; }
  static Bound endless() { return {Kind::kEndless, 0}; }

  bool is_known() const { return kind != Kind::kUnknown; }
  bool is_number() const { return kind == Kind::kNumber; }
  bool is_endless() const { return kind == Kind::kEndless; }
  friend bool operator==(const Bound&, const Bound&) = default;
};

enum class Extreme { kLeast, kMost };

// What a way out of a state counts.
using Weight = std::function<std::int64_t(StateSpace::State state, const StateSpace::Way& way)>;

// A way round and back to where it began.
struct Loop {
  StateSpace::State start = 0;
  std::vector<std::uint32_t> choices;
};

// For each state the least or the most that a walk from the first state to it adds up to. Endless where a loop on the
// way goes beyond every number. Unknown where the space is not complete, or where loops that give and take would need
// more work than is worth while.
std::vector<Bound> sums(const StateSpace& space, const Components& components, Extreme extreme, const Weight& weight);

// The components in which a loop adds up to more than nothing, each by such a loop; in no order.
std::vector<Loop> growing_loops(const StateSpace& space, const Components& components, const Weight& weight);

// How many walks lead from the first state to each; not more than kMostWalks are counted.
inline constexpr std::int64_t kMostWalks = 1'000'000'000'000;
std::vector<Bound> counts_of_walks(const StateSpace& space, const Components& components);

}  // namespace bytes::content
