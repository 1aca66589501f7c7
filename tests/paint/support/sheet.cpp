#include "tests/paint/support/sheet.h"

#include <functional>

namespace bytes::test {

using outline::Attribute;
using outline::Element;
using outline::Role;

Sheet::Sheet() : root_(outline::make(Role::kPage, "root")) {
  input.window = {0, 0, 400, 600, 1};
  input.now = 1;
  ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
}

Element& Sheet::element(std::string_view id) {
  std::function<Element*(Element&)> search = [&](Element& element) -> Element* {
    if (element.id == id) return &element;
    for (Element& child : element.children) {
      if (Element* found = search(child)) return found;
    }
    return nullptr;
  };
  Element* found = search(root_);
  return found ? *found : root_;
}

Element& Sheet::add(Role role, std::string_view id, std::vector<float> box, std::string_view parent,
                    std::string_view tone) {
  Element made = outline::make(role, id);
  if (!tone.empty()) made.set(Attribute::kTone, tone);
  element(parent.empty() ? "root" : parent).add(std::move(made));
  if (box.size() == 4) boxes_.emplace_back(std::string(id), std::move(box));
  return element(id);
}

void Sheet::move(std::string_view id, std::string_view parent, std::vector<float> box) {
  std::function<bool(Element&, Element&)> take = [&](Element& from, Element& taken) {
    for (std::size_t i = 0; i < from.children.size(); ++i) {
      if (from.children[i].id == id) {
        taken = std::move(from.children[i]);
        from.children.erase(from.children.begin() + static_cast<std::ptrdiff_t>(i));
        return true;
      }
      if (take(from.children[i], taken)) return true;
    }
    return false;
  };
  Element taken;
  if (take(root_, taken)) element(parent).add(std::move(taken));
  // Boxes come in reading order.
  for (std::size_t i = 0; i < boxes_.size(); ++i) {
    if (boxes_[i].first != id) continue;
    boxes_.erase(boxes_.begin() + static_cast<std::ptrdiff_t>(i));
    boxes_.emplace_back(id, std::move(box));
    return;
  }
}

int Sheet::handle(std::string_view id) {
  handles_.update(root_);
  return handles_.of(id);
}

void Sheet::add_trail(const std::vector<std::string_view>& tones, TrailBoxes trail_boxes) {
  add(Role::kTrail, "trail", {40, 20, 320, 140});
  add(Role::kTrailList, "stops", {60, 40, 280, 100}, "trail");
  const float width = 280 / static_cast<float>(tones.size());
  for (std::size_t i = 0; i < tones.size(); ++i) {
    const std::string section = "section-" + std::to_string(i + 1);
    const std::string stop = section + ":stop";
    const float x = 60 + width * static_cast<float>(i);
    add(Role::kStop, stop, {x, 50, width, 80}, "stops", tones[i])
        .set(Attribute::kTarget, section)
        .set(Attribute::kFill, tones[i] == "part"   ? "0.50"
                               : tones[i] == "done" ? "1"
                                                    : "0");
    add(Role::kStopLink, section + ":stop-link", {x, 50, width, 70}, stop);
    const float y = 200 + 160 * static_cast<float>(i);
    add(Role::kSection, section, {40, y, 320, 150});
    add(Role::kHeading, section + ":title", {40, y, 320, 30}, section);
  }
  if (trail_boxes == TrailBoxes::kNone) {
    std::erase_if(boxes_, [&](const auto& entry) {
      const Role role = element(entry.first).role;
      return role == Role::kTrail || role == Role::kTrailList || role == Role::kStop || role == Role::kStopLink;
    });
  }
}

void Sheet::add_question(std::string_view id, std::string_view tone, const std::vector<std::string_view>& option_tones,
                         float y) {
  const std::string name(id);
  add(Role::kQuestion, name, {40, y, 320, 80 + 60 * static_cast<float>(option_tones.size())}, {}, tone);
  add(Role::kOptions, name + ":options", {}, name);
  for (std::size_t i = 0; i < option_tones.size(); ++i) {
    const std::string option = name + "/" + std::to_string(i + 1);
    const std::vector<float> box = {60, y + 60 + 60 * static_cast<float>(i), 280, 50};
    add(Role::kOption, option, box, name + ":options", option_tones[i]);
    add(Role::kRadio, option + ":control", box, option);
    add(Role::kOptionLabel, option + ":label", {}, option);
  }
}

void Sheet::point_at(float x, float y, bool is_down) {
  input.interaction.stage_has_pointer = true;
  input.interaction.pointer_x = x;
  input.interaction.pointer_y = y;
  input.interaction.pointer_is_down = is_down;
}

paint::PaintOutput Sheet::paint() {
  handles_.update(root_);
  std::vector<paint::Box> boxes;
  for (const auto& [id, box] : boxes_) boxes.push_back({handles_.of(id), box[0], box[1], box[2], box[3]});
  input.outline = &handles_;
  input.boxes = boxes;
  input.words = words;
  input.word_pages = pages;
  return painter.paint(input);
}

int Sheet::paint_until_still() {
  int frames = 1;
  for (; paint().wants_frame && frames < 1000; ++frames) wait(1.0 / 60);
  return frames;
}

}  // namespace bytes::test
