// A learner's stored events: two sets are merged in any order, and what follows from them is possible.
#include "learning/event.h"

#include "content/byte_reader.h"
#include "learning/progress.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/targets.h"

namespace bytes::fuzz {
namespace {

using namespace learning;

content::Byte byte_in(std::string_view file) {
  Diagnostics diagnostics;
  return content::read_byte(repository_file(std::string(file)), "byte.json", {.strict = false, .markup = {}}, diagnostics)
      .value_or(content::Byte());
}

// One with questions and a scenario, one with worksheets.
const content::Byte& byte() {
  static const content::Byte read = byte_in("tests/data/bytes/valid/branching.json");
  return read;
}

const content::Byte& byte_with_worksheets() {
  static const content::Byte read = byte_in("tests/data/bytes/valid/blocks.json");
  return read;
}

std::vector<Event> both(std::vector<Event> a, const std::vector<Event>& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

void expect_possible(const std::vector<Event>& events) {
  const Progress progress = fold(byte(), events);
  for (const auto& [id, question] : progress.questions) {
    expect(question.grade.score >= 0 && question.grade.score <= 1, "a score that is none: " + id);
    expect(question.best_score >= 0 && question.best_score <= 1, "a best score that is none: " + id);
    expect(question.tries_used >= 0 && question.hints_shown >= 0, "fewer than no tries: " + id);
    expect(!question.is_finished || question.was_finished, "finished and never finished: " + id);
  }
  for (const auto& [id, scenario] : progress.scenarios) {
    expect(scenario.steps().size() <= static_cast<std::size_t>(kMostSteps), "more steps than a run has: " + id);
    for (std::size_t i = 0; i < scenario.steps().size() && i < 50; ++i) scenario.state_before(i);
  }
  for (const auto& [id, worksheet] : fold(byte_with_worksheets(), events).worksheets) {
    const std::vector<const WorksheetRow*> rows = worksheet.rows();
    expect(rows.size() <= static_cast<std::size_t>(content::kMostRows), "more rows than a worksheet has: " + id);
    for (const WorksheetRow* row : rows) {
      expect(!row->is_removed && worksheet.find(row->id) == row, "a row that is not there: " + id);
      for (const auto& [field, value] : row->values) {
        expect(!value.empty() && value.size() <= kLongestField, "more or less than a field holds: " + field);
      }
    }
  }
  const std::size_t open = open_sections(byte(), progress);
  expect(open >= 1 && open <= byte().sections.size(), "no section is open, or more than there are");
}

}  // namespace

void fuzz_events(std::string_view input) {
  Diagnostics found;
  const content::JsonValue records = content::parse_json(input, "events", found);
  const ReadEvents read = read_events(records);
  expect(read.events.size() + read.rejected.size() + static_cast<std::size_t>(read.newer) ==
             (records.is_array() ? records.items.size() : 0),
         "a record is neither an event, nor a later version's, nor rejected");
  for (const Rejected& rejected : read.rejected) expect(!rejected.reason.empty(), "rejected without a reason");

  // Stored and read again.
  std::string stored = "[";
  for (const Event& event : read.events) stored += (stored.size() > 1 ? "," : "") + to_json(event);
  const ReadEvents again = read_events(content::parse_json(stored + "]", "events", found));
  expect(again.events == read.events && again.rejected.empty(), "stored events read otherwise: " + stored);

  const std::size_t half = read.events.size() / 2;
  const std::vector<Event> a(read.events.begin(), read.events.begin() + static_cast<std::ptrdiff_t>(half));
  const std::vector<Event> b(read.events.begin() + static_cast<std::ptrdiff_t>(half), read.events.end());
  const std::vector<Event> all = merged(both(a, b));
  expect(merged(both(b, a)) == all, "merging depends on which came first");
  expect(merged(all) == all, "what is merged changes when it is merged again");
  expect(merged(both(merged(a), merged(b))) == all, "two devices that merge later know something else");
  expect_possible(all);
}

}  // namespace bytes::fuzz
