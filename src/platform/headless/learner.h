// A learner without eyes or mouse: finds things by role and name, presses them, and reads what the page says then.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/app.h"

namespace bytes::platform::headless {

class Learner {
 public:
  // Opens `byte` on a device whose store holds `stored`.
  Learner(content::Byte byte, view::Interface interface, std::vector<learning::Event> stored = {});

  // Each returns false when there is no such thing, more than one, or when it is disabled.
  bool press(outline::Role role, std::string_view name);
  // Only inside the element of that id.
  bool press_in(std::string_view id, outline::Role role, std::string_view name);
  // Ticks, or unticks, a radio button or checkbox inside the question of that id.
  bool choose(std::string_view question, std::string_view name, bool on = true);

  // Leaves `text` in the field of that id.
  void write(std::string_view field, std::string_view text);

  // What a screen reader would read of the element of that id and of all below it; empty when there is none.
  std::string read(std::string_view id) const;
  const outline::Element* element(std::string_view id) const { return outline::find(app_.outline(), id); }
  // Where focus went last by the page's own doing.
  const std::string& focus() const { return focus_; }

  // Whether the store completes what it is given. It does at first.
  void set_store_works(bool works) { store_works_ = works; }
  // Closes the page and opens it again.
  Learner reopened() const;

  const std::vector<learning::Event>& stored() const { return stored_; }
  app::App& app() { return app_; }

 private:
  void run(std::vector<app::Input> inputs);

  app::App app_;
  view::Interface interface_;
  std::vector<learning::Event> stored_;
  std::string focus_;
  bool store_works_ = true;
  std::int64_t now_ = 1'700'000'000'000;
  std::uint64_t draws_ = 0;
};

}  // namespace bytes::platform::headless
