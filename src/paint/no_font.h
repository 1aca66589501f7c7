// The one font that Dear ImGui insists on, without a single letter.
#pragma once

struct ImFontAtlas;

namespace bytes::paint {

void add_empty_font(ImFontAtlas* atlas);

}  // namespace bytes::paint
