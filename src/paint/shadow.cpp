#include "paint/shadow.h"

#include <algorithm>
#include <cmath>

#include "paint/theme.h"

namespace bytes::paint {
namespace {

// CSS blurs by a Gaussian whose deviation is half the blur radius. Its opacity is computed once at the points of a grid
// over one corner, and the grid is laid, mirrored, on the four corners of each card; between corners it is stretched.
constexpr float kDeviation = kShadowBlurPx / 2;
constexpr int kSteps = 9;
constexpr float kStep = kShadowBlurPx / 3;
constexpr float kReach = kStep * 4;  // How far outside the edge the grid begins; it ends as far inside.

// Rows that a round corner is cut into.
constexpr int kCornerRows = 16;
constexpr float kRow = kCardRadiusPx / kCornerRows;

// Columns and rows of the whole mesh: a corner's, mirrored at the middle.
constexpr int kAll = 2 * kSteps;

float at(int i) { return static_cast<float>(i) * kStep - kReach; }

// The share of a Gaussian that lies below `x`.
float below(float x) { return 0.5f * std::erfc(-x / (kDeviation * 1.41421356f)); }

struct Corner {
  float opacity[kSteps][kSteps];

  // A corner at the origin whose box goes on without end to the right and below: for each point, the shares of the rows
  // that it sees, each row starting where the round corner lets it.
  Corner() {
    for (int y = 0; y < kSteps; ++y) {
      for (int x = 0; x < kSteps; ++x) {
        float sum = 1 - below(kCardRadiusPx - at(y));
        sum *= below(at(x));
        for (int i = 0; i < kCornerRows; ++i) {
          const float row = (static_cast<float>(i) + 0.5f) * kRow;
          const float up = kCardRadiusPx - row;
          const float start = kCardRadiusPx - std::sqrt(kCardRadiusPx * kCardRadiusPx - up * up);
          const float share = below(row + kRow / 2 - at(y)) - below(row - kRow / 2 - at(y));
          sum += share * below(at(x) - start);
        }
        opacity[y][x] = sum;
      }
    }
  }
};

}  // namespace

void paint_shadow(Canvas& canvas, const Rect& box, ImU32 colour) {
  if ((colour & IM_COL32_A_MASK) == 0) return;
  static const Corner corner;

  float xs[kAll], ys[kAll];
  const float shift = kShadowYPx;
  for (int i = 0; i < kSteps; ++i) {
    xs[i] = box.left + std::min(at(i), box.width() / 2);
    ys[i] = box.top + shift + std::min(at(i), box.height() / 2);
    xs[kAll - 1 - i] = box.right - std::min(at(i), box.width() / 2);
    ys[kAll - 1 - i] = box.bottom + shift - std::min(at(i), box.height() / 2);
  }

  ImDrawList* list = canvas.list();
  const ImVec2 uv = ImGui::GetFontTexUvWhitePixel();
  // The card's corners let the shadow through, so what is left out keeps away from them.
  const Rect hidden = box.grown(-kCardRadiusPx / 3);
  const auto is_hidden = [&](int column, int row) {
    return xs[column] >= hidden.left && xs[column + 1] <= hidden.right && ys[row] >= hidden.top &&
           ys[row + 1] <= hidden.bottom;
  };
  int cells = 0;
  for (int row = 0; row + 1 < kAll; ++row) {
    for (int column = 0; column + 1 < kAll; ++column) cells += !is_hidden(column, row);
  }
  list->PrimReserve(cells * 6, kAll * kAll);
  const ImDrawIdx first = list->_VtxCurrentIdx;
  for (int row = 0; row < kAll; ++row) {
    for (int column = 0; column < kAll; ++column) {
      const int y = row < kSteps ? row : kAll - 1 - row;
      const int x = column < kSteps ? column : kAll - 1 - column;
      list->PrimWriteVtx({xs[column], ys[row]}, uv, faded(colour, corner.opacity[y][x]));
    }
  }
  for (int row = 0; row + 1 < kAll; ++row) {
    for (int column = 0; column + 1 < kAll; ++column) {
      if (is_hidden(column, row)) continue;
      const ImDrawIdx a = first + static_cast<ImDrawIdx>(row * kAll + column);
      const ImDrawIdx b = a + kAll;
      for (const ImDrawIdx index : {a, a + 1, b, a + 1, b + 1, b}) list->PrimWriteIdx(index);
    }
  }
}

}  // namespace bytes::paint
