// Scenarios for tests: written by hand, or by chance.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "content/scenario.h"

namespace bytes::content {

// Fails the test when the text holds no sound scenario.
Scenario scenario_of(std::string_view json);

// The JSON of a scenario, from a line for each variable and each choice:
//
//   integer trust 0 3          starts at 0
//   boolean seen               starts false
//   one-of way stay leave      starts at the first
//   label trust Trust
//   ending lost                a place that no choice need lead to
//   a: go -> b | if trust >= 2 | set trust -= 1 | points 3
//
// It starts at the scene of the first choice. What is led to and is no scene is an ending.
std::string scenario_json(std::string_view lines);

struct ChanceOptions {
  int nodes = 6;
  int endings = 3;
  int variables = 3;
  bool may_loop = true;  // Choices may lead back, and stay where they are.
};

// The JSON of a sound scenario; the same for the same seed. Its integers saturate, and its conditions make dead ends,
// loops and places that nobody gets to.
std::string scenario_by_chance(std::uint64_t seed, const ChanceOptions& options = {});

// Small whole numbers by chance; the same everywhere (SplitMix64, Steele, Lea and Flood 2014).
class Chance {
 public:
  explicit Chance(std::uint64_t seed) : state_(seed) {}

  int below(int limit);
  bool one_in(int many) { return below(many) == 0; }

 private:
  std::uint64_t state_;
};

}  // namespace bytes::content
