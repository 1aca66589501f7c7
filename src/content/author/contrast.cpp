#include "content/author/contrast.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace bytes::content {
namespace {

// https://www.w3.org/TR/css-color-4/#the-hsl-notation, each part 0 to 1.
struct Hsl {
  double hue = 0;
  double saturation = 0;
  double lightness = 0;
};

Hsl hsl_of(Colour colour) {
  const double red = colour.red / 255.0, green = colour.green / 255.0, blue = colour.blue / 255.0;
  const double most = std::max({red, green, blue}), least = std::min({red, green, blue});
  const double range = most - least;
  Hsl hsl;
  hsl.lightness = (most + least) / 2;
  if (range <= 0) return hsl;
  hsl.saturation = range / (1 - std::fabs(2 * hsl.lightness - 1));
  const double sixth = most == red     ? (green - blue) / range + (green < blue ? 6 : 0)
                       : most == green ? (blue - red) / range + 2
                                       : (red - green) / range + 4;
  hsl.hue = sixth / 6;
  return hsl;
}

Colour colour_of(const Hsl& hsl) {
  const double strength = hsl.saturation * std::min(hsl.lightness, 1 - hsl.lightness);
  const auto part = [&](double n) {
    const double k = std::fmod(n + hsl.hue * 12, 12);
    const double value = hsl.lightness - strength * std::max(-1.0, std::min({k - 3, 9 - k, 1.0}));
    return static_cast<std::uint8_t>(std::lround(255 * std::clamp(value, 0.0, 1.0)));
  };
  return {part(0), part(8), part(4)};
}

int digit_of(char c) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  const std::size_t found = kDigits.find(c >= 'A' && c <= 'F' ? static_cast<char>(c | 0x20) : c);
  return found == std::string_view::npos ? -1 : static_cast<int>(found);
}

double linear(std::uint8_t part) {
  const double value = part / 255.0;
  return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

}  // namespace

std::optional<Colour> colour_from(std::string_view text) {
  if (text.size() != 7 || text[0] != '#') return std::nullopt;
  std::array<std::uint8_t, 3> parts{};
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const int high = digit_of(text[1 + 2 * i]), low = digit_of(text[2 + 2 * i]);
    if (high < 0 || low < 0) return std::nullopt;
    parts[i] = static_cast<std::uint8_t>(high * 16 + low);
  }
  return Colour{parts[0], parts[1], parts[2]};
}

std::string to_text(Colour colour) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string text = "#";
  for (const std::uint8_t part : {colour.red, colour.green, colour.blue}) {
    text += kDigits[part / 16u];
    text += kDigits[part % 16u];
  }
  return text;
}

double luminance_of(Colour colour) {
  return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

double contrast_of(Colour a, Colour b) {
  const double first = luminance_of(a), second = luminance_of(b);
  return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

std::string ratio_in_words(double ratio) {
  const int hundredths = static_cast<int>(std::floor(ratio * 100 + 1e-9));
  std::string text = std::to_string(hundredths / 100) + '.' + std::to_string(100 + hundredths % 100).substr(1);
  return text;
}

std::optional<Colour> nearest_of_hue(Colour colour, const Passes& passes) {
  if (passes(colour)) return colour;
  constexpr int kSteps = 1000;  // Finer than the 255 of a colour's parts.
  const Hsl hsl = hsl_of(colour);
  for (int step = 1; step <= kSteps; ++step) {
    const double away = static_cast<double>(step) / kSteps;
    for (const double lightness : {hsl.lightness - away, hsl.lightness + away}) {
      // What overshoots by less than a step is black or white itself.
      if (lightness < -1.0 / kSteps || lightness > 1 + 1.0 / kSteps) continue;
      const Colour other = colour_of({hsl.hue, hsl.saturation, std::clamp(lightness, 0.0, 1.0)});
      if (passes(other)) return other;
    }
  }
  return std::nullopt;
}

Colour following(Colour follower, Colour leader, Colour new_leader, bool keeps_lightness) {
  const Hsl from = hsl_of(leader), to = hsl_of(new_leader);
  Hsl hsl = hsl_of(follower);
  hsl.hue = hsl.hue + to.hue - from.hue + 1;
  hsl.hue -= std::floor(hsl.hue);
  // No stronger than it was: a tint is to stay calm.
  if (from.saturation > 0) hsl.saturation *= std::min(1.0, to.saturation / from.saturation);
  if (!keeps_lightness) {
    const bool is_darker = hsl.lightness <= from.lightness;
    const double share = is_darker ? hsl.lightness / std::max(from.lightness, 0.01)
                                   : (1 - hsl.lightness) / std::max(1 - from.lightness, 0.01);
    hsl.lightness = is_darker ? to.lightness * share : 1 - (1 - to.lightness) * share;
  }
  return colour_of(hsl);
}

}  // namespace bytes::content
