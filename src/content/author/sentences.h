// How a sentence about an author's mistake is put together.
#pragma once

#include <cstddef>
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

// The sentences of the rules with judgement. False: the code is none of theirs.
bool explain_judgement(Diagnostic& problem);

}  // namespace bytes::content
