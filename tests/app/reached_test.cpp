// What a lesson notes for pages that know no lessons: how many of its parts are done (`reached`).
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "app/app.h"
#include "content/byte_reader.h"
#include "platform/headless/learner.h"
#include "tests/view/support/english.h"

namespace bytes {
namespace {

using learning::Event;
using learning::EventKind;
using outline::Role;
using platform::headless::Learner;

constexpr const char* kTwoParts = R"({
  "format": 1, "id": "two-parts", "formerly": ["parts"], "title": "Two parts", "language": "en", "sections": [
    { "id": "one", "title": "One", "blocks": [
      { "type": "question", "id": "which", "kind": "single", "prompt": "?",
        "options": [ { "id": "a", "text": "A", "correct": true }, { "id": "b", "text": "B" } ] } ] },
    { "id": "two", "title": "Two", "blocks": [ { "type": "text", "text": "Read this." } ] } ] })";

content::Byte two_parts() {
  Diagnostics diagnostics;
  return content::read_byte(kTwoParts, "byte.json", {.strict = false, .markup = {}}, diagnostics).value_or(content::Byte());
}

// `done/all` of each note, in order.
std::vector<std::string> notes(const std::vector<Event>& events) {
  std::vector<std::string> all;
  for (const Event& event : events) {
    if (event.kind == EventKind::kReached) all.push_back(std::to_string(event.done) + '/' + std::to_string(event.all));
  }
  return all;
}

void finish_first(Learner& learner) {
  ASSERT_TRUE(learner.choose("which", "A"));
  ASSERT_TRUE(learner.press_in("which", Role::kPrimaryButton, "Check"));
}

TEST(Reached, NothingIsNotedBeforeAPartIsDone) {
  Learner learner(two_parts(), view::english());
  ASSERT_TRUE(learner.choose("which", "B"));
  EXPECT_EQ(notes(learner.stored()), std::vector<std::string>());
}

TEST(Reached, EachPartThatIsDoneIsNotedOnce) {
  Learner learner(two_parts(), view::english());
  finish_first(learner);
  EXPECT_EQ(notes(learner.stored()), std::vector<std::string>{"1/2"});
  ASSERT_TRUE(learner.press(Role::kNextLink, "Finish"));
  EXPECT_EQ(notes(learner.stored()), (std::vector<std::string>{"1/2", "2/2"}));
  ASSERT_TRUE(learner.press_in("which", Role::kPrimaryButton, "Answer it again"));
  EXPECT_EQ(notes(learner.reopened().stored()), (std::vector<std::string>{"1/2", "2/2"}));
}

TEST(Reached, WhatWasAnsweredBeforeThereWereNotesIsNotedWhenTheLessonIsOpened) {
  Learner learner(two_parts(), view::english());
  finish_first(learner);
  std::vector<Event> old = learner.stored();
  std::erase_if(old, [](const Event& event) { return event.kind == EventKind::kReached; });
  Learner later(two_parts(), view::english(), old);
  EXPECT_EQ(notes(later.stored()), std::vector<std::string>{"1/2"});
}

TEST(Reached, ForgettingLeavesNone) {
  Learner learner(two_parts(), view::english());
  finish_first(learner);
  ASSERT_TRUE(learner.press(Role::kButton, "Remove my answers"));
  ASSERT_TRUE(learner.press(Role::kPrimaryButton, "Remove them"));
  EXPECT_EQ(notes(learner.stored()), std::vector<std::string>());
  EXPECT_EQ(notes(learner.reopened().stored()), std::vector<std::string>());
}

struct OpenPage {
  app::App app;
  std::string digits;
  int frames = 0;

  // What it records.
  std::vector<Event> frame(app::Input input) {
    app::FrameInput frame;
    frame.now = 1'000 + ++frames;
    frame.entropy = std::string(28, digits[0]) + std::to_string(1'000 + frames);
    frame.inputs.push_back(std::move(input));
    for (const app::Command& command : app.frame(frame).commands) {
      if (const auto* store = std::get_if<app::Store>(&command)) return store->events;
    }
    return {};
  }
};

// A page of the version before and one of this one, open side by side, would otherwise correct each other for ever.
TEST(Reached, TwoTabsWithTwoVersionsComeToRest) {
  content::Byte longer = two_parts();
  longer.sections.push_back(longer.sections.back());
  longer.sections.back().id = "three";
  OpenPage tabs[] = {{app::App(two_parts(), view::english(), "old"), "a"}, {app::App(longer, view::english(), "new"), "b"}};
  for (OpenPage& tab : tabs) tab.frame(app::Loaded{.device = std::string(32, '7')});
  std::vector<Event> news = tabs[0].frame(app::Activated{"two:next-link"});
  ASSERT_EQ(notes(news), std::vector<std::string>{"1/2"});
  std::vector<std::string> said;
  int turn = 1;
  for (; !news.empty() && turn < 20; ++turn) {
    news = tabs[turn % 2].frame(app::Arrived{news});
    for (const std::string& note : notes(news)) said.push_back(note);
  }
  EXPECT_EQ(said, std::vector<std::string>{"1/3"});
  EXPECT_LT(turn, 20);
}

}  // namespace
}  // namespace bytes
