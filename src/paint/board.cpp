#include "paint/board.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "paint/painters.h"
#include "paint/shadow.h"
#include "paint/stage.h"

namespace bytes::paint {
namespace {

using outline::Attribute;
using outline::Element;
using outline::Role;

constexpr float kLeastOffset = 0.5f;

bool can_be_carried(const Element& card) {
  return std::any_of(card.children.begin(), card.children.end(),
                     [](const Element& part) { return part.role == Role::kSortChoices; });
}

// The group of that board that the point lies in; false when there is none.
bool group_at(const Scene& scene, int board, ImVec2 point, Placed& group) {
  for (const Placed& place : scene.places()) {
    if (place.element->role != Role::kSortGroup || !place.rect.holds(point)) continue;
    const Element* its_board = scene.around(place.handle, Role::kSortBoard);
    if (!its_board || scene.input.outline->of(its_board->id) != board) continue;
    group = place;
    return true;
  }
  return false;
}

}  // namespace

void Boards::settle() {
  known_.clear();
  carried_ = outline::kNoElement;
}

Boards::Known* Boards::find(int card) {
  const auto found = std::find_if(known_.begin(), known_.end(), [&](const Known& one) { return one.card == card; });
  return found == known_.end() ? nullptr : &*found;
}

std::vector<Boards::Card> Boards::cards_of(const Scene& scene) const {
  std::vector<Card> cards;
  for (const Placed& place : scene.places()) {
    if (place.element->role != Role::kSortCard) continue;
    const Element* list = scene.input.outline->parent_of(place.handle);
    const Element* board = scene.around(place.handle, Role::kSortBoard);
    if (!list || !board) continue;
    cards.push_back({place, scene.input.outline->of(list->id), scene.input.outline->of(board->id),
                     !can_be_carried(*place.element)});
  }
  return cards;
}

ImVec2 Boards::carry(Scene& scene, const Card& card, bool& dropped) {
  const Rect& rect = card.place.rect;
  ImGui::SetCursorScreenPos(rect.corner());
  ImGui::PushID(card.place.handle);
  ImGui::InvisibleButton("card", {rect.width(), rect.height()});
  ImGui::PopID();
  const ImVec2 window = {scene.input.window.x, scene.input.window.y};
  const ImVec2 pointer = ImGui::GetIO().MousePos;
  if (ImGui::IsItemActivated() && !card.is_locked) {
    carried_ = card.place.handle;
    grip_ = {pointer.x + window.x, pointer.y + window.y};
  }
  if (carried_ != card.place.handle) return {0, 0};
  // A pointer that is taken away, as by a page that scrolls, drops nothing.
  const bool is_gone = !ImGui::IsMousePosValid();
  const ImVec2 offset = {pointer.x + window.x - grip_.x, pointer.y + window.y - grip_.y};
  if (!is_gone && ImGui::IsItemActive()) return is_far(offset, kSlipPx) ? offset : ImVec2{0, 0};
  carried_ = outline::kNoElement;
  dropped = !is_gone && is_far(offset, kSlipPx);
  return dropped ? offset : ImVec2{0, 0};
}

// Cards fly from where they were shown last: all of a board's when one of them has changed its list, since the others
// move up.
void Boards::fly(Scene& scene, const std::vector<Card>& cards) {
  const auto has_changed = [&](int board) {
    return std::any_of(cards.begin(), cards.end(), [&](const Card& card) {
      const Known* known = find(card.place.handle);
      return card.board == board && known && known->list != card.list;
    });
  };
  const double now = scene.input.now;
  for (const Card& card : cards) {
    const ImVec2 at = {card.place.rect.left + scene.input.window.x, card.place.rect.top + scene.input.window.y};
    Known* known = find(card.place.handle);
    if (!known) {
      known_.push_back({card.place.handle, card.list, at, {0, 0}, {0, 0}, -1, true});
      continue;
    }
    known->is_seen = true;
    if (has_changed(card.board)) {
      known->from = {known->at.x + known->offset.x - at.x, known->at.y + known->offset.y - at.y};
      known->start = is_far(known->from, kLeastOffset) ? now : -1;
    }
    known->at = at;
  }
  // Only now: whether a board has changed is asked of all its cards.
  for (const Card& card : cards) find(card.place.handle)->list = card.list;
  std::erase_if(known_, [](const Known& known) { return !known.is_seen; });
}

int Boards::update(Scene& scene) {
  is_moving_ = false;
  for (Known& known : known_) known.is_seen = false;
  const std::vector<Card> cards = cards_of(scene);
  fly(scene, cards);
  if (cards.empty()) {
    carried_ = outline::kNoElement;
    return outline::kNoElement;
  }

  int activated = outline::kNoElement;
  int board = outline::kNoElement;
  for (const Card& card : cards) {
    if (card.board != board) {
      if (board != outline::kNoElement) ImGui::End();
      board = card.board;
      Placed place{nullptr, board, {}};
      scene.find(board, place);
      begin_stage(board, place.rect);
    }
    Known& known = *find(card.place.handle);
    bool dropped = false;
    ImVec2 offset = carry(scene, card, dropped);
    const bool is_carried = carried_ == card.place.handle && is_far(offset, 0);
    if (is_carried || dropped) {
      Placed group{};
      const bool has_group = group_at(scene, card.board, ImGui::GetIO().MousePos, group);
      if (has_group && is_carried) scene.set_drop_target(group.handle);
      if (has_group && dropped) {
        const std::string control =
            card.place.element->id + "/" + std::string(group.element->get(Attribute::kTarget)) + ":control";
        activated = scene.input.outline->of(control);
      }
      known.start = -1;
    }
    if (dropped) {
      // Back to its place; into the group, once the outline has it there.
      known.from = offset;
      known.start = scene.input.now;
    }
    if (scene.input.reduced_motion) known.start = -1;
    if (!is_carried) {
      offset = {0, 0};
      if (known.start >= 0) {
        const float share = static_cast<float>((scene.input.now - known.start) * 1000) / kSettleMs;
        if (share < 1) {
          const float left = 1 - ease_out(std::max(0.0f, share));
          offset = {known.from.x * left, known.from.y * left};
          is_moving_ = true;
        } else {
          known.start = -1;
        }
      }
    }
    known.offset = offset;
    if (is_far(offset, 0)) scene.lift(card.place, offset);
  }
  ImGui::End();
  return activated;
}

void paint_sort_pool(Scene& scene, const Placed& place) {
  scene.canvas.fill(place.rect, kRowRadiusPx, scene.colours.hover);
}

void paint_sort_group(Scene& scene, const Placed& place) {
  const Palette& colours = scene.colours;
  const float over = scene.state(place, Channel::kHover, scene.drop_target() == place.handle, kQuickMs);
  scene.canvas.box(place.rect, kRowRadiusPx, kThickEdgePx, mix(colours.line, colours.primary, over),
                   mix(colours.paper, colours.primary_tint, over));
}

void paint_sort_card(Scene& scene, const Placed& place) {
  const Palette& colours = scene.colours;
  const std::string_view tone = tone_of(*place.element);
  const float right = scene.state(place, Channel::kRight, tone == "right");
  const float wrong = scene.state(place, Channel::kWrong, tone == "wrong");
  if (scene.is_lifted(place.handle)) paint_shadow(scene.canvas, place.rect, colours.shadow);
  const ImU32 ground = mix(mix(colours.card, colours.right_tint, right), colours.wrong_tint, wrong);
  const ImU32 edge = mix(mix(colours.border, colours.right, right), colours.wrong, wrong);
  scene.canvas.box(place.rect, kRowRadiusPx, kEdgePx, edge, ground);
}

void paint_sort_grip(Scene& scene, const Placed& place) {
  const ImVec2 centre = place.rect.centre();
  const float step = 0.375f * scene.rem;
  for (int row = -1; row <= 1; ++row) {
    for (int side = -1; side <= 1; side += 2) {
      scene.canvas.disc({centre.x + 0.5f * step * static_cast<float>(side), centre.y + step * static_cast<float>(row)},
                        0.09375f * scene.rem, scene.colours.border);
    }
  }
}

void paint_sort_choice(Scene& scene, const Placed& place) {
  const Palette& colours = scene.colours;
  const float chosen = scene.state(place, Channel::kChosen, tone_of(*place.element) == "chosen", kQuickMs);
  const float hover = scene.hover(place);
  const float press = scene.press(place);
  ImU32 ground = mix(colours.card, colours.hover, hover);
  ground = mix(ground, colours.primary_tint, std::max(press, chosen));
  scene.canvas.box(place.rect, kButtonRadiusPx, kEdgePx + (kThickEdgePx - kEdgePx) * chosen,
                   mix(colours.border, colours.primary, chosen), ground);
}

}  // namespace bytes::paint
