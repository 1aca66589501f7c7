#include "platform/headless/learner.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "base/hash.h"
#include "outline/accessible.h"

namespace bytes::platform::headless {
namespace {

constexpr std::string_view kDevice = "0123456789abcdef0123456789abcdef";
constexpr std::string_view kVersion = "0000000000000001";

}  // namespace

Learner::Learner(content::Byte byte, view::Interface interface, std::vector<learning::Event> stored)
    : app_(std::move(byte), interface, std::string(kVersion)), interface_(std::move(interface)), stored_(std::move(stored)) {
  app::Loaded loaded;
  loaded.device = kDevice;
  loaded.events = stored_;
  for (const learning::Event& event : stored_) now_ = std::max(now_, event.at + 1);
  draws_ = stored_.size() * 1000;
  run({loaded});
}

Learner Learner::reopened() const { return Learner(app_.byte(), interface_, stored_); }

bool Learner::press(outline::Role role, std::string_view name) { return press_in("page:root", role, name); }

bool Learner::press_in(std::string_view id, outline::Role role, std::string_view name) {
  const outline::Element* place = element(id);
  if (!place) return false;
  const outline::Element* found = outline::find_by_name(*place, role, name);
  if (!found || found->has(outline::Attribute::kDisabled)) return false;
  run({app::Activated{found->id}});
  return true;
}

bool Learner::choose(std::string_view question, std::string_view name, bool on) {
  const outline::Element* place = element(question);
  if (!place) return false;
  for (outline::Role role : {outline::Role::kRadio, outline::Role::kCheckbox}) {
    const outline::Element* control = outline::find_by_name(*place, role, name);
    if (!control || control->has(outline::Attribute::kDisabled)) continue;
    run({app::Toggled{control->id, on}});
    return true;
  }
  return false;
}

void Learner::write(std::string_view field, std::string_view text) {
  run({app::Wrote{std::string(field), std::string(text)}});
}

std::string Learner::read(std::string_view id) const {
  const outline::Element* found = element(id);
  return found ? outline::all_letters(*found) : std::string();
}

void Learner::run(std::vector<app::Input> inputs) {
  while (!inputs.empty()) {
    app::FrameInput input;
    input.now = ++now_;
    ++draws_;
    input.entropy = to_hex(hash_of(std::to_string(draws_))) + to_hex(draws_ << 16);
    input.inputs = std::exchange(inputs, {});
    const app::FrameOutput output = app_.frame(input);
    if (!output.patch.focus.empty()) focus_ = output.patch.focus;
    for (const app::Command& command : output.commands) {
      if (const auto* store = std::get_if<app::Store>(&command)) {
        std::vector<std::string> ids;
        for (const learning::Event& event : store->events) ids.push_back(event.id);
        if (!store_works_) {
          inputs.push_back(app::SaveFailed{ids, "the disk is full"});
          continue;
        }
        stored_.insert(stored_.end(), store->events.begin(), store->events.end());
        inputs.push_back(app::Saved{ids});
      } else if (const auto* erase = std::get_if<app::Erase>(&command)) {
        std::erase_if(stored_, [&](const learning::Event& event) {
          return std::find(erase->ids.begin(), erase->ids.end(), event.id) != erase->ids.end();
        });
      }
    }
  }
}

}  // namespace bytes::platform::headless
