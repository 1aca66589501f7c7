#include "learning/typed.h"

#include <algorithm>

#include "base/ascii.h"

namespace bytes::learning {
namespace {

std::string folded(std::string_view text, bool exact) {
  std::string folded;
  for (char c : text) {
    if (c == ' ' || c == '\n' || c == '\t') {
      if (!folded.empty() && folded.back() != ' ') folded += ' ';
    } else {
      folded += exact ? c : small(c);
    }
  }
  while (!folded.empty() && folded.back() == ' ') folded.pop_back();
  while (!exact && !folded.empty() && std::string_view(".!?").find(folded.back()) != std::string_view::npos) folded.pop_back();
  return folded;
}

bool read_number(std::string_view typed, std::int64_t& millionths) {
  bool is_negative = false;
  std::int64_t whole = 0;
  std::int64_t part = 0;
  std::int64_t unit = 1'000'000;
  bool has_digit = false;
  bool is_part = false;
  for (char c : typed) {
    if (c == '-' && !has_digit) {
      is_negative = true;
    } else if (c >= '0' && c <= '9') {
      has_digit = true;
      if (!is_part) {
        whole = whole * 10 + (c - '0');
        if (whole > 1'000'000'000'000) return false;
      } else if (unit > 1) {
        unit /= 10;
        part += (c - '0') * unit;
      }
    } else if ((c == '.' || c == ',') && !is_part) {
      is_part = true;
    } else if (c != ' ') {
      return false;
    }
  }
  millionths = (whole * 1'000'000 + part) * (is_negative ? -1 : 1);
  return has_digit;
}

std::string_view without_unit(std::string_view unit, std::string_view typed) {
  if (!unit.empty() && typed.ends_with(unit)) typed.remove_suffix(unit.size());
  return typed;
}

}  // namespace

bool is_accepted(const std::vector<std::string>& accept, bool exact, std::string_view typed) {
  const std::string given = folded(typed, exact);
  return !given.empty() && std::any_of(accept.begin(), accept.end(),
                                       [&](const std::string& word) { return folded(word, exact) == given; });
}

bool holds_number(std::string_view unit, std::string_view typed) {
  std::int64_t number = 0;
  return read_number(without_unit(unit, typed), number);
}

bool is_number(std::int64_t answer, std::int64_t tolerance, std::string_view unit, std::string_view typed) {
  std::int64_t number = 0;
  if (!read_number(without_unit(unit, typed), number)) return false;
  const std::int64_t off = number > answer ? number - answer : answer - number;
  return off <= tolerance;
}

}  // namespace bytes::learning
