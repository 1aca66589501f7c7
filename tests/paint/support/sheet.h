// A small page made by hand, painted without a browser: elements with boxes, a clock and a pointer.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "paint/painter.h"
#include "paint/theme.h"
#include "tests/paint/support/raster.h"

namespace bytes::test {

// Whether the page has said where the trail is; headings have their boxes anyway.
enum class TrailBoxes { kAll, kNone };

// The colours that a sheet has unless told otherwise.
inline const paint::Palette& light = paint::palette_of(paint::ThemeName::kLight);

class Sheet {
 public:
  Sheet();

  // Puts an element with a box (x, y, width, height; none: the page has not said) under `parent`, or under the root.
  outline::Element& add(outline::Role role, std::string_view id, std::vector<float> box, std::string_view parent = {},
                        std::string_view tone = {});
  outline::Element& element(std::string_view id);
  // Puts an element that is there under another parent, or the same, and at another place.
  void move(std::string_view id, std::string_view parent, std::vector<float> box);
  int handle(std::string_view id);

  // A card with a trail of `tones.size()` stops in a row, and a section with a heading for each.
  void add_trail(const std::vector<std::string_view>& tones, TrailBoxes trail_boxes = TrailBoxes::kAll);
  // A single-choice question in a section, one option for each tone, at y.
  void add_question(std::string_view id, std::string_view tone, const std::vector<std::string_view>& option_tones,
                    float y);

  paint::PaintOutput paint();
  // Paints again and again until nothing moves; the number of frames it took.
  int paint_until_still();
  Image picture() { return rasterise(paint().draw_data); }
  void wait(double seconds) { input.now += seconds; }
  void point_at(float x, float y, bool is_down = false);

  paint::PaintInput input;  // outline, boxes and words are filled in by paint().
  std::vector<paint::Quad> words;
  std::vector<ImTextureID> pages = {7};
  paint::Painter painter;

 private:
  outline::Element root_;
  std::vector<std::pair<std::string, std::vector<float>>> boxes_;
  outline::Handles handles_;
};

}  // namespace bytes::test
