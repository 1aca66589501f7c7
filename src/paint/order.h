// The rows of an order question: carried up and down by the pointer, while the others make room; and they fly when the
// outline has them in another order. The page lays them out.
#pragma once

#include <vector>

#include "paint/scene.h"
#include "paint/stage.h"

namespace bytes::paint {

class Orders {
 public:
  // Asks ImGui what the pointer does on the boards in sight, and tells the scene which rows are elsewhere than the page
  // has them. Comes before anything is painted. Returns the row that was dropped, and its new place among its
  // neighbours.
  StageOutput update(Scene& scene);

  bool is_moving() const { return is_moving_; }
  void settle();

 private:
  // What is known of a row since it was painted last.
  struct Row {
    int handle;
    int board;      // Handle.
    int place;      // Among the rows of its board, from 0.
    Rect rect;      // Where the page has it.
    float at;       // Its upper edge in the document.
    float offset;   // How much lower it is shown.
    float from;     // The offset that its flight began with, and the one that it goes to.
    float to;
    double start;   // Of its flight, in seconds; below 0: it is at rest.
    bool is_locked;
    bool is_seen;
  };

  void look(Scene& scene);
  void send(Row& row, float to, double now);
  // How far the pointer has carried the row; `dropped` is set when it let go.
  float carry(const Scene& scene, Row& row, bool& dropped);
  // The place that the row would take where it is carried, the others making room for it.
  int make_room(Row& carried, float offset, double now);

  std::vector<Row> rows_;  // Of one board after the other, by place.
  int carried_ = outline::kNoElement;
  float grip_ = 0;            // Where the pointer took hold, in the document.
  double waits_until_ = -1;   // For the outline to have a dropped row in its new place.
  bool is_moving_ = false;
};

}  // namespace bytes::paint
