#include <algorithm>

#include "content/names.h"
#include "view/blocks/question_parts.h"
#include "view/blocks/scenario_parts.h"

namespace bytes::view {
namespace {

using content::Choice;
using content::Node;
using content::Scenario;
using learning::Step;
using outline::Attribute;
using outline::Element;
using outline::make;
using outline::Role;

constexpr std::size_t kNever = static_cast<std::size_t>(-1);

class PathView {
 public:
  explicit PathView(const ScenarioParts& parts)
      : parts_(parts), scenario_(parts.scenario), progress_(parts.progress), id_(parts.id() + ":path") {}

  Element view() const {
    Element path = make(Role::kPath, id_);
    path.set(Attribute::kLabelledBy, id_ + "-title");
    path.add(make(Role::kPathTitle, id_ + "-title", plain(parts_.phrase("path-title"))));
    path.add(make(Role::kPathCount, id_ + "-count",
                  plain(parts_.phrase("path-count", {{"seen", std::to_string(progress_.nodes_seen())},
                                                     {"all", std::to_string(scenario_.nodes.size())},
                                                     {"endings", std::to_string(progress_.endings_seen())},
                                                     {"all-endings", std::to_string(scenario_.endings.size())}}))));
    add_map(path);
    Element list = make(Role::kPathList, id_ + "-list");
    const int places = static_cast<int>(scenario_.nodes.size() + scenario_.endings.size());
    for (int place = 0; place < places; ++place) {
      if (progress_.was_seen(place)) list.add(stop(place));
    }
    path.add(std::move(list));
    return path;
  }

 private:
  void add_map(Element& path) const {
    const auto zoom = parts_.context.state.zooms.find(parts_.id());
    const int level = zoom == parts_.context.state.zooms.end() ? 0 : zoom->second;
    Element map = make(Role::kPathMap, parts_.id() + ":map");
    map.set(Attribute::kFill, std::to_string(level));
    path.add(std::move(map));
    Element tools = make(Role::kPathTools, parts_.id() + ":map-tools");
    const auto add = [&](const std::string& part, bool is_enabled) {
      Element button = make(Role::kButton, parts_.id() + ":" + part, plain(parts_.phrase(part)));
      button.set_if(Attribute::kDisabled, !is_enabled);
      tools.add(std::move(button));
    };
    add("map-in", level < kMostZoom);
    add("map-out", level > 0);
    add("map-fit", level > 0);
    path.add(std::move(tools));
  }

  // How many steps led to its last scene there; kNever when the run did not come by.
  std::size_t last_visit(int place) const {
    if (progress_.state().place == place) return progress_.steps().size();
    for (std::size_t i = progress_.steps().size(); i > 0; --i) {
      if (progress_.steps()[i - 1].node == place) return i - 1;
    }
    return kNever;
  }

  std::string stop_id(int place) const { return parts_.id() + "/" + content::id_at(scenario_, place) + ":stop"; }

  Element stop(int place) const {
    const std::string id = stop_id(place);
    const std::size_t visit = last_visit(place);
    const bool is_here = visit == progress_.steps().size();
    const bool is_end = content::is_ending(scenario_, place);
    std::string tone = is_here ? "here" : visit == kNever ? "earlier" : "seen";
    if (is_end)
      tone +=
          "-" + std::string(content::kEndingKinds[static_cast<std::size_t>(content::ending_at(scenario_, place).kind)]);
    Element stop = make(Role::kPathStop, id);
    stop.set(Attribute::kTone, tone);
    Element name =
        make(visit == kNever ? Role::kPathName : Role::kPathLink, id + "-name", plain(parts_.title_of(place)));
    if (visit != kNever) name.set(Attribute::kHref, "#" + parts_.scene_id(visit) + ":title");
    stop.add(std::move(name));
    if (is_here || visit == kNever) {
      stop.add(make(Role::kStopNote, id + "-note", plain(parts_.phrase(is_here ? "stop-here" : "path-earlier"))));
    }
    if (!is_end) add_ways(place, visit, id, stop);
    return stop;
  }

  bool is_of_run(const Step& wanted) const {
    return std::find(progress_.steps().begin(), progress_.steps().end(), wanted) != progress_.steps().end();
  }

  void add_ways(int place, std::size_t visit, const std::string& id, Element& stop) const {
    const Node& node = content::node_at(scenario_, place);
    const content::ScenarioState state = progress_.state_before(visit == kNever ? 0 : visit);
    Element ways = make(Role::kPathWays, id + "-ways");
    bool has_closed = false;
    bool has_other = false;
    for (std::size_t i = 0; i < node.choices.size(); ++i) {
      const Choice& choice = node.choices[i];
      const Step step{place, static_cast<int>(i)};
      const bool was_taken = progress_.was_taken(step.node, step.choice);
      const bool is_taken = was_taken && is_of_run(step);
      const bool is_open = visit == kNever ? !choice.condition.is_there() : content::is_offered(choice, state);
      if (!was_taken && !is_open) {
        has_closed = has_closed || visit != kNever;
        continue;
      }
      has_other = has_other || !is_taken;
      ways.add(way(step, is_taken ? "taken" : was_taken ? "earlier" : "open"));
    }
    if (has_closed) ways.add(make(Role::kPathWay, id + "-closed", plain(parts_.phrase("way-closed"))));
    stop.add(std::move(ways));
    if (!has_other || visit == kNever || !progress_.can_return_to(visit)) return;
    const std::string words = parts_.phrase("path-again");
    Element again = make(Role::kButton, parts_.id() + ":again-" + std::to_string(visit), plain(words));
    again.set(Attribute::kLabel, words + ": " + parts_.title_of(place));
    stop.add(std::move(again));
  }

  Element way(const Step& step, const std::string& tone) const {
    const Choice& choice = parts_.choice_of(step);
    const std::string id = parts_.id() + "/" + parts_.node_of(step).id + "/" + choice.id + ":way";
    Element way = make(Role::kPathWay, id, said(parts_.phrase("way-" + tone), choice.text));
    way.set(Attribute::kTone, tone);
    // Where it leads is known once one has been there.
    if (progress_.was_seen(choice.target)) way.set(Attribute::kTarget, stop_id(choice.target));
    if (tone == "taken" && progress_.has_ended() && !choice.feedback.empty()) {
      way.add(make(Role::kPathTaught, id + "-taught", choice.feedback));
    }
    return way;
  }

  const ScenarioParts& parts_;
  const Scenario& scenario_;
  const learning::ScenarioProgress& progress_;
  const std::string id_;
};

}  // namespace

Element view_path(const ScenarioParts& parts) { return PathView(parts).view(); }

}  // namespace bytes::view
