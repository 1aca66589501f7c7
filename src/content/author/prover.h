// Proves what a scenario promises: that every run can end, that nothing in it is out of reach, and what its endings
// take.
//
// All states are visited (state_space.h), so what is said holds for every run, or it is not said: of a scenario that is
// too large only what was seen is claimed.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "content/author/reading_time.h"
#include "content/author/walks.h"
#include "content/scenario.h"

namespace bytes::content {

// A choice by its indexes.
struct ProofStep {
  int node = 0;
  int choice = 0;

  friend bool operator==(const ProofStep&, const ProofStep&) = default;
};

struct ChoiceProof {
  std::size_t offered = 0;  // In how many of its node's states.
};

struct NodeProof {
  std::size_t states = 0;      // In which one can be here; 0: nobody was seen here.
  std::size_t dead_ends = 0;   // Those of them in which no choice is offered.
  std::vector<ProofStep> way;  // A shortest run that comes here.
  std::vector<ChoiceProof> choices;
};

// Ranges are over all runs that end here.
struct EndingProof {
  std::size_t states = 0;  // 0: nobody was seen here.
  std::vector<ProofStep> way;
  Bound fewest_choices;
  Bound most_choices;
  Bound least_points;
  Bound most_points;
  Bound shortest_reading;  // Milliseconds, with the introduction and the ending's own words.
  Bound longest_reading;
  Bound ways;  // How many different runs, counted up to kMostWalks.
};

struct Finding {
  // What it is about, for whoever draws it; -1: not a place, not a choice.
  int place = -1;
  int choice = -1;
  // Of content/codes.h, not yet explained, and without a file; its path begins at the scenario.
  Diagnostic problem;
};

struct Proof {
  std::size_t states = 0;
  std::size_t transitions = 0;
  // False: there are more states than were looked at.
  bool is_complete = false;
  std::size_t stuck = 0;  // States from which no ending can be reached.
  std::vector<NodeProof> nodes;
  std::vector<EndingProof> endings;
  std::vector<Finding> findings;  // In no order.
};

struct ProofOptions {
  std::size_t most_states = 1'000'000;
};

// Requires: the scenario was read without errors.
Proof prove(const Scenario& scenario, const ProofOptions& options = {});

// The most points that any run ends with; 0 when that is not known, or there is no end to them.
int most_points(const Proof& proof);

// The quickest and the slowest run to any ending, in milliseconds.
Bound shortest_reading(const Proof& proof);
Bound longest_reading(const Proof& proof);

// `monday: ask-mentor → lunch: wait`, with the middle of a long way left out; empty for no steps.
std::string in_words(const Scenario& scenario, const std::vector<ProofStep>& way);

}  // namespace bytes::content
