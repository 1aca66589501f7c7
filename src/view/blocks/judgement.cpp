#include "view/blocks/question_parts.h"

namespace bytes::view {

using content::Option;
using outline::Attribute;
using outline::Element;
using outline::make;
using outline::Role;

Element view_sureness(const QuestionParts& parts) {
  const std::string& id = parts.id();
  Element fieldset = make(Role::kOptions, id + ":sureness");
  fieldset.add(make(Role::kPrompt, id + ":sureness-prompt", plain(parts.phrase("sure-prompt"))));
  for (int level = 1; level <= learning::kMostSure; ++level) {
    const std::string number = std::to_string(level);
    const bool is_it = parts.progress.answer.confidence == level;
    fieldset.add(view_control_row(id + ":sure-row-" + number, id + ":sure-" + number, id + ":sure",
                                  plain(parts.phrase("sure-" + number)), is_it ? "chosen" : "open", is_it,
                                  parts.progress.is_checked));
  }
  return fieldset;
}

void add_comparison(const QuestionParts& parts, Element& card) {
  const std::string& id = parts.id();
  Element frame = make(Role::kFaresFrame, id + ":fares");
  frame.set(Attribute::kLabelledBy, id + ":fares-caption");
  Element table = make(Role::kTable, id + ":fares-table");
  table.add(make(Role::kTableCaption, id + ":fares-caption", plain(parts.phrase("judgement-fares"))));
  Element head = make(Role::kTableHead, id + ":fares-head");
  Element header = make(Role::kTableRow, id + ":fares-header");
  header.add(make(Role::kCell, id + ":fares-corner"));
  for (std::size_t axis = 0; axis < parts.question.axes.size(); ++axis) {
    header.add(make(Role::kColumnHeader, id + ":axis-" + std::to_string(axis + 1), parts.question.axes[axis]));
  }
  head.add(std::move(header));
  table.add(std::move(head));
  Element body = make(Role::kTableBody, id + ":fares-body");
  for (const Option& option : parts.question.options) {
    const std::string row_id = id + "/" + option.id + ":fares";
    Element row = make(Role::kTableRow, row_id);
    RichText name = option.text;
    if (parts.progress.answer.chosen.count(option.id) > 0) name = said(parts.phrase("judgement-yours"), name);
    row.add(make(Role::kRowHeader, row_id + "-name", std::move(name)));
    for (std::size_t axis = 0; axis < option.fares.size(); ++axis) {
      row.add(make(Role::kCell, row_id + "-" + std::to_string(axis + 1), option.fares[axis]));
    }
    body.add(std::move(row));
  }
  table.add(std::move(body));
  frame.add(std::move(table));
  card.add(std::move(frame));
  if (parts.question.panel.empty()) return;
  Element panel = make(Role::kCallout, id + ":panel");
  panel.set(Attribute::kTone, "note").set(Attribute::kLabelledBy, id + ":panel-title");
  panel.add(make(Role::kCalloutTitle, id + ":panel-title", plain(parts.phrase("judgement-panel"))));
  panel.add(make(Role::kCalloutText, id + ":panel-text", parts.question.panel));
  card.add(std::move(panel));
}

}  // namespace bytes::view
