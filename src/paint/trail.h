// The trail: a path of stops, one for each section, that shows how far a learner has come and leads there when clicked.
#pragma once

#include "paint/scene.h"
#include "paint/stage.h"

namespace bytes::paint {

// Paints the path and its stops on the trail's card, which is there already. The stops are parts of an ImGui window
// that covers the card, so it is ImGui that says which of them the pointer is on.
// What is activated is a stop's link.
StageOutput paint_trail(Scene& scene);

}  // namespace bytes::paint
