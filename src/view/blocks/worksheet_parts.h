// A worksheet, and what a learner has filled in.
#pragma once

#include "view/blocks/blocks.h"

namespace bytes::view {

struct WorksheetParts {
  WorksheetParts(const content::WorksheetBlock& worksheet, const BlockContext& page);

  const content::WorksheetBlock& block;
  const BlockContext& context;
  std::vector<const learning::WorksheetRow*> rows;

  std::string phrase(std::string_view key, Interface::Arguments arguments = {}) const {
    return context.interface.phrase(key, arguments);
  }
  // `Person 2`.
  std::string number_of(std::size_t row) const;
  // What the learner calls it; `Person 2` while it has no name.
  std::string name_of(std::size_t row) const;
  // The row that was removed last, while it can be put back; else null.
  const learning::WorksheetRow* removed() const;
};

// The rows around a centre, on the side of each yes-no field that they have: a stage, and the list that it is drawn
// from.
outline::Element view_worksheet_map(const WorksheetParts& parts);

}  // namespace bytes::view
