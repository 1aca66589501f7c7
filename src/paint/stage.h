// What stages have in common: ImGui's window over a stage's box, and what came of the pointer there.
#pragma once

#include <cmath>
#include <memory>

#include "paint/scene.h"

namespace bytes::paint {

// CSS px that a press may slip and still be a click.
inline constexpr float kSlipPx = 5;
inline constexpr float kLeastTargetPx = 44;

struct StageOutput {
  int activated = outline::kNoElement;  // What the page is to click.
  int place = -1;                       // Of what was carried there: among its neighbours, from 0; -1: it was not.
  bool wants_pointer = false;
};

// Opens a window that shows nothing; ImGui::End() closes it.
void begin_stage(int handle, const Rect& rect);

// What is known of the stage with that handle, nothing yet the first time. `Known` has its handle and the `next` of a chain
// that begins with `first`; of what has gone from the page nothing is kept.
template <class Known>
Known& ensure_known(std::unique_ptr<Known>& first, const Scene& scene, int handle) {
  std::unique_ptr<Known>* link = &first;
  while (*link && (*link)->handle != handle) {
    if (scene.input.outline->at((*link)->handle)) {
      link = &(*link)->next;
    } else {
      *link = std::move((*link)->next);
    }
  }
  if (!*link) {
    *link = std::make_unique<Known>();
    (*link)->handle = handle;
  }
  return **link;
}

inline bool is_far(ImVec2 offset, float least) { return std::fabs(offset.x) > least || std::fabs(offset.y) > least; }

}  // namespace bytes::paint
