#include "paint/theme.h"

#include <algorithm>
#include <cmath>

namespace bytes::paint {

const Palette& palette_of(ThemeName name) {
  const unsigned index = static_cast<unsigned>(name);
  return kPalettes[index < IM_ARRAYSIZE(kPalettes) ? index : 0];
}

ImU32 mix(ImU32 a, ImU32 b, float weight) {
  if (weight <= 0) return a;
  if (weight >= 1) return b;
  ImU32 result = 0;
  for (int shift = 0; shift < 32; shift += 8) {
    const float from = static_cast<float>((a >> shift) & 0xFF);
    const float to = static_cast<float>((b >> shift) & 0xFF);
    result |= static_cast<ImU32>(std::lround(from + (to - from) * weight)) << shift;
  }
  return result;
}

ImU32 faded(ImU32 colour, float opacity) {
  const float alpha = static_cast<float>(colour >> IM_COL32_A_SHIFT);
  const ImU32 result = static_cast<ImU32>(std::lround(alpha * std::clamp(opacity, 0.0f, 1.0f)));
  return (colour & ~IM_COL32_A_MASK) | (result << IM_COL32_A_SHIFT);
}

}  // namespace bytes::paint
