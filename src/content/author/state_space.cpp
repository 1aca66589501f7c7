#include "content/author/state_space.h"

#include <algorithm>
#include <limits>

namespace bytes::content {
namespace {

constexpr std::size_t kMostWaysPerState = 8;  // On the average.
constexpr std::size_t kMostBytesPerKey = 64;  // The same; wider keys leave room for fewer states.
constexpr std::size_t kFirstTable = 1024;

// The finalizer of MurmurHash3 (Austin Appleby), over each word in turn.
std::uint64_t mixed(std::uint64_t hash, std::uint64_t word) {
  hash ^= word;
  hash ^= hash >> 33;
  hash *= 0xff51afd7ed558ccdULL;
  hash ^= hash >> 33;
  hash *= 0xc4ceb9fe1a85ec53ULL;
  return hash ^ (hash >> 33);
}

}  // namespace

StateSpace::StateSpace(const Scenario& scenario, std::size_t most_states) : scenario_(scenario) {
  plan_keys();
  const std::size_t that_fit = most_states * kMostBytesPerKey / (words_ * sizeof(std::uint64_t));
  most_states_ = std::max<std::size_t>(1, std::min<std::size_t>({most_states, that_fit, kNone - 1}));
  most_ways_ = std::max<std::size_t>(most_states_ * kMostWaysPerState, 1 << 16);
  explore();
}

// A mixed radix: as many digits into each word as it holds. Mostly that is one word.
void StateSpace::plan_keys() {
  std::uint64_t factor = 1;
  const auto add = [&](std::uint64_t base) {
    if (factor > std::numeric_limits<std::uint64_t>::max() / base) {
      ++words_;
      factor = 1;
    }
    digits_.push_back({words_ - 1, factor, base});
    factor *= base;
  };
  add(scenario_.nodes.size() + scenario_.endings.size());
  for (const Variable& variable : scenario_.variables) {
    add(static_cast<std::uint64_t>(static_cast<std::int64_t>(variable.max) - variable.min + 1));
  }
  key_.resize(words_);
}

void StateSpace::explore() {
  table_.assign(kFirstTable, kNone);
  first_way_.push_back(0);
  ScenarioState here = first_state(scenario_);
  ScenarioState next = here;
  find_or_add(here, {0, 0});
  while (explored_ < size() && explore(static_cast<State>(explored_), here, next)) ++explored_;
  first_way_.resize(size() + 1, static_cast<std::uint32_t>(ways_.size()));
  table_ = {};
}

bool StateSpace::explore(State state, ScenarioState& here, ScenarioState& next) {
  const std::size_t ways_before = ways_.size();
  read(state, here);
  if (!is_ending(scenario_, here.place)) {
    const std::vector<Choice>& choices = node_at(scenario_, here.place).choices;
    for (std::size_t i = 0; i < choices.size(); ++i) {
      if (!is_offered(choices[i], here)) continue;
      next = here;
      follow(scenario_, choices[i], next);
      const std::uint32_t choice = static_cast<std::uint32_t>(i);
      const State target = ways_.size() < most_ways_ ? find_or_add(next, {state, choice}) : kNone;
      if (target == kNone) {
        // Half of a state's ways would pass for all of them.
        ways_.resize(ways_before);
        return false;
      }
      ways_.push_back({target, choice});
    }
  }
  first_way_.push_back(static_cast<std::uint32_t>(ways_.size()));
  return true;
}

ScenarioState StateSpace::at(State state) const {
  ScenarioState result;
  read(state, result);
  return result;
}

void StateSpace::read(State state, ScenarioState& target) const {
  target.place = places_[state];
  target.values.resize(scenario_.variables.size());
  for (std::size_t i = 0; i < target.values.size(); ++i) {
    const Digit& digit = digits_[i + 1];
    const std::uint64_t value = keys_[state * words_ + digit.word] / digit.factor % digit.base;
    target.values[i] = static_cast<int>(static_cast<std::int64_t>(value) + scenario_.variables[i].min);
  }
}

StateSpace::State StateSpace::find_or_add(const ScenarioState& state, Origin origin) {
  std::fill(key_.begin(), key_.end(), 0);
  key_[0] = static_cast<std::uint64_t>(state.place);
  for (std::size_t i = 0; i < state.values.size(); ++i) {
    const Digit& digit = digits_[i + 1];
    const std::int64_t above = static_cast<std::int64_t>(state.values[i]) - scenario_.variables[i].min;
    key_[digit.word] += static_cast<std::uint64_t>(above) * digit.factor;
  }
  const std::size_t slot = slot_of(key_);
  if (table_[slot] != kNone) return table_[slot];
  if (size() >= most_states_) return kNone;
  const State added = static_cast<State>(size());
  table_[slot] = added;
  keys_.insert(keys_.end(), key_.begin(), key_.end());
  places_.push_back(state.place);
  origins_.push_back(origin);
  if (size() * 2 > table_.size()) grow_table();
  return added;
}

void StateSpace::grow_table() {
  table_.assign(table_.size() * 2, kNone);
  for (std::size_t i = 0; i < size(); ++i) {
    table_[slot_of(std::span(keys_).subspan(i * words_, words_))] = static_cast<State>(i);
  }
}

// Where the key is, or belongs.
std::size_t StateSpace::slot_of(std::span<const std::uint64_t> key) const {
  std::uint64_t hash = 0;
  for (std::uint64_t word : key) hash = mixed(hash, word);
  const std::size_t mask = table_.size() - 1;
  std::size_t slot = static_cast<std::size_t>(hash) & mask;
  while (table_[slot] != kNone &&
         !std::equal(key.begin(), key.end(), keys_.begin() + static_cast<std::ptrdiff_t>(table_[slot] * words_))) {
    slot = (slot + 1) & mask;
  }
  return slot;
}

}  // namespace bytes::content
