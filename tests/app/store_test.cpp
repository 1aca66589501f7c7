// Nothing is lost: random learners in several tabs, over a store that fails in all the ways that a browser's does.
//
// A run is a row of numbers, each of which decides what happens next and how. Whatever happens, these hold:
// * What a tab has called saved is in every later load, unless it was forgotten or the browser emptied the whole store.
// * What a tab shows is the fold of whole events, and the same whichever way they came, and however often.
// * What is recorded comes after all that was known then, also when the clock was set back.
// * What a player has written can be read again; what it can't read stays, or is set aside, and is never gone.
// * Once everything has settled, all tabs that load see the same, and nothing forgotten is left in the store.
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <random>
#include <set>
#include <sstream>

#include "app/app.h"
#include "base/hash.h"
#include "content/byte_reader.h"
#include "outline/accessible.h"
#include "tests/support/effort.h"
#include "tests/support/faulty_store.h"
#include "tests/view/support/english.h"

namespace bytes {
namespace {

using learning::Event;
using learning::EventKind;

constexpr const char* kSmallByte = R"({
  "format": 1, "id": "small", "formerly": ["smaller"], "title": "Small", "language": "en", "sections": [
    { "id": "one", "title": "One", "blocks": [
      { "type": "question", "id": "single", "kind": "single", "prompt": "?", "attempts": 2, "hints": ["Look."],
        "options": [ { "id": "a", "text": "A", "correct": true }, { "id": "b", "text": "B" } ] },
      { "type": "question", "id": "many", "kind": "multiple", "prompt": "?",
        "options": [ { "id": "a", "text": "A", "correct": true }, { "id": "b", "text": "B" },
                     { "id": "c", "text": "C", "correct": true } ] } ] },
    { "id": "two", "title": "Two", "blocks": [
      { "type": "checklist", "id": "list", "lead": "Do", "items": [ { "id": "x", "text": "X" }, { "id": "y", "text": "Y" } ] },
      { "type": "reflection", "id": "words", "prompt": "?" },
      { "type": "scenario", "id": "story", "title": "Story", "start": "here",
        "nodes": { "here": { "text": "Here.", "choices": [ { "id": "go", "text": "Go", "goto": "there" },
                                                           { "id": "end", "text": "End", "goto": "over" } ] },
                   "there": { "text": "There.", "choices": [ { "id": "end", "text": "End", "goto": "over" } ] } },
        "endings": { "over": { "kind": "good", "title": "Over", "text": "Over." } } } ] } ] })";

const content::Byte& small_byte() {
  static const content::Byte byte = [] {
    Diagnostics diagnostics;
    auto read = content::read_byte(kSmallByte, "byte.json", {.strict = false, .markup = {}}, diagnostics);
    for (const Diagnostic& problem : diagnostics.all()) ADD_FAILURE() << to_text(problem);
    return read ? *read : content::Byte();
  }();
  return byte;
}

learning::ReadEvents read_records(std::string_view array) {
  Diagnostics diagnostics;
  return learning::read_events(content::parse_json(array, "records", diagnostics));
}

// All that a learner could see of progress.
std::string digest(const learning::Progress& progress) {
  std::ostringstream text;
  for (const auto& [id, question] : progress.questions) {
    text << id << ':' << question.is_started << question.is_checked << question.is_finished << question.was_finished
         << ' ' << question.seed << ' ' << question.tries_used << ' ' << question.hints_shown << ' ' << question.best_score;
    for (const std::string& option : question.answer.chosen) text << ' ' << option;
    text << '\n';
  }
  for (const auto& [id, scenario] : progress.scenarios) {
    text << id << ':' << scenario.steps().size() << ' ' << scenario.state().place << ' ' << scenario.endings_seen() << '\n';
  }
  for (const std::string& section : progress.read_sections) text << "read " << section << '\n';
  for (const std::string& item : progress.ticked) text << "ticked " << item << '\n';
  for (const auto& [id, words] : progress.reflections) text << id << '=' << words << '\n';
  text << progress.has_helped;
  return text.str();
}

std::string digest_of(std::vector<Event> events) { return digest(learning::fold(small_byte(), learning::merged(std::move(events)))); }

struct Profile {
  FaultyStore store;
  std::string device;
  std::int64_t now = 1'700'000'000'000;
  std::map<std::string, Event> promised;  // Called saved by a tab.
  std::vector<Event> forgots;             // That some tab knew of.
  std::set<std::string> strange;          // Records that nobody here can read.
};

struct Tab {
  int profile = 0;
  std::unique_ptr<app::App> app;
  std::map<std::string, Event> known;     // All it was told and all it recorded.
  std::map<std::string, std::string> held;  // The same as records: what the page's script holds.
  std::vector<Event> recorded;            // By itself, since it was opened.
  std::vector<std::vector<std::string>> inbox;  // From other tabs, in any order, any number of times.
  bool has_loaded = false;
  int generation = 0;                     // Of the store as it last knew it.
};

class World {
 public:
  World() {
    for (Profile& profile : profiles_) profile.device = random_id();
    for (int i = 0; i < 2; ++i) open(0);
    open(1);
  }

  // Null when all held so far.
  const std::optional<std::string>& fault() const { return fault_; }

  void step(std::uint32_t number) {
    random_.seed(number);
    const std::size_t at = below(tabs_.size());
    Tab& tab = *tabs_[at];
    Profile& profile = profiles_[tab.profile];
    profile.now += static_cast<std::int64_t>(below(3));
    switch (below(22)) {
      case 0: if (tabs_.size() < 6) open(static_cast<int>(below(2))); break;
      case 1: kill(at); break;
      case 2: profile.now += static_cast<std::int64_t>(below(2'000'000)) - 1'000'000; break;
      case 3: if (below(6) == 0) profile.now = -5; break;
      case 4: case 5: case 6: finish(profile, below(4) != 0); break;
      case 7: if (!tab.inbox.empty()) deliver(tab); break;
      case 8: run(tab, {app::TryAgain{}}); break;
      case 9: if (below(8) == 0) evict(profile); break;
      case 10: plant(profile); break;
      case 11: if (below(3) == 0) import_file(tab); break;
      case 12: if (below(3) == 0) run(tab, {app::Activated{"page:forget-yes"}}); break;
      default: act(tab);
    }
  }

  // Everything that waits happens, and nothing fails any more.
  void settle() {
    for (int round = 0; round < 4; ++round) {
      for (std::unique_ptr<Tab>& tab : tabs_) run(*tab, {app::TryAgain{}});
      for (Profile& profile : profiles_) {
        while (!profile.store.is_idle()) finish(profile, true);
      }
    }
    for (int i = 0; i < 2; ++i) {
      Profile& profile = profiles_[i];
      // The first to load clears up.
      for (int again = 0; again < 2; ++again) {
        open(i, true);
        while (!profile.store.is_idle()) finish(profile, true);
      }
      std::vector<Event> stored = read_records(profile.store.all().first).events;
      std::vector<Event> twice = stored;
      twice.insert(twice.end(), stored.rbegin(), stored.rend());
      std::shuffle(twice.begin(), twice.end(), random_);
      expect(digest(tabs_.back()->app->progress()) == digest_of(twice), "a tab that loads shows other things than the store has");
      expect(digest(tabs_[tabs_.size() - 2]->app->progress()) == digest_of(stored), "two tabs that load show different things");
      expect(learning::merged(stored).size() == stored.size(), "something forgotten is still in the store");
      for (const std::unique_ptr<Tab>& tab : tabs_) {
        if (tab->profile == i) expect(says(*tab).find("last answers") == std::string::npos, "a save failed for good");
      }
    }
  }

 private:
  std::size_t below(std::size_t limit) { return random_() % limit; }

  std::string random_id() {
    const std::string draw = std::to_string(++draws_);
    // Room to count on from: a frame's events share one draw.
    return to_hex(hash_of(draw)) + to_hex(hash_of("x" + draw) & ~0xffffull);
  }

  void expect(bool holds, const std::string& what) {
    if (!holds && !fault_) fault_ = what;
  }

  static std::string says(const Tab& tab) {
    const outline::Element* notices = outline::find(tab.app->outline(), "page:notices");
    return notices ? outline::all_letters(*notices) : std::string();
  }

  void open(int number, bool surely = false) {
    auto tab = std::make_unique<Tab>();
    tab->profile = number;
    tab->app = std::make_unique<app::App>(small_byte(), view::english(), "1");
    Tab& opened = *tab;
    tabs_.push_back(std::move(tab));
    if (!surely && below(5) == 0) {
      run(opened, {app::StoreUnavailable{"it is asleep", random_id()}});
    } else {
      load(opened);
    }
  }

  void load(Tab& tab) {
    Profile& profile = profiles_[tab.profile];
    const auto [array, keys] = profile.store.all();
    learning::ReadEvents read = read_records(array);
    app::Loaded loaded;
    loaded.device = profile.device;
    loaded.set_aside = static_cast<int>(read.rejected.size());
    loaded.newer = read.newer;
    for (const Event& event : read.events) {
      if (event.device == profile.device) loaded.last_n = std::max(loaded.last_n, event.n);
      tab.known.emplace(event.id, event);
      tab.held.emplace(event.id, profile.store.records().at(event.id));
    }
    // The property that all the rest is for.
    for (const auto& [id, event] : profile.promised) {
      expect(tab.known.count(id) > 0 || is_forgotten(profile, event), "what was called saved is gone");
    }
    if (!read.rejected.empty()) {
      Transaction aside{.tab = id_of(tab), .puts = {}, .deletes = {}, .set_aside = {}, .is_save = false};
      for (const learning::Rejected& record : read.rejected) aside.set_aside.push_back(keys[record.index]);
      profile.store.queue(std::move(aside));
    }
    tab.has_loaded = true;
    tab.generation = profile.store.generation();
    loaded.events = std::move(read.events);
    run(tab, {std::move(loaded)});
  }

  static bool is_forgotten(const Profile& profile, const Event& event) {
    return std::any_of(profile.forgots.begin(), profile.forgots.end(), [&](const Event& forgot) {
      return forgot.byte == event.byte && comes_before(event, forgot) && event.kind != EventKind::kForgot;
    });
  }

  int id_of(const Tab& tab) const {
    for (std::size_t i = 0; i < tabs_.size(); ++i) {
      if (tabs_[i].get() == &tab) return static_cast<int>(i);
    }
    return -1;
  }

  // A tab that is gone may have left transactions behind; nobody hears of them.
  void kill(std::size_t at) {
    if (tabs_.size() < 2) return;
    const int number = tabs_[at]->profile;
    *tabs_[at] = Tab();
    tabs_[at]->profile = number;
    tabs_[at]->app = std::make_unique<app::App>(small_byte(), view::english(), "1");
    lives_[static_cast<int>(at)] += 1;
    load(*tabs_[at]);
  }

  void act(Tab& tab) {
    const auto press = [&](const char* id) { run(tab, {app::Activated{id}}); };
    const auto toggle = [&](const char* id) { run(tab, {app::Toggled{id, below(4) != 0}}); };
    switch (below(16)) {
      case 0: return toggle("single/a:control");
      case 1: return toggle("single/b:control");
      case 2: return press("single:action");
      case 3: return press("single:hint");
      case 4: return toggle("many/a:control");
      case 5: return toggle("many/c:control");
      case 6: return press("many:action");
      case 7: return toggle("list/x:control");
      case 8: return toggle("list/y:control");
      case 9: return run(tab, {app::Wrote{"words:field", std::string(below(4), 'w') + std::to_string(below(100))}});
      case 10: return press("story/here/go:take");
      case 11: return press("story/there/end:take");
      case 12: return press("story:restart");
      case 13: return press("one:next-link");
      case 14: return press("page:helped");
      // Several things in one frame.
      default: return run(tab, {app::Toggled{"single/a:control", true}, app::Activated{"single:action"},
                                app::Wrote{"words:field", std::to_string(below(9))}});
    }
  }

  void run(Tab& tab, std::vector<app::Input> inputs) {
    Profile& profile = profiles_[tab.profile];
    app::FrameInput input;
    input.now = profile.now;
    input.entropy = random_id();
    input.inputs = std::move(inputs);
    const std::vector<Event> before = ordered(tab);
    const app::FrameOutput output = tab.app->frame(input);
    Transaction save{.tab = id_of(tab), .puts = {}, .deletes = {}, .set_aside = {}, .is_save = false};
    for (const app::Command& command : output.commands) {
      if (const auto* store = std::get_if<app::Store>(&command)) {
        for (const Event& event : store->events) take_recorded(tab, before, event, save);
      } else if (const auto* erase = std::get_if<app::Erase>(&command)) {
        save.deletes = erase->ids;
        for (const std::string& id : erase->ids) tab.held.erase(id);
      }
    }
    if (!save.puts.empty() || !save.deletes.empty()) {
      save.is_save = true;
      lives_.try_emplace(save.tab, 0);
      pending_lives_[save.tab].push_back(lives_[save.tab]);
      profile.store.queue(std::move(save));
    }
    std::vector<Event> known;
    for (const auto& [id, event] : tab.known) known.push_back(event);
    std::shuffle(known.begin(), known.end(), random_);
    expect(digest(tab.app->progress()) == digest_of(known), "a tab shows what is no fold of what it knows");
    if (says_saved(tab)) {
      for (const Event& event : tab.recorded) profile.promised.emplace(event.id, event);
      tab.recorded.clear();
    }
  }

  void take_recorded(Tab& tab, const std::vector<Event>& before, const Event& event, Transaction& save) {
    const std::string record = to_json(event);
    save.puts.emplace_back(event.id, record);
    tab.held[event.id] = record;
    if (!tab.known.emplace(event.id, event).second) return;
    tab.recorded.push_back(event);
    if (event.kind == EventKind::kForgot) profiles_[tab.profile].forgots.push_back(event);
    expect(before.empty() || comes_before(before.back(), event), "an event comes before what was known when it was recorded");
    for (const Event& known : before) expect(known.device != event.device || known.n < event.n, "a device does not count on");
    const learning::ReadEvents read = read_records("[" + record + "]");
    expect(read.events.size() == 1 && read.events[0] == event, "what was written can't be read again");
  }

  static std::vector<Event> ordered(const Tab& tab) {
    std::vector<Event> events;
    for (const auto& [id, event] : tab.known) events.push_back(event);
    return learning::merged(std::move(events));
  }

  static bool says_saved(const Tab& tab) {
    const outline::Element* saved = outline::find(tab.app->outline(), "page:saved");
    return saved && outline::all_letters(*saved) == "Saved on this device";
  }

  void finish(Profile& profile, bool completes) {
    if (profile.store.is_idle()) return;
    const int at = profile.store.next().tab;
    Tab& tab = *tabs_[static_cast<std::size_t>(at)];
    const bool is_save = profile.store.next().is_save;
    bool is_alive = true;
    if (is_save) {
      std::vector<int>& lives = pending_lives_[at];
      is_alive = lives.front() == lives_[at];
      lives.erase(lives.begin());
    }
    const Transaction done = profile.store.finish_next(completes);
    if (completes && is_save && !done.puts.empty()) broadcast(profile, at, done.puts);
    if (!is_save || !is_alive) return;
    std::vector<std::string> ids;
    for (const auto& [id, record] : done.puts) ids.push_back(id);
    if (!completes) return run(tab, {app::SaveFailed{ids, "no room", below(2) == 0}});
    if (!tab.has_loaded) load(tab);
    if (tab.generation != profile.store.generation()) {
      // The script finds the store empty, and puts back what the page shows.
      tab.generation = profile.store.generation();
      for (const auto& [id, record] : tab.held) profile.store.plant(id, record);
    }
    run(tab, {app::Saved{ids}});
  }

  void broadcast(const Profile& profile, int from, const std::vector<std::pair<std::string, std::string>>& puts) {
    std::vector<std::string> records;
    for (const auto& [id, record] : puts) records.push_back(record);
    for (std::size_t i = 0; i < tabs_.size(); ++i) {
      if (static_cast<int>(i) == from || &profiles_[tabs_[i]->profile] != &profile) continue;
      // Never, once or twice; and never in order.
      for (std::size_t times = below(3); times > 0; --times) tabs_[i]->inbox.push_back(records);
    }
  }

  void deliver(Tab& tab) {
    const std::size_t at = below(tab.inbox.size());
    const std::vector<std::string> records = tab.inbox[at];
    tab.inbox.erase(tab.inbox.begin() + static_cast<std::ptrdiff_t>(at));
    arrive(tab, records);
  }

  void arrive(Tab& tab, const std::vector<std::string>& records) {
    std::string array = "[";
    for (const std::string& record : records) array += (array.size() > 1 ? "," : "") + record;
    std::vector<Event> events = read_records(array + "]").events;
    for (const Event& event : events) {
      tab.known.emplace(event.id, event);
      tab.held.emplace(event.id, to_json(event));
      if (event.kind == EventKind::kForgot) profiles_[tab.profile].forgots.push_back(event);
    }
    run(tab, {app::Arrived{std::move(events)}});
  }

  // A file from another device, with whatever somebody has put into it: the tab sees it, and the store takes what is new.
  void import_file(Tab& tab) {
    Profile& profile = profiles_[tab.profile];
    std::vector<std::string> records;
    Transaction save{.tab = id_of(tab), .puts = {}, .deletes = {}, .set_aside = {}, .is_save = false};
    for (const std::unique_ptr<Tab>& other : tabs_) {
      if (other->profile == tab.profile) continue;
      for (const auto& [id, record] : other->held) {
        records.push_back(record);
        if (profile.store.records().count(id) == 0) save.puts.emplace_back(id, record);
      }
    }
    if (!save.puts.empty()) profile.store.queue(std::move(save));
    records.push_back(R"({"v":1,"id":"<img src=x onerror=alert(1)>","kind":"forgot"})");
    arrive(tab, records);
  }

  void evict(Profile& profile) {
    profile.store.empty();
    profile.promised.clear();
    profile.strange.clear();
    for (std::unique_ptr<Tab>& tab : tabs_) {
      if (&profiles_[tab->profile] == &profile) tab->recorded.clear();
    }
  }

  // What another version, or a failing disk, leaves in the store.
  void plant(Profile& profile) {
    const std::string id = random_id();
    Event event{.id = id, .device = profile.device, .n = 1 + static_cast<std::int64_t>(below(50)), .at = profile.now,
                .byte = below(3) == 0 ? "smaller" : "small", .version = "0", .kind = EventKind::kRead, .subject = "one"};
    event.at = std::max<std::int64_t>(event.at, 0);
    std::string record = to_json(event);
    const auto change = [&](std::string_view from, std::string_view to) { record.replace(record.find(from), from.size(), to); };
    switch (below(4)) {
      // Of a renamed Byte, or by an older page.
      case 0: break;
      // A kind and a field of a newer player's.
      case 1: change(R"("kind":"read")", R"("song":[1],"kind":"sang")"); break;
      case 2: change(R"("v":1)", R"("v":2)"); break;
      default: record = R"({"id":")" + id + R"(","byte":"small")" + (below(2) ? R"(,"v":1,"n":"x"})" : "}");
    }
    const learning::ReadEvents read = read_records("[" + record + "]");
    if (!read.events.empty()) {
      profile.promised.emplace(id, read.events[0]);
    } else {
      profile.strange.insert(record);
    }
    profile.store.plant(id, std::move(record));
    check_strange(profile);
  }

  void check_strange(const Profile& profile) {
    std::multiset<std::string> left(profile.store.aside().begin(), profile.store.aside().end());
    for (const auto& [id, record] : profile.store.records()) left.insert(record);
    for (const std::string& record : profile.strange) expect(left.count(record) == 1, "a record that nobody can read is gone");
  }

  std::mt19937 random_{1};
  std::uint64_t draws_ = 0;
  Profile profiles_[2];
  std::vector<std::unique_ptr<Tab>> tabs_;
  std::map<int, int> lives_;                        // How often the tab of that place was closed and another opened.
  std::map<int, std::vector<int>> pending_lives_;   // Whose the queued transactions of that place are.
  std::optional<std::string> fault_;
};

std::optional<std::string> fault_of(const std::vector<std::uint32_t>& steps) {
  World world;
  for (std::uint32_t step : steps) {
    world.step(step);
    if (world.fault()) return world.fault();
  }
  world.settle();
  return world.fault();
}

// The shortest row found that still fails, by leaving out one step after the other.
std::vector<std::uint32_t> shrunk(std::vector<std::uint32_t> steps) {
  for (std::size_t i = steps.size(); i-- > 0;) {
    std::vector<std::uint32_t> fewer = steps;
    fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
    if (fault_of(fewer)) steps = std::move(fewer);
  }
  return steps;
}

TEST(Store, LosesNothingWhateverHappens) {
  const std::uint32_t last = (is_full_run() ? 10'000 : 1000) / kStride;
  for (std::uint32_t seed = 1; seed <= last; ++seed) {
    std::mt19937 random(seed);
    std::vector<std::uint32_t> steps(20 + random() % 60);
    for (std::uint32_t& step : steps) step = random();
    const std::optional<std::string> fault = fault_of(steps);
    if (!fault) continue;
    const std::vector<std::uint32_t> few = shrunk(steps);
    std::string numbers;
    for (std::uint32_t step : few) numbers += std::to_string(step) + ", ";
    FAIL() << "Seed " << seed << ": " << *fault << ". It also happens by these steps alone: {" << numbers << "}: "
           << fault_of(few).value_or("");
  }
}

Event stored_event(char digit, std::string byte, std::int64_t n, std::int64_t at) {
  return {.id = std::string(32, digit), .device = std::string(32, 'f'), .n = n, .at = at, .byte = std::move(byte), .version = "1",
          .kind = EventKind::kRead, .subject = "one"};
}

app::FrameOutput frame_of(app::App& app, std::vector<app::Input> inputs) {
  return app.frame({.now = 5, .entropy = std::string(32, '0'), .inputs = std::move(inputs)});
}

TEST(Store, ForgettingReachesWhatWasAnsweredBeforeTheByteWasRenamed) {
  app::App app(small_byte(), view::english(), "1");
  frame_of(app, {app::Loaded{.device = std::string(32, 'e'), .events = {stored_event('1', "smaller", 1, 10)}}});
  ASSERT_FALSE(app.progress().read_sections.empty());
  const app::FrameOutput output = frame_of(app, {app::Activated{"page:forget-yes"}});
  EXPECT_TRUE(app.progress().read_sections.empty());
  ASSERT_EQ(output.commands.size(), 2u);
  EXPECT_EQ(std::get_if<app::Store>(&output.commands[0])->events.size(), 2u);
  EXPECT_EQ(std::get_if<app::Erase>(&output.commands[1])->ids, std::vector<std::string>{std::string(32, '1')});
}

TEST(Store, WhatIsRecordedAfterTheLastNumberOrTheLastInstantCanBeReadAgain) {
  for (const Event& last : {stored_event('1', "small", learning::kMostEvents, 10), stored_event('2', "small", 3, learning::kLatest)}) {
    app::App app(small_byte(), view::english(), "1");
    frame_of(app, {app::Loaded{.device = last.device, .events = {last}, .last_n = last.n}});
    const app::FrameOutput output = frame_of(app, {app::Toggled{"list/x:control", true}});
    ASSERT_EQ(output.commands.size(), 1u);
    const Event& recorded = std::get_if<app::Store>(&output.commands[0])->events[0];
    EXPECT_TRUE(comes_before(last, recorded));
    EXPECT_EQ(read_records("[" + to_json(recorded) + "]").events.size(), 1u);
  }
}

}  // namespace
}  // namespace bytes
