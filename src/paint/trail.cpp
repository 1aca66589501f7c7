#include "paint/trail.h"

#include <algorithm>
#include <cmath>

#include "paint/icons.h"
#include "paint/path.h"

namespace bytes::paint {
namespace {

using outline::Element;
using outline::Role;

constexpr float kGrowPx = 2.5f;
constexpr float kStopSinkPx = 1.5f;

struct Stop {
  Placed place;
  int link = outline::kNoElement;
  ImVec2 centre;
  bool is_hovered = false;
  bool is_pressed = false;
};

// "1", "0", "0.25". The C library's strtof is larger than this whole file.
float fill_of(const Element& stop) {
  float fill = 0, place = 0;
  for (const char letter : stop.get(outline::Attribute::kFill)) {
    if (letter == '.') {
      place = 1;
    } else if (letter >= '0' && letter <= '9') {
      fill = place > 0 ? fill + static_cast<float>(letter - '0') * (place /= 10)
                       : fill * 10 + static_cast<float>(letter - '0');
    } else {
      return 0;
    }
  }
  return std::min(fill, 1.0f);
}

// On the narrowest pages stops stand one below the other, with their circles where lines begin.
bool is_single_column(const Rect& stop, const Rect& card) { return stop.width() > card.width() * 0.6f; }

std::vector<Stop> stops_of(const Scene& scene, const Rect& card) {
  std::vector<Stop> stops;
  const float half = kStopRem * scene.rem / 2;
  for (const Placed& place : scene.places()) {
    if (place.element->role == Role::kStop) {
      const float x = is_single_column(place.rect, card) ? scene.start_of(place.rect, half) : place.rect.centre().x;
      stops.push_back({place, outline::kNoElement, {x, place.rect.top + half}});
    } else if (place.element->role == Role::kStopLink && !stops.empty()) {
      stops.back().link = place.handle;
    }
  }
  return stops;
}

// Lets ImGui find out what the pointer does.
StageOutput ask_window(int handle, const Rect& card, std::vector<Stop>& stops) {
  StageOutput output;
  begin_stage(handle, card);
  for (std::size_t i = 0; i < stops.size(); ++i) {
    Stop& stop = stops[i];
    const Rect& rect = stop.place.rect;
    const float more_x = std::max(0.0f, (kLeastTargetPx - rect.width()) / 2);
    const float more_y = std::max(0.0f, (kLeastTargetPx - rect.height()) / 2);
    ImGui::SetCursorScreenPos({rect.left - more_x, rect.top - more_y});
    ImGui::PushID(static_cast<int>(i));
    if (ImGui::InvisibleButton("stop", {rect.width() + 2 * more_x, rect.height() + 2 * more_y})) {
      output.activated = stop.link;
    }
    ImGui::PopID();
    stop.is_hovered = ImGui::IsItemHovered();
    stop.is_pressed = ImGui::IsItemActive() && stop.is_hovered;
    output.wants_pointer = output.wants_pointer || stop.is_hovered;
  }
  ImGui::End();
  return output;
}

// From one stop to the next: along the row, or round the bend outside the labels.
void lay_way(Path& path, const Scene& scene, const Rect& card, const Stop& from, const Stop& to) {
  const bool is_same_row = std::fabs(from.centre.y - to.centre.y) < from.place.rect.height() / 2;
  const bool is_same_column = std::fabs(from.centre.x - to.centre.x) < from.place.rect.width() / 2;
  path.begin(from.centre);
  if (is_same_row || !is_same_column) {
    path.line(to.centre);
    return;
  }
  const Rect& cell = from.place.rect;
  if (is_single_column(cell, card)) return path.line(to.centre);
  const float out = 0.75f * scene.rem - kPathPx / 2;
  const bool is_right = from.centre.x > card.centre().x;
  const float edge = is_right ? cell.right + out : cell.left - out;
  const float radius = (1.5f * scene.rem - kPathPx / 2) * (is_right ? 1.0f : -1.0f);
  const float lift = std::fabs(radius);
  path.line({edge - radius, from.centre.y});
  path.bend({edge, from.centre.y}, {edge, from.centre.y + lift});
  path.line({edge, to.centre.y - lift});
  path.bend({edge, to.centre.y}, {edge - radius, to.centre.y});
  path.line(to.centre);
}

void paint_stop(Scene& scene, Stop& stop) {
  const Palette& colours = scene.colours;
  Canvas& canvas = scene.canvas;
  const Placed& place = stop.place;
  const std::string_view tone = tone_of(*place.element);
  const bool is_hovered = stop.is_hovered || scene.is_hovered(*place.element);
  const bool is_pressed = stop.is_pressed || scene.is_pressed(*place.element);
  const float hover = scene.state(place, Channel::kHover, is_hovered, kQuickMs);
  const float press = scene.state(place, Channel::kPress, is_pressed, kQuickMs);
  const float done = scene.state(place, Channel::kDone, tone == "done");
  const float here = scene.state(place, Channel::kHere, tone == "here");
  const float begun = scene.state(place, Channel::kChosen, tone == "part");
  const float level = scene.value(place, Channel::kFill, tone == "part" ? fill_of(*place.element) : 0, kSettleMs);

  const float radius = kStopRem * scene.rem / 2 + kGrowPx * hover - kStopSinkPx * press;
  if (here > 0) canvas.disc(stop.centre, radius + 0.375f * scene.rem * here, mix(colours.card, colours.sun_tint, here));
  ImU32 edge = mix(mix(colours.border, colours.primary, begun), colours.primary, done > here ? done : here);
  edge = mix(edge, colours.primary, hover);
  ImU32 ground = mix(mix(colours.card, colours.sun, here), colours.primary, done);
  canvas.ring(stop.centre, radius, kThickEdgePx, edge, ground);
  if (level > 0) {
    // Filled from below, as far as its questions are answered.
    const float inside = radius - kThickEdgePx;
    const float angle = std::acos(1 - 2 * std::min(level, 1.0f));
    canvas.list()->PathArcTo(stop.centre, inside, kPi / 2 - angle, kPi / 2 + angle, 32);
    canvas.list()->PathFillConvex(colours.primary_tint);
  }
  if (done > 0) paint_check(canvas, stop.centre, radius * 2, mix(ground, colours.on_primary, done), done);
}

}  // namespace

StageOutput paint_trail(Scene& scene) {
  const auto card = std::find_if(scene.places().begin(), scene.places().end(),
                                 [](const Placed& place) { return place.element->role == Role::kTrail; });
  if (card == scene.places().end() || !scene.canvas.shows(card->rect)) return {};
  scene.enter(*card);
  std::vector<Stop> stops = stops_of(scene, card->rect);
  const StageOutput output = ask_window(card->handle, card->rect, stops);

  Path path;
  for (std::size_t i = 0; i + 1 < stops.size(); ++i) {
    lay_way(path, scene, card->rect, stops[i], stops[i + 1]);
    const float walked =
        scene.state(stops[i].place, Channel::kTick, tone_of(*stops[i].place.element) == "done", kFlowMs);
    path.paint(scene.canvas, walked, kPathPx, scene.colours.primary, scene.colours.border);
  }
  for (Stop& stop : stops) paint_stop(scene, stop);
  return output;
}

}  // namespace bytes::paint
