#include "content/author/roadmap_reader.h"

#include <algorithm>
#include <map>
#include <utility>

#include "content/author/explain.h"
#include "content/author/markup.h"
#include "content/author/roadmap_codes.h"
#include "content/fields.h"
#include "content/name_table.h"

namespace bytes::content {
namespace {

constexpr std::size_t kMostRoadmapBytes = 100;

// What one Byte of the list has in the file, and where: the rules look at all of them together.
struct Stop {
  std::string id;                               // Empty: none that can be used.
  std::vector<std::pair<int, std::string>> after;  // Index in its list, and the id.
  bool has_after = false;
};

class RoadmapReader {
 public:
  RoadmapReader(std::string_view file, const RoadmapSurroundings& surroundings, Diagnostics& diagnostics)
      : file_(file), surroundings_(surroundings), diagnostics_(diagnostics), reading_(file, options_, diagnostics) {
    options_.markup = read_markup;
  }

  std::optional<Roadmap> read(const JsonValue& root) {
    const Place place = {nullptr, {}, -1, root.position};
    Fields fields(reading_, root, place);
    if (!fields.format()) return std::nullopt;
    fields.id("id", roadmap_.id, Need::kRequired);
    if (!surroundings_.name.empty() && !roadmap_.id.empty() && roadmap_.id != surroundings_.name) {
      reading_.error(fields.at("id", *root.find("id")), codes::kRoadmapIdNotName, {roadmap_.id, surroundings_.name});
    }
    fields.letters("title", roadmap_.title, Need::kRequired);
    fields.letters("summary", roadmap_.summary);
    fields.language("language", roadmap_.language, Need::kRequired);
    fields.boolean("listed", roadmap_.listed);
    fields.each("bytes", Need::kRequired, [&](const JsonValue& item, const Place& item_place) { stop(item, item_place); });
    fields.report_unknown("a roadmap");
    if (const JsonValue* list = root.find("bytes"); list && list->is_array()) check_list(*list, fields.at("bytes", *list));
    return std::move(roadmap_);
  }

 private:
  void stop(const JsonValue& item, const Place& place) {
    Fields fields(reading_, item, place);
    RoadmapByte byte;
    Stop& stop = stops_.emplace_back();
    fields.id("byte", stop.id, Need::kRequired);
    if (const JsonValue* after = fields.take("after", JsonValue::Kind::kArray)) {
      stop.has_after = true;
      const Place list_place = fields.at("after", *after);
      NameTable names;
      for (std::size_t i = 0; i < after->items.size(); ++i) {
        const JsonValue& one = after->items[i];
        const Place one_place = {&list_place, {}, static_cast<int>(i), one.position};
        std::string id;
        if (!reading_.id(one, one_place, id)) continue;
        fields.unique(one.string, one_place, names, id, Need::kOptional);
        if (!id.empty()) stop.after.emplace_back(static_cast<int>(i), std::move(id));
      }
    }
    fields.text("milestone", byte.milestone);
    fields.report_unknown("a Byte of a roadmap");
    byte.id = stop.id;
    roadmap_.bytes.push_back(std::move(byte));
  }

  // Calls `say(place)` with the place of a Byte's id, or of an entry of its `after`.
  template <class Say>
  void at(const JsonValue& list, const Place& list_place, std::size_t index, int after, Say say) {
    const JsonValue& item = list.items[index];
    const Place item_place = {&list_place, {}, static_cast<int>(index), item.position};
    const JsonValue& value = *item.find(after < 0 ? "byte" : "after");
    const Place value_place = {&item_place, after < 0 ? "byte" : "after", -1, value.position};
    if (after < 0) return say(value_place);
    const JsonValue& entry = value.items[static_cast<std::size_t>(after)];
    say(Place{&value_place, {}, after, entry.position});
  }

  void check_list(const JsonValue& list, const Place& list_place) {
    if (list.items.size() > kMostRoadmapBytes) {
      reading_.error(list_place, codes::kListTooLong, {std::to_string(list.items.size()), std::to_string(kMostRoadmapBytes)});
      roadmap_.bytes.resize(kMostRoadmapBytes);
      return;
    }
    for (std::size_t i = 0; i < stops_.size(); ++i) {
      const std::string& id = stops_[i].id;
      if (id.empty()) continue;
      const auto placed = places_.emplace(id, i);
      at(list, list_place, i, -1, [&](const Place& place) {
        if (!placed.second) {
          const Position before = list.items[placed.first->second].find("byte")->position;
          reading_.error(place, codes::kRoadmapByteTwice, {id, std::to_string(before.line), std::to_string(before.column)});
        } else {
          check_byte(id, place);
        }
      });
    }
    std::vector<std::string_view> names;
    for (const auto& [id, index] : places_) names.push_back(id);
    for (std::size_t i = 0; i < stops_.size(); ++i) link(i, list, list_place, names);
    for (std::size_t i = 0; i < stops_.size(); ++i) check_order(i, list, list_place);
  }

  void check_byte(const std::string& id, const Place& place) {
    const std::vector<std::string>* known = surroundings_.bytes;
    if (!known) return;
    if (std::find(known->begin(), known->end(), id) == known->end()) {
      const std::vector<std::string_view> names(known->begin(), known->end());
      reading_.error(place, codes::kRoadmapByteUnknown, {id}, names);
    } else if (roadmap_.listed && surroundings_.is_listed && !surroundings_.is_listed(id)) {
      Diagnostic warning;
      warning.severity = Severity::kWarning;
      warning.file = file_;
      warning.position = place.position;
      warning.path = path_of(place);
      warning.code = codes::kRoadmapByteUnlisted;
      warning.details = {id};
      diagnostics_.add(std::move(warning));
    }
  }

  // Turns the names that a Byte comes after into places.
  void link(std::size_t index, const JsonValue& list, const Place& list_place, const std::vector<std::string_view>& names) {
    const Stop& stop = stops_[index];
    std::vector<std::size_t>& before = before_.emplace_back();
    if (!stop.has_after) {
      if (index == 0) return;
      before.push_back(index - 1);
      if (!stops_[index - 1].id.empty()) roadmap_.bytes[index].after.push_back(stops_[index - 1].id);
      return;
    }
    for (const auto& [entry, id] : stop.after) {
      const auto found = places_.find(id);
      if (found == places_.end()) {
        at(list, list_place, index, entry,
           [&, &name = id](const Place& place) { reading_.error(place, codes::kRoadmapAfterUnknown, {name}, names); });
        continue;
      }
      before.push_back(found->second);
      roadmap_.bytes[index].after.push_back(id);
    }
  }

  // Each Byte comes after those that it builds on.
  void check_order(std::size_t index, const JsonValue& list, const Place& list_place) {
    for (const auto& [entry, id] : stops_[index].after) {
      const auto found = places_.find(id);
      if (found == places_.end() || found->second < index) continue;
      const std::string circle = way_round(index, found->second);
      at(list, list_place, index, entry, [&, &name = id](const Place& place) {
        if (circle.empty()) {
          reading_.error(place, codes::kRoadmapAfterLater, {name, stops_[index].id});
        } else {
          reading_.error(place, codes::kRoadmapAfterCircle, {circle});
        }
      });
    }
  }

  // `a → b → a` when what `from` comes after, `to`, comes after `from` itself; by the shortest way. Else empty.
  std::string way_round(std::size_t from, std::size_t to) const {
    std::vector<std::size_t> reached_from(before_.size(), before_.size());
    std::vector<std::size_t> queue = {to};
    reached_from[to] = to;
    for (std::size_t i = 0; i < queue.size() && queue[i] != from; ++i) {
      for (const std::size_t next : before_[queue[i]]) {
        if (reached_from[next] != before_.size()) continue;
        reached_from[next] = queue[i];
        queue.push_back(next);
      }
    }
    if (reached_from[from] == before_.size()) return {};
    std::string way = stops_[from].id;
    for (std::size_t at = from; at != to; at = reached_from[at]) way = stops_[reached_from[at]].id + " → " + way;
    return stops_[from].id + " → " + way;
  }

  std::string_view file_;
  const RoadmapSurroundings& surroundings_;
  Diagnostics& diagnostics_;
  ReadOptions options_;
  Reading reading_;
  Roadmap roadmap_;
  std::vector<Stop> stops_;
  std::map<std::string, std::size_t, std::less<>> places_;  // Where each Byte comes first.
  std::vector<std::vector<std::size_t>> before_;            // For each Byte, those that it comes after.
};

}  // namespace

std::optional<Roadmap> read_roadmap(std::string_view text, std::string_view file, const RoadmapSurroundings& surroundings,
                                    Diagnostics& diagnostics) {
  Diagnostics found;
  std::optional<Roadmap> roadmap;
  if (const JsonValue root = parse_json(text, file, found); root.was_read()) {
    roadmap = RoadmapReader(file, surroundings, found).read(root);
  }
  diagnostics.add_all(explained(found, text));
  return roadmap;
}

}  // namespace bytes::content
