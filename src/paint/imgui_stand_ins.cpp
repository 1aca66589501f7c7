#include "paint/imgui_stand_ins.h"

#include <cstdarg>
#include <cstring>

#include "imgui.h"
#include "imgui_internal.h"

// Names that ImGui asks for.
// NOLINTBEGIN(readability-identifier-naming)
namespace ImGuiFreeType {

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
// NOLINTEND(readability-identifier-naming)

// The text as it is, its marks not filled in: all that ImGui would format are names of popups and messages for
// developers.
int ImFormatStringV(char* buffer, size_t size, const char* format, va_list) {
  const size_t length = std::strlen(format);
  if (!buffer || size == 0) return static_cast<int>(length);
  const size_t copied = length < size ? length : size - 1;
  std::memcpy(buffer, format, copied);
  buffer[copied] = 0;
  return static_cast<int>(copied);
}

int ImFormatString(char* buffer, size_t size, const char* format, ...) {
  va_list none;
  va_start(none, format);
  const int length = ImFormatStringV(buffer, size, format, none);
  va_end(none);
  return length;
}

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
