#include "paint/tween.h"

#include <algorithm>

namespace bytes::paint {

float ease_out(float t) {
  if (t >= 1) return 1;
  if (t <= 0) return 0;
  const float rest = 1 - t;
  return 1 - rest * rest * rest;
}

void Tweens::begin(double now, bool is_still) {
  now_ = now;
  is_still_ = is_still;
  is_moving_ = false;
  for (Value& value : values_) value.is_asked = false;
}

float Tweens::toward(int element, Channel channel, float target, float milliseconds) {
  const std::uint32_t key = static_cast<std::uint32_t>(element) << 4 | static_cast<std::uint32_t>(channel);
  auto place = std::lower_bound(values_.begin(), values_.end(), key,
                                [](const Value& value, std::uint32_t wanted) { return value.key < wanted; });
  if (place == values_.end() || place->key != key) {
    values_.insert(place, {key, true, target, target, now_, 0});
    return target;
  }
  Value& value = *place;
  value.is_asked = true;
  const auto current = [&] {
    if (value.duration <= 0 || is_still_) return value.to;
    const float t = static_cast<float>((now_ - value.start) * 1000) / value.duration;
    return t >= 1 ? value.to : value.from + (value.to - value.from) * ease_out(t);
  };
  if (value.to != target) {
    value.from = current();
    value.to = target;
    value.start = now_;
    value.duration = milliseconds;
  }
  const float result = current();
  if (result == value.to) {
    value.duration = 0;
  } else {
    is_moving_ = true;
  }
  return result;
}

void Tweens::end() {
  values_.erase(std::remove_if(values_.begin(), values_.end(), [](const Value& value) { return !value.is_asked; }),
                values_.end());
}

}  // namespace bytes::paint
