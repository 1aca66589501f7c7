#include "app/app.h"

#include <algorithm>
#include <utility>

#include "app/step.h"
#include "base/hash.h"

namespace bytes::app {

using content::Question;
using learning::Event;
using learning::EventKind;
using learning::QuestionProgress;

namespace {

// One draw of entropy serves a frame; counting on from its last 32 bits keeps the frame's events apart.
std::string nth_id(std::string_view entropy, std::size_t n) {
  std::string id(entropy);
  for (std::size_t digit = id.size(); n > 0 && digit > 0; --digit) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    n += kDigits.find(id[digit - 1]);
    id[digit - 1] = kDigits[n % 16];
    n /= 16;
  }
  return id;
}

// Greater than any step for what is no small number.
std::size_t number_in(std::string_view digits) {
  std::size_t number = 0;
  for (char digit : digits) {
    if (digit < '0' || digit > '9' || number > learning::kMostSteps) return learning::kMostSteps + 1;
    number = number * 10 + static_cast<std::size_t>(digit - '0');
  }
  return number;
}

bool is_the_learners(const Input& input) {
  return std::holds_alternative<Activated>(input) || std::holds_alternative<Toggled>(input) ||
         std::holds_alternative<Wrote>(input);
}

}  // namespace

App::App(content::Byte byte, view::Interface interface, std::string version)
    : byte_(std::move(byte)), interface_(std::move(interface)), version_(std::move(version)) {
  outline_ = view::byte_page(byte_, progress_, state_, interface_);
}

FrameOutput App::frame(const FrameInput& input) {
  FrameOutput output;
  Step step{input, output, {}, {}, false, false};
  for (const Input& one : input.inputs) {
    // The learner has gone on from what came before, and is where this is done.
    if (is_the_learners(one)) output.patch.focus.clear();
    std::visit([&](const auto& known) { take(known, step); }, one);
  }
  if (step.has_moved) note_reached(step);
  // What failed to be stored is tried again with what comes next; storing twice is storing once.
  const bool has_failed = state_.save == view::SaveState::kFailed || state_.save == view::SaveState::kUnavailable;
  unsaved_.insert(unsaved_.end(), step.recorded.begin(), step.recorded.end());
  if (!step.recorded.empty() || (step.tries_again && has_failed && !unsaved_.empty())) {
    if (!has_failed) state_.save = view::SaveState::kPending;
    output.commands.emplace_back(Store{has_failed ? unsaved_ : std::move(step.recorded)});
  }
  if (!step.erased.empty()) output.commands.emplace_back(Erase{std::move(step.erased)});

  outline::Element next = view::byte_page(byte_, progress_, state_, interface_);
  std::string focus = std::move(output.patch.focus);
  output.patch = outline::diff(outline_, next);
  output.patch.focus = std::move(focus);
  outline_ = std::move(next);
  return output;
}

void App::take(const Loaded& input, Step& step) {
  device_ = input.device;
  last_n_ = std::clamp<std::int64_t>(input.last_n, last_n_, learning::kMostEvents);
  state_.set_aside = input.set_aside;
  state_.newer = input.newer;
  state_.was_emptied = input.was_emptied;
  merge(input.events, step);
  if (unsaved_.empty()) state_.save = events_.empty() ? view::SaveState::kNothing : view::SaveState::kSaved;
}

void App::take(const Arrived& input, Step& step) { merge(input.events, step); }

void App::merge(const std::vector<Event>& events, Step& step) {
  events_.insert(events_.end(), events.begin(), events.end());
  const std::size_t erased_before = step.erased.size();
  events_ = learning::merged(std::move(events_), &step.erased);
  // What is forgotten is not stored any more, if it was not yet.
  if (step.erased.size() > erased_before) {
    std::erase_if(unsaved_, [&](const Event& event) {
      return std::find(step.erased.begin(), step.erased.end(), event.id) != step.erased.end();
    });
    if (unsaved_.empty() && state_.save == view::SaveState::kFailed) state_.save = view::SaveState::kSaved;
  }
  for (const Event& event : events_) {
    if (event.device == device_) last_n_ = std::max(last_n_, event.n);
  }
  progress_ = learning::fold(byte_, events_);
  step.has_moved = true;
}

void App::take(const StoreUnavailable& input, Step&) {
  state_.save = view::SaveState::kUnavailable;
  state_.save_problem = input.reason;
  device_ = input.device;
}

void App::take(const Saved& input, Step&) {
  std::erase_if(unsaved_, [&](const Event& event) {
    return std::find(input.ids.begin(), input.ids.end(), event.id) != input.ids.end();
  });
  if (unsaved_.empty()) state_.save = view::SaveState::kSaved;
}

void App::take(const SaveFailed& input, Step&) {
  // Only erasing failed: whoever loads what was to be erased erases it again.
  if (unsaved_.empty()) return;
  if (state_.save != view::SaveState::kUnavailable) state_.save = view::SaveState::kFailed;
  state_.save_problem = input.reason;
  state_.is_full = input.is_full;
}

void App::take(const TryAgain&, Step& step) { step.tries_again = true; }

void App::take(const Opened& input, Step&) {
  state_.has_opened = true;
  state_.taken = input.taken;
  state_.passed_over = input.passed_over;
}

void App::take(const FaceChanged& input, Step&) { state_.is_plain = input.is_plain; }

void App::take(const SavingChanged& input, Step&) { state_.saves_data = input.saves_data; }

void App::take(const UpdateReady&, Step&) { state_.has_update = true; }

void App::take(const Toggled& input, Step& step) {
  // `question/option:control`, `question/card/group:control`, `question:sure-2`, `checklist/item:control`,
  // `worksheet/row/field:control`, `worksheet/row/field/option:control`
  const std::size_t colon = input.id.find(':');
  const std::size_t slash = std::min(input.id.find('/'), colon);
  if (colon == std::string::npos) return;
  const std::string id = input.id.substr(0, slash);
  const bool has_part = slash < colon;
  const std::string part = has_part ? input.id.substr(slash + 1, colon - slash - 1) : input.id.substr(colon + 1);
  const content::Block* block = content::find_block(byte_, id);
  if (!block) return;
  if (const auto* found = std::get_if<Question>(&block->content)) return toggle_part(*found, id, part, input, step);
  if (const auto* worksheet = std::get_if<content::WorksheetBlock>(&block->content)) {
    return toggle_in_worksheet(id, *worksheet, part, input.is_on, step);
  }
  const auto* checklist = std::get_if<content::ChecklistBlock>(&block->content);
  if (!checklist || !content::find_item(*checklist, part)) return;
  const std::string subject = id + "/" + part;
  if ((progress_.ticked.count(subject) > 0) == input.is_on) return;
  record({.kind = EventKind::kChose, .subject = subject, .on = input.is_on}, step);
}

void App::toggle_part(const Question& asked, const std::string& id, std::string_view part, const Toggled& input,
                      Step& step) {
  const QuestionProgress& before = progress_.question(id);
  if (before.is_checked) return;
  const std::size_t slash = part.find('/');
  if (asked.kind == content::QuestionKind::kSort) {
    if (slash == std::string_view::npos || !input.is_on) return;
    const std::string card(part.substr(0, slash));
    const std::string group(part.substr(slash + 1));
    if (!content::find_option(asked, card) || !content::find_group(asked, group)) return;
    auto placed = before.answer.placed.find(card);
    if (placed != before.answer.placed.end() && placed->second == group) return;
    ensure_attempt(asked, id, step);
    record({.kind = EventKind::kPlaced, .subject = id + "/" + card, .value = group}, step);
    // Its card stands elsewhere now, as another element of the page.
    step.output.patch.focus = input.id;
  } else if (part.starts_with("sure-")) {
    const int level = part.size() == 6 ? part[5] - '0' : 0;
    if (asked.kind != content::QuestionKind::kJudgement || !input.is_on || level < 1 || level > learning::kMostSure) return;
    ensure_attempt(asked, id, step);
    record({.kind = EventKind::kRated, .subject = id, .level = level}, step);
  } else {
    const std::string option(part);
    if (!content::is_choice(asked) || !content::find_option(asked, option) || (before.answer.chosen.count(option) > 0) == input.is_on) return;
    ensure_attempt(asked, id, step);
    record({.kind = EventKind::kChose, .subject = id + "/" + option, .on = input.is_on}, step);
  }
  if (state_.nudged == id) state_.nudged.clear();
}

void App::take(const Wrote& input, Step& step) {
  // `reflection:field`, `question:field`, `question/gap:field`, `worksheet/row/field:field`
  const std::string owner = input.id.substr(0, input.id.find(':'));
  const std::size_t slash = std::min(owner.find('/'), owner.size());
  const std::string id = owner.substr(0, slash);
  const std::string part = owner.substr(std::min(slash + 1, owner.size()));
  const content::Block* block = content::find_block(byte_, id);
  if (!block || input.text.size() > learning::kLongestWords) return;
  if (const auto* asked = std::get_if<Question>(&block->content)) {
    return write_answer(*asked, id, part, input.text, step);
  }
  if (const auto* worksheet = std::get_if<content::WorksheetBlock>(&block->content)) {
    return write_in_worksheet(id, *worksheet, part, input.text, step);
  }
  if (!std::holds_alternative<content::ReflectionBlock>(block->content) || id != owner) return;
  if (input.text == learning::value_in(progress_.reflections, id)) return;
  record({.kind = EventKind::kWrote, .subject = id, .value = input.text}, step);
}

// What was typed, or chosen from a list: of a match question, or of a gap.
void App::write_answer(const Question& asked, const std::string& id, const std::string& part, const std::string& text,
                       Step& step) {
  const QuestionProgress& before = progress_.question(id);
  if (before.is_checked) return;
  // Nothing is chosen from a list any more.
  const bool is_taken_back = text.empty() && before.answer.placed.count(part) > 0;
  const bool is_placed = is_taken_back || learning::can_be_placed(asked, part, text);
  if (!is_placed && !learning::can_be_written(asked, part)) return;
  if (text == learning::value_in(is_placed ? before.answer.placed : before.answer.written, part)) return;
  ensure_attempt(asked, id, step);
  record({.kind = is_placed ? EventKind::kPlaced : EventKind::kWrote,
          .subject = part.empty() ? id : id + '/' + part,
          .value = text},
         step);
  if (state_.nudged == id) state_.nudged.clear();
}

void App::take(const Activated& input, Step& step) {
  const std::string& id = input.id;
  const auto colon = id.rfind(':');
  if (colon == std::string::npos) return;
  const std::string owner = id.substr(0, colon);
  const std::string_view part = std::string_view(id).substr(colon + 1);
  if (question(owner)) return act_on_question(owner, part, step);
  // `question/option:up`, `question/option:down`
  if (const std::size_t cut = owner.find('/'); cut != owner.npos) {
    const std::string id_of_question = owner.substr(0, cut);
    const Question* asked = question(id_of_question);
    if (asked) return move_option(*asked, id_of_question, owner.substr(cut + 1), part, step);
  }
  const content::Block* drawn_from = part == "draw" ? content::find_block(byte_, owner) : nullptr;
  if (const auto* bank = drawn_from ? std::get_if<content::BankBlock>(&drawn_from->content) : nullptr) {
    if (!learning::can_draw_others(owner, *bank, progress_)) return;
    const std::uint64_t chance = hash_of(step.input.entropy, hash_of(owner));
    record({.kind = EventKind::kStarted, .subject = owner, .seed = static_cast<std::uint32_t>(chance >> 32)}, step);
    step.output.patch.focus = owner + ":title";
    return;
  }
  // `scenario:back`, `scenario/node/choice:take`; `worksheet:add`, `worksheet/row:remove`
  const std::size_t slash = owner.find('/');
  if (const content::Block* block = content::find_block(byte_, owner.substr(0, slash))) {
    const auto* scenario = std::get_if<content::ScenarioBlock>(&block->content);
    const std::string_view way = slash == owner.npos ? "" : std::string_view(owner).substr(slash + 1);
    if (scenario) return act_on_scenario(*block, scenario->scenario, way, part, step);
    const auto* worksheet = std::get_if<content::WorksheetBlock>(&block->content);
    if (worksheet) return act_on_worksheet(*block, *worksheet, way, part, step);
  }

  if (id == "page:face") {
    state_.is_plain = !state_.is_plain;
    step.output.commands.emplace_back(ChangeFace{state_.is_plain});
  } else if (id == "page:saver") {
    state_.saves_data = !state_.saves_data;
    step.output.commands.emplace_back(ChangeSaving{state_.saves_data});
  } else if (id == "page:update-use") {
    step.output.commands.emplace_back(UseUpdate{});
  } else if (part == "load" || part == "play") {
    const bool was_open = state_.opened.erase(id) > 0;
    if (!was_open && outline::find(outline_, id)) state_.opened.insert(id);
  } else if (id == "page:forget") {
    state_.is_asking_to_forget = true;
    step.output.patch.focus = "page:forget-no";
  } else if (id == "page:forget-no") {
    state_.is_asking_to_forget = false;
    step.output.patch.focus = "page:forget";
  } else if (id == "page:forget-yes") {
    state_.is_asking_to_forget = false;
    state_.has_forgotten = true;
    forget(step);
    step.output.patch.focus = "page:forget";
  } else if (id == "page:answers-download" || id == "page:answers-open") {
    step.output.commands.emplace_back(UseFile{id == "page:answers-open"});
  } else if (id == "page:helped") {
    record({.kind = EventKind::kHelped, .on = !progress_.has_helped}, step);
  } else if (part == "next-link" || part == "stop-link" || part == "contents-link") {
    const outline::Element* link = outline::find(outline_, id);
    if (!link) return;
    if (part == "next-link" && progress_.read_sections.count(owner) == 0) record({.kind = EventKind::kRead, .subject = owner}, step);
    step.output.patch.focus = view::heading_id(link->get(outline::Attribute::kHref).substr(1));
  }
}

void App::act_on_scenario(const content::Block& block, const content::Scenario& scenario, std::string_view way,
                          std::string_view part, Step& step) {
  const std::string& id = block.id;
  const learning::ScenarioProgress untouched(scenario);
  const learning::ScenarioProgress* known = progress_.scenario(id);
  const learning::ScenarioProgress& before = known ? *known : untouched;
  const std::size_t steps = before.steps().size();
  const auto rewind_to = [&](std::size_t left) {
    record({.kind = EventKind::kRewound, .subject = id, .step = static_cast<int>(left)}, step);
    step.output.patch.focus = view::scene_heading_id(id, left);
  };
  if (part == "take") {
    if (before.find_choice(way) < 0 || steps >= learning::kMostSteps) return;
    record({.kind = EventKind::kTook, .subject = id + "/" + std::string(way), .step = static_cast<int>(steps)}, step);
    step.output.patch.focus = view::scene_heading_id(id, steps + 1);
  } else if (!way.empty()) {
    return;
  } else if (part == "restart") {
    if (steps > 0) rewind_to(0);
  } else if (part == "back" || part.starts_with("again-")) {
    const std::size_t left = part == "back" ? steps - 1 : number_in(part.substr(6));
    if (before.can_return_to(left)) rewind_to(left);
  } else if (part.starts_with("map-")) {
    int& zoom = state_.zooms[id];
    zoom = std::clamp(part == "map-in" ? zoom + 1 : part == "map-out" ? zoom - 1 : 0, 0, view::kMostZoom);
    // A button that can do no more is disabled; focus must not fall back to the top of the page.
    if (zoom == 0) step.output.patch.focus = id + ":map-in";
    if (zoom == view::kMostZoom) step.output.patch.focus = id + ":map-out";
  }
}

void App::act_on_question(const std::string& id, std::string_view part, Step& step) {
  const Question& asked = *question(id);
  const QuestionProgress& before = progress_.question(id);
  // One more try at a typed answer begins where it is typed.
  const bool is_typed = learning::can_be_written(asked, "");
  if (part == "action") {
    if (before.is_finished) {
      const std::uint64_t chance = hash_of(step.input.entropy, hash_of(id));
      record({.kind = EventKind::kStarted,
              .subject = id,
              .seed = static_cast<std::uint32_t>(chance >> 32),
              .key = learning::answer_key(asked)},
             step);
      if (is_typed) step.output.patch.focus = id + ":field";
    } else if (before.is_checked) {
      record({.kind = EventKind::kRetried, .subject = id}, step);
      if (is_typed) step.output.patch.focus = id + ":field";
    } else if (!learning::is_complete(asked, before.answer)) {
      state_.nudged = id;
      state_.nudges += 1;
    } else {
      state_.moved.clear();
      record({.kind = EventKind::kChecked, .subject = id}, step);
    }
  } else if (part == "hint" && !before.is_checked) {
    ensure_attempt(asked, id, step);
    record({.kind = EventKind::kHinted, .subject = id}, step);
    // The last hint takes its button away; focus must not fall back to the top of the page.
    const bool was_last = progress_.question(id).hints_shown == static_cast<int>(asked.hints.size());
    if (was_last) step.output.patch.focus = id + ":action";
  }
}

void App::move_option(const Question& asked, const std::string& id, const std::string& option, std::string_view way,
                      Step& step) {
  const QuestionProgress& before = progress_.question(id);
  if (before.is_checked || asked.kind != content::QuestionKind::kOrder) return;
  const std::vector<std::string> order = learning::shown_order(asked, id, before);
  const auto found = std::find(order.begin(), order.end(), option);
  if (found == order.end()) return;
  const std::ptrdiff_t last = std::ssize(order) - 1;
  std::ptrdiff_t place = found - order.begin();
  // `up`, `down`, or a place that it was carried to, `to-2`, counting from 0.
  if (way == "up") {
    --place;
  } else if (way == "down") {
    ++place;
  } else if (way.starts_with("to-")) {
    place = static_cast<std::ptrdiff_t>(number_in(way.substr(3)));
  } else {
    return;
  }
  if (place < 0 || place > last || order[static_cast<std::size_t>(place)] == option) return;
  ensure_attempt(asked, id, step);
  record({.kind = EventKind::kMoved, .subject = id + '/' + option, .step = static_cast<int>(place)}, step);
  // A button that can do no more is disabled; focus must not fall back to the top of the page.
  const std::string row = id + '/' + option;
  state_.moved = row;
  state_.moves += 1;
  const bool goes_on_down = way == "down" ? place < last : place == 0;
  step.output.patch.focus = row + (goes_on_down ? ":down" : ":up");
  if (state_.nudged == id) state_.nudged.clear();
}

void App::ensure_attempt(const Question& asked, const std::string& id, Step& step) {
  if (progress_.question(id).is_started) return;
  record({.kind = EventKind::kStarted,
          .subject = id,
          .seed = learning::first_seed(id),
          .key = learning::answer_key(asked)},
         step);
}

// Also what was answered before the Byte was renamed.
void App::forget(Step& step) {
  state_.moved.clear();
  std::vector<std::string> names = {byte_.id};
  for (const std::string& name : byte_.formerly) {
    const bool is_used = std::any_of(events_.begin(), events_.end(), [&](const Event& event) { return event.byte == name; });
    if (is_used) names.push_back(name);
  }
  for (std::string& name : names) record({.byte = std::move(name), .kind = EventKind::kForgot}, step);
  merge({}, step);
}

void App::record(Event event, Step& step) {
  event.id = nth_id(step.input.entropy, step.recorded.size());
  event.device = device_;
  const bool counts_on = last_n_ < learning::kMostEvents;
  event.n = last_n_ += counts_on;
  // Always after what is known already, so that a clock set back does not put an answer before its question; and within
  // what can be read again, whatever the clock says or an event from elsewhere did.
  event.at = step.input.now;
  if (!events_.empty()) {
    const Event& last = events_.back();
    event.at = std::max(event.at, last.device == device_ && counts_on ? last.at : last.at + 1);
  }
  event.at = std::clamp<std::int64_t>(event.at, 0, learning::kLatest);
  if (event.byte.empty()) event.byte = byte_.id;
  event.version = version_;
  if (event.kind != EventKind::kForgot) state_.has_forgotten = false;
  step.recorded.push_back(event);
  events_.push_back(std::move(event));
  progress_ = learning::fold(byte_, events_);
  step.has_moved = true;
}

void App::note_reached(Step& step) {
  int done = 0;
  for (const content::Section& section : byte_.sections) done += learning::progress_of(section, progress_).is_done;
  const int all = static_cast<int>(byte_.sections.size());
  const Event* noted = nullptr;
  bool is_needed = done > 0;
  for (const Event& event : events_) {
    if (event.kind != EventKind::kReached) continue;
    is_needed = true;
    // Two tabs with two versions of the Byte would correct each other for ever.
    if (event.version == version_) noted = &event;
  }
  if (noted) is_needed = noted->done != done || noted->all != all;
  if (is_needed) record({.kind = EventKind::kReached, .done = done, .all = all}, step);
}

const Question* App::question(const std::string& id) const {
  const content::Block* block = content::find_block(byte_, id);
  return block ? std::get_if<Question>(&block->content) : nullptr;
}

}  // namespace bytes::app
