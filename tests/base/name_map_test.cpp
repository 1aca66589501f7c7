#include "base/name_map.h"

#include <gtest/gtest.h>

#include <string>

namespace bytes {
namespace {

TEST(NameMap, KeepsTheFirstValueOfAName) {
  NameMap<int> map;
  EXPECT_EQ(map.find("a"), nullptr);
  EXPECT_EQ(map.add("a", 1), nullptr);
  EXPECT_EQ(map.add("", 2), nullptr);
  ASSERT_NE(map.add("a", 3), nullptr);
  EXPECT_EQ(*map.find("a"), 1);
  EXPECT_EQ(*map.find(""), 2);
  EXPECT_EQ(map.find("b"), nullptr);
}

TEST(NameMap, LetsAValueBeChanged) {
  NameMap<int> map;
  map.add("a", 1);
  *map.add("a", 0) = 2;
  EXPECT_EQ(*map.find("a"), 2);
}

TEST(NameMap, FindsEachOfVeryManyNames) {
  NameMap<int, std::string> map;
  for (int i = 0; i < 10000; ++i) EXPECT_EQ(map.add("name-" + std::to_string(i), i), nullptr);
  for (int i = 0; i < 10000; ++i) {
    const int* found = map.find("name-" + std::to_string(i));
    ASSERT_NE(found, nullptr);
    EXPECT_EQ(*found, i);
  }
  EXPECT_EQ(map.find("name-10000"), nullptr);
}

}  // namespace
}  // namespace bytes
