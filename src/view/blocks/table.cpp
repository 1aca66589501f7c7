#include "view/blocks/blocks.h"

namespace bytes::view {

using outline::Attribute;
using outline::Element;
using outline::make;
using outline::Role;

// On a narrow screen the frame scrolls, not the page; so it takes focus, and has a name of its own.
Element view_table(const content::TableBlock& block, const BlockContext& context) {
  const std::string& id = context.id;
  Element frame = make(Role::kTableFrame, id);
  Element table = make(Role::kTable, id + ":table");
  if (block.caption.empty()) {
    frame.set(Attribute::kLabel, context.interface.phrase("table"));
  } else {
    frame.set(Attribute::kLabelledBy, id + ":caption");
    table.add(make(Role::kTableCaption, id + ":caption", block.caption));
  }
  Element head_row = make(Role::kTableRow, id + ":head-row");
  for (std::size_t i = 0; i < block.header.size(); ++i) {
    head_row.add(make(Role::kColumnHeader, id + ":head-" + std::to_string(i + 1), block.header[i]));
  }
  table.add(make(Role::kTableHead, id + ":head").add(std::move(head_row)));
  Element body = make(Role::kTableBody, id + ":body");
  for (std::size_t i = 0; i < block.rows.size(); ++i) {
    const std::string row_id = id + ":row-" + std::to_string(i + 1);
    Element row = make(Role::kTableRow, row_id);
    for (std::size_t j = 0; j < block.rows[i].size(); ++j) {
      row.add(make(j == 0 ? Role::kRowHeader : Role::kCell, row_id + "-" + std::to_string(j + 1), block.rows[i][j]));
    }
    body.add(std::move(row));
  }
  table.add(std::move(body));
  frame.add(std::move(table));
  return frame;
}

}  // namespace bytes::view
