// Rules about questions: what gives their answer away, and what leaves a learner alone with it.
#pragma once

#include "content/author/judging.h"

namespace bytes::content {

void judge_questions(const Judging& judging);

// The beginning that an English word shares with its relatives, in small letters: `decid` of `decides` and `deciding`.
// Endings are cut off by a list, as in M. F. Porter, "An algorithm for suffix stripping", 1980, but by fewer rules: two
// words with one stem may be none's relatives.
std::string english_stem(std::string_view word);

// Whether it says nothing about the subject: `the`, `which`, `would`. Requires: small letters.
bool is_english_stop_word(std::string_view word);

}  // namespace bytes::content
