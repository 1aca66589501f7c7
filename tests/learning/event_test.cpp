#include "learning/event.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "tests/support/files.h"

namespace bytes::learning {
namespace {

std::string id_of(int number) {
  std::string digits = std::to_string(number);
  return std::string(32 - digits.size(), '0') + digits;
}

Event event(int number, EventKind kind, std::string subject, std::int64_t at) {
  Event event;
  event.id = id_of(number);
  event.device = id_of(7);
  event.n = number;
  event.at = at;
  event.byte = "a-byte";
  event.version = "v1";
  event.kind = kind;
  event.subject = std::move(subject);
  return event;
}

content::JsonValue parse(std::string_view text) {
  Diagnostics diagnostics;
  return content::parse_json(text, "events", diagnostics);
}

TEST(Event, SurvivesItsRoundTrip) {
  std::vector<Event> events = {
      event(1, EventKind::kStarted, "question", 5), event(2, EventKind::kChose, "question/option", 6),
      event(3, EventKind::kChecked, "question", 7), event(4, EventKind::kRetried, "question", 8),
      event(5, EventKind::kHinted, "question", 9),  event(6, EventKind::kRead, "section", 10),
      event(7, EventKind::kForgot, "", 8640000000000000), event(8, EventKind::kPlaced, "question/card", 11),
      event(9, EventKind::kRated, "question", 12), event(10, EventKind::kWrote, "reflection", 13),
      event(11, EventKind::kHelped, "", 14),
  };
  events[0].seed = 4294967295u;
  events[0].key = "0123456789abcdef";
  events[1].on = true;
  events[7].value = "group";
  events[8].level = kMostSure;
  events[9].value = "Mine, \"quoted\",\nin two lines: نعم 😀 </script>";
  events[10].on = true;
  std::string json = "[";
  for (const Event& one : events) json += (json.size() > 1 ? "," : "") + to_json(one);
  const ReadEvents read = read_events(parse(json + "]"));
  EXPECT_TRUE(read.rejected.empty());
  EXPECT_EQ(read.events, events);
}

TEST(Event, KeepsWhatItDoesNotKnow) {
  std::string json = to_json(event(1, EventKind::kRead, "section", 5));
  json.replace(json.find("\"read\""), 6, "\"sang\"");
  const ReadEvents read = read_events(parse("[" + json + "]"));
  ASSERT_EQ(read.events.size(), 1u);
  EXPECT_EQ(read.events[0].kind, EventKind::kUnknown);
}

TEST(Event, SetsAsideWhatIsNoneAndKeepsTheRest) {
  const std::string good = to_json(event(1, EventKind::kRead, "section", 5));
  const auto broken = [&](std::string_view from, std::string_view to) {
    std::string json = good;
    json.replace(json.find(from), from.size(), to);
    return json;
  };
  const std::vector<std::string> bad = {
      "null", "7", "\"text\"", "[]", "{}",
      broken("\"v\":1", "\"v\":\"1\""), broken("\"v\":1", "\"v\":0"),
      broken(id_of(1), "short"), broken("\"device\":\"0", "\"device\":\"G"), broken("\"n\":1", "\"n\":0"),
      broken("\"n\":1", "\"n\":1.5"), broken("\"n\":1", "\"n\":9007199254740993"),
      broken("\"n\":1", "\"n\":9223372036854775807"),
      broken("\"at\":5", "\"at\":-5"), broken("\"at\":5", "\"at\":1e300"),
      broken("\"at\":5", "\"at\":8640000000000001"),
      broken("a-byte", ""), broken("a-byte", "../evil\\u0000"), broken("\"kind\":\"read\"", "\"kind\":null"),
      broken("\"subject\":\"section\"", "\"subject\":\"<b>\""), broken("\"data\":{}", "\"data\":[]"),
      broken("\"kind\":\"read\"", "\"kind\":\"placed\""), broken("\"kind\":\"read\"", "\"kind\":\"wrote\""),
      broken("\"kind\":\"read\"", "\"kind\":\"rated\""), broken("\"kind\":\"read\"", "\"kind\":\"helped\""),
      broken("\"kind\":\"read\",\"subject\":\"section\",\"data\":{}", "\"kind\":\"rated\",\"subject\":\"q\",\"data\":{\"level\":4}"),
      broken("\"kind\":\"read\"", "\"kind\":\"chose\""), broken("\"kind\":\"read\"", "\"kind\":\"started\""),
  };
  for (const std::string& record : bad) {
    const ReadEvents read = read_events(parse("[" + record + "," + good + "]"));
    ASSERT_EQ(read.events.size(), 1u) << record;
    ASSERT_EQ(read.rejected.size(), 1u) << record;
    EXPECT_EQ(read.rejected[0].index, 0u);
    EXPECT_FALSE(read.rejected[0].reason.empty());
  }
}

// The page reads files of answers by rules of its own (web/answer_file.js); tests/web/answer_file.test.mjs reads this table too.
TEST(Event, IsReadByTheSameRulesAsAFileOfAnswers) {
  const content::JsonValue rows = parse(read_test_file("tests/data/events/records.json"));
  ASSERT_GT(rows.items.size(), 50u);
  for (const content::JsonValue& row : rows.items) {
    const bool is_event = row.find("is_event")->boolean;
    content::JsonValue array = parse("[0]");
    array.items[0] = *row.find("record");
    const ReadEvents read = read_events(array);
    EXPECT_EQ(read.events.size(), is_event ? 1u : 0u) << row.find("why")->string;
    EXPECT_EQ(read.rejected.size(), is_event ? 0u : 1u) << row.find("why")->string;
  }
}

TEST(Event, LeavesANewerPlayersRecordsToThatPlayer) {
  const std::string good = to_json(event(1, EventKind::kRead, "section", 5));
  const ReadEvents read = read_events(parse(R"([{"v":2,"id":"anything"},)" + good + R"(,{"v":3}])"));
  EXPECT_EQ(read.events.size(), 1u);
  EXPECT_TRUE(read.rejected.empty());
  EXPECT_EQ(read.newer, 2);
}

TEST(Event, MergingIsTheSameInWhicheverOrder) {
  std::mt19937 random(7);
  std::vector<Event> events;
  for (int i = 1; i <= 40; ++i) {
    Event one = event(i, i % 13 == 0 ? EventKind::kForgot : EventKind::kChose, i % 13 == 0 ? "" : "q/o",
                      static_cast<std::int64_t>(random() % 20));
    one.device = id_of(static_cast<int>(random() % 3));
    one.byte = random() % 2 ? "a-byte" : "b-byte";
    events.push_back(one);
  }
  const std::vector<Event> expected = merged(events);
  EXPECT_LT(expected.size(), events.size());
  for (int round = 0; round < 50; ++round) {
    std::shuffle(events.begin(), events.end(), random);
    std::vector<Event> halves = merged(std::vector<Event>(events.begin(), events.begin() + 20));
    halves.insert(halves.end(), events.begin() + 10, events.end());
    ASSERT_EQ(merged(halves), expected);
  }
}

TEST(Event, ForgettingErasesWhatAMergeBringsLater) {
  std::vector<std::string> erased;
  const std::vector<Event> left = merged({event(3, EventKind::kForgot, "", 30), event(1, EventKind::kRead, "a", 10),
                                          event(4, EventKind::kRead, "b", 40)},
                                         &erased);
  ASSERT_EQ(left.size(), 2u);
  EXPECT_EQ(left[0].kind, EventKind::kForgot);
  EXPECT_EQ(left[1].subject, "b");
  EXPECT_EQ(erased, std::vector<std::string>{id_of(1)});
}

}  // namespace
}  // namespace bytes::learning
