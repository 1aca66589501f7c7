#include "base/result.h"

#include <gtest/gtest.h>

namespace bytes {
namespace {

Result<int> half_of(int number) {
  if (number % 2 != 0) return Error{"odd"};
  return number / 2;
}

Result<std::string> quarter_of(int number) {
  BYTES_TRY(half, half_of(number));
  BYTES_TRY(quarter, half_of(half));
  return std::to_string(quarter);
}

TEST(Result, HoldsAValueOrAnError) {
  EXPECT_TRUE(half_of(4).ok());
  EXPECT_EQ(*half_of(4), 2);
  EXPECT_FALSE(half_of(3));
  EXPECT_EQ(half_of(3).error().message, "odd");
}

TEST(Result, TryLeavesWithTheFirstError) {
  EXPECT_EQ(*quarter_of(12), "3");
  EXPECT_EQ(quarter_of(6).error().message, "odd");
  EXPECT_EQ(quarter_of(5).error().message, "odd");
}

}  // namespace
}  // namespace bytes
