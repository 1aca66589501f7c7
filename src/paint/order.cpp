#include "paint/order.h"

#include <algorithm>
#include <cmath>

#include "paint/painters.h"
#include "paint/shadow.h"

namespace bytes::paint {
namespace {

using outline::Attribute;
using outline::Element;
using outline::Role;

constexpr float kLeastCarry = 0.5f;
// Seconds that a dropped row waits for the outline before it flies back.
constexpr double kPatience = 0.5;

bool can_be_moved(const Element& row) {
  return std::any_of(row.children.begin(), row.children.end(),
                     [](const Element& part) { return part.role == Role::kOrderMoves; });
}

}  // namespace

void Orders::settle() {
  rows_.clear();
  carried_ = outline::kNoElement;
  waits_until_ = -1;
}

void Orders::send(Row& row, float to, double now) {
  if (row.to == to) return;
  row.from = row.offset;
  row.to = to;
  row.start = now;
}

// Reads the rows in sight. When one has another place than before, all of its board fly from where they were shown.
void Orders::look(Scene& scene) {
  std::vector<Row> rows;
  for (const Placed& place : scene.places()) {
    if (place.element->role != Role::kOrderRow) continue;
    const Element* board = scene.around(place.handle, Role::kOrderBoard);
    if (!board) continue;
    const int handle = scene.input.outline->of(board->id);
    const int before = rows.empty() || rows.back().board != handle ? -1 : rows.back().place;
    rows.push_back({place.handle, handle, before + 1, place.rect, place.rect.top + scene.input.window.y, 0, 0, 0, -1,
                    !can_be_moved(*place.element), true});
  }
  const auto known = [&](const Row& row) {
    return std::find_if(rows_.begin(), rows_.end(), [&](const Row& one) { return one.handle == row.handle; });
  };
  const auto has_changed = [&](int board) {
    return std::any_of(rows.begin(), rows.end(), [&](const Row& row) {
      const auto old = known(row);
      return row.board == board && old != rows_.end() && old->place != row.place;
    });
  };
  for (Row& row : rows) {
    const auto old = known(row);
    if (old == rows_.end()) continue;
    row.offset = old->offset;
    row.from = old->from;
    row.to = old->to;
    row.start = old->start;
    if (!has_changed(row.board)) continue;
    waits_until_ = -1;
    row.offset = row.from = old->at + old->offset - row.at;
    row.to = 0;
    row.start = std::fabs(row.from) > kLeastCarry ? scene.input.now : -1;
    if (row.start < 0) row.offset = 0;
  }
  rows_ = std::move(rows);
}

float Orders::carry(const Scene& scene, Row& row, bool& dropped) {
  ImGui::SetCursorScreenPos(row.rect.corner());
  ImGui::PushID(row.handle);
  ImGui::InvisibleButton("row", {row.rect.width(), row.rect.height()});
  ImGui::PopID();
  const float pointer = ImGui::GetIO().MousePos.y + scene.input.window.y;
  if (ImGui::IsItemActivated() && !row.is_locked) {
    carried_ = row.handle;
    grip_ = pointer;
  }
  if (carried_ != row.handle) return 0;
  // A pointer that is taken away, as by a page that scrolls, drops nothing.
  const bool is_gone = !ImGui::IsMousePosValid();
  const float offset = pointer - grip_;
  if (!is_gone && ImGui::IsItemActive()) return std::fabs(offset) > kSlipPx ? offset : 0;
  carried_ = outline::kNoElement;
  dropped = !is_gone && std::fabs(offset) > kSlipPx;
  return dropped ? offset : 0;
}

int Orders::make_room(Row& carried, float offset, double now) {
  const float middle = carried.rect.centre().y + offset;
  int place = carried.place;
  for (const Row& row : rows_) {
    if (row.board != carried.board) continue;
    if (row.place < carried.place && middle < row.rect.centre().y) --place;
    if (row.place > carried.place && middle > row.rect.centre().y) ++place;
  }
  // How far apart neighbours begin, less the upper one's height.
  float gap = 0;
  for (std::size_t i = 1; i < rows_.size(); ++i) {
    if (rows_[i].board == carried.board && rows_[i - 1].board == carried.board) {
      gap = rows_[i].rect.top - rows_[i - 1].rect.bottom;
    }
  }
  const float room = carried.rect.height() + gap;
  for (Row& row : rows_) {
    if (row.board != carried.board || row.handle == carried.handle) continue;
    const bool goes_up = row.place > carried.place && row.place <= place;
    const bool goes_down = row.place < carried.place && row.place >= place;
    send(row, goes_up ? -room : goes_down ? room : 0, now);
  }
  return place;
}

StageOutput Orders::update(Scene& scene) {
  is_moving_ = false;
  StageOutput output;
  look(scene);
  const double now = scene.input.now;
  if (rows_.empty()) carried_ = outline::kNoElement;
  int board = outline::kNoElement;
  for (Row& row : rows_) {
    if (row.board != board) {
      if (board != outline::kNoElement) ImGui::End();
      board = row.board;
      Placed place{nullptr, board, {}};
      scene.find(board, place);
      begin_stage(board, place.rect);
    }
    bool dropped = false;
    const bool was_carried = carried_ == row.handle;
    const float offset = carry(scene, row, dropped);
    if (carried_ == row.handle) {
      row.start = -1;
      row.offset = row.to = offset;
      make_room(row, offset, now);
    } else if (dropped) {
      const int place = make_room(row, offset, now);
      row.offset = row.to = offset;
      float home = 0;
      for (const Row& other : rows_) {
        if (other.board != row.board || other.place != place) continue;
        home = place > row.place ? other.rect.bottom - row.rect.bottom : other.rect.top - row.rect.top;
      }
      send(row, home, now);
      if (place != row.place) {
        output.activated = row.handle;
        output.place = place;
        waits_until_ = now + kPatience;
      }
    } else if (was_carried) {
      waits_until_ = now;
    }
  }
  if (board != outline::kNoElement) ImGui::End();
  // Nothing came of it: all go back.
  if (waits_until_ >= 0 && now >= waits_until_) {
    waits_until_ = -1;
    for (Row& row : rows_) send(row, 0, now);
  }
  is_moving_ = waits_until_ >= 0;
  for (Row& row : rows_) {
    if (row.start >= 0) {
      const float share = static_cast<float>((now - row.start) * 1000) / kSettleMs;
      if (share < 1 && !scene.input.reduced_motion) {
        row.offset = row.from + (row.to - row.from) * ease_out(std::max(0.0f, share));
        is_moving_ = true;
      } else {
        row.offset = row.to;
        row.start = -1;
      }
    }
    Placed place{};
    const bool is_carried = carried_ == row.handle;
    if ((row.offset != 0 || is_carried) && scene.find(row.handle, place)) {
      scene.lift(place, {0, row.offset}, is_carried ? Layer::kCarried : Layer::kLifted);
    }
  }
  return output;
}

void paint_order_row(Scene& scene, const Placed& place) {
  const Palette& colours = scene.colours;
  const std::string_view tone = tone_of(*place.element);
  const float right = scene.state(place, Channel::kRight, tone == "right");
  const float wrong = scene.state(place, Channel::kWrong, tone == "wrong");
  const bool is_carried = scene.layer_of(place.handle) == Layer::kCarried;
  const float held = scene.state(place, Channel::kChosen, is_carried, kQuickMs);
  if (is_carried) paint_shadow(scene.canvas, place.rect, colours.shadow);
  const ImU32 ground = mix(mix(colours.card, colours.right_tint, right), colours.wrong_tint, wrong);
  ImU32 edge = mix(mix(colours.border, colours.right, right), colours.wrong, wrong);
  edge = mix(edge, colours.primary, held);
  scene.canvas.box(place.rect, kRowRadiusPx, kEdgePx + (kThickEdgePx - kEdgePx) * held, edge, ground);
}

void paint_order_move(Scene& scene, const Placed& place) {
  const Palette& colours = scene.colours;
  const bool is_enabled = !place.element->has(Attribute::kDisabled);
  const float hover = scene.hover(place, is_enabled);
  const float press = scene.press(place, is_enabled);
  const float quiet = scene.state(place, Channel::kQuiet, !is_enabled);
  const ImU32 ground = mix(mix(colours.card, colours.hover, hover), colours.primary_tint, press);
  scene.canvas.box(place.rect, kButtonRadiusPx, kEdgePx, mix(colours.border, colours.line, quiet), ground);
  const ImVec2 centre = place.rect.centre();
  const float reach = 0.34375f * scene.rem;
  const float tip = (place.element->role == Role::kOrderUp ? -0.5f : 0.5f) * reach;
  const ImVec2 points[] = {
      {centre.x - reach, centre.y - tip}, {centre.x, centre.y + tip}, {centre.x + reach, centre.y - tip}};
  scene.canvas.stroke(points, 3, 0.15625f * scene.rem, mix(colours.primary, colours.line, quiet));
}

}  // namespace bytes::paint
