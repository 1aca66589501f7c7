#include "paint/path.h"

#include <algorithm>
#include <cmath>

namespace bytes::paint {
namespace {

constexpr int kBendSteps = 12;
// Enough for a curve of 200 px; a longer one has more.
constexpr float kCurveSteps = 20, kMostCurveSteps = 64, kCurveStepPx = 10;

}  // namespace

void Path::begin(ImVec2 at) {
  points_.clear();
  lengths_.clear();
  points_.push_back(at);
  lengths_.push_back(0);
}

void Path::add(ImVec2 point) {
  const ImVec2 step = point - points_.back();
  const float length = std::sqrt(step.x * step.x + step.y * step.y);
  if (length < 0.01f) return;
  points_.push_back(point);
  lengths_.push_back(lengths_.back() + length);
}

void Path::line(ImVec2 to) { add(to); }

void Path::bend(ImVec2 corner, ImVec2 to) {
  const ImVec2 from = points_.back();
  const ImVec2 centre = from + to - corner;
  for (int i = 1; i <= kBendSteps; ++i) {
    const float angle = static_cast<float>(i) / kBendSteps * (kPi / 2);
    add(centre + (from - centre) * std::cos(angle) + (to - centre) * std::sin(angle));
  }
}

void Path::curve(ImVec2 first, ImVec2 second, ImVec2 to) {
  const ImVec2 from = points_.back();
  const float width = std::fabs(to.x - from.x) + std::fabs(to.y - from.y);
  const int steps = static_cast<int>(std::min(kMostCurveSteps, std::max(kCurveSteps, width / kCurveStepPx)));
  for (int i = 1; i <= steps; ++i) {
    const float t = static_cast<float>(i) / static_cast<float>(steps);
    const float u = 1 - t;
    add(from * (u * u * u) + first * (3 * u * u * t) + second * (3 * u * t * t) + to * (t * t * t));
  }
}

ImVec2 Path::at(float share) const {
  const float wanted = length() * share;
  const auto after = std::lower_bound(lengths_.begin() + 1, lengths_.end(), wanted);
  const std::size_t i =
      after == lengths_.end() ? lengths_.size() - 1 : static_cast<std::size_t>(after - lengths_.begin());
  if (i == 0) return points_[0];
  const float step = lengths_[i] - lengths_[i - 1];
  return points_[i - 1] + (points_[i] - points_[i - 1]) * ((wanted - lengths_[i - 1]) / step);
}

void Path::paint(Canvas& canvas, float walked, float width, ImU32 solid, ImU32 dotted) const {
  if (points_.size() < 2) return;
  const float end = length() * walked;
  if (walked < 1) {
    // A whole number of steps, so that the last gap is as wide as the others. Browsers' dotted borders have a gap as
    // wide as a dot.
    const int steps = std::max(1, static_cast<int>(std::lround(length() / (2 * width))));
    std::size_t i = 1;
    for (int step = 0; step <= steps; ++step) {
      const float distance = length() * static_cast<float>(step) / static_cast<float>(steps);
      if (distance < end) continue;
      while (i + 1 < lengths_.size() && lengths_[i] < distance) ++i;
      const float share = (distance - lengths_[i - 1]) / (lengths_[i] - lengths_[i - 1]);
      const ImVec2 dot = points_[i - 1] + (points_[i] - points_[i - 1]) * share;
      if (canvas.shows({dot.x, dot.y, dot.x, dot.y}, width)) canvas.disc(dot, width / 2, dotted);
    }
  }
  if (walked > 0) {
    ImDrawList* list = canvas.list();
    for (std::size_t i = 0; i < points_.size() && (lengths_[i] < end || walked >= 1); ++i) list->PathLineTo(points_[i]);
    if (walked < 1) list->PathLineTo(at(walked));
    list->PathStroke(solid, ImDrawFlags_None, width);
  }
}

}  // namespace bytes::paint
