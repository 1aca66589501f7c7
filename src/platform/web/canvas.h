// The little WebGL that Dear ImGui's back-end leaves to its user.
#pragma once

#include "imgui.h"

namespace bytes::platform::web {

// A draw-list callback: what follows is premultiplied, as pictures of words are.
void premultiplied_blend(const ImDrawList* list, const ImDrawCmd* command);

// Sets the viewport to the canvas (in device px) and clears it.
void clear_canvas(int width, int height);

}  // namespace bytes::platform::web
