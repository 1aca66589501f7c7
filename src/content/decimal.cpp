#include "content/decimal.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <limits>

namespace bytes::content {
namespace {

// A whole number below 2^1024, least significant word first.
class Whole {
 public:
  Whole(std::uint64_t value, std::size_t lowest_word) {
    words_[lowest_word] = static_cast<std::uint32_t>(value);
    words_[lowest_word + 1] = static_cast<std::uint32_t>(value >> 32);
  }

  void multiply(std::uint32_t factor) {
    std::uint64_t carry = 0;
    for (std::uint32_t& word : words_) {
      carry += std::uint64_t{word} * factor;
      word = static_cast<std::uint32_t>(carry);
      carry >>= 32;
    }
  }

  // Returns whether a remainder was left out.
  bool divide(std::uint32_t divisor) {
    std::uint64_t rest = 0;
    for (std::size_t i = words_.size(); i-- > 0;) {
      rest = rest << 32 | words_[i];
      words_[i] = static_cast<std::uint32_t>(rest / divisor);
      rest %= divisor;
    }
    return rest != 0;
  }

  // The double nearest to this times 2^`exponent`; `is_left_out` says that the number itself lies above this whole one.
  // Requires: at least 2^64, or nothing left out.
  double scaled(int exponent, bool is_left_out) const {
    std::size_t top = words_.size() - 1;
    while (top > 2 && words_[top] == 0) --top;
    std::uint64_t bits = std::uint64_t{words_[top]} << 32 | words_[top - 1];
    std::uint32_t next = words_[top - 2];
    exponent += static_cast<int>(top - 1) * 32;
    while (bits >> 63 == 0 && (bits != 0 || next != 0)) {
      bits = bits << 1 | next >> 31;
      next <<= 1;
      --exponent;
    }
    // 64 bits are enough to round 53 by, if the last one tells whether anything follows.
    is_left_out = is_left_out || next != 0;
    for (std::size_t i = 0; i + 2 < top; ++i) is_left_out = is_left_out || words_[i] != 0;
    return std::ldexp(static_cast<double>(bits | (is_left_out ? 1 : 0)), exponent);
  }

 private:
  std::array<std::uint32_t, 32> words_ = {};
};

// Of a number with 1 to 19 digits before the power of ten: beyond these it is an infinity, or 0.
constexpr int kGreatestExponent = 308;
constexpr int kLeastExponent = -343;
constexpr std::size_t kHighWord = 30;
constexpr int kFivesInWord = 13;

}  // namespace

double decimal_value(std::string_view number) {
  std::uint64_t digits = 0;
  int exponent = 0;
  bool is_left_out = false;
  bool is_after_point = false;
  std::size_t at = 0;
  for (; at < number.size() && number[at] != 'e' && number[at] != 'E'; ++at) {
    const char c = number[at];
    if (c == '.') is_after_point = true;
    if (c < '0' || c > '9') continue;
    const bool has_room = digits < 1'000'000'000'000'000'000;
    if (has_room) digits = digits * 10 + static_cast<std::uint64_t>(c - '0');
    if (!has_room && c != '0') is_left_out = true;
    exponent += (has_room ? 0 : 1) - (is_after_point ? 1 : 0);
  }
  int written_exponent = 0;
  const bool is_written_negative = at + 1 < number.size() && number[at + 1] == '-';
  for (; at < number.size(); ++at) {
    const char c = number[at];
    if (c >= '0' && c <= '9') written_exponent = std::min(written_exponent * 10 + (c - '0'), 100'000'000);
  }
  exponent += is_written_negative ? -written_exponent : written_exponent;

  double value = 0;
  if (digits != 0 && exponent > kGreatestExponent) {
    value = std::numeric_limits<double>::infinity();
  } else if (digits != 0 && exponent >= kLeastExponent) {
    // Ten is two times five: the fives are exact in a large whole number, the twos go into the double's exponent.
    Whole whole(digits, exponent < 0 ? kHighWord : 0);
    const int twos = exponent - (exponent < 0 ? static_cast<int>(kHighWord) * 32 : 0);
    while (exponent != 0) {
      const int fives = std::min(std::abs(exponent), kFivesInWord);
      std::uint32_t power = 1;
      for (int i = 0; i < fives; ++i) power *= 5;
      if (exponent > 0) {
        whole.multiply(power);
        exponent -= fives;
      } else {
        is_left_out = whole.divide(power) || is_left_out;
        exponent += fives;
      }
    }
    value = whole.scaled(twos, is_left_out);
  }
  return !number.empty() && number[0] == '-' ? -value : value;
}

}  // namespace bytes::content
