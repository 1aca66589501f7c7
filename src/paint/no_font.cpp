#include "paint/no_font.h"

#include "imgui.h"
#include "imgui_internal.h"

namespace ImGuiFreeType {

// Stands in for FreeType's (paint/imgui_config.h says why).
const ImFontLoader* GetFontLoader();
const ImFontLoader* GetFontLoader() {
  static ImFontLoader loader;
  loader.Name = "none";
  loader.FontBakedInit = [](ImFontAtlas*, ImFontConfig*, ImFontBaked* baked, void*) {
    baked->Ascent = 1;
    baked->Descent = 0;
    return true;
  };
  loader.FontBakedLoadGlyph = [](ImFontAtlas*, ImFontConfig*, ImFontBaked*, void*, ImWchar, ImFontGlyph*, float*) {
    return false;
  };
  return &loader;
}

}  // namespace ImGuiFreeType

namespace bytes::paint {

void add_empty_font(ImFontAtlas* atlas) {
  static char no_data[] = "";
  ImFontConfig config;
  config.FontData = no_data;
  config.FontDataSize = 1;
  config.FontDataOwnedByAtlas = false;
  config.SizePixels = 1;
  atlas->AddFont(&config);
}

}  // namespace bytes::paint
