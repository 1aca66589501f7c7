#include "paint/stage.h"

#include <algorithm>

namespace bytes::paint {

void begin_stage(int handle, const Rect& rect) {
  ImGui::SetNextWindowPos(rect.corner());
  ImGui::SetNextWindowSize({std::max(1.0f, rect.width()), std::max(1.0f, rect.height())});
  char name[16] = "stage";
  for (int i = 0; i < 8; ++i) name[5 + i] = static_cast<char>('a' + ((handle >> (4 * i)) & 15));
  ImGui::Begin(name, nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoMove |
                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoBringToFrontOnFocus);
}

}  // namespace bytes::paint
