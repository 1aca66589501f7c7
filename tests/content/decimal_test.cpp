#include "content/decimal.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <random>
#include <string>

namespace bytes::content {
namespace {

TEST(DecimalValue, IsWhatALiteralOfCppIs) {
  const struct {
    std::string_view text;
    double value;
  } kNumbers[] = {
      {"0.0", 0},
      {"0e5", 0},
      {"0.000", 0},
      {"2.5", 2.5},
      {"-2.5", -2.5},
      {"0.1", 0.1},
      {"0.30", 0.3},
      {"100.0", 100},
      {"1e2", 100},
      {"1E+2", 100},
      {"12e-1", 1.2},
      {"-0.5e-3", -0.5e-3},
      {"3.141592653589793", 3.141592653589793},
      {"1e22", 1e22},
      {"1e23", 1e23},
      {"8.41e21", 8.41e21},
      {"9007199254740993", 9007199254740992.0},          // Halfway: to even.
      {"9007199254740993.0000001", 9007199254740994.0},  // Just above.
      {"9007199254740995", 9007199254740996.0},
      {"18446744073709551615", 18446744073709551616.0},
      {"18446744073709551616", 18446744073709551616.0},
      {"0.000000000000000000000000000001", 1e-30},
      {"123456789012345678901234567890", 123456789012345678901234567890.0},
      {"1.7976931348623157e308", std::numeric_limits<double>::max()},
      {"2.2250738585072014e-308", std::numeric_limits<double>::min()},
      {"5e-324", std::numeric_limits<double>::denorm_min()},
      {"1e-400", 0},
      {"1e-99999999999", 0},
  };
  for (const auto& [text, value] : kNumbers) EXPECT_EQ(decimal_value(text), value) << text;

  EXPECT_TRUE(std::signbit(decimal_value("-0.0")));
  for (const char* text : {"1e309", "1e400", "1e99999999999", "1.7976931348623159e308"}) {
    EXPECT_TRUE(std::isinf(decimal_value(text))) << text;
  }
}

TEST(DecimalValue, IsTheNumberThatWasWritten) {
  std::mt19937_64 random(7);
  for (int i = 0; i < 20000; ++i) {
    const std::uint64_t bits = random();
    double number = 0;
    std::memcpy(&number, &bits, sizeof number);
    if (!std::isnormal(number)) continue;
    char text[40];
    std::snprintf(text, sizeof text, "%.17g", number);
    EXPECT_EQ(decimal_value(text), number) << text;
    std::snprintf(text, sizeof text, "%.15g", number);
    EXPECT_EQ(decimal_value(text), std::strtod(text, nullptr)) << text;
  }
}

}  // namespace
}  // namespace bytes::content
