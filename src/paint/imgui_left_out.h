// What of Dear ImGui our windows never use: each of these functions has a stand-in in imgui_stand_ins.cpp, so that
// neither it nor what only it calls is in a learner's engine. That is 28 KB less.
//
// imgui.h includes this at its end while ImGui itself is compiled (paint/imgui_config.h). Its own definitions become
// weak and yield to the stand-ins. A function that another version of ImGui no longer has does no harm here, and its
// stand-in does not compile; one that is new is simply linked.
#pragma once

#include "imgui_internal.h"

#define BYTES_LEFT_OUT [[gnu::weak]]

namespace ImGui {

// Making good for a missing End() or PopID().
BYTES_LEFT_OUT void ErrorRecoveryTryToRecoverState(const ImGuiErrorRecoveryState*);
BYTES_LEFT_OUT void ErrorRecoveryTryToRecoverWindowState(const ImGuiErrorRecoveryState*);

// Keys, and what they move.
BYTES_LEFT_OUT bool IsKeyPressed(ImGuiKey, ImGuiInputFlags, ImGuiID);
BYTES_LEFT_OUT bool Shortcut(ImGuiKeyChord, ImGuiInputFlags, ImGuiID);
BYTES_LEFT_OUT bool SetShortcutRouting(ImGuiKeyChord, ImGuiInputFlags, ImGuiID);
BYTES_LEFT_OUT void NavInitWindow(ImGuiWindow*, bool);
BYTES_LEFT_OUT void NavInitRequestApplyResult();
BYTES_LEFT_OUT void NavMoveRequestSubmit(ImGuiDir, ImGuiDir, ImGuiNavMoveFlags, ImGuiScrollFlags);
BYTES_LEFT_OUT void NavMoveRequestApplyResult();
BYTES_LEFT_OUT void RenderNavCursor(const ImRect&, ImGuiID, ImGuiNavRenderCursorFlags);
BYTES_LEFT_OUT ImVec2 ScrollToRectEx(ImGuiWindow*, const ImRect&, ImGuiScrollFlags);

// Words, title bars, scroll bars, colours and the mouse's picture.
BYTES_LEFT_OUT ImVec2 CalcTextSize(const char*, const char*, bool, float);
BYTES_LEFT_OUT void RenderTextClipped(const ImVec2&, const ImVec2&, const char*, const char*, const ImVec2*,
                                      const ImVec2&, const ImRect*);
BYTES_LEFT_OUT void RenderTextEllipsis(ImDrawList*, const ImVec2&, const ImVec2&, float, const char*, const char*,
                                       const ImVec2*);
BYTES_LEFT_OUT bool CollapseButton(ImGuiID, const ImVec2&);
BYTES_LEFT_OUT void Scrollbar(ImGuiAxis);
BYTES_LEFT_OUT void StyleColorsDark(ImGuiStyle*);
BYTES_LEFT_OUT void RenderMouseCursor(ImVec2, float, ImGuiMouseCursor, ImU32, ImU32, ImU32);
BYTES_LEFT_OUT void LocalizeRegisterEntries(const ImGuiLocEntry*, int);

// Popups, tooltips, lists, groups, tables, columns.
BYTES_LEFT_OUT ImVec2 FindBestWindowPosForPopup(ImGuiWindow*);
BYTES_LEFT_OUT void ClosePopupsOverWindow(ImGuiWindow*, bool);
BYTES_LEFT_OUT bool BeginTooltipEx(ImGuiTooltipFlags, ImGuiWindowFlags);
BYTES_LEFT_OUT bool Selectable(const char*, bool, ImGuiSelectableFlags, const ImVec2&);
BYTES_LEFT_OUT void EndGroup();
BYTES_LEFT_OUT void EndColumns();
BYTES_LEFT_OUT void EndTable();
BYTES_LEFT_OUT void TableGcCompactSettings();
BYTES_LEFT_OUT void TableGcCompactTransientBuffers(ImGuiTable*);
BYTES_LEFT_OUT void TableGcCompactTransientBuffers(ImGuiTableTempData*);

// Settings that are kept, text that is copied.
BYTES_LEFT_OUT void AddSettingsHandler(const ImGuiSettingsHandler*);
BYTES_LEFT_OUT void TableSettingsAddSettingsHandler();
BYTES_LEFT_OUT ImGuiWindowSettings* FindWindowSettingsByID(ImGuiID);
BYTES_LEFT_OUT ImGuiWindowSettings* CreateNewWindowSettings(const char*);
BYTES_LEFT_OUT void LogRenderedText(const ImVec2*, const char*, const char*);
BYTES_LEFT_OUT void LogFinish();

}  // namespace ImGui

#undef BYTES_LEFT_OUT
