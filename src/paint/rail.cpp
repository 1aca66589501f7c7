#include "paint/rail.h"

#include <algorithm>
#include <cmath>

#include "paint/icons.h"
#include "paint/path.h"

namespace bytes::paint {
namespace {

using outline::Element;
using outline::Role;

constexpr float kWideMargin = 64;    // CSS px. From here on the rail keeps its distance from the column,
constexpr float kFromColumn = 32;    // which is this; in a narrower margin it keeps a little nearer to the page's edge.
constexpr float kNarrowShare = 0.55f;
constexpr float kLanded = 0.62f;     // The share of a flight after which the spark is in its bud.

bool is_answered(const Element& question) {
  const std::string_view tone = tone_of(question);
  return tone == "right" || tone == "done";
}

template <typename Visit>
void for_each_option(const Element& question, const Visit& visit) {
  for (const Element& part : question.children) {
    if (part.role != Role::kOptions) continue;
    for (const Element& option : part.children) {
      if (option.role == Role::kOption) visit(option);
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

// A stop or a bud.
struct Node {
  const Placed* place;
  ImVec2 at;
  float radius;
  bool is_bud;
  bool is_done;
  bool is_here;
};

}  // namespace

void Rail::settle() {
  known_.clear();
  flights_.clear();
}

float Rail::flown(const Scene& scene, int question) const {
  for (const Flight& flight : flights_) {
    if (flight.question == question) {
      return static_cast<float>((scene.input.now - flight.start) * 1000) / kFlowMs;
    }
  }
  return 1;
}

// A question that was open with something chosen when it was painted last, and is answered now, was answered by the
// learner, here: answers that the store brings come without.
void Rail::watch(Scene& scene, const Placed& question) {
  bool has_choice = false;
  for_each_option(*question.element, [&](const Element& option) { has_choice = has_choice || tone_of(option) == "chosen"; });
  const bool answered = is_answered(*question.element);
  for (Known& known : known_) {
    if (known.question != question.handle) continue;
    if (answered && !known.is_answered && known.has_choice && !scene.input.reduced_motion) {
      flights_.push_back({question.handle, scene.input.now, {}});
    }
    known = {question.handle, has_choice, answered, true};
    return;
  }
  known_.push_back({question.handle, has_choice, answered, true});
}

void Rail::paint(Scene& scene) {
  const Palette& colours = scene.colours;
  Canvas& canvas = scene.canvas;
  const auto& outline = *scene.input.outline;

  for (Known& known : known_) known.is_seen = false;
  if (scene.input.reduced_motion) flights_.clear();
  flights_.erase(std::remove_if(flights_.begin(), flights_.end(),
                                [&](const Flight& flight) { return !(flown(scene, flight.question) < 1); }),
                 flights_.end());

  std::vector<const Element*> stops;
  const Placed* card = nullptr;
  std::vector<Node> nodes;
  float wide = -1;  // Unknown.
  for (const Placed& place : scene.places()) {
    const Element& element = *place.element;
    if (element.role == Role::kTrail) card = &place;
    const bool is_bud = element.role == Role::kQuestion;
    if (!is_bud && element.role != Role::kHeading) continue;
    if (is_bud) watch(scene, place);
    scene.enter(place);
    const float margin = scene.input.right_to_left ? canvas.width() - place.rect.right : place.rect.left;
    if (wide < 0) wide = margin >= kWideMargin ? 1.0f : 0.0f;
    const float outside = wide > 0 ? kFromColumn : margin * kNarrowShare;
    Node node{&place, {}, 0, is_bud, false, false};
    // Buds lean a little towards their question.
    const float lean = is_bud && wide > 0 ? 0.5f * scene.rem : 0;
    node.at.x = scene.start_of(place.rect, lean - outside);
    node.at.y = is_bud ? place.rect.top + 2 * scene.rem
                       : place.rect.top + std::min(place.rect.height() / 2, 1.1f * scene.rem);
    node.radius = is_bud ? (wide > 0 ? 6.0f : 4.0f) : (wide > 0 ? 8.0f : 5.0f);
    if (is_bud) {
      node.is_done = is_answered(element);
    } else if (const Element* section = outline.parent_of(place.handle)) {
      if (stops.empty()) stops = stops_of(outline, *section);
      const auto stop = std::find_if(stops.begin(), stops.end(), [&](const Element* one) {
        return one->get(outline::Attribute::kTarget) == section->id;
      });
      if (stop != stops.end()) {
        node.is_done = tone_of(**stop) == "done";
        node.is_here = tone_of(**stop) == "here";
      } else {
        // The page's end.
        node.is_done = std::all_of(stops.begin(), stops.end(), [](const Element* one) { return tone_of(*one) == "done"; });
      }
    }
    nodes.push_back(node);
  }
  known_.erase(std::remove_if(known_.begin(), known_.end(), [](const Known& known) { return !known.is_seen; }),
               known_.end());
  if (nodes.empty() || stops.empty()) return;

  const float width = wide > 0 ? 3.0f : 2.0f;
  Path path;
  if (card) {
    // Out of the trail's card.
    const float edge = scene.start_of(card->rect, 0);
    const float from = card->rect.bottom - 2 * kCardRadiusPx;
    const float x = nodes[0].at.x;
    path.begin({edge, from});
    path.curve({x, from}, {x, from}, {x, from + 2 * scene.rem});
    path.line(nodes[0].at);
    path.paint(canvas, nodes[0].is_done || nodes[0].is_here ? 1.0f : 0.0f, width, colours.primary, colours.border);
  }
  for (std::size_t i = 0; i + 1 < nodes.size(); ++i) {
    const Node& from = nodes[i];
    const Node& to = nodes[i + 1];
    if (!canvas.shows({from.at.x, from.at.y, to.at.x, to.at.y}, width)) continue;
    const bool is_walked = to.is_bud ? to.is_done : from.is_done;
    float walked = is_walked ? 1.0f : 0.0f;
    if (to.is_bud) {
      const float flight = flown(scene, to.place->handle);
      if (flight < 1) walked = ease_out(std::clamp(flight / kLanded, 0.0f, 1.0f));
    } else if (from.is_bud) {
      const float flight = flown(scene, from.place->handle);
      if (flight < 1) walked *= ease_out(std::clamp((flight - kLanded) / (1 - kLanded), 0.0f, 1.0f));
    }
    const float bow = std::min((to.at.y - from.at.y) / 2, 3 * scene.rem);
    path.begin(from.at);
    path.line({from.at.x, from.at.y + std::max(0.0f, (to.at.y - from.at.y) - 2 * bow)});
    path.curve({from.at.x, to.at.y - bow}, {to.at.x, to.at.y - bow}, to.at);
    path.paint(canvas, walked, width, colours.primary, colours.border);
  }

  for (const Node& node : nodes) {
    if (!canvas.shows({node.at.x, node.at.y, node.at.x, node.at.y}, 24)) continue;
    float done = scene.state(*node.place, Channel::kDone, node.is_done);
    float swell = 0;
    if (node.is_bud) {
      const float flight = flown(scene, node.place->handle);
      if (flight < 1) {
        const float landed = std::clamp((flight - kLanded) / (1 - kLanded), 0.0f, 1.0f);
        done = ease_out(landed);
        swell = std::sin(landed * kPi) * node.radius * 0.6f;
      }
    }
    const float here = scene.state(*node.place, Channel::kHere, node.is_here);
    const float radius = node.radius + swell;
    canvas.disc(node.at, radius + width, colours.paper);
    if (here > 0) canvas.disc(node.at, radius * (1 + 0.5f * here), mix(colours.paper, colours.sun_tint, here));
    ImU32 ground = mix(mix(colours.paper, colours.sun, here), colours.primary, done);
    canvas.ring(node.at, radius, kThickEdgePx, mix(colours.border, colours.primary, std::max(done, here)), ground);
  }

  for (Flight& flight : flights_) {
    for (const Node& node : nodes) {
      if (node.place->handle == flight.question) flight.bud = node.at;
    }
  }
}

void Rail::paint_sparks(Scene& scene) {
  constexpr int kTail = 16;
  for (const Flight& flight : flights_) {
    const float flight_share = flown(scene, flight.question) / kLanded;
    if (flight_share >= 1) continue;
    const Element* question = scene.input.outline->at(flight.question);
    if (!question) continue;
    for_each_option(*question, [&](const Element& option) {
      const std::string_view tone = tone_of(option);
      Placed row{nullptr, outline::kNoElement, {}};
      if ((tone != "right" && tone != "wrong") || !scene.find(scene.input.outline->of(option.id), row)) return;
      const ImVec2 from = {scene.start_of(row.rect, kEdgePx + (kRowInlineRem + kControlRem / 2) * scene.rem),
                           row.rect.top + kEdgePx + (kRowBlockRem + kTextLineRem / 2) * scene.rem};
      Path path;
      path.begin(from);
      path.curve({flight.bud.x, from.y}, {flight.bud.x, from.y}, flight.bud);
      const ImU32 colour = tone == "right" ? scene.colours.sun : scene.colours.border;
      for (int i = kTail; i >= 0; --i) {
        const float behind = static_cast<float>(i) / kTail;
        const float t = flight_share - behind * 0.22f;
        if (t <= 0) continue;
        const float eased = t * t * (3 - 2 * t);
        scene.canvas.disc(path.at(eased), (0.375f - 0.25f * behind) * scene.rem, faded(colour, behind > 0 ? 0.5f * (1 - behind) : 1.0f));
      }
    });
  }
}

}  // namespace bytes::paint
