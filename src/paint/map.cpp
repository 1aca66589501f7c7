#include "paint/map.h"

#include <algorithm>

#include "paint/endings.h"
#include "paint/icons.h"
#include "paint/painters.h"
#include "paint/path.h"
#include "paint/words.h"

namespace bytes::paint {
namespace {

using outline::Attribute;
using outline::Element;
using outline::Role;

constexpr float kZoomStep = 1.6f;
constexpr int kMostLevel = 3;
// How far apart stops are when there is room, and what is left free around all of them.
constexpr float kStepRem[2] = {5, 7.5f};  // Down and across.
constexpr float kMarginRem = 1.75f;
// A stop's radius, and of the least step between stops.
constexpr float kNodeRem = 0.875f, kNodeShare = 0.34f;
constexpr float kHiddenShare = 0.7f, kEndingShare = 1.3f, kHaloShare = 1.4f;
constexpr float kMapGrowPx = 2.5f;
constexpr float kLabelGapRem = 0.25f;
// Below this radius a stop has no sign, no label, and lines are straight.
constexpr float kLeastSignPx = 5;
constexpr float kWideBox = 1.6f;
// The share of the box in which a stop is well in sight.
constexpr float kInSight = 0.8f;
constexpr float kBow = 0.3f;

float zoom_of(float level) {
  float zoom = 1;
  for (; level >= 1; level -= 1) zoom *= kZoomStep;
  return zoom * (1 + (kZoomStep - 1) * level);
}

int level_of(const Element& map) {
  const std::string_view fill = map.get(Attribute::kFill);
  return fill.empty() ? 0 : std::clamp(fill[0] - '0', 0, kMostLevel);
}

// "seen-good": the state, and the kind of an ending.
std::string_view state_in(std::string_view tone) { return tone.substr(0, tone.find('-')); }
std::string_view kind_in(std::string_view tone) {
  const std::size_t dash = tone.find('-');
  return dash == tone.npos ? std::string_view() : tone.substr(dash + 1);
}

float dot(ImVec2 a, ImVec2 b) { return a.x * b.x + a.y * b.y; }

Rect around(ImVec2 point, float reach) { return Rect{point.x, point.y, point.x, point.y}.grown(reach); }

const Element* list_of(const Scene& scene, int map) {
  const Element* path = scene.input.outline->parent_of(map);
  if (!path) return nullptr;
  for (const Element& part : path->children) {
    if (part.role == Role::kPathList) return &part;
  }
  return nullptr;
}

}  // namespace

void Maps::settle() {
  for (Map* map = first_.get(); map; map = map->next.get()) map->arrival = -1;
}

// Reads the graph out of the list, and lays it out.
void Maps::read(const Scene& scene, const Element& list, Map& map) const {
  const outline::Handles& outline = *scene.input.outline;
  int here = outline::kNoElement;
  for (const Element& stop : list.children) {
    if (state_in(tone_of(stop)) == "here") here = outline.of(stop.id);
  }
  if (here != map.here) {
    // Not of a map that is seen for the first time.
    if (map.here != outline::kNoElement) map.arrival = scene.input.now;
    map.is_new = true;
    for (const Node& node : map.nodes) map.is_new = map.is_new && node.handle != here;
    map.here = here;
  }

  map.nodes.clear();
  map.ways.clear();
  for (const Element& stop : list.children) {
    if (stop.role != Role::kPathStop || stop.children.empty()) continue;
    const int label = outline.of(stop.children[0].id);
    const bool is_link = stop.children[0].role == Role::kPathLink;
    map.nodes.push_back({outline.of(stop.id), label, is_link ? label : outline::kNoElement});
  }
  std::vector<GraphEdge> edges;
  const int stops = static_cast<int>(map.nodes.size());
  int from = -1;
  for (const Element& stop : list.children) {
    if (stop.role != Role::kPathStop || stop.children.empty()) continue;
    int press = map.nodes[static_cast<std::size_t>(++from)].press;
    for (const Element& part : stop.children) {
      if (part.role == Role::kButton) press = outline.of(part.id);
    }
    const std::size_t first = edges.size();
    for (const Element& part : stop.children) {
      for (const Element& way : part.children) {
        if (way.role != Role::kPathWay || tone_of(way).empty()) continue;
        const int handle = outline.of(way.id);
        const std::string_view target = way.get(Attribute::kTarget);
        int to = stops;
        if (!target.empty()) {
          const int wanted = outline.of(target);
          for (to = 0; to < stops && map.nodes[static_cast<std::size_t>(to)].handle != wanted;) ++to;
        }
        if (to == stops) {
          to = static_cast<int>(map.nodes.size());
          map.nodes.push_back({handle, handle, press, true});
        }
        edges.push_back({from, to});
        map.ways.push_back({handle, from, to, 0, 0, 0});
      }
    }
    // Ways to the same place lie beside each other.
    for (std::size_t i = first; i < edges.size(); ++i) {
      int earlier = 0, all = 0;
      for (std::size_t k = first; k < edges.size(); ++k) {
        if (edges[k].to != edges[i].to) continue;
        earlier += k < i;
        ++all;
      }
      map.ways[i].bow = (static_cast<float>(earlier) - static_cast<float>(all - 1) / 2) * kBow;
    }
  }
  // The scene that the list begins with is the one that the scenario does.
  const GraphLayout layout = lay_out_graph(static_cast<int>(map.nodes.size()), edges, 0);
  map.size = {static_cast<float>(std::max(0, layout.layers - 1)), layout.width};
  const auto spot_of = [&](const GraphPoint& point) {
    return Spot{static_cast<float>(point.layer) - map.size.x / 2, point.x};
  };
  for (std::size_t i = 0; i < map.nodes.size(); ++i) map.nodes[i].spot = spot_of(layout.nodes[i]);
  map.bends.clear();
  for (const GraphPoint& bend : layout.bends) map.bends.push_back(spot_of(bend));
  map.node_of.clear();
  for (std::size_t i = 0; i < map.nodes.size(); ++i) {
    const std::size_t label = static_cast<std::size_t>(std::max(0, map.nodes[i].label));
    if (label >= map.node_of.size()) map.node_of.resize(label + 1, -1);
    map.node_of[label] = static_cast<int>(i);
  }
  for (std::size_t i = 0; i < map.ways.size(); ++i) {
    Way& way = map.ways[i];
    way.first_bend = layout.ways[i].first_bend;
    way.bends = layout.ways[i].bends;
    if (layout.ways[i].goes_back) way.bow += 2 * kBow;
    if (way.bends > 0) way.bow = 0;  // Bends are apart by themselves.
  }
}

// Moves the middle no further than it takes to have the stop within that share of the view.
void Maps::bring(Map& map, int stop, float share) const {
  for (const Node& node : map.nodes) {
    if (node.handle != stop) continue;
    const Spot reach = map.view * (share / 2);
    map.middle = {std::clamp(map.middle.x, node.spot.x - reach.x, node.spot.x + reach.x),
                  std::clamp(map.middle.y, node.spot.y - reach.y, node.spot.y + reach.y)};
  }
}

// Where everything is in this frame.
void Maps::look(Scene& scene, const Placed& place, Map& map) const {
  const float margin = kMarginRem * scene.rem;
  const bool is_across = map.box.width() > kWideBox * map.box.height();
  const float room_along = std::max(1.0f, (is_across ? map.box.width() : map.box.height()) - 2 * margin);
  const float room_across = std::max(1.0f, (is_across ? map.box.height() : map.box.width()) - 2 * margin);
  const float level = scene.value(place, Channel::kFill, static_cast<float>(map.level), kSettleMs);
  const float zoom = zoom_of(level);
  const Spot size = {scene.value(place, Channel::kLong, map.size.x, kSettleMs),
                     scene.value(place, Channel::kWide, map.size.y, kSettleMs)};
  const auto step_of = [&](float room, float count, float most) {
    return zoom * (count * most > room ? room / count : most);
  };
  const float along = step_of(room_along, size.x, kStepRem[is_across] * scene.rem);
  const float across = step_of(room_across, size.y, kStepRem[!is_across] * scene.rem);
  const float forwards = scene.is_right_to_left() ? -1.0f : 1.0f;
  map.along = is_across ? ImVec2{along * forwards, 0} : ImVec2{0, along};
  map.across = is_across ? ImVec2{0, across} : ImVec2{across * forwards, 0};
  map.radius = std::min(kNodeRem * scene.rem, kNodeShare * std::min(along, across));

  // The map's ends do not come further into the box than its margin.
  const auto hold = [](float& at, float count, float view) {
    const float most = std::max(0.0f, (count - view) / 2);
    at = std::clamp(at, -most, most);
    return most > 0.01f;
  };
  const float rest = zoom / zoom_of(static_cast<float>(map.level));
  map.view = {room_along / along * rest, room_across / across * rest};
  map.can_pan = hold(map.middle.x, map.size.x, map.view.x);
  map.can_pan = hold(map.middle.y, map.size.y, map.view.y) || map.can_pan;
  const float time = map.is_dragged ? 0 : kSettleMs;
  Spot middle = {scene.value(place, Channel::kAlong, map.middle.x, time),
                 scene.value(place, Channel::kAcross, map.middle.y, time)};
  hold(middle.x, size.x, room_along / along);
  hold(middle.y, size.y, room_across / across);

  map.origin = map.box.centre() - map.along * middle.x - map.across * middle.y;
  for (Node& node : map.nodes) {
    const Placed stop = {node.element, node.handle, {}};
    const float x = scene.value(stop, Channel::kAlong, node.spot.x, kSettleMs);
    const float y = scene.value(stop, Channel::kAcross, node.spot.y, kSettleMs);
    node.at = map.origin + map.along * x + map.across * y;
    const float share = kind_in(tone_of(*node.element)).empty() ? 1 : kEndingShare;
    node.radius = map.radius * (node.is_hidden ? kHiddenShare : share);
    node.is_visible = around(node.at, node.radius * 2).overlaps(map.box);
  }
}

Maps::Node* Maps::hit(Map& map, ImVec2 point) const {
  Node* nearest = nullptr;
  float least = kLeastTargetPx / 2 * kLeastTargetPx / 2;
  for (Node& node : map.nodes) {
    const ImVec2 offset = node.at - point;
    if (!node.is_visible || !(dot(offset, offset) < least)) continue;
    least = dot(offset, offset);
    nearest = &node;
  }
  return nearest;
}

StageOutput Maps::update(Scene& scene) {
  StageOutput output;
  is_moving_ = false;
  const outline::Handles& outline = *scene.input.outline;
  const Interaction& interaction = scene.input.interaction;
  for (Map* map = first_.get(); map; map = map->next.get()) map->is_visible = false;
  for (const Placed& place : scene.places()) {
    if (place.element->role != Role::kPathMap || !scene.canvas.shows(place.rect)) continue;
    const Element* list = list_of(scene, place.handle);
    if (!list) continue;
    Map& map = ensure_known(first_, scene, place.handle);
    map.box = place.rect.grown(-kEdgePx);
    const int here = map.here;
    const std::uint64_t signature = outline::hash_of_outline(*list);
    bool is_stale = signature != map.signature;
    for (const Node& node : map.nodes) is_stale = is_stale || !outline.at(node.handle);
    if (is_stale) read(scene, *list, map);
    map.signature = signature;
    if (map.nodes.empty()) continue;
    map.is_visible = true;
    for (Node& node : map.nodes) node.element = outline.at(node.handle);

    scene.enter(place);
    const int level = level_of(*place.element);
    const bool is_first = map.level == 0;
    map.level = level;
    if (level == 0) map.middle = {0, 0};
    look(scene, place, map);
    const Element* stop = scene.around(interaction.focused, Role::kPathStop);
    const int focused = stop && interaction.focus_is_visible ? outline.of(stop->id) : outline::kNoElement;
    if (level > 0 && (is_first || here != map.here)) bring(map, map.here, is_first ? 0 : kInSight);
    if (level > 0 && focused != map.focused) bring(map, focused, kInSight);
    map.focused = focused;

    begin_stage(place.handle, place.rect);
    ImGui::SetCursorScreenPos(place.rect.corner());
    const bool is_clicked = ImGui::InvisibleButton("map", {place.rect.width(), place.rect.height()});
    const bool is_hovered = ImGui::IsItemHovered();
    const bool is_held = ImGui::IsItemActive();
    const ImVec2 pointer = ImGui::GetIO().MousePos;
    const ImVec2 at = {pointer.x + scene.input.window.x, pointer.y + scene.input.window.y};
    if (ImGui::IsItemActivated()) {
      map.grip = at;
      map.grip_middle = map.middle;
    }
    ImGui::End();
    if (is_held) {
      const ImVec2 by = at - map.grip;
      map.is_dragged = map.is_dragged || is_far(by, kSlipPx);
      if (map.is_dragged) {
        map.middle = map.grip_middle - Spot{dot(by, map.along) / dot(map.along, map.along),
                                            dot(by, map.across) / dot(map.across, map.across)};
      }
    }
    look(scene, place, map);

    const Node* over = is_hovered && !map.is_dragged ? hit(map, pointer) : nullptr;
    for (Node& node : map.nodes) {
      node.is_hovered = &node == over || node.handle == focused || scene.is_hovered(*node.element);
    }
    const int press = over ? over->press : outline::kNoElement;
    if (is_clicked) output.activated = std::max(output.activated, press);
    if (map.is_dragged || (is_hovered && (map.can_pan || press != outline::kNoElement))) output.wants_pointer = true;
    map.is_dragged = map.is_dragged && is_held;
  }
  return output;
}

// 0 to 1 between two shares of the time that the way to the new stop takes; 1 when nothing is on its way.
float Maps::arrived(const Scene& scene, const Map& map, float from, float to) const {
  if (map.arrival < 0) return 1;
  const float share = static_cast<float>((scene.input.now - map.arrival) * 1000) / kFlowMs;
  return std::clamp((share - from) / (to - from), 0.0f, 1.0f);
}

void Maps::paint_way(Scene& scene, const Map& map, const Way& way, bool is_taken) const {
  const Placed place = {scene.input.outline->at(way.handle), way.handle, {}};
  if (!place.element) return;
  const std::string_view tone = tone_of(*place.element);
  const float walked = scene.state(place, Channel::kDone, tone == "taken", kFlowMs);
  if ((walked > 0) != is_taken) return;
  const Node& from = map.nodes[static_cast<std::size_t>(way.from)];
  const Node& to = map.nodes[static_cast<std::size_t>(way.to)];
  const bool is_small = map.radius < kLeastSignPx;
  const ImVec2 aside = map.across * way.bow;

  Path path;
  Rect reach = around(from.at, 0);
  ImVec2 last = from.at;
  path.begin(last);
  if (way.from == way.to) {
    const ImVec2 side = map.across * 0.7f, up = map.along * 0.4f;
    path.curve(last - up + side, last + up + side, last);
    reach = reach.grown(std::fabs(side.x + side.y));
  }
  for (int i = 0; i <= way.bends && way.from != way.to; ++i) {
    ImVec2 next = to.at;
    if (i < way.bends) {
      const Spot bend = map.bends[static_cast<std::size_t>(way.first_bend + i)];
      next = map.origin + map.along * bend.x + map.across * bend.y;
    }
    reach = reach.joined(around(next, 0));
    // Leaves and arrives in the direction of the layers.
    const ImVec2 half = map.along * (dot(next - last, map.along) / dot(map.along, map.along) / 2);
    if (is_small) {
      path.line(next);
    } else {
      path.curve(last + half + aside, next - half + aside, next);
    }
    last = next;
  }
  if (!reach.grown(std::fabs(aside.x + aside.y) + kPathPx).overlaps(map.box)) return;

  const Palette& colours = scene.colours;
  const float share = map.radius / (kNodeRem * scene.rem);
  const float thick = std::max(1.5f, kPathPx * share), thin = std::max(1.0f, kPathPx / 2 * share);
  // Between stops that are hardly there dots would be a thousand.
  if (tone == "earlier" || is_small) path.paint(scene.canvas, 1, thin, colours.border, colours.border);
  if (walked > 0) {
    path.paint(scene.canvas, walked, thick, colours.primary, tone == "taken" && !is_small ? colours.border : 0);
  } else if (tone != "earlier" && !is_small) {
    path.paint(scene.canvas, 0, thin, colours.border, colours.border);
  }
}

void Maps::paint_node(Scene& scene, const Map& map, const Node& node) const {
  const Palette& colours = scene.colours;
  Canvas& canvas = scene.canvas;
  const Placed place = {node.element, node.handle, {}};
  const float hover = scene.state(place, Channel::kHover, node.is_hovered, kQuickMs);
  float radius = node.radius + std::min(kMapGrowPx, node.radius / 2) * hover;
  if (node.is_hidden) {
    const ImU32 ink = mix(colours.border, colours.primary, hover);
    canvas.disc(node.at, radius, colours.card);
    if (map.radius < kLeastSignPx) return canvas.ring(node.at, radius, 1, ink, colours.card);
    constexpr int kDots = 12;
    for (int i = 0; i < kDots; ++i) {
      const float angle = static_cast<float>(i) * (2 * kPi / kDots);
      canvas.disc(node.at + ImVec2{std::cos(angle), std::sin(angle)} * radius, radius * 0.11f, ink);
    }
    return paint_question(canvas, node.at, radius * 1.5f, ink);
  }

  const std::string_view tone = tone_of(*place.element);
  const std::string_view state = state_in(tone), kind = kind_in(tone);
  const float here = scene.state(place, Channel::kHere, state == "here");
  const float seen = scene.state(place, Channel::kDone, state != "earlier");
  if (node.handle == map.here && map.arrival >= 0) {
    // The way arrives first; then the stop swells once, and a ring goes out from it.
    if (map.is_new) radius *= ease_out(arrived(scene, map, 0.5f, 1));
    const float pulse = arrived(scene, map, 0.8f, 2);
    if (pulse > 0 && pulse < 1) {
      canvas.disc(node.at, radius * (1 + 1.2f * ease_out(pulse)), faded(colours.sun, 0.6f * (1 - pulse)));
      radius *= 1 + 0.2f * std::sin(pulse * kPi);
    }
  }
  if (here > 0) canvas.disc(node.at, radius * (1 + (kHaloShare - 1) * here), mix(colours.card, colours.sun_tint, here));

  const EndingLook look = kind.empty()
                              ? EndingLook{colours.card, colours.primary, mix(colours.primary, colours.sun, here),
                                           colours.on_primary, nullptr}
                              : look_of_ending(kind, colours);
  const ImU32 ground = mix(look.tint, look.ground, seen);
  const ImU32 edge = mix(kind.empty() ? mix(colours.border, colours.primary, hover) : look.strong, look.strong, seen);
  canvas.ring(node.at, radius, std::min(kThickEdgePx, radius / 3), edge, ground);
  if (map.radius < kLeastSignPx) return;
  if (!kind.empty()) {
    look.sign(canvas, node.at, radius * 1.7f, mix(look.strong, look.ink, seen));
  } else if (seen > here) {
    paint_check(canvas, node.at, radius * 2, mix(ground, look.ink, seen), seen - here);
  }
}

// Whose label a word is part of; null when it is none's.
Maps::Node* Maps::labelled(Map& map, const Quad& quad) const {
  if (quad.element < 0 || static_cast<std::size_t>(quad.element) >= map.node_of.size()) return nullptr;
  const int node = map.node_of[static_cast<std::size_t>(quad.element)];
  return node < 0 ? nullptr : &map.nodes[static_cast<std::size_t>(node)];
}

// Gives labels their places, the most important first, and leaves out those that would lie over others.
void Maps::place_labels(Scene& scene, Map& map) const {
  for (Node& node : map.nodes) {
    node.words = {};
    node.is_labelled = false;
  }
  for (const Quad& quad : scene.input.words) {
    Node* node = labelled(map, quad);
    const Rect rect = {quad.x, quad.y, quad.x + quad.width, quad.y + quad.height};
    // Also false for what is no number.
    if (!node || !rect.is_within(around({0, 0}, 1e6f)) || !(quad.width > 0 && quad.height > 0)) continue;
    node->words = node->words.width() > 0 ? node->words.joined(rect) : rect;
  }

  const auto rank_of = [](const Node& node) {
    if (node.is_hovered) return 0;
    if (node.is_hidden) return 5;
    const std::string_view tone = tone_of(*node.element);
    if (state_in(tone) == "here") return 1;
    if (!kind_in(tone).empty()) return 2;
    return state_in(tone) == "seen" ? 3 : 4;
  };
  const float gap = kLabelGapRem * scene.rem;
  const bool is_across = map.along.x != 0;
  const Rect room = map.box.grown(-2);
  for (int rank = 0; rank < (map.radius < kLeastSignPx ? 3 : 5); ++rank) {
    for (Node& node : map.nodes) {
      if (node.words.width() <= 0 || rank_of(node) != rank || !around(node.at, 0).is_within(map.box)) continue;
      const float width = node.words.width(), height = node.words.height();
      const float reach = node.radius * (rank == 1 ? kHaloShare : 1) + gap;
      const auto into_room = [&](float left) { return std::max(room.left, std::min(left, room.right - width)); };
      for (int side = 0; side < 4 && !node.is_labelled; ++side) {
        // Where lines leave in the direction of reading, below and above come first, else the sides.
        const bool is_upright = (side < 2) == is_across;
        const float out = side % 2 == 0 ? 1.0f : -1.0f;
        ImVec2 middle = node.at;
        if (is_upright) {
          middle.x = into_room(node.at.x - width / 2) + width / 2;
          middle.y += out * (reach + height / 2);
        } else {
          middle.x += (scene.is_right_to_left() ? -out : out) * (reach + width / 2);
        }
        node.shown = {middle.x - width / 2, middle.y - height / 2, middle.x + width / 2, middle.y + height / 2};
        node.is_labelled = node.shown.is_within(room);
        for (const Node& other : map.nodes) {
          if (&other == &node ? false : other.is_labelled && other.shown.overlaps(node.shown.grown(gap / 2)))
            node.is_labelled = false;
          // Where a learner is and how it ended matters more than a way that is still hidden.
          const bool may_be_covered = other.is_hidden && rank <= 2;
          if (other.is_visible && !may_be_covered && around(other.at, other.radius).overlaps(node.shown)) {
            node.is_labelled = false;
          }
        }
      }
      if (rank > 0 || node.is_labelled) continue;
      // What the pointer asks for is shown, even over others.
      node.is_labelled = true;
      const float up = node.shown.bottom > room.bottom || node.at.y > map.box.centre().y ? -reach - height : reach;
      const ImVec2 to = {into_room(node.at.x - width / 2), node.at.y + up};
      node.shown = node.shown.moved(to - node.shown.corner());
    }
  }
}

void Maps::paint(Scene& scene) {
  for (Map* map = first_.get(); map; map = map->next.get()) {
    if (!map->is_visible) continue;
    Placed place{};
    scene.find(map->handle, place);
    scene.enter(place);
    if (scene.input.reduced_motion || arrived(scene, *map, 0, 2) >= 1) map->arrival = -1;
    is_moving_ = is_moving_ || map->arrival >= 0;
    ImDrawList* list = scene.canvas.list();
    list->PushClipRect(map->box.corner(), map->box.far_corner(), true);
    for (const bool is_taken : {false, true}) {
      for (const Way& way : map->ways) paint_way(scene, *map, way, is_taken);
    }
    // The one with the halo first, so that this lies over no other.
    for (const bool is_here : {true, false}) {
      for (const Node& node : map->nodes) {
        if (node.is_visible && (node.handle == map->here) == is_here) paint_node(scene, *map, node);
      }
    }
    place_labels(scene, *map);
    for (const bool is_hovered : {false, true}) {
      for (const Node& node : map->nodes) {
        if (!node.is_labelled || node.is_hovered != is_hovered) continue;
        scene.canvas.fill(node.shown.grown(2), 4, faded(scene.colours.card, is_hovered ? 1 : 0.85f));
      }
      WordBrush brush(scene);
      for (const Quad& quad : scene.input.words) {
        const Node* node = labelled(*map, quad);
        if (!node || !node->is_labelled || node->is_hovered != is_hovered) continue;
        brush.draw(quad, {scene.canvas.snap(node->shown.left - node->words.left + scene.input.window.x),
                          scene.canvas.snap(node->shown.top - node->words.top + scene.input.window.y)});
      }
    }
    list->PopClipRect();
  }
}

void paint_path_map(Scene& scene, const Placed& place) {
  scene.canvas.box(place.rect, kRowRadiusPx, kEdgePx, scene.colours.line, scene.colours.card);
}

}  // namespace bytes::paint
