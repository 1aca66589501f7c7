// How a sentence about an author's mistake is put together.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"

namespace bytes::content {

// `{0}` stands for the first detail.
struct Sentence {
  std::string_view code;
  std::string_view message;
  std::string_view remedy;
};

// With its details, as `shown` has them with `longest`, in their places.
std::string filled(std::string_view sentence, const std::vector<std::string>& details, std::size_t longest = 60);

// Says the sentence of its code, with its details. False: there is none among these.
bool say(Diagnostic& problem, std::span<const Sentence> sentences);

// The same about a name that is to be found elsewhere: the first detail, with the known ones behind it. Its remedy is
// the nearest of these, or where none is near what the sentence says.
bool say_unknown(Diagnostic& problem, std::span<const Sentence> sentences);

// The sentences of the rules with judgement. False: the code is none of theirs.
bool explain_judgement(Diagnostic& problem);

}  // namespace bytes::content
