#include "paint/scene.h"

#include <cmath>

namespace bytes::paint {
namespace {

// Further than any page reaches; what is beyond is a mistake, and would overflow.
constexpr float kFarthest = 4e6f;
constexpr int kStageDepth = 6;

bool is_sound(const Box& box) {
  const auto is_near = [](float value) { return std::fabs(value) < kFarthest; };  // Also false for what is no number.
  return is_near(box.x) && is_near(box.y) && box.width > 0 && box.height > 0 && is_near(box.width) &&
         is_near(box.height);
}

}  // namespace

Scene::Scene(const PaintInput& frame_input, Canvas& frame_canvas, Tweens& tweens)
    : canvas(frame_canvas),
      colours(frame_input.palettes ? (*frame_input.palettes)[frame_input.theme] : palette_of(frame_input.theme)),
      input(frame_input),
      rem(frame_input.root_font_size > 1 && frame_input.root_font_size < 1000 ? frame_input.root_font_size : 16),
      tweens_(tweens),
      is_right_to_left_(frame_input.right_to_left) {
  places_.reserve(input.boxes.size());
  for (const Box& box : input.boxes) {
    const outline::Element* element = input.outline->at(box.element);
    if (!element || !is_sound(box)) continue;
    const std::size_t handle = static_cast<std::size_t>(box.element);
    if (handle >= by_handle_.size()) by_handle_.resize(handle + 1, -1);
    by_handle_[handle] = static_cast<int>(places_.size());
    places_.push_back({element, box.element, canvas.place(box)});
  }
  hovered_ = chain_of(input.interaction.hovered);
  pressed_ = chain_of(input.interaction.pressed);
}

bool Scene::find(int handle, Placed& place) const {
  if (handle < 0 || static_cast<std::size_t>(handle) >= by_handle_.size()) return false;
  const int index = by_handle_[static_cast<std::size_t>(handle)];
  if (index < 0) return false;
  place = places_[static_cast<std::size_t>(index)];
  return true;
}

const outline::Element* Scene::around(int handle, outline::Role role) const {
  for (int depth = 0; depth < kStageDepth; ++depth) {
    const outline::Element* parent = input.outline->parent_of(handle);
    if (!parent || parent->role == role) return parent;
    handle = input.outline->of(parent->id);
  }
  return nullptr;
}

float Scene::words_down(int handle) const {
  for (const Shift& shift : shifts_) {
    if (shift.element == handle) return shift.down;
  }
  return 0;
}

void Scene::lift(const Placed& place, ImVec2 offset, Layer layer) {
  lifts_.push_back(offset);
  layers_.push_back(layer);
  mark_lifted(*place.element, static_cast<int>(lifts_.size()) - 1);
}

void Scene::mark_lifted(const outline::Element& element, int lift) {
  const int handle = input.outline->of(element.id);
  if (handle >= 0) {
    const std::size_t index = static_cast<std::size_t>(handle);
    if (index >= lift_of_.size()) lift_of_.resize(index + 1, -1);
    lift_of_[index] = lift;
  }
  for (const outline::Element& child : element.children) mark_lifted(child, lift);
}

const ImVec2* Scene::find_offset(int handle) const {
  if (handle < 0 || static_cast<std::size_t>(handle) >= lift_of_.size()) return nullptr;
  const int lift = lift_of_[static_cast<std::size_t>(handle)];
  return lift < 0 ? nullptr : &lifts_[static_cast<std::size_t>(lift)];
}

Layer Scene::find_layer(int handle) const {
  const ImVec2* offset = find_offset(handle);
  return offset ? layers_[static_cast<std::size_t>(offset - lifts_.data())] : Layer::kPage;
}

Scene::Chain Scene::chain_of(int handle) const {
  Chain chain;
  const outline::Element* element = input.outline->at(handle);
  for (int depth = 0; element && depth < kDepth; ++depth) {
    chain.elements[depth] = element;
    const outline::Element* parent = input.outline->parent_of(handle);
    if (!parent) break;
    handle = input.outline->of(parent->id);
    element = parent;
  }
  return chain;
}

bool Scene::contains(const Chain& chain, const outline::Element& element) {
  for (const outline::Element* link : chain.elements) {
    if (link == &element) return true;
  }
  return false;
}

void Scene::enter(const Placed& place) {
  const std::string_view own = place.element->get(outline::Attribute::kDirection);
  if (!own.empty()) {
    is_right_to_left_ = own == "rtl";
    return;
  }
  // Neighbours have the same parent, and looking up a chain of parents takes a while.
  const outline::Element* parent = input.outline->parent_of(place.handle);
  if (parent != entered_parent_) {
    entered_parent_ = parent;
    parent_is_right_to_left_ = input.right_to_left;
    for (const outline::Element* link : chain_of(place.handle).elements) {
      const std::string_view direction = link ? link->get(outline::Attribute::kDirection) : "";
      if (direction.empty()) continue;
      parent_is_right_to_left_ = direction == "rtl";
      break;
    }
  }
  is_right_to_left_ = parent_is_right_to_left_;
}

float Scene::value(const Placed& place, Channel channel, float target, float milliseconds) {
  return tweens_.toward(place.handle, channel, target, milliseconds);
}

float Scene::state(const Placed& place, Channel channel, bool is_on, float milliseconds) {
  return value(place, channel, is_on ? 1.0f : 0.0f, milliseconds);
}

float Scene::hover(const Placed& place, bool is_enabled) {
  return state(place, Channel::kHover, is_enabled && is_hovered(*place.element), kQuickMs);
}

float Scene::press(const Placed& place, bool is_enabled) {
  return state(place, Channel::kPress, is_enabled && is_pressed(*place.element), kQuickMs);
}

}  // namespace bytes::paint
