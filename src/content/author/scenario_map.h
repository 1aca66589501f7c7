// A scenario on one sheet, with what was proven about it: an SVG that stands by itself.
#pragma once

#include <string>

#include "content/author/prover.h"
#include "content/scenario.h"

namespace bytes::content {

// Scenes and endings are cards, from left to right; a line leads from each choice of a scene to where it goes. Text
// stays text, in light or dark as the reader's system has it. Requires: the proof is the scenario's, and its findings
// are explained.
std::string scenario_map(const Scenario& scenario, const Proof& proof);

}  // namespace bytes::content
