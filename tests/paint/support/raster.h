// Draws ImGui's draw data without a graphics card, so that a test can look at pixels and a person at pictures.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "imgui.h"

namespace bytes::test {

struct Image {
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> pixels;  // RGBA, row by row from the top.

  // As ImGui packs colours.
  ImU32 at(int x, int y) const;
};

// What is drawn with another texture than the font's is filled with `word_colour`, premultiplied as words are.
// Takes in ImGui's requests for textures, as a back-end does.
Image rasterise(ImDrawData* data, ImU32 word_colour = IM_COL32(0, 0, 0, 255));

// Uncompressed. False when the file can't be written.
bool write_png(const Image& image, const std::string& file);

}  // namespace bytes::test
