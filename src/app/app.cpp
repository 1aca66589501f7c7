#include "app/app.h"

#include <algorithm>
#include <utility>

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

}  // namespace

struct App::Step {
  const FrameInput& input;
  FrameOutput& output;
  std::vector<Event> recorded;
  std::vector<std::string> erased;
};

App::App(content::Byte byte, view::Interface interface, std::string version)
    : byte_(std::move(byte)), interface_(std::move(interface)), version_(std::move(version)) {
  outline_ = view::byte_page(byte_, progress_, state_, interface_);
}

FrameOutput App::frame(const FrameInput& input) {
  FrameOutput output;
  Step step{input, output, {}, {}};
  for (const Input& one : input.inputs) {
    std::visit([&](const auto& known) { take(known, step); }, one);
  }
  if (!step.recorded.empty() && state_.save != view::SaveState::kUnavailable) {
    // What failed to be stored is tried again with what comes next; storing twice is storing once.
    const bool has_failed = state_.save == view::SaveState::kFailed;
    unsaved_.insert(unsaved_.end(), step.recorded.begin(), step.recorded.end());
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
  last_n_ = input.last_n;
  state_.set_aside = input.set_aside;
  merge(input.events, step);
  if (!events_.empty()) state_.save = view::SaveState::kSaved;
}

void App::take(const Arrived& input, Step& step) { merge(input.events, step); }

void App::merge(const std::vector<Event>& events, Step& step) {
  events_.insert(events_.end(), events.begin(), events.end());
  events_ = learning::merged(std::move(events_), &step.erased);
  for (const Event& event : events_) {
    if (event.device == device_) last_n_ = std::max(last_n_, event.n);
  }
  progress_ = learning::fold(byte_, events_);
}

void App::take(const StoreUnavailable& input, Step&) {
  state_.save = view::SaveState::kUnavailable;
  state_.save_problem = input.reason;
}

void App::take(const Saved& input, Step&) {
  std::erase_if(unsaved_, [&](const Event& event) {
    return std::find(input.ids.begin(), input.ids.end(), event.id) != input.ids.end();
  });
  if (unsaved_.empty()) state_.save = view::SaveState::kSaved;
}

void App::take(const SaveFailed& input, Step&) {
  state_.save = view::SaveState::kFailed;
  state_.save_problem = input.reason;
}

void App::take(const FaceChanged& input, Step&) { state_.is_plain = input.is_plain; }

void App::take(const SavingChanged& input, Step&) { state_.saves_data = input.saves_data; }

void App::take(const Toggled& input, Step& step) {
  // `question/option:control`
  const std::size_t slash = input.id.find('/');
  const std::size_t colon = input.id.find(':');
  if (slash == std::string::npos || colon == std::string::npos || colon < slash) return;
  const std::string question_id = input.id.substr(0, slash);
  const std::string option_id = input.id.substr(slash + 1, colon - slash - 1);
  const Question* found = question(question_id);
  if (!found || !content::find_option(*found, option_id)) return;
  const QuestionProgress& before = progress_.question(question_id);
  if (before.is_checked || (before.chosen.count(option_id) > 0) == input.is_on) return;
  ensure_attempt(*found, question_id, step);
  record(EventKind::kChose, question_id + "/" + option_id, step, 0, {}, input.is_on);
  if (state_.nudged == question_id) state_.nudged.clear();
}

void App::take(const Activated& input, Step& step) {
  const std::string& id = input.id;
  const auto colon = id.rfind(':');
  if (colon == std::string::npos) return;
  const std::string owner = id.substr(0, colon);
  const std::string_view part = std::string_view(id).substr(colon + 1);
  if (question(owner)) return act_on_question(owner, part, step);

  if (id == "page:face") {
    state_.is_plain = !state_.is_plain;
    step.output.commands.emplace_back(ChangeFace{state_.is_plain});
  } else if (id == "page:saver") {
    state_.saves_data = !state_.saves_data;
    step.output.commands.emplace_back(ChangeSaving{state_.saves_data});
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
    record(EventKind::kForgot, "", step);
    merge({}, step);
    step.output.patch.focus = "page:forget";
  } else if (part == "next-link" || part == "stop-link" || part == "contents-link") {
    const outline::Element* link = outline::find(outline_, id);
    if (!link) return;
    if (part == "next-link" && progress_.read_sections.count(owner) == 0) record(EventKind::kRead, owner, step);
    step.output.patch.focus = view::heading_id(link->get(outline::Attribute::kHref).substr(1));
  }
}

void App::act_on_question(const std::string& id, std::string_view part, Step& step) {
  const Question& asked = *question(id);
  const QuestionProgress& before = progress_.question(id);
  if (part == "action") {
    if (before.is_finished) {
      const std::uint64_t chance = hash_of(step.input.entropy, hash_of(id));
      record(EventKind::kStarted, id, step, static_cast<std::uint32_t>(chance >> 32), learning::answer_key(asked));
    } else if (before.is_checked) {
      record(EventKind::kRetried, id, step);
    } else if (before.chosen.empty()) {
      state_.nudged = id;
      state_.nudges += 1;
    } else {
      record(EventKind::kChecked, id, step);
    }
  } else if (part == "hint" && !before.is_checked) {
    ensure_attempt(asked, id, step);
    record(EventKind::kHinted, id, step);
    // The last hint takes its button away; focus must not fall back to the top of the page.
    const bool was_last = progress_.question(id).hints_shown == static_cast<int>(asked.hints.size());
    if (was_last) step.output.patch.focus = id + ":action";
  }
}

void App::ensure_attempt(const Question& asked, const std::string& id, Step& step) {
  if (progress_.question(id).is_started) return;
  record(EventKind::kStarted, id, step, learning::first_seed(id), learning::answer_key(asked));
}

void App::record(EventKind kind, std::string subject, Step& step, std::uint32_t seed, std::string key, bool on) {
  Event event;
  event.id = nth_id(step.input.entropy, step.recorded.size());
  event.device = device_;
  event.n = ++last_n_;
  // Always after what is known already, so that a clock set back does not put an answer before its question.
  event.at = step.input.now;
  if (!events_.empty()) {
    const Event& last = events_.back();
    event.at = std::max(event.at, last.device == device_ ? last.at : last.at + 1);
  }
  event.byte = byte_.id;
  event.version = version_;
  event.kind = kind;
  event.subject = std::move(subject);
  event.seed = seed;
  event.key = std::move(key);
  event.on = on;
  if (kind != EventKind::kForgot) state_.has_forgotten = false;
  step.recorded.push_back(event);
  events_.push_back(std::move(event));
  progress_ = learning::fold(byte_, events_);
}

const Question* App::question(const std::string& id) const {
  for (const learning::QuestionInByte& row : learning::questions_of(byte_)) {
    if (row.block->id == id) return row.question;
  }
  return nullptr;
}

}  // namespace bytes::app
