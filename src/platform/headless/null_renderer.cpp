#include "platform/headless/null_renderer.h"

#include "imgui.h"

namespace bytes::platform::headless {

void start_null_renderer() { ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasTextures; }

void accept_textures() {
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    if (texture->Status == ImTextureStatus_WantDestroy) {
      texture->SetTexID(ImTextureID_Invalid);
      texture->SetStatus(ImTextureStatus_Destroyed);
    } else if (texture->Status != ImTextureStatus_OK) {
      if (texture->TexID == ImTextureID_Invalid) texture->SetTexID(1);
      texture->SetStatus(ImTextureStatus_OK);
    }
  }
}

}  // namespace bytes::platform::headless
