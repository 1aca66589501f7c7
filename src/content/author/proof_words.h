// What was proven about a scenario, in a few lines for its author.
#pragma once

#include <string>

#include "content/author/prover.h"

namespace bytes::content {

// `5 to 8 choices`, `5 choices or more` where there is no end to them.
std::string range_in_words(const Bound& least, const Bound& most, std::string_view one, std::string_view several);

// `3 to 5 minutes`, of milliseconds.
std::string minutes_in_words(const Bound& shortest, const Bound& longest);

// `5 to 8 choices, 4 to 11 points, 3 to 5 minutes, 312 ways`, or that nobody gets there.
std::string ending_in_words(const Proof& proof, std::size_t ending);

// `12 scenes, 40 choices, 4 variables, 5 endings; 1,234 states, all of them looked at`.
std::string counts_in_words(const Scenario& scenario, const Proof& proof);

// The counts, and a line for each ending; ends with a line break.
std::string summary_of(const Scenario& scenario, const Proof& proof);

}  // namespace bytes::content
