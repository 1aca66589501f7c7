// What Dear ImGui insists on and we have no use for, as small as it gets (paint/imgui_config.h says why).
#pragma once

struct ImFontAtlas;

namespace bytes::paint {

// A font without a single letter.
void add_empty_font(ImFontAtlas* atlas);

}  // namespace bytes::paint
