#include "paint/net.h"

#include <algorithm>
#include <cmath>

#include "paint/painters.h"
#include "paint/path.h"
#include "paint/words.h"

namespace bytes::paint {
namespace {

using outline::Attribute;
using outline::Element;
using outline::Role;

// A bit for each is all there is; nobody has more in sight.
constexpr std::size_t kMostSides = 8;
// Of the box: how wide and high a side's ground is from its middle, and how far that is from the map's.
constexpr float kReachX = 0.29f, kReachY = 0.34f, kOffX = 0.19f, kOffY = 0.16f;
constexpr float kAloneX = 0.36f, kAloneY = 0.36f;
// The map's middle: room is left below it for rows that are on no side.
constexpr float kMiddleDown = 0.47f;
constexpr float kRoomRem = 0.5f;
// How much of a label's room there is around its words, and around the centre's.
constexpr float kPadXRem = 0.5f, kPadYRem = 0.25f;
constexpr float kCentrePadXRem = 0.875f, kCentrePadYRem = 0.5f;
constexpr float kDotRem = 0.4375f;
// What is left free between rows, and what one takes up while its words are not known.
constexpr float kApartRem = 0.5f;
constexpr float kRowWidthRem = 5.5f, kRowHeightRem = 2.5f;
constexpr float kCentreWidthRem = 5, kCentreHeightRem = 4;
constexpr float kSideNameRem = 3;
constexpr float kGridPx = 8;
constexpr float kTieBow = 0.14f;

float square(float value) { return value * value; }

bool is_in(ImVec2 point, ImVec2 centre, ImVec2 radius) {
  return square((point.x - centre.x) / radius.x) + square((point.y - centre.y) / radius.y) < 1;
}

Rect box_around(ImVec2 centre, float width, float height) {
  return {centre.x - width / 2, centre.y - height / 2, centre.x + width / 2, centre.y + height / 2};
}

Rect padded(const Rect& rect, float x, float y) { return {rect.left - x, rect.top - y, rect.right + x, rect.bottom + y}; }

const Element* part_of(const Element& element, Role role) {
  for (const Element& child : element.children) {
    if (child.role == role) return &child;
  }
  return nullptr;
}

// 0 to 100; -1 for what is no number.
int percent_of(std::string_view digits) {
  int percent = digits.empty() ? -1 : 0;
  for (const char digit : digits) {
    if (digit < '0' || digit > '9' || percent > 100) return -1;
    percent = percent * 10 + (digit - '0');
  }
  return std::min(percent, 100);
}

// In which direction a side lies: two left and right of the centre, more of them around it.
ImVec2 direction_of(std::size_t side, std::size_t sides) {
  if (sides == 1) return {0, 0};
  const float turn = 2 * kPi / static_cast<float>(sides);
  const float angle = -kPi / 2 - turn / 2 + turn * static_cast<float>(side);
  return {std::cos(angle), std::sin(angle)};
}

}  // namespace

// A row that is on several sides stands in the list once for each.
void Nets::read(const Scene& scene, const Element& list, Net& net) const {
  const outline::Handles& outline = *scene.input.outline;
  net.centre = {};
  net.sides.clear();
  net.nodes.clear();
  net.has_ties = false;
  if (const Element* centre = part_of(list, Role::kNetCenter)) net.centre.handle = outline.of(centre->id);
  const Element* sides = part_of(list, Role::kNetSides);
  if (!sides) return;
  for (const Element& side : sides->children) {
    const Element* name = part_of(side, Role::kNetSideName);
    const bool is_none = tone_of(side) == "none";
    if (!name || (!is_none && net.sides.size() >= kMostSides)) continue;
    const std::uint32_t bit = is_none ? 0 : 1u << net.sides.size();
    if (!is_none) net.sides.push_back({{outline.of(name->id)}, tone_of(side) == "empty", {}, {}});
    const Element* names = part_of(side, Role::kNetNames);
    if (!names) continue;
    for (const Element& item : names->children) {
      const Element* link = part_of(item, Role::kNetName);
      const int row = outline.of(item.get(Attribute::kTarget));
      if (!link || row == outline::kNoElement) continue;
      auto node = std::find_if(net.nodes.begin(), net.nodes.end(), [&](const Node& each) { return each.handle == row; });
      if (node == net.nodes.end()) {
        net.nodes.push_back({row, {outline.of(link->id)}, 0, percent_of(item.get(Attribute::kFill))});
        node = net.nodes.end() - 1;
        net.has_ties = net.has_ties || node->tie >= 0;
      }
      node->sides |= bit;
    }
  }
}

void Nets::place_sides(const Scene& scene, Net& net) const {
  const float width = net.box.width(), height = net.box.height();
  const float forwards = scene.is_right_to_left() ? -1.0f : 1.0f;
  net.middle = {net.box.centre().x, net.box.top + kMiddleDown * height};
  const bool is_alone = net.sides.size() == 1;
  for (std::size_t i = 0; i < net.sides.size(); ++i) {
    const ImVec2 way = direction_of(i, net.sides.size());
    Side& side = net.sides[i];
    side.centre = {net.middle.x + forwards * way.x * kOffX * width, net.middle.y + way.y * kOffY * height};
    // Round where there is room to be.
    side.radius = {(is_alone ? kAloneX : kReachX) * width, (is_alone ? kAloneY : kReachY) * height};
    side.radius.x = std::min(side.radius.x, side.radius.y * 1.25f);
    side.radius.y = std::min(side.radius.y, side.radius.x * 1.25f);
  }
}

// Every row takes the place that is on its sides and no others, and there the farthest from what is taken already.
void Nets::place_nodes(const Scene& scene, Net& net) const {
  struct Taken {
    ImVec2 at;
    float width, height;
  };
  std::vector<Taken> taken;
  for (Node& node : net.nodes) {
    // A name in a row of its own is as wide as the page has it.
    const Rect& words = node.label.words;
    const bool has_words = words.width() > 0;
    const float row_width = has_words ? words.width() + (2 * kPadXRem + kApartRem) * scene.rem : kRowWidthRem * scene.rem;
    const float row_height = has_words ? words.height() + (2 * kPadYRem + kApartRem) * scene.rem : kRowHeightRem * scene.rem;
    const Rect room = padded(net.box, -row_width / 2, -row_height / 2);
    ImVec2 home = {0, 0};
    float sides = 0;
    for (std::size_t i = 0; i < net.sides.size(); ++i) {
      if ((node.sides >> i & 1) == 0) continue;
      home = home + net.sides[i].centre;
      ++sides;
    }
    home = sides > 0 ? home * (1 / sides) : net.middle;
    float best = -1e9f;
    ImVec2 place = net.middle;
    for (float y = room.top; y <= room.bottom; y += kGridPx) {
      for (float x = room.left; x <= room.right; x += kGridPx) {
        const ImVec2 point = {x, y};
        float score = 0;
        for (std::size_t i = 0; i < net.sides.size(); ++i) {
          const Side& side = net.sides[i];
          const bool is_wanted = (node.sides >> i & 1) != 0;
          // A little inside, and well outside.
          const ImVec2 reach = side.radius + (is_wanted ? ImVec2{-8, -8} : ImVec2{row_width / 4, row_height / 3});
          if (is_in(point, side.centre, reach) != is_wanted) score -= 10;
          if (is_in(point, side.centre, side.radius) != is_wanted) score -= 100;
        }
        // As wide and as high as a row is far: from others, from the centre, from where the sides' names are.
        const auto far = [&](ImVec2 from, float wide, float high) {
          return std::max(std::fabs(point.x - from.x) / wide, std::fabs(point.y - from.y) / high);
        };
        float free = 1.6f;
        free = std::min(free, far(net.middle, (kCentreWidthRem * scene.rem + row_width) / 2,
                                  (kCentreHeightRem * scene.rem + row_height) / 2));
        for (const Taken& other : taken) {
          free = std::min(free, far(other.at, (row_width + other.width) / 2, (row_height + other.height) / 2));
        }
        const float from_top = (y - net.box.top) / (kSideNameRem * scene.rem + row_height / 2);
        free = std::min(free, from_top);
        // Among equals the nearest to the middle of its sides.
        score += 4 * free - std::fabs(y - home.y) / net.box.height() - 0.5f * std::fabs(x - home.x) / net.box.width();
        if (score > best) {
          best = score;
          place = point;
        }
      }
    }
    taken.push_back({place, row_width, row_height});
    node.spot = {(place.x - net.box.left) / net.box.width(), (place.y - net.box.top) / net.box.height()};
  }
}

StageOutput Nets::update(Scene& scene) {
  StageOutput output;
  const outline::Handles& outline = *scene.input.outline;
  const Interaction& interaction = scene.input.interaction;
  for (Net* net = first_.get(); net; net = net->next.get()) net->is_visible = false;
  for (const Placed& place : scene.places()) {
    if (place.element->role != Role::kNetMap || !scene.canvas.shows(place.rect)) continue;
    const Element* whole = outline.parent_of(place.handle);
    const Element* list = whole ? part_of(*whole, Role::kNetList) : nullptr;
    if (!list) continue;
    Net& net = ensure_known(first_, scene, place.handle);
    net.box = place.rect.grown(-kEdgePx);
    if (net.box.width() < 1 || net.box.height() < 1) continue;
    net.is_visible = true;
    scene.enter(place);
    const std::uint64_t signature = outline::hash_of_outline(*list) + (scene.is_right_to_left() ? 1 : 0);
    const ImVec2 size = {net.box.width(), net.box.height()};
    bool is_stale = signature != net.signature || size.x != net.laid_out.x || size.y != net.laid_out.y;
    for (const Node& node : net.nodes) is_stale = is_stale || !outline.at(node.label.handle);
    if (is_stale) read(scene, *list, net);
    find_words(scene, net);
    float widths = 0;
    for (const Node& node : net.nodes) widths += node.label.words.width();
    is_stale = is_stale || std::fabs(widths - net.widths) > 1;
    net.widths = widths;
    place_sides(scene, net);
    if (is_stale) place_nodes(scene, net);
    net.signature = signature;
    net.laid_out = size;
    for (Node& node : net.nodes) {
      const Placed row = {outline.at(node.handle), node.handle, {}};
      node.at = {net.box.left + scene.value(row, Channel::kAcross, node.spot.x, kSettleMs) * size.x,
                 net.box.top + scene.value(row, Channel::kAlong, node.spot.y, kSettleMs) * size.y};
    }
    place_labels(scene, net);

    begin_stage(place.handle, place.rect);
    ImGui::SetCursorScreenPos(place.rect.corner());
    const bool is_clicked = ImGui::InvisibleButton("net", {place.rect.width(), place.rect.height()});
    const bool is_hovered = ImGui::IsItemHovered();
    const ImVec2 pointer = ImGui::GetIO().MousePos;
    ImGui::End();
    const Node* over = nullptr;
    for (const Node& node : net.nodes) {
      const Rect target = box_around(node.at, kLeastTargetPx, kLeastTargetPx)
                              .joined(node.label.is_shown ? node.label.shown : box_around(node.at, 0, 0));
      if (!is_hovered || !target.holds(pointer)) continue;
      const auto distance = [&](const Node& each) {
        return square(each.at.x - pointer.x) + square(each.at.y - pointer.y);
      };
      if (!over || distance(node) < distance(*over)) over = &node;
    }
    for (Node& node : net.nodes) {
      const Element* link = outline.at(node.label.handle);
      const bool is_focused = interaction.focus_is_visible && interaction.focused == node.label.handle;
      node.is_hovered = &node == over || is_focused || (link && scene.is_hovered(*link));
    }
    if (!over) continue;
    output.wants_pointer = true;
    if (is_clicked) output.activated = std::max(output.activated, over->label.handle);
  }
  return output;
}

// Where the page has the words of the map's labels.
void Nets::find_words(Scene& scene, Net& net) const {
  net.label_of.clear();
  const auto know = [&](Label& label) {
    label.words = {};
    label.is_shown = false;
    if (label.handle < 0) return;
    const std::size_t index = static_cast<std::size_t>(label.handle);
    if (index >= net.label_of.size()) net.label_of.resize(index + 1, nullptr);
    net.label_of[index] = &label;
  };
  know(net.centre);
  for (Side& side : net.sides) know(side.label);
  for (Node& node : net.nodes) know(node.label);
  const Rect page = box_around({0, 0}, 2e6f, 2e6f);
  for (const Quad& quad : scene.input.words) {
    if (quad.element < 0 || static_cast<std::size_t>(quad.element) >= net.label_of.size()) continue;
    Label* label = net.label_of[static_cast<std::size_t>(quad.element)];
    const Rect rect = {quad.x, quad.y, quad.x + quad.width, quad.y + quad.height};
    // Also false for what is no number.
    if (!label || !rect.is_within(page) || !(quad.width > 0 && quad.height > 0)) continue;
    label->words = label->words.width() > 0 ? label->words.joined(rect) : rect;
  }
}

// Gives words their places. Those that would lie over others are left out, and a dot stands for their row.
void Nets::place_labels(Scene& scene, Net& net) const {
  const Rect room = net.box.grown(-kRoomRem * scene.rem / 2);
  const auto show = [&](Label& label, ImVec2 at, float pad_x, float pad_y) {
    const float width = label.words.width() + 2 * pad_x, height = label.words.height() + 2 * pad_y;
    if (label.words.width() <= 0 || width > room.width() || height > room.height()) return;
    at.x = std::clamp(at.x, room.left + width / 2, room.right - width / 2);
    at.y = std::clamp(at.y, room.top + height / 2, room.bottom - height / 2);
    label.shown = box_around(at, width, height);
    label.is_shown = true;
  };
  show(net.centre, net.middle, kCentrePadXRem * scene.rem, kCentrePadYRem * scene.rem);
  for (std::size_t i = 0; i < net.sides.size(); ++i) {
    Side& side = net.sides[i];
    // At the outer end of its ground; where there are no more than two, in a line above them.
    const ImVec2 way = direction_of(i, net.sides.size());
    const bool is_above = way.y < 0.1f;
    const float half = side.label.words.height() / 2 + kRoomRem * scene.rem / 2;
    const float y = is_above ? side.centre.y - side.radius.y - half : side.centre.y + side.radius.y + half;
    const float x = net.sides.size() > 1 ? side.centre.x + (side.centre.x - net.middle.x) * 0.35f : side.centre.x;
    show(side.label, {x, y}, 0, 0);
  }
  const float pad_x = kPadXRem * scene.rem, pad_y = kPadYRem * scene.rem;
  for (Node& node : net.nodes) {
    show(node.label, node.at, pad_x, pad_y);
    Label& label = node.label;
    if (!label.is_shown || node.is_hovered) continue;
    const auto hides = [&](const Label& other) {
      if (&other != &label && other.is_shown && other.shown.grown(2).overlaps(label.shown)) label.is_shown = false;
    };
    hides(net.centre);
    for (const Side& side : net.sides) hides(side.label);
    for (const Node& other : net.nodes) {
      if (&other == &node) break;
      hides(other.label);
      // Of others that have none a dot is seen.
      if (!other.label.is_shown && label.shown.overlaps(box_around(other.at, kDotRem * scene.rem, kDotRem * scene.rem))) {
        label.is_shown = false;
      }
    }
  }
}

void Nets::paint_tie(Scene& scene, const Net& net, const Node& node) const {
  const Palette& colours = scene.colours;
  const ImVec2 way = node.at - net.middle;
  // Away from the straight line, and to the same side all around.
  const ImVec2 aside = ImVec2{-way.y, way.x} * (way.x < 0 ? -kTieBow : kTieBow);
  Path path;
  path.begin(net.middle);
  path.curve(net.middle + way * 0.35f + aside, net.middle + way * 0.7f + aside, node.at);
  const bool is_known = node.tie >= 0 || !net.has_ties;
  const int tie = net.has_ties ? node.tie : 100;
  const float most = kPathPx * 0.75f;
  const float width = (tie >= 67 ? most : most * 0.6f) + (node.is_hovered ? 1.0f : 0.0f);
  const ImU32 ink = is_known ? colours.primary : colours.border;
  const bool is_dotted = is_known && tie < 34;
  path.paint(scene.canvas, is_dotted ? 0.0f : 1.0f, !is_known ? 1.0f : is_dotted ? most * 0.8f : width, ink, ink);
}

void Nets::paint_labels(Scene& scene, const Net& net, bool is_hovered) const {
  const Palette& colours = scene.colours;
  Canvas& canvas = scene.canvas;
  for (const Node& node : net.nodes) {
    if (node.is_hovered != is_hovered) continue;
    const ImU32 edge = is_hovered ? colours.primary : colours.border;
    if (node.label.is_shown) {
      canvas.box(node.label.shown, kRowRadiusPx, is_hovered ? kThickEdgePx : kEdgePx, edge,
                 is_hovered ? colours.hover : colours.card);
    } else {
      canvas.ring(node.at, kDotRem * scene.rem, kThickEdgePx, colours.primary, colours.card);
    }
  }
  const auto draws = [&](const Label& label) {
    const bool is_node = &label != &net.centre &&
                         std::none_of(net.sides.begin(), net.sides.end(), [&](const Side& side) { return &side.label == &label; });
    if (!is_node) return !is_hovered;
    return std::any_of(net.nodes.begin(), net.nodes.end(), [&](const Node& node) {
      return &node.label == &label && node.is_hovered == is_hovered;
    });
  };
  WordBrush brush(scene);
  for (const Quad& quad : scene.input.words) {
    if (quad.element < 0 || static_cast<std::size_t>(quad.element) >= net.label_of.size()) continue;
    const Label* label = net.label_of[static_cast<std::size_t>(quad.element)];
    if (!label || !label->is_shown || !draws(*label)) continue;
    const ImVec2 by = label->shown.centre() - label->words.centre();
    brush.draw(quad, {canvas.snap(by.x + scene.input.window.x), canvas.snap(by.y + scene.input.window.y)});
  }
}

void Nets::paint(Scene& scene) {
  for (Net* net = first_.get(); net; net = net->next.get()) {
    if (!net->is_visible) continue;
    Placed place{};
    scene.find(net->handle, place);
    scene.enter(place);
    const Palette& colours = scene.colours;
    Canvas& canvas = scene.canvas;
    ImDrawList* list = canvas.list();
    list->PushClipRect(net->box.corner(), net->box.far_corner(), true);
    // What is on both sides has both their colours.
    for (std::size_t i = 0; i < net->sides.size(); ++i) {
      const Side& side = net->sides[i];
      const ImU32 grounds[] = {colours.primary_tint, colours.sun_tint, colours.right_tint};
      if (!side.is_empty || net->nodes.empty()) {
        list->AddEllipseFilled(side.centre, side.radius, faded(grounds[i % IM_ARRAYSIZE(grounds)], 0.75f), 0, 64);
      }
    }
    for (const Side& side : net->sides) {
      constexpr int kPoints = 64;
      // A gap is an outline without a ground, and that one of dashes.
      const bool is_gap = side.is_empty && !net->nodes.empty();
      for (int i = 0; i < kPoints; ++i) {
        const auto point = [&](int at) {
          const float angle = 2 * kPi * static_cast<float>(at) / kPoints;
          return ImVec2{side.centre.x + side.radius.x * std::cos(angle), side.centre.y + side.radius.y * std::sin(angle)};
        };
        if (is_gap && i % 2 == 1) continue;
        const ImVec2 ends[] = {point(i), point(i + 1)};
        list->PathLineTo(ends[0]);
        list->PathLineTo(ends[1]);
        list->PathStroke(is_gap ? colours.border : colours.line, ImDrawFlags_None, is_gap ? 1.5f : 1.0f);
      }
    }
    for (const Node& node : net->nodes) paint_tie(scene, *net, node);
    if (net->centre.is_shown) {
      canvas.box(net->centre.shown, net->centre.shown.height() / 2, kThickEdgePx, colours.sun_deep, colours.sun_tint);
    } else {
      canvas.ring(net->middle, scene.rem, kThickEdgePx, colours.sun_deep, colours.sun_tint);
    }
    for (const bool is_hovered : {false, true}) paint_labels(scene, *net, is_hovered);
    list->PopClipRect();
  }
}

void paint_net_map(Scene& scene, const Placed& place) {
  scene.canvas.box(place.rect, kRowRadiusPx, kEdgePx, scene.colours.line, scene.colours.card);
}

}  // namespace bytes::paint
