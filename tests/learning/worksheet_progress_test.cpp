#include "learning/worksheet_progress.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "content/model.h"
#include "learning/progress.h"

namespace bytes::learning {
namespace {

using content::FieldKind;

content::Byte byte_with_worksheet() {
  content::WorksheetBlock worksheet;
  worksheet.lead = plain("Who?");
  worksheet.row = plain("Person");
  worksheet.fields = {{.id = "name", .kind = FieldKind::kWords, .label = plain("Name"), .options = {}, .gap = {}},
                      {.id = "advises", .kind = FieldKind::kYesNo, .label = plain("Advises"), .options = {}, .gap = {}},
                      {.id = "knows",
                       .kind = FieldKind::kChoice,
                       .label = plain("Knows me"),
                       .options = {{"well", plain("Well")}, {"hardly", plain("Hardly")}},
                       .gap = {}}};
  content::Block block;
  block.id = "people";
  block.content = std::move(worksheet);
  content::Section section;
  section.id = "section";
  section.blocks.push_back(std::move(block));
  content::Byte byte;
  byte.id = "a-byte";
  byte.sections.push_back(std::move(section));
  return byte;
}

// What one device did, at the times that it did it.
class WorksheetStory {
 public:
  explicit WorksheetStory(char device) : device_(device) {}

  WorksheetStory& at(std::int64_t time) {
    time_ = time;
    return *this;
  }
  WorksheetStory& row(const std::string& id, bool on = true) { return add(EventKind::kChose, "people/" + id, "", on); }
  WorksheetStory& write(const std::string& field, const std::string& words) {
    return add(EventKind::kWrote, "people/" + field, words, false);
  }
  WorksheetStory& tick(const std::string& field, bool on = true) {
    return add(EventKind::kChose, "people/" + field, "", on);
  }
  WorksheetStory& place(const std::string& field, const std::string& option) {
    return add(EventKind::kPlaced, "people/" + field, option, false);
  }
  const std::vector<Event>& events() const { return events_; }

 private:
  WorksheetStory& add(EventKind kind, const std::string& subject, const std::string& value, bool on) {
    Event event;
    event.n = static_cast<std::int64_t>(events_.size()) + 1;
    event.id = std::string(31 - std::to_string(event.n).size(), '0') + std::to_string(event.n) + device_;
    event.device = std::string(32, device_);
    event.at = time_++;
    event.byte = "a-byte";
    event.kind = kind;
    event.subject = subject;
    event.value = value;
    event.on = on;
    events_.push_back(event);
    return *this;
  }

  char device_;
  std::int64_t time_ = 1;
  std::vector<Event> events_;
};

// "anna: name=Anna advises=yes; ben:"
std::string read(const std::vector<Event>& events) {
  const content::Byte byte = byte_with_worksheet();
  const Progress progress = fold(byte, merged(events));
  const auto found = progress.worksheets.find("people");
  if (found == progress.worksheets.end()) return "none";
  std::string all;
  for (const WorksheetRow* row : found->second.rows()) {
    all += (all.empty() ? "" : "; ") + row->id + ":";
    for (const auto& [field, value] : row->values) all += " " + field + "=" + value;
  }
  return all;
}

TEST(WorksheetProgress, KeepsWhatIsFilledIn) {
  struct Row {
    const char* name;
    WorksheetStory story;
    const char* expected;
  };
  const Row rows[] = {
      {"nothing", WorksheetStory('a'), "none"},
      {"an empty row", WorksheetStory('a').row("anna"), "anna:"},
      {"each kind of field",
       WorksheetStory('a').row("anna").write("anna/name", "Anna").tick("anna/advises").place("anna/knows", "well"),
       "anna: advises=yes knows=well name=Anna"},
      {"the last word counts", WorksheetStory('a').row("anna").write("anna/name", "A").write("anna/name", "Anna"),
       "anna: name=Anna"},
      {"taken back", WorksheetStory('a').row("anna").write("anna/name", "A").write("anna/name", "").tick("anna/advises")
                         .tick("anna/advises", false),
       "anna:"},
      {"another choice", WorksheetStory('a').row("anna").place("anna/knows", "well").place("anna/knows", "hardly"),
       "anna: knows=hardly"},
      {"removed", WorksheetStory('a').row("anna").row("ben").row("anna", false), "ben:"},
      {"put back where it was",
       WorksheetStory('a').row("anna").write("anna/name", "Anna").row("ben").row("anna", false).row("anna"),
       "anna: name=Anna; ben:"},
      {"a field that is none", WorksheetStory('a').row("anna").write("anna/age", "17"), "anna:"},
      {"an option that is none", WorksheetStory('a').row("anna").place("anna/knows", "so-so"), "anna:"},
      {"words where there is a tick", WorksheetStory('a').row("anna").write("anna/advises", "yes"), "anna:"},
      {"a tick where there are words", WorksheetStory('a').row("anna").tick("anna/name"), "anna:"},
      {"two lines", WorksheetStory('a').row("anna").write("anna/name", "An\nna"), "anna:"},
      {"a book", WorksheetStory('a').row("anna").write("anna/name", std::string(kLongestField + 1, 'a')), "anna:"},
      {"deeper than fields are", WorksheetStory('a').row("anna").tick("anna/advises/now"), "anna:"},
      {"a row without a name", WorksheetStory('a').row("").write("/name", "Anna"), ""},
      {"a row with too long a one", WorksheetStory('a').row(std::string(41, 'a')), ""}};
  for (const Row& row : rows) EXPECT_EQ(read(row.story.events()), row.expected) << row.name;
}

TEST(WorksheetProgress, TwoDevicesAreTheUnionOfTheirRows) {
  const auto a = WorksheetStory('a').at(10).row("anna").write("anna/name", "Anna").events();
  const auto b = WorksheetStory('b').at(11).row("ben").write("ben/name", "Ben").events();
  std::vector<Event> ab = a, ba = b;
  ab.insert(ab.end(), b.begin(), b.end());
  ba.insert(ba.end(), a.begin(), a.end());
  EXPECT_EQ(read(ab), "anna: name=Anna; ben: name=Ben");
  EXPECT_EQ(read(ba), read(ab));
}

TEST(WorksheetProgress, WhatIsWrittenElsewhereAfterARemovalIsNotLost) {
  std::vector<Event> events = WorksheetStory('a').at(10).row("anna").at(20).row("anna", false).events();
  const auto other = WorksheetStory('b').at(30).write("anna/name", "Anna").events();
  events.insert(events.end(), other.begin(), other.end());
  EXPECT_EQ(read(events), "anna: name=Anna");
}

TEST(WorksheetProgress, MoreRowsThanAnybodyFillsInAreNotShown) {
  WorksheetStory story('a');
  for (int i = 0; i < 300; ++i) story.row("row-" + std::to_string(i));
  const std::string shown = read(story.events());
  EXPECT_EQ(std::count(shown.begin(), shown.end(), ':'), content::kMostRows);
  EXPECT_EQ(shown.substr(0, 6), "row-0:");
}

TEST(WorksheetProgress, RemovedRowsMakeRoomForNewOnes) {
  WorksheetStory story('a');
  for (int i = 0; i < 300; ++i) story.row("row-" + std::to_string(i)).row("row-" + std::to_string(i), false);
  EXPECT_EQ(read(story.row("anna").events()), "anna:");
}

}  // namespace
}  // namespace bytes::learning
