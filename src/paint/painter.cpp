#include "paint/painter.h"

#include <algorithm>
#include <cmath>

#include "paint/board.h"
#include "paint/canvas.h"
#include "paint/imgui_stand_ins.h"
#include "paint/map.h"
#include "paint/net.h"
#include "paint/order.h"
#include "paint/painters.h"
#include "paint/rail.h"
#include "paint/scene.h"
#include "paint/trail.h"
#include "paint/words.h"

namespace bytes::paint {
namespace {

constexpr float kShadowReach = kShadowBlurPx * 1.5f;
constexpr float kGreatestSide = 16384;  // Device pixels; no browser gives a canvas more.

bool is_sound(const Window& window) {
  return window.scale > 0.05f && window.scale < 100 && window.width * window.scale >= 1 &&
         window.width * window.scale <= kGreatestSide && window.height * window.scale >= 1 &&
         window.height * window.scale <= kGreatestSide && std::isfinite(window.x) && std::isfinite(window.y);
}

void paint_elements(Scene& scene, Layer layer) {
  for (Placed place : scene.places()) {
    const ImVec2* lifted = scene.offset_of(place.handle);
    if (scene.layer_of(place.handle) != layer) continue;
    if (lifted) place.rect = place.rect.moved({scene.canvas.snap(lifted->x), scene.canvas.snap(lifted->y)});
    if (!scene.canvas.shows(place.rect, kShadowReach)) continue;
    const PaintElement paint_element = painter_of(place.element->role);
    if (!paint_element) continue;
    scene.enter(place);
    paint_element(scene, place);
  }
}

}  // namespace

struct Painter::State {
  ImGuiContext* context = nullptr;
  Tweens tweens;
  Rail rail;
  Boards boards;
  Orders orders;
  Maps maps;
  Nets nets;
  double last = 0;
};

Painter::Painter() : state_(std::make_unique<State>()) {
  state_->context = ImGui::CreateContext();
  ImGui::SetCurrentContext(state_->context);
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.ConfigFlags |= ImGuiConfigFlags_NoMouseCursorChange | ImGuiConfigFlags_NoKeyboard;
  // A press and its release may come in one frame; both are to be seen in it.
  io.ConfigInputTrickleEventQueue = false;
  io.Fonts->Flags |= ImFontAtlasFlags_NoMouseCursors | ImFontAtlasFlags_NoBakedLines;
  add_empty_font(io.Fonts);
  ImGuiStyle& style = ImGui::GetStyle();
  style.AntiAliasedLinesUseTex = false;
  style.WindowPadding = {0, 0};
  style.WindowBorderSize = 0;
  style.WindowMinSize = {1, 1};
}

Painter::~Painter() { ImGui::DestroyContext(state_->context); }

void Painter::settle() {
  state_->tweens.settle();
  state_->rail.settle();
  state_->boards.settle();
  state_->orders.settle();
  state_->maps.settle();
}

PaintOutput Painter::paint(const PaintInput& input) {
  if (!input.outline || !is_sound(input.window)) return {};
  State& state = *state_;
  ImGui::SetCurrentContext(state.context);

  const Window& window = input.window;
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {window.width, window.height};
  io.DisplayFramebufferScale = {window.scale, window.scale};
  const float passed = static_cast<float>(input.now - state.last);
  io.DeltaTime = passed > 0.001f && passed < 1 ? passed : 0.001f;
  state.last = input.now;
  const Interaction& interaction = input.interaction;
  const float pointer_x = interaction.pointer_x - window.x;
  const float pointer_y = interaction.pointer_y - window.y;
  // ImGui turns positions into integers. Also false for what is no number.
  const bool is_over =
      interaction.stage_has_pointer && std::fabs(pointer_x) < kGreatestSide && std::fabs(pointer_y) < kGreatestSide;
  io.AddMousePosEvent(is_over ? pointer_x : -FLT_MAX, is_over ? pointer_y : -FLT_MAX);
  io.AddMouseButtonEvent(ImGuiMouseButton_Left, is_over && interaction.pointer_is_down);
  ImGui::GetStyle().CircleTessellationMaxError = 0.2f / window.scale;

  ImGui::NewFrame();
  ImDrawList* list = ImGui::GetBackgroundDrawList();
  Canvas canvas(list, window);
  state.tweens.begin(input.now, input.reduced_motion);
  Scene scene(input, canvas, state.tweens);

  list->AddRectFilled({0, 0}, {window.width, window.height}, scene.colours.paper);
  const int dropped = state.boards.update(scene);
  const StageOutput moved = state.orders.update(scene);
  const StageOutput map = state.maps.update(scene);
  const StageOutput net = state.nets.update(scene);
  paint_elements(scene, Layer::kPage);
  state.maps.paint(scene);
  state.nets.paint(scene);
  const StageOutput trail = paint_trail(scene);
  state.rail.paint(scene);
  paint_words(scene, Layer::kPage);
  for (const Layer layer : {Layer::kLifted, Layer::kCarried}) {
    if (!scene.has_lifted()) break;
    paint_elements(scene, layer);
    paint_words(scene, layer);
  }
  state.rail.paint_sparks(scene);
  state.tweens.end();

  ImGui::Render();
  PaintOutput output;
  output.draw_data = ImGui::GetDrawData();
  output.wants_frame =
      state.tweens.is_moving() || state.rail.is_moving() || state.boards.is_moving() || state.orders.is_moving() ||
      state.maps.is_moving();
  // The pointer is on one stage at most.
  output.activated = std::max({dropped, moved.activated, map.activated, net.activated, trail.activated});
  output.place = moved.place;
  output.stage_wants_pointer = map.wants_pointer || net.wants_pointer || trail.wants_pointer;
  return output;
}

}  // namespace bytes::paint
