#include "base/hash.h"

#include <gtest/gtest.h>

namespace bytes {
namespace {

TEST(Hash, IsFnv1a) {
  // From the list of the algorithm's authors.
  EXPECT_EQ(to_hex(hash_of("")), "cbf29ce484222325");
  EXPECT_EQ(to_hex(hash_of("a")), "af63dc4c8601ec8c");
  EXPECT_EQ(to_hex(hash_of("foobar")), "85944171f73967e8");
}

TEST(Hash, ChainsLikeOneText) { EXPECT_EQ(hash_of("bar", hash_of("foo")), hash_of("foobar")); }

TEST(Hash, KeepsLeadingZeros) { EXPECT_EQ(to_hex(0xab), "00000000000000ab"); }

}  // namespace
}  // namespace bytes
