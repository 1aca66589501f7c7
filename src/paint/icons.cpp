#include "paint/icons.h"

#include <cmath>

namespace bytes::paint {
namespace {

// Signs are designed in a square of 24 by 24.
struct Grid {
  Canvas& canvas;
  ImVec2 centre;
  float unit;
  ImU32 colour;

  Grid(Canvas& on, ImVec2 at, float size, ImU32 in) : canvas(on), centre(at), unit(size / 24), colour(in) {}

  ImVec2 at(float x, float y) const { return {centre.x + (x - 12) * unit, centre.y + (y - 12) * unit}; }
  void disc(float x, float y, float radius) { canvas.disc(at(x, y), radius * unit, colour); }
  template <int N>
  void area(const float (&corners)[N]) {
    for (int i = 0; i < N; i += 2) canvas.list()->PathLineTo(at(corners[i], corners[i + 1]));
    canvas.list()->PathFillConvex(colour);
  }
  // The first `drawn` of the line from `a` by `b` to `c`; `b` is reached at `bend`.
  void line(ImVec2 a, ImVec2 b, ImVec2 c, float bend, float drawn) {
    if (drawn <= 0) return;
    const ImVec2 points[] = {a, drawn < bend ? a + (b - a) * (drawn / bend) : b,
                             b + (c - b) * ((drawn - bend) / (1 - bend))};
    canvas.stroke(points, drawn <= bend ? 2 : 3, 2.6f * unit, colour);
  }
};

}  // namespace

void paint_check(Canvas& canvas, ImVec2 centre, float size, ImU32 colour, float drawn) {
  Grid grid(canvas, centre, size, colour);
  grid.line(grid.at(6.4f, 12.6f), grid.at(10.4f, 16.4f), grid.at(17.6f, 8.2f), 0.35f, drawn);
}

void paint_cross(Canvas& canvas, ImVec2 centre, float size, ImU32 colour, float drawn) {
  Grid grid(canvas, centre, size, colour);
  const float from = 8.25f, to = 15.75f;
  const auto bar = [&](ImVec2 a, ImVec2 b, float share) {
    if (share <= 0) return;
    const ImVec2 points[] = {a, share < 1 ? a + (b - a) * share : b};
    canvas.stroke(points, 2, 2.6f * grid.unit, colour);
  };
  bar(grid.at(from, from), grid.at(to, to), drawn * 2);
  bar(grid.at(to, from), grid.at(from, to), drawn * 2 - 1);
}

void paint_bulb(Canvas& canvas, ImVec2 centre, float size, ImU32 colour) {
  Grid grid(canvas, centre, size, colour);
  grid.disc(12, 9.6f, 4.6f);
  grid.area({9.17f, 13.22f, 14.83f, 13.22f, 13.8f, 14.9f, 10.2f, 14.9f});
  grid.area({9.9f, 16, 14.1f, 16, 14.1f, 17.1f, 9.9f, 17.1f});
  grid.area({10.8f, 17.8f, 13.2f, 17.8f, 13.2f, 18.8f, 10.8f, 18.8f});
}

void paint_star(Canvas& canvas, ImVec2 centre, float size, ImU32 colour) {
  Grid grid(canvas, centre, size, colour);
  grid.area({12, 5, 13.63f, 10.37f, 10.37f, 10.37f});
  grid.area({12, 19, 10.37f, 13.63f, 13.63f, 13.63f});
  grid.area({5, 12, 10.37f, 10.37f, 10.37f, 13.63f});
  grid.area({19, 12, 13.63f, 13.63f, 13.63f, 10.37f});
  grid.area({10.2f, 10.2f, 13.8f, 10.2f, 13.8f, 13.8f, 10.2f, 13.8f});
}

void paint_five_points(Canvas& canvas, ImVec2 centre, float size, ImU32 colour) {
  Grid grid(canvas, centre, size, colour);
  // Five kites that lie over each other in the middle: where edges only met, the ground would shine through.
  for (int i = 0; i < 5; ++i) {
    const float angle = (static_cast<float>(i) * 0.4f - 0.5f) * kPi;
    const ImVec2 out = {std::cos(angle), std::sin(angle)}, aside = {-out.y, out.x};
    for (const ImVec2 corner : {out * 8.2f, out * 2.6f + aside * 1.9f, out * -2, out * 2.6f - aside * 1.9f}) {
      canvas.list()->PathLineTo(centre + corner * grid.unit);
    }
    canvas.list()->PathFillConvex(colour);
  }
}

void paint_two_sides(Canvas& canvas, ImVec2 centre, float size, ImU32 colour) {
  Grid grid(canvas, centre, size, colour);
  canvas.list()->PathArcTo(centre, 6.4f * grid.unit, 0, 2 * kPi * 31 / 32, 31);
  canvas.list()->PathStroke(colour, ImDrawFlags_Closed, 2 * grid.unit);
  canvas.list()->PathArcTo(centre, 6.4f * grid.unit, kPi / 2, 1.5f * kPi, 16);
  canvas.list()->PathFillConvex(colour);
}

void paint_open_ring(Canvas& canvas, ImVec2 centre, float size, ImU32 colour) {
  Grid grid(canvas, centre, size, colour);
  canvas.list()->PathArcTo(centre, 6 * grid.unit, -0.1f * kPi, 1.4f * kPi, 24);
  canvas.list()->PathStroke(colour, ImDrawFlags_None, 2.6f * grid.unit);
}

void paint_question(Canvas& canvas, ImVec2 centre, float size, ImU32 colour) {
  Grid grid(canvas, centre, size, colour);
  canvas.list()->PathArcTo(grid.at(12, 9.4f), 3.4f * grid.unit, -kPi, 0.5f * kPi, 16);
  canvas.list()->PathLineTo(grid.at(12, 14.8f));
  canvas.list()->PathStroke(colour, ImDrawFlags_None, 2.2f * grid.unit);
  grid.disc(12, 18, 1.5f);
}

void paint_chevron(Canvas& canvas, ImVec2 centre, float size, ImU32 colour, bool is_right_to_left) {
  Grid grid(canvas, centre, is_right_to_left ? -size : size, colour);
  const ImVec2 points[] = {grid.at(9, 5.5f), grid.at(15.5f, 12), grid.at(9, 18.5f)};
  canvas.stroke(points, 3, 2.6f * size / 24, colour);
}

void paint_letter_i(Canvas& canvas, ImVec2 centre, float size, ImU32 colour) {
  Grid grid(canvas, centre, size, colour);
  grid.disc(12, 7.6f, 1.5f);
  grid.area({10.7f, 10.4f, 13.3f, 10.4f, 13.3f, 17.4f, 10.7f, 17.4f});
}

void paint_exclamation(Canvas& canvas, ImVec2 centre, float size, ImU32 colour) {
  Grid grid(canvas, centre, size, colour);
  grid.area({10.5f, 6, 13.5f, 6, 13, 13.4f, 11, 13.4f});
  grid.disc(12, 16.7f, 1.5f);
}

void paint_bookmark(Canvas& canvas, ImVec2 centre, float size, ImU32 colour) {
  Grid grid(canvas, centre, size, colour);
  grid.area({8.4f, 6.2f, 15.6f, 6.2f, 15.6f, 14.9f, 8.4f, 14.9f});
  grid.area({8.4f, 14.5f, 12.4f, 14.5f, 8.4f, 17.8f});
  grid.area({11.6f, 14.5f, 15.6f, 14.5f, 15.6f, 17.8f});
}

}  // namespace bytes::paint
