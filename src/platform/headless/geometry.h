// Geometry without a browser: every letter equally wide, every line equally high, lines filled greedily.
//
// It stands in for the page where painters are tested and measured. Its figures are plausible, not a browser's: nothing that
// depends on real fonts may be concluded from it.
#pragma once

#include <vector>

#include "outline/handles.h"
#include "paint/painter.h"

namespace bytes::platform::headless {

struct Geometry {
  std::vector<paint::Box> boxes;   // Of every element, in reading order.
  std::vector<paint::Quad> words;  // All on texture page 0.
  float height = 0;                // Of the document, CSS px.
};

// Stacks the outline's elements in a column of `width` CSS px. Requires: `handles` knows `root`.
Geometry lay_out(const outline::Element& root, const outline::Handles& handles, float width);

}  // namespace bytes::platform::headless
