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

// For what imgui_left_out.h names. No painter may come to what ends in `never`: it has to be taken off that list first.
namespace {

void never() { IM_ASSERT(false && "Take this function out of paint/imgui_left_out.h before you use it"); }

}  // namespace

// A painter that forgets End() or PopID() is told in builds with assertions, as ImGui would tell it.
void ImGui::ErrorRecoveryTryToRecoverState(const ImGuiErrorRecoveryState* state) {
  IM_ASSERT(GImGui->CurrentWindowStack.Size == state->SizeOfWindowStack && "Missing End()");
  ErrorRecoveryTryToRecoverWindowState(state);
}
void ImGui::ErrorRecoveryTryToRecoverWindowState([[maybe_unused]] const ImGuiErrorRecoveryState* state) {
  IM_ASSERT(GImGui->CurrentWindow->IDStack.Size == state->SizeOfIDStack && "Missing PopID()");
}

// The page keeps the keyboard to itself: ImGui is told of no key, and what has its focus is of no account.
bool ImGui::IsKeyPressed(ImGuiKey, ImGuiInputFlags, ImGuiID) { return false; }
bool ImGui::Shortcut(ImGuiKeyChord, ImGuiInputFlags, ImGuiID) { return false; }
bool ImGui::SetShortcutRouting(ImGuiKeyChord, ImGuiInputFlags, ImGuiID) { return false; }
void ImGui::NavInitWindow(ImGuiWindow*, bool) {}
void ImGui::NavInitRequestApplyResult() { never(); }
void ImGui::NavMoveRequestSubmit(ImGuiDir, ImGuiDir, ImGuiNavMoveFlags, ImGuiScrollFlags) { never(); }
void ImGui::NavMoveRequestApplyResult() { never(); }
void ImGui::RenderNavCursor(const ImRect&, ImGuiID, ImGuiNavRenderCursorFlags) {}
ImVec2 ImGui::ScrollToRectEx(ImGuiWindow*, const ImRect&, ImGuiScrollFlags) { return never(), ImVec2(); }

// Only the window that ImGui opens for itself in each frame has a title bar, and it is never shown.
ImVec2 ImGui::CalcTextSize(const char*, const char*, bool, float) { return {}; }
void ImGui::RenderTextClipped(const ImVec2&, const ImVec2&, const char*, const char*, const ImVec2*, const ImVec2&,
                              const ImRect*) {}
void ImGui::RenderTextEllipsis(ImDrawList*, const ImVec2&, const ImVec2&, float, const char*, const char*,
                               const ImVec2*) {
  never();
}
bool ImGui::CollapseButton(ImGuiID, const ImVec2&) { return false; }
void ImGui::Scrollbar(ImGuiAxis) { never(); }
void ImGui::StyleColorsDark(ImGuiStyle*) {}
void ImGui::RenderMouseCursor(ImVec2, float, ImGuiMouseCursor, ImU32, ImU32, ImU32) { never(); }
void ImGui::LocalizeRegisterEntries(const ImGuiLocEntry*, int) {}

ImVec2 ImGui::FindBestWindowPosForPopup(ImGuiWindow*) { return never(), ImVec2(); }
void ImGui::ClosePopupsOverWindow(ImGuiWindow*, bool) {}
bool ImGui::BeginTooltipEx(ImGuiTooltipFlags, ImGuiWindowFlags) { return never(), false; }
bool ImGui::Selectable(const char*, bool, ImGuiSelectableFlags, const ImVec2&) { return never(), false; }
void ImGui::EndGroup() { never(); }
void ImGui::EndColumns() { never(); }
void ImGui::EndTable() { never(); }
void ImGui::TableGcCompactSettings() { never(); }
void ImGui::TableGcCompactTransientBuffers(ImGuiTable*) { never(); }
void ImGui::TableGcCompactTransientBuffers(ImGuiTableTempData*) { never(); }

// Nothing is kept from one page to the next: no window has settings to be found.
void ImGui::AddSettingsHandler(const ImGuiSettingsHandler*) {}
void ImGui::TableSettingsAddSettingsHandler() {}
ImGuiWindowSettings* ImGui::FindWindowSettingsByID(ImGuiID) { return nullptr; }
ImGuiWindowSettings* ImGui::CreateNewWindowSettings(const char*) { return never(), nullptr; }
void ImGui::LogRenderedText(const ImVec2*, const char*, const char*) { never(); }
void ImGui::LogFinish() { never(); }

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
