// Values on their way: each belongs to an element and a channel, starts at rest, and ends exactly where it was sent.
#pragma once

#include <cstdint>
#include <vector>

namespace bytes::paint {

// What moves of an element. At most 16.
enum class Channel : std::uint8_t {
  kHover,
  kPress,
  kChosen,
  kRight,
  kWrong,
  kMissed,
  kQuiet,
  kFill,
  kDone,
  kHere,
  kTick,
  kAcross,
  kAlong,
  kWide,
  kLong
};

class Tweens {
 public:
  // Starts a frame. With `is_still` everything jumps to where it is sent.
  void begin(double now, bool is_still);

  // Sends a value to `target` and returns where it is now. One that is seen for the first time is at its target
  // already: what has just come into view doesn't move. A change on the way starts from where the value is.
  float toward(int element, Channel channel, float target, float milliseconds);

  // Ends a frame: values that were not asked for are forgotten.
  void end();

  bool is_moving() const { return is_moving_; }

  // Forgets everything.
  void settle() { values_.clear(); }

 private:
  struct Value {
    std::uint32_t key;
    bool is_asked;
    float from, to;
    double start;  // Seconds.
    float duration;
  };

  std::vector<Value> values_;  // Sorted by key.
  double now_ = 0;
  bool is_still_ = false;
  bool is_moving_ = false;
};

// Fast at first, then settling: 0 to 1 for 0 to 1.
float ease_out(float t);

}  // namespace bytes::paint
