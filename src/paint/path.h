// A way that is walked: solid as far as one has come, dotted from there on.
#pragma once

#include <vector>

#include "paint/canvas.h"

namespace bytes::paint {

class Path {
 public:
  // Starts anew.
  void begin(ImVec2 at);
  void line(ImVec2 to);
  // A quarter turn around `corner`.
  void bend(ImVec2 corner, ImVec2 to);
  // Leaves along `first` and arrives from `second`, as a cubic Bézier curve does.
  void curve(ImVec2 first, ImVec2 second, ImVec2 to);

  // `walked`: the share that is solid, 0 to 1.
  void paint(Canvas& canvas, float walked, float width, ImU32 solid, ImU32 dotted) const;

  // The point at that share of the length. Requires: there is a line.
  ImVec2 at(float share) const;
  float length() const { return lengths_.empty() ? 0 : lengths_.back(); }

 private:
  void add(ImVec2 point);

  std::vector<ImVec2> points_;
  std::vector<float> lengths_;  // From the start to each point.
};

}  // namespace bytes::paint
