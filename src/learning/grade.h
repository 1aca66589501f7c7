// How right an answer is.
#pragma once

#include <span>
#include <string>

#include "content/model.h"

namespace bytes::learning {

struct Grade {
  bool is_right = false;
  // Share of the question's points, 0 to 1. Single: 1 or 0. Multiple: (correct ones chosen - wrong ones chosen) / correct ones
  // there are, at least 0: choosing everything earns nothing ("right minus wrong", as QTI 2.2's map_response does with
  // +1/-1 and a lower bound of 0).
  double score = 0;
};

// `chosen` are option ids; ids that the question does not have count for nothing.
Grade grade(const content::Question& question, std::span<const std::string> chosen);

// Names which options there are and which are correct, whatever their order and wording. An answer given under another key
// is stale.
std::string answer_key(const content::Question& question);

}  // namespace bytes::learning
