#include "paint/theme.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace bytes::paint {
namespace {

// An unknown theme is the light one.
unsigned index_of(ThemeName name) {
  const unsigned index = static_cast<unsigned>(name);
  return index < IM_ARRAYSIZE(kPalettes) ? index : 0;
}

int digit_of(char c) { return c <= '9' ? c & 0xF : (c & 0xF) + 9; }

}  // namespace

const Palette& palette_of(ThemeName name) { return kPalettes[index_of(name)]; }

Palettes::Palettes() { std::memcpy(themes, kPalettes, sizeof themes); }

const Palette& Palettes::operator[](ThemeName name) const { return themes[index_of(name)]; }

void Palettes::set(std::string_view colours) {
  if (colours.size() != 2 * sizeof themes) return;
  // A Palette is nothing but its colours, and each has its red first: IM_COL32_R_SHIFT is 0.
  unsigned char* bytes = reinterpret_cast<unsigned char*>(themes);
  for (std::size_t i = 0; i < sizeof themes; ++i) {
    bytes[i] = static_cast<unsigned char>(digit_of(colours[2 * i]) << 4 | digit_of(colours[2 * i + 1]));
  }
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
