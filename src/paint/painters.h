// One painter for each kind of element that is painted by itself; what needs many elements at once has its own files
// (trail.h, rail.h, map.h, net.h).
#pragma once

#include "paint/scene.h"

namespace bytes::paint {

using PaintElement = void (*)(Scene& scene, const Placed& place);

// Null for a role that has nothing to paint but words.
PaintElement painter_of(outline::Role role);

void paint_card(Scene& scene, const Placed& place);
void paint_item(Scene& scene, const Placed& place);
void paint_callout(Scene& scene, const Placed& place);
// With its radio button or checkbox.
void paint_option(Scene& scene, const Placed& place);
// A number of a scale, which is its radio button.
void paint_scale_step(Scene& scene, const Placed& place);
// What stands around a field that an answer is typed into.
void paint_answer_box(Scene& scene, const Placed& place);
// Parts of a sort board (board.cpp).
void paint_sort_pool(Scene& scene, const Placed& place);
void paint_sort_group(Scene& scene, const Placed& place);
void paint_sort_card(Scene& scene, const Placed& place);
void paint_sort_grip(Scene& scene, const Placed& place);
void paint_sort_choice(Scene& scene, const Placed& place);
// Parts of an order question (order.cpp): a row, and the buttons that move it.
void paint_order_row(Scene& scene, const Placed& place);
void paint_order_move(Scene& scene, const Placed& place);
// Of a match question, and of a hotspot one (match.cpp).
void paint_match_pair(Scene& scene, const Placed& place);
void paint_match_link(Scene& scene, const Placed& place);
void paint_spot_number(Scene& scene, const Placed& place);
// Parts of a scenario (scenario.cpp), and the ground of its map (map.cpp).
void paint_speech(Scene& scene, const Placed& place);
void paint_choice(Scene& scene, const Placed& place);
void paint_chose(Scene& scene, const Placed& place);
void paint_ending(Scene& scene, const Placed& place);
void paint_path_map(Scene& scene, const Placed& place);
// The ground of a worksheet's map (net.cpp).
void paint_net_map(Scene& scene, const Placed& place);
void paint_primary_button(Scene& scene, const Placed& place);
void paint_button(Scene& scene, const Placed& place);
void paint_next_link(Scene& scene, const Placed& place);
void paint_notice(Scene& scene, const Placed& place);
void paint_hint(Scene& scene, const Placed& place);
void paint_result(Scene& scene, const Placed& place);

}  // namespace bytes::paint
