#include "paint/tween.h"

#include "gtest/gtest.h"

namespace bytes::paint {
namespace {

constexpr int kElement = 3;

// One frame at `now` that asks for a single value.
float frame(Tweens& tweens, double now, float target, bool is_still = false) {
  tweens.begin(now, is_still);
  const float value = tweens.toward(kElement, Channel::kHover, target, 100);
  tweens.end();
  return value;
}

TEST(Tweens, WhatIsSeenForTheFirstTimeIsAtRest) {
  Tweens tweens;
  EXPECT_EQ(frame(tweens, 5, 1), 1);
  EXPECT_FALSE(tweens.is_moving());
}

TEST(Tweens, AChangeTakesItsTimeAndEndsExactly) {
  Tweens tweens;
  frame(tweens, 5, 0);
  EXPECT_EQ(frame(tweens, 5, 1), 0);
  EXPECT_TRUE(tweens.is_moving());
  const float middle = frame(tweens, 5.05, 1);
  EXPECT_GT(middle, 0);
  EXPECT_LT(middle, 1);
  EXPECT_TRUE(tweens.is_moving());
  EXPECT_EQ(frame(tweens, 5.1001, 1), 1);
  EXPECT_FALSE(tweens.is_moving());
}

TEST(Tweens, TurningBackStartsFromWhereTheValueIs) {
  Tweens tweens;
  frame(tweens, 5, 0);
  frame(tweens, 5, 1);
  const float middle = frame(tweens, 5.05, 1);
  EXPECT_FLOAT_EQ(frame(tweens, 5.05, 0), middle);
  EXPECT_LT(frame(tweens, 5.06, 0), middle);
  EXPECT_EQ(frame(tweens, 5.2, 0), 0);
}

TEST(Tweens, StillnessJumps) {
  Tweens tweens;
  frame(tweens, 5, 0, true);
  EXPECT_EQ(frame(tweens, 5, 1, true), 1);
  EXPECT_FALSE(tweens.is_moving());
}

TEST(Tweens, StillnessEndsWhatWasMoving) {
  Tweens tweens;
  frame(tweens, 5, 0);
  frame(tweens, 5, 1);
  EXPECT_EQ(frame(tweens, 5.01, 1, true), 1);
  EXPECT_FALSE(tweens.is_moving());
}

TEST(Tweens, WhatWasNotAskedForIsForgotten) {
  Tweens tweens;
  frame(tweens, 5, 0);
  tweens.begin(6, false);
  tweens.end();
  EXPECT_EQ(frame(tweens, 7, 1), 1) << "an element that comes back into view starts at rest";
}

TEST(Tweens, ElementsAndChannelsAreApart) {
  Tweens tweens;
  tweens.begin(1, false);
  tweens.toward(1, Channel::kHover, 0, 100);
  tweens.toward(2, Channel::kHover, 0, 100);
  tweens.toward(1, Channel::kPress, 0, 100);
  tweens.end();
  tweens.begin(2, false);
  EXPECT_EQ(tweens.toward(1, Channel::kHover, 1, 100), 0);
  EXPECT_EQ(tweens.toward(2, Channel::kHover, 0, 100), 0);
  EXPECT_EQ(tweens.toward(1, Channel::kPress, 0, 100), 0);
  tweens.end();
  tweens.begin(2.05, false);
  EXPECT_GT(tweens.toward(1, Channel::kHover, 1, 100), 0);
  EXPECT_EQ(tweens.toward(2, Channel::kHover, 0, 100), 0);
  EXPECT_EQ(tweens.toward(1, Channel::kPress, 0, 100), 0);
}

}  // namespace
}  // namespace bytes::paint
