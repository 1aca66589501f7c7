// How right an answer is.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "content/question.h"

namespace bytes::learning {

struct Grade {
  bool is_right = false;
  // Share of the question's points, 0 to 1. Single: 1 or 0. Multiple: (correct ones chosen - wrong ones chosen) / correct ones
  // there are, at least 0: choosing everything earns nothing ("right minus wrong", as QTI 2.2's map_response does with
  // +1/-1 and a lower bound of 0). Sort: the share of cards that are in their group, one point for each, as QTI's match
  // interaction has it; match: likewise. Blanks: the share of gaps that are right. Order: the share of neighbours that
  // follow each other as they should (Moodle's qtype_ordering, "relative to the next item, excluding last"). Short and
  // number: 1 or 0. What is not graded (`content::is_graded`): 1, and never right. Without partial credit it is 1 or 0.
  double score = 0;
};

// What a learner gives as an answer. Ids that the question does not have count for nothing.
struct Answer {
  std::set<std::string> chosen;               // Options.
  std::map<std::string, std::string> placed;  // Sort, match: option to group. Blanks: gap to option.
  std::map<std::string, std::string> written; // Blanks: gap to words. Short, number: the words, under "".
  std::vector<std::string> order;             // Order: all options; empty until one was moved.
  int confidence = 0;                         // Judgement: 1 to kMostSure; 0: not said.

  friend bool operator==(const Answer&, const Answer&) = default;
};

// What stands under `id` in one of an answer's maps; empty when there is nothing.
const std::string& value_in(const std::map<std::string, std::string>& answers, const std::string& id);

// Whether there is all that can be graded: something is chosen; every card has a group; every gap is filled; something
// was moved; the learner said how sure.
bool is_complete(const content::Question& question, const Answer& answer);

Grade grade(const content::Question& question, const Answer& answer);

// Whether that gap is filled rightly.
bool is_right(const content::Gap& gap, const Answer& answer);

// Names which options there are and which are correct, or where they belong, or what is accepted, whatever their order
// (but for order questions) and wording. An answer given under another key is stale.
std::string answer_key(const content::Question& question);

}  // namespace bytes::learning
