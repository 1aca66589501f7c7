// What a learner has filled into a worksheet: a fold over events.
//
// Events name what they are about: `<worksheet>/<row>` is chosen on when the row is added or put back, and off when it is
// removed; `<worksheet>/<row>/<field>` is written (words), chosen on or off (yes-no) or placed (choice). A row's id is
// drawn by lot, so two devices that have not heard of each other add rows side by side, and never to the same one.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "content/further_blocks.h"
#include "learning/event.h"

namespace bytes::learning {

// Bytes of UTF-8 in one field: more than it takes (src/outline/roles.json, "maxlength").
inline constexpr std::size_t kLongestField = 1'000;

struct WorksheetRow {
  std::string id;
  bool is_removed = false;  // What was filled in is still known: it can be put back.
  std::map<std::string, std::string> values;  // By field: words, `yes`, or the chosen option's id; never empty.

  // What stands in a field; empty: nothing.
  std::string_view value(const std::string& field) const;
};

class WorksheetProgress {
 public:
  // Takes what happened to `part`, the subject without the worksheet's id. What the worksheet does not have counts for
  // nothing. What is filled into a row that was removed earlier brings it back: somebody went on with it elsewhere.
  void take(const content::WorksheetBlock& worksheet, const Event& event, std::string_view part);

  // Those that are there, in the order in which they were added; kMostRows at most, whatever a merge has brought.
  std::vector<const WorksheetRow*> rows() const;

  // Null for a row that there never was.
  const WorksheetRow* find(std::string_view id) const;

 private:
  WorksheetRow* ensure_row(std::string_view id);

  std::vector<WorksheetRow> rows_;
};

}  // namespace bytes::learning
