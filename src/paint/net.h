// The map of a worksheet: its rows around a centre, on the side of each field that they have. The page has the same as a
// list; the map is read from that.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "paint/scene.h"
#include "paint/stage.h"

namespace bytes::paint {

class Nets {
 public:
  // Lays the maps in sight out and asks ImGui what the pointer does on them. Comes before anything is painted. What is
  // activated is a row's link.
  StageOutput update(Scene& scene);

  // What is on the maps. Their grounds are painted by then.
  void paint(Scene& scene);

 private:
  // Whose words stand somewhere on the map, and where the page has them.
  struct Label {
    int handle = outline::kNoElement;
    Rect words = {};
    Rect shown = {};
    bool is_shown = false;
  };
  // A round ground, and what its rows have in common.
  struct Side {
    Label label;
    bool is_empty;
    // In this frame.
    ImVec2 centre, radius;
  };
  struct Node {
    int handle;           // The row's on the worksheet: it stays while the row goes from side to side.
    Label label;          // Its link.
    std::uint32_t sides;  // A bit for each.
    int tie;              // 0 to 100; -1: not said.
    ImVec2 spot = {0, 0};  // From the box's corner, as far as it is wide and high.
    // In this frame.
    ImVec2 at;
    bool is_hovered;
  };
  struct Net {
    int handle = outline::kNoElement;
    std::unique_ptr<Net> next;
    std::uint64_t signature = 0;
    ImVec2 laid_out = {0, 0};  // For a box of that size.
    Label centre;
    std::vector<Side> sides;
    std::vector<Node> nodes;
    std::vector<Label*> label_of;  // By handle; null for what is none.
    float widths = 0;              // Of all rows' words together, when they were laid out.
    bool has_ties = false;
    bool is_visible = false;
    Rect box;
    ImVec2 middle;
  };

  void read(const Scene& scene, const outline::Element& list, Net& net) const;
  void place_sides(const Scene& scene, Net& net) const;
  void place_nodes(const Scene& scene, Net& net) const;
  void find_words(Scene& scene, Net& net) const;
  void place_labels(Scene& scene, Net& net) const;
  void paint_tie(Scene& scene, const Net& net, const Node& node) const;
  void paint_labels(Scene& scene, const Net& net, bool is_hovered) const;

  std::unique_ptr<Net> first_;
};

}  // namespace bytes::paint
