// How right an answer is.
#pragma once

#include <map>
#include <set>
#include <string>

#include "content/model.h"

namespace bytes::learning {

struct Grade {
  bool is_right = false;
  // Share of the question's points, 0 to 1. Single: 1 or 0. Multiple: (correct ones chosen - wrong ones chosen) / correct ones
  // there are, at least 0: choosing everything earns nothing ("right minus wrong", as QTI 2.2's map_response does with
  // +1/-1 and a lower bound of 0). Sort: the share of cards that are in their group, one point for each, as QTI's match
  // interaction has it. Judgement: 1, and never right.
  double score = 0;
};

// What a learner gives as an answer. Ids that the question does not have count for nothing.
struct Answer {
  std::set<std::string> chosen;               // Options.
  std::map<std::string, std::string> placed;  // Sort: option to group.
  int confidence = 0;                         // Judgement: 1 to kMostSure; 0: not said.

  friend bool operator==(const Answer&, const Answer&) = default;
};

// Whether there is all that can be graded: something is chosen; every card has a group; the learner said how sure.
bool is_complete(const content::Question& question, const Answer& answer);

Grade grade(const content::Question& question, const Answer& answer);

// Names which options there are and which are correct, or where they belong, whatever their order and wording. An answer given under another key
// is stale.
std::string answer_key(const content::Question& question);

}  // namespace bytes::learning
