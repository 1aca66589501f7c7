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

// -1: none.
int token_index(std::string_view token) {
  int index = 0;
  for (std::string_view rest = kTokens; !rest.empty(); ++index) {
    const std::size_t size = std::min(rest.find(' '), rest.size());
    if (rest.substr(0, size) == token) return index;
    rest.remove_prefix(std::min(size + 1, rest.size()));
  }
  return -1;
}

int digit_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  c = static_cast<char>(c | 0x20);
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

}  // namespace

const Palette& palette_of(ThemeName name) { return kPalettes[index_of(name)]; }

Palettes::Palettes() { std::memcpy(themes, kPalettes, sizeof themes); }

const Palette& Palettes::operator[](ThemeName name) const { return themes[index_of(name)]; }

bool Palettes::set(ThemeName name, std::string_view token, std::string_view colour) {
  const int index = token_index(token);
  if (index < 0 || colour.size() != 7 || colour[0] != '#') return false;
  ImU32 packed = 0xFF;
  for (const std::size_t i : {5u, 3u, 1u}) {
    const int high = digit_of(colour[i]), low = digit_of(colour[i + 1]);
    if (high < 0 || low < 0) return false;
    packed = packed << 8 | static_cast<ImU32>(high << 4 | low);
  }
  // A Palette is nothing but its colours, in the order of their names.
  std::memcpy(reinterpret_cast<char*>(&themes[index_of(name)]) + static_cast<std::size_t>(index) * sizeof packed, &packed,
              sizeof packed);
  return true;
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
