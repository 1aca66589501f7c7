#include "tests/paint/support/raster.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace bytes::test {
namespace {

struct Corner {
  float x, y;
  float colour[4];  // Premultiplied, 0 to 1.
};

Corner corner_of(const ImDrawVert& vertex, const ImDrawData& data, bool is_word, ImU32 word_colour) {
  Corner corner{(vertex.pos.x - data.DisplayPos.x) * data.FramebufferScale.x,
                (vertex.pos.y - data.DisplayPos.y) * data.FramebufferScale.y,
                {}};
  const ImU32 packed = is_word ? word_colour : vertex.col;
  const float alpha = static_cast<float>(packed >> 24) / 255;
  for (int i = 0; i < 3; ++i) corner.colour[i] = static_cast<float>((packed >> (8 * i)) & 0xFF) / 255 * alpha;
  corner.colour[3] = alpha;
  return corner;
}

// Twice the area of a, b, p: positive when p lies on the inner side of the edge.
float edge(const Corner& a, const Corner& b, float x, float y) {
  return (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x);
}

// Pixels on a shared edge belong to one of the two triangles: OpenGL's top-left rule.
bool owns_edge(const Corner& a, const Corner& b) { return (a.y == b.y && b.x > a.x) || b.y < a.y; }

void draw_triangle(std::vector<float>& target, int width, const std::array<int, 4>& clip, Corner a, Corner b,
                   Corner c) {
  float area = edge(a, b, c.x, c.y);
  if (area == 0 || !std::isfinite(area)) return;
  if (area < 0) {
    std::swap(b, c);
    area = -area;
  }
  const int left = std::max(clip[0], static_cast<int>(std::floor(std::max(-1e6f, std::min({a.x, b.x, c.x})))));
  const int top = std::max(clip[1], static_cast<int>(std::floor(std::max(-1e6f, std::min({a.y, b.y, c.y})))));
  const int right = std::min(clip[2], static_cast<int>(std::ceil(std::min(1e6f, std::max({a.x, b.x, c.x})))));
  const int bottom = std::min(clip[3], static_cast<int>(std::ceil(std::min(1e6f, std::max({a.y, b.y, c.y})))));
  const bool owns_ab = owns_edge(a, b), owns_bc = owns_edge(b, c), owns_ca = owns_edge(c, a);
  for (int y = top; y < bottom; ++y) {
    for (int x = left; x < right; ++x) {
      const float px = static_cast<float>(x) + 0.5f, py = static_cast<float>(y) + 0.5f;
      const float wc = edge(a, b, px, py), wa = edge(b, c, px, py), wb = edge(c, a, px, py);
      if (wa < 0 || wb < 0 || wc < 0) continue;
      if ((wc == 0 && !owns_ab) || (wa == 0 && !owns_bc) || (wb == 0 && !owns_ca)) continue;
      float source[4];
      for (int i = 0; i < 4; ++i) source[i] = (a.colour[i] * wa + b.colour[i] * wb + c.colour[i] * wc) / area;
      float* pixel =
          &target[(static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)) * 4];
      for (int i = 0; i < 4; ++i) pixel[i] = source[i] + pixel[i] * (1 - source[3]);
    }
  }
}

void take_textures(ImDrawData* data) {
  if (!data->Textures) return;
  for (ImTextureData* texture : *data->Textures) {
    if (texture->Status == ImTextureStatus_WantCreate || texture->Status == ImTextureStatus_WantUpdates) {
      texture->SetTexID(1);
      texture->SetStatus(ImTextureStatus_OK);
    } else if (texture->Status == ImTextureStatus_WantDestroy) {
      texture->SetTexID(ImTextureID_Invalid);
      texture->SetStatus(ImTextureStatus_Destroyed);
    }
  }
}

std::uint32_t crc_of(const std::uint8_t* data, std::size_t size, std::uint32_t crc) {
  crc = ~crc;
  for (std::size_t i = 0; i < size; ++i) {
    crc ^= data[i];
    for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ (0xEDB88320u & (0u - (crc & 1)));
  }
  return ~crc;
}

void put_number(std::vector<std::uint8_t>& to, std::uint32_t number) {
  for (int shift = 24; shift >= 0; shift -= 8) to.push_back(static_cast<std::uint8_t>(number >> shift));
}

void put_chunk(std::vector<std::uint8_t>& file, const char* name, const std::vector<std::uint8_t>& content) {
  put_number(file, static_cast<std::uint32_t>(content.size()));
  const std::size_t start = file.size();
  file.insert(file.end(), name, name + 4);
  file.insert(file.end(), content.begin(), content.end());
  put_number(file, crc_of(file.data() + start, file.size() - start, 0));
}

}  // namespace

ImU32 Image::at(int x, int y) const {
  const std::uint8_t* pixel =
      &pixels[(static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)) * 4];
  return IM_COL32(pixel[0], pixel[1], pixel[2], pixel[3]);
}

Image rasterise(ImDrawData* data, ImU32 word_colour) {
  take_textures(data);
  Image image;
  image.width = static_cast<int>(std::lround(data->DisplaySize.x * data->FramebufferScale.x));
  image.height = static_cast<int>(std::lround(data->DisplaySize.y * data->FramebufferScale.y));
  const std::size_t count = static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height) * 4;
  std::vector<float> target(count, 0.0f);
  for (const ImDrawList* list : data->CmdLists) {
    for (const ImDrawCmd& command : list->CmdBuffer) {
      if (command.UserCallback) continue;
      const bool is_word = command.GetTexID() != 1;
      const ImVec2 scale = data->FramebufferScale;
      const std::array<int, 4> clip = {
          std::max(0, static_cast<int>(command.ClipRect.x * scale.x)),
          std::max(0, static_cast<int>(command.ClipRect.y * scale.y)),
          std::min(image.width, static_cast<int>(std::ceil(command.ClipRect.z * scale.x))),
          std::min(image.height, static_cast<int>(std::ceil(command.ClipRect.w * scale.y)))};
      for (unsigned i = 0; i + 2 < command.ElemCount; i += 3) {
        Corner corners[3];
        for (unsigned k = 0; k < 3; ++k) {
          const int index =
              static_cast<int>(list->IdxBuffer[static_cast<int>(command.IdxOffset + i + k)] + command.VtxOffset);
          corners[k] = corner_of(list->VtxBuffer[index], *data, is_word, word_colour);
        }
        draw_triangle(target, image.width, clip, corners[0], corners[1], corners[2]);
      }
    }
  }
  image.pixels.resize(count);
  for (std::size_t i = 0; i < count; ++i) {
    image.pixels[i] = static_cast<std::uint8_t>(std::lround(std::clamp(target[i], 0.0f, 1.0f) * 255));
  }
  return image;
}

bool write_png(const Image& image, const std::string& file) {
  std::vector<std::uint8_t> out = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  std::vector<std::uint8_t> header;
  put_number(header, static_cast<std::uint32_t>(image.width));
  put_number(header, static_cast<std::uint32_t>(image.height));
  header.insert(header.end(), {8, 6, 0, 0, 0});
  put_chunk(out, "IHDR", header);

  // zlib's "stored" blocks, one for each row.
  const std::size_t row_size = static_cast<std::size_t>(image.width) * 4 + 1;
  std::vector<std::uint8_t> data = {0x78, 0x01};
  std::uint32_t a = 1, b = 0;
  for (int y = 0; y < image.height; ++y) {
    data.push_back(y + 1 == image.height);
    const std::uint16_t size = static_cast<std::uint16_t>(row_size);
    for (const std::uint16_t part : {size, static_cast<std::uint16_t>(~size)}) {
      data.push_back(static_cast<std::uint8_t>(part & 0xFF));
      data.push_back(static_cast<std::uint8_t>(part >> 8));
    }
    const std::size_t start = data.size();
    data.push_back(0);
    const auto row = image.pixels.begin() + static_cast<std::ptrdiff_t>((row_size - 1) * static_cast<std::size_t>(y));
    data.insert(data.end(), row, row + static_cast<std::ptrdiff_t>(row_size - 1));
    for (std::size_t i = start; i < data.size(); ++i) {
      a = (a + data[i]) % 65521;
      b = (b + a) % 65521;
    }
  }
  put_number(data, (b << 16) | a);
  put_chunk(out, "IDAT", data);
  put_chunk(out, "IEND", {});

  std::FILE* handle = std::fopen(file.c_str(), "wb");
  if (!handle) return false;
  const bool is_written = std::fwrite(out.data(), 1, out.size(), handle) == out.size();
  return (std::fclose(handle) == 0) && is_written;
}

}  // namespace bytes::test
