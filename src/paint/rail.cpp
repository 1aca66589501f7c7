#include "paint/rail.h"

#include <algorithm>
#include <cmath>

#include "paint/icons.h"
#include "paint/path.h"

namespace bytes::paint {
namespace {

using outline::Element;
using outline::Role;

// CSS px. In a wide margin the rail keeps its distance from the column; in a narrow one it keeps a little nearer to the
// page's edge, and is smaller.
constexpr float kWideMargin = 64;
constexpr float kFromColumn = 32;
constexpr float kNarrowShare = 0.55f;
// The share of a flight after which the spark is in its bud, which then opens.
constexpr float kLanding = 0.62f;
// Discs that a spark draws behind it.
constexpr int kTail = 16;

bool is_answered(const Element& question) {
  const std::string_view tone = tone_of(question);
  return tone == "right" || tone == "done";
}

// The rows and cards of a question's answer.
template <typename Visit>
void for_each_option(const Element& element, const Visit& visit) {
  for (const Element& part : element.children) {
    if (part.role == Role::kOption || part.role == Role::kSortCard) {
      visit(part);
    } else {
      for_each_option(part, visit);
    }
  }
}

// The stops of the page that `section` is on. The trail itself may be far from here, and then it has no box.
std::vector<const Element*> stops_of(const outline::Handles& outline, const Element& section) {
  std::vector<const Element*> stops;
  const Element* page = outline.parent_of(outline.of(section.id));
  if (!page) return stops;
  for (const Element& part : page->children) {
    if (part.role != Role::kTrail) continue;
    for (const Element& list : part.children) {
      for (const Element& stop : list.children) {
        if (stop.role == Role::kStop) stops.push_back(&stop);
      }
    }
  }
  return stops;
}

}  // namespace

void Rail::settle() {
  known_.clear();
  flights_.clear();
  nodes_.clear();
}

float Rail::flown(const Scene& scene, int question) const {
  for (const Flight& flight : flights_) {
    if (flight.question != question) continue;
    const float share = static_cast<float>((scene.input.now - flight.start) * 1000) / kFlowMs;
    return std::clamp(share / kLanding, 0.0f, 1.0f);
  }
  return 1;
}

float Rail::opened(const Scene& scene, int question) const {
  for (const Flight& flight : flights_) {
    if (flight.question != question) continue;
    const float share = static_cast<float>((scene.input.now - flight.start) * 1000) / kFlowMs;
    return std::clamp((share - kLanding) / (1 - kLanding), 0.0f, 1.0f);
  }
  return 1;
}

// A question that was open with something chosen when it was painted last, and is answered now, was answered by the
// learner, here: answers that the store brings come without a spark.
void Rail::watch(const Scene& scene, const Placed& question) {
  bool has_choice = false;
  for_each_option(*question.element,
                  [&](const Element& option) { has_choice = has_choice || tone_of(option) == "chosen"; });
  const Known now = {question.handle, has_choice, is_answered(*question.element), true};
  const auto before =
      std::find_if(known_.begin(), known_.end(), [&](const Known& known) { return known.question == question.handle; });
  if (before == known_.end()) {
    known_.push_back(now);
    return;
  }
  if (now.is_answered && !before->is_answered && before->has_choice && !scene.input.reduced_motion) {
    flights_.push_back({question.handle, scene.input.now});
  }
  *before = now;
}

void Rail::lay(Scene& scene) {
  nodes_.clear();
  card_ = nullptr;
  std::vector<const Element*> stops;
  Rect column;
  float margin = 0;
  bool is_wide = false;
  for (const Placed& place : scene.places()) {
    const Element& element = *place.element;
    if (element.role == Role::kTrail) card_ = &place;
    const bool is_bud = element.role == Role::kQuestion;
    if (!is_bud && element.role != Role::kHeading) continue;
    if (is_bud) watch(scene, place);

    // All of a page's sections share one column; what stands on a card of its own, as the page's end does, is narrower.
    if (nodes_.empty()) {
      scene.enter(place);
      column = place.rect;
      margin = scene.is_right_to_left() ? scene.canvas.width() - column.right : column.left;
      is_wide = margin >= kWideMargin;
      width_ = is_wide ? 3.0f : 2.0f;
    }
    const Rect& rect = place.rect;
    Node node{&place, {}, 0, is_bud, false, false};
    node.at.x = scene.start_of(column, -(is_wide ? kFromColumn : margin * kNarrowShare));
    if (is_bud) {
      // Beside the question's first line, and leaning a little towards it.
      node.at.y = rect.top + 2 * scene.rem;
      if (is_wide) node.at.x += (scene.is_right_to_left() ? -0.5f : 0.5f) * scene.rem;
      node.radius = is_wide ? 6.0f : 4.0f;
      node.is_done = is_answered(element);
    } else {
      node.at.y = rect.top + std::min(rect.height() / 2, 1.1f * scene.rem);
      node.radius = is_wide ? 8.0f : 5.0f;
      const Element* section = scene.input.outline->parent_of(place.handle);
      if (!section) continue;
      if (stops.empty()) stops = stops_of(*scene.input.outline, *section);
      const auto is_done = [](const Element* stop) { return tone_of(*stop) == "done"; };
      const auto stop = std::find_if(stops.begin(), stops.end(), [&](const Element* one) {
        return one->get(outline::Attribute::kTarget) == section->id;
      });
      // A heading that no stop leads to is the page's end.
      node.is_done = stop == stops.end() ? std::all_of(stops.begin(), stops.end(), is_done) : is_done(*stop);
      node.is_here = stop != stops.end() && tone_of(**stop) == "here";
    }
    nodes_.push_back(node);
  }
  if (stops.empty()) nodes_.clear();
}

void Rail::paint_way(Scene& scene) const {
  const Palette& colours = scene.colours;
  Path path;
  if (card_) {
    // Out of the trail's card.
    scene.enter(*card_);
    const float edge = scene.start_of(card_->rect, 0);
    const float from = card_->rect.bottom - 2 * kCardRadiusPx;
    const Node& first = nodes_.front();
    path.begin({edge, from});
    path.curve({first.at.x, from}, {first.at.x, from}, {first.at.x, from + 2 * scene.rem});
    path.line(first.at);
    path.paint(scene.canvas, first.is_done || first.is_here ? 1.0f : 0.0f, width_, colours.primary, colours.border);
  }
  for (std::size_t i = 0; i + 1 < nodes_.size(); ++i) {
    const Node& from = nodes_[i];
    const Node& to = nodes_[i + 1];
    if (!scene.canvas.shows({from.at.x, from.at.y, to.at.x, to.at.y}, width_)) continue;
    // The way to a bud is walked when its question is answered, and the way on from there too.
    float walked = (to.is_bud ? to.is_done : from.is_done) ? 1.0f : 0.0f;
    if (to.is_bud) {
      walked *= ease_out(flown(scene, to.place->handle));
    } else if (from.is_bud) {
      walked *= ease_out(opened(scene, from.place->handle));
    }
    const float height = to.at.y - from.at.y;
    const float bow = std::min(height / 2, 3 * scene.rem);
    path.begin(from.at);
    path.line({from.at.x, from.at.y + std::max(0.0f, height - 2 * bow)});
    path.curve({from.at.x, to.at.y - bow}, {to.at.x, to.at.y - bow}, to.at);
    path.paint(scene.canvas, walked, width_, colours.primary, colours.border);
  }
}

void Rail::paint_node(Scene& scene, const Node& node) const {
  const Palette& colours = scene.colours;
  Canvas& canvas = scene.canvas;
  float done = scene.state(*node.place, Channel::kDone, node.is_done);
  float swell = 0;
  const float open = node.is_bud ? opened(scene, node.place->handle) : 1;
  if (open < 1) {
    done = ease_out(open);
    swell = std::sin(open * kPi) * 0.6f;
  }
  const float here = scene.state(*node.place, Channel::kHere, node.is_here);
  const float radius = node.radius * (1 + swell);
  canvas.disc(node.at, radius + width_, colours.paper);
  if (here > 0) canvas.disc(node.at, radius * (1 + 0.5f * here), mix(colours.paper, colours.sun_tint, here));
  const ImU32 ground = mix(mix(colours.paper, colours.sun, here), colours.primary, done);
  canvas.ring(node.at, radius, kThickEdgePx, mix(colours.border, colours.primary, std::max(done, here)), ground);
}

void Rail::paint(Scene& scene) {
  if (scene.input.reduced_motion) flights_.clear();
  std::erase_if(flights_, [&](const Flight& flight) { return !(opened(scene, flight.question) < 1); });
  for (Known& known : known_) known.is_seen = false;
  lay(scene);
  std::erase_if(known_, [](const Known& known) { return !known.is_seen; });
  if (nodes_.empty()) return;
  paint_way(scene);
  for (const Node& node : nodes_) {
    if (scene.canvas.shows({node.at.x, node.at.y, node.at.x, node.at.y}, 24)) paint_node(scene, node);
  }
}

void Rail::paint_sparks(Scene& scene) {
  for (const Node& node : nodes_) {
    const float flight = node.is_bud ? flown(scene, node.place->handle) : 1;
    if (flight >= 1) continue;
    for_each_option(*node.place->element, [&](const Element& option) {
      const std::string_view tone = tone_of(option);
      Placed row{nullptr, outline::kNoElement, {}};
      // Of a judgement the choice is neither right nor wrong.
      if (tone == "open" || tone == "missed" || !scene.find(scene.input.outline->of(option.id), row)) return;
      scene.enter(row);
      const ImVec2 from = {scene.start_of(row.rect, kEdgePx + (kRowInlineRem + kControlRem / 2) * scene.rem),
                           row.rect.top + kEdgePx + (kRowBlockRem + kTextLineRem / 2) * scene.rem};
      Path path;
      path.begin(from);
      path.curve({node.at.x, from.y}, {node.at.x, from.y}, node.at);
      const ImU32 colour = tone == "wrong" ? scene.colours.border : scene.colours.sun;
      for (int i = kTail; i >= 0; --i) {
        const float behind = static_cast<float>(i) / kTail;
        const float t = flight - behind * 0.22f;
        if (t <= 0) continue;
        const float opacity = i > 0 ? 0.5f * (1 - behind) : 1;
        scene.canvas.disc(path.at(t * t * (3 - 2 * t)), (0.375f - 0.25f * behind) * scene.rem, faded(colour, opacity));
      }
    });
  }
}

}  // namespace bytes::paint
