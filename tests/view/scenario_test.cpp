#include <gtest/gtest.h>

#include "content/byte_reader.h"
#include "outline/accessible.h"
#include "outline/html_writer.h"
#include "tests/support/files.h"
#include "tests/view/support/english.h"
#include "view/byte_page.h"

namespace bytes::view {
namespace {

using learning::Event;
using learning::EventKind;
using outline::Attribute;
using outline::Element;
using outline::Role;

constexpr std::string_view kBlock =
    R"({ "type": "scenario", "id": "shop", "title": "A shop", "text": "You are a guest.",
  "cast": [ { "id": "owner", "name": "Ada", "role": "The owner", "portrait": { "src": "ada.svg", "decorative": true } },
            { "id": "guest", "name": "Bo" } ],
  "variables": { "coins": { "type": "integer", "start": 1, "min": 0, "max": 3, "label": "Coins" },
                 "asked": { "type": "boolean", "start": false } },
  "start": "door",
  "nodes": {
    "door": { "title": "At the door", "text": "A door.", "choices": [
      { "id": "knock", "text": "Knock", "set": ["asked = true"], "feedback": "She opens.", "points": 1, "goto": "counter" },
      { "id": "wait", "text": "Wait", "if": "coins < 2", "set": ["coins += 1"], "goto": "door" } ] },
    "counter": { "speaker": "owner", "blocks": [ { "type": "text", "text": "One." }, { "type": "text", "text": "Two." } ],
      "choices": [
        { "id": "buy", "text": "Buy", "if": "coins >= 2", "points": 2, "goto": "yours" },
        { "id": "leave", "text": "Leave", "feedback": "You walk on.", "goto": "street" } ] } },
  "endings": { "yours": { "kind": "good", "title": "Yours", "text": "It is yours." },
               "street": { "title": "The street", "text": "Another day." } } })";

// A Byte with that scenario, in which `from` is replaced by `to`.
content::Byte byte_with(std::string_view from = {}, std::string_view to = {}) {
  std::string block(kBlock);
  if (!from.empty()) block.replace(block.find(from), from.size(), to);
  Diagnostics diagnostics;
  auto byte = content::read_byte(
      R"({"format":1,"id":"a-byte","title":"A title","language":"en","sections":[{"id":"only","blocks":[)" + block +
          "]}]}",
      "byte.json", {.strict = false, .markup = {}}, diagnostics);
  for (const Diagnostic& problem : diagnostics.all()) ADD_FAILURE() << problem.code << ' ' << problem.path;
  return byte ? *byte : content::Byte();
}

// The page after those choices: `door/knock`, or `<2` for going back to the first two.
Element page_after(const content::Byte& byte, const std::vector<std::string>& moves, const PageState& state = {}) {
  std::vector<Event> events;
  int steps = 0;
  for (const std::string& move : moves) {
    Event event;
    event.byte = "a-byte";
    if (move[0] == '<') {
      steps = move[1] - '0';
      event.kind = EventKind::kRewound;
      event.subject = "shop";
      event.step = steps;
    } else {
      event.kind = EventKind::kTook;
      event.subject = "shop/" + move;
      event.step = steps++;
    }
    events.push_back(event);
  }
  return byte_page(byte, learning::fold(byte, events), state, english());
}

std::string words(const Element& page, std::string_view id) {
  const Element* found = outline::find(page, id);
  return found ? outline::all_letters(*found) : "(none)";
}

TEST(ScenarioView, BeginsWithItsFirstSceneAndWhatMayBeChosen) {
  const Element page = page_after(byte_with(), {});
  EXPECT_EQ(words(page, "shop:title"), "A shop");
  EXPECT_EQ(words(page, "shop:text"), "You are a guest.");
  EXPECT_EQ(words(page, "shop:scene-1:title"), "At the door");
  EXPECT_EQ(outline::find_all(page, Role::kChoice, "Knock").size(), 1u);
  EXPECT_EQ(outline::find_all(page, Role::kChoice, "Wait").size(), 1u);
  EXPECT_EQ(outline::find(page, "shop:path"), nullptr) << "nothing was chosen yet";
  EXPECT_EQ(outline::find(page, "shop:actions"), nullptr);
  ASSERT_NE(outline::find(page, "shop:scene-1:outcome"), nullptr)
      << "a region that stands empty, so that it is announced";
  EXPECT_TRUE(outline::find(page, "shop:scene-1:outcome")->children.empty());
}

TEST(ScenarioView, OffersOnlyWhatItsConditionAllows) {
  const content::Byte byte = byte_with();
  EXPECT_TRUE(outline::find_all(page_after(byte, {"door/wait"}), Role::kChoice, "Wait").empty());
  EXPECT_TRUE(outline::find_all(page_after(byte, {"door/knock"}), Role::kChoice, "Buy").empty());
  EXPECT_EQ(outline::find_all(page_after(byte, {"door/wait", "door/knock"}), Role::kChoice, "Buy").size(), 1u);
}

TEST(ScenarioView, TellsWhatCameOfAChoice) {
  const Element page = page_after(byte_with(), {"door/wait", "door/knock"});
  EXPECT_EQ(words(page, "shop:scene-1:chose"), "You chose: Wait");
  EXPECT_EQ(words(page, "shop:scene-1:outcome"), "Coins: 1 → 2");
  EXPECT_EQ(words(page, "shop:scene-2:outcome"), "She opens.");
  EXPECT_EQ(words(page, "shop:meter-coins-label"), "Coins: 2");
  EXPECT_EQ(words(page, "shop:scene-3:name"), "Ada");
  EXPECT_EQ(words(page, "shop:scene-3:role"), "The owner");
  EXPECT_EQ(words(page, "shop:scene-3-text-2"), "Two.");
  EXPECT_EQ(words(page, "shop:scene-3:title"), "Scene 2") << "a scene without a title has its number";
}

TEST(ScenarioView, WaitsWithFeedbackWhereTheAuthorWishesIt) {
  const content::Byte byte = byte_with(R"("title": "A shop")", R"("title": "A shop", "feedback": "at-end")");
  EXPECT_EQ(words(page_after(byte, {"door/knock"}), "shop:scene-1:outcome"), "");
  const Element page = page_after(byte, {"door/knock", "counter/leave"});
  EXPECT_EQ(words(page, "shop/door/knock:way"), "You chose: Knock She opens.");
  EXPECT_EQ(words(page, "shop/counter/leave:way"), "You chose: Leave You walk on.");
}

TEST(ScenarioView, EndsWithADebrief) {
  const Element page = page_after(byte_with(), {"door/knock", "counter/leave"});
  EXPECT_EQ(words(page, "shop:scene-3:kind"), "An open ending");
  EXPECT_EQ(words(page, "shop:scene-3:title"), "The street");
  EXPECT_EQ(words(page, "shop:scene-3:found"), "You have found 1 of 2 endings.");
  EXPECT_EQ(outline::find(page, "shop:scene-3:points"), nullptr) << "the most is not known";
  EXPECT_EQ(words(page, "shop:path-count"), "Seen so far: 2 of 2 scenes, 1 of 2 endings");
  EXPECT_EQ(words(page, "shop/door/wait:way"), "Not yet tried: Wait");
  EXPECT_EQ(words(page, "shop/counter:stop-closed"), "Another way was closed to you this time.");
  EXPECT_EQ(outline::find(page, "shop/counter/buy:way"), nullptr) << "what it was stays a secret";
  EXPECT_NE(outline::find(page, "shop:again-0"), nullptr);
  EXPECT_EQ(outline::find(page, "shop:again-1"), nullptr) << "there was no other way";
  EXPECT_EQ(outline::find(page, "shop/door/knock:way")->get(Attribute::kTarget), "shop/counter:stop");
  EXPECT_EQ(outline::find(page, "shop/street:stop")->get(Attribute::kTone), "here-open");
  EXPECT_EQ(words(page, "only:stop-note"), "Done");
  EXPECT_EQ(words(page, "page:score"), "You have done all there is to do here.");
}

TEST(ScenarioView, SaysHowManyPointsWereToBeHad) {
  content::Byte byte = byte_with(R"("title": "A shop")", R"("title": "A shop", "most-points": 3)");
  EXPECT_EQ(words(page_after(byte, {"door/knock", "counter/leave"}), "shop:scene-3:points"),
            "Points on this path: 1. The most that any path earns is 3.");
}

TEST(ScenarioView, RemembersEarlierPaths) {
  const Element page = page_after(byte_with(), {"door/knock", "counter/leave", "<0", "door/wait"});
  EXPECT_EQ(words(page, "shop/street:stop-name"), "The street");
  EXPECT_EQ(outline::find(page, "shop/street:stop")->get(Attribute::kTone), "earlier-open");
  EXPECT_EQ(words(page, "shop/door/knock:way"), "Chosen earlier: Knock");
  EXPECT_EQ(words(page, "shop/door/wait:way"), "You chose: Wait");
  EXPECT_EQ(outline::find(page, "shop/counter:stop-name")->role, Role::kPathName) << "it is no part of this run";
}

TEST(ScenarioView, SaysThatARunWasCut) {
  const content::Byte byte = byte_with(R"("id": "knock")", R"("id": "ring")");
  const Element page = page_after(byte, {"door/wait", "door/knock", "counter/leave"});
  EXPECT_EQ(words(page, "shop:cut"), english().phrase("scenario-cut"));
  EXPECT_EQ(words(page, "shop:scene-2:title"), "At the door");
}

TEST(ScenarioView, CanBeReadAsABookWithoutAnEngine) {
  const Element page = page_after(byte_with(), {});
  const std::string html = outline::to_html(*outline::find(page, "shop:answer"));
  for (const char* text :
       {"At the door", "A door.", "Knock", "She opens.", "coins &gt;= 2", "coins += 1", "One.", "Two.", "Yours",
        "It is yours.", "href=\"#shop/counter:answer\"", "id=\"shop/counter:answer\"", "id=\"shop/street:answer\""}) {
    EXPECT_NE(html.find(text), std::string::npos) << text;
  }
}

TEST(ScenarioView, HasNoIdTwice) {
  const content::Byte byte = byte_with();
  for (const std::vector<std::string>& moves : {std::vector<std::string>{},
                                                {"door/wait", "door/knock"},
                                                {"door/wait", "door/knock", "counter/buy"},
                                                {"door/knock", "counter/leave", "<0", "door/wait"}}) {
    std::multiset<std::string> ids;
    const auto collect = [&](const auto& self, const Element& element) -> void {
      ids.insert(element.id);
      for (const Element& child : element.children) self(self, child);
    };
    collect(collect, page_after(byte, moves));
    for (const std::string& id : ids) EXPECT_EQ(ids.count(id), 1u) << id;
  }
}

}  // namespace
}  // namespace bytes::view
