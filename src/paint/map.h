// The map of a scenario's path: scenes that were seen, ways that were taken, and what is still hidden. The page has the
// same as a list; the map is read from that.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "base/layered_graph.h"
#include "paint/scene.h"
#include "paint/stage.h"

namespace bytes::paint {

class Maps {
 public:
  // Lays the maps in sight out and asks ImGui what the pointer does on them. Comes before anything is painted. What is
  // activated is a stop's link, or the button that leads back to where another way can be tried.
  StageOutput update(Scene& scene);

  // What is on the maps. Their grounds are painted by then.
  void paint(Scene& scene);

  bool is_moving() const { return is_moving_; }
  void settle();

 private:
  // A place on a map, in the layout's units: from its middle, layers along x and places within a layer along y.
  using Spot = ImVec2;

  // A stop, or where a way leads that was never taken.
  struct Node {
    int handle;  // The stop's or, when it is hidden, its way's.
    int label;   // Whose words it shows.
    int press;   // What a click on it activates.
    bool is_hidden;
    Spot spot;
    // In this frame.
    const outline::Element* element;
    ImVec2 at;
    float radius;
    bool is_visible, is_hovered, is_labelled;
    Rect words;  // Around its label's words, where the page has them; empty when there are none.
    Rect shown;  // And where they are shown.
  };
  struct Way {
    int handle;
    int from, to;  // Nodes.
    int first_bend, bends;
    float bow;  // Sideways, in the layout's units: of ways that share both ends.
  };
  struct Map {
    int handle = outline::kNoElement;
    std::unique_ptr<Map> next;
    std::uint64_t signature = 0;
    std::vector<Node> nodes;
    std::vector<Way> ways;
    std::vector<Spot> bends;
    std::vector<int> node_of;  // By label; -1 for what is none.
    Spot size = {0, 0};        // Between the outermost nodes.

    Spot middle = {0, 0};  // What is in the middle of the box.
    int level = 0;
    int here = outline::kNoElement;     // A stop.
    int focused = outline::kNoElement;  // Likewise.
    double arrival = -1;                // When `here` changed, in seconds; below 0: it is at rest.
    bool is_new = false;                // `here` was not on the map before.
    // While it is pressed.
    ImVec2 grip = {0, 0};  // The pointer, in the document.
    Spot grip_middle = {0, 0};
    bool is_dragged = false;

    // In this frame.
    Rect box;
    bool is_visible = false;
    ImVec2 along, across;  // From layer to layer and from place to place, CSS px.
    ImVec2 origin;         // Where the layout's middle is.
    Spot view = {0, 0};    // What the box will show when all is at rest, margins apart.
    float radius = 0;      // Of a stop.
    bool can_pan = false;
  };

  void read(const Scene& scene, const outline::Element& list, Map& map) const;
  void look(Scene& scene, const Placed& place, Map& map) const;
  void bring(Map& map, int stop, float share) const;
  Node* hit(Map& map, ImVec2 point) const;
  Node* labelled(Map& map, const Quad& quad) const;
  void place_labels(Scene& scene, Map& map) const;
  void paint_way(Scene& scene, const Map& map, const Way& way, bool is_taken) const;
  void paint_node(Scene& scene, const Map& map, const Node& node) const;
  float arrived(const Scene& scene, const Map& map, float from, float to) const;

  std::unique_ptr<Map> first_;
  bool is_moving_ = false;
};

}  // namespace bytes::paint
