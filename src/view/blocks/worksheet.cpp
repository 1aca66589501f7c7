#include <algorithm>

#include "view/blocks/question_parts.h"
#include "view/blocks/worksheet_parts.h"

namespace bytes::view {
namespace {

using content::FieldKind;
using content::FieldOption;
using content::WorksheetBlock;
using content::WorksheetField;
using learning::WorksheetProgress;
using learning::WorksheetRow;
using outline::Attribute;
using outline::Element;
using outline::make;
using outline::Role;

// Lines of the table that is printed or read without an engine.
constexpr std::size_t kPaperLines = 6;

// The option of a choice that is chosen; null when none is.
const FieldOption* chosen_in(const WorksheetField& field, std::string_view id) {
  for (const FieldOption& option : field.options) {
    if (option.id == id) return &option;
  }
  return nullptr;
}

class WorksheetView {
 public:
  explicit WorksheetView(const WorksheetParts& parts) : parts_(parts), id_(parts.context.id) {}

  // Rows and map are cards of their own: a card that is taller than the canvas is not painted.
  Element view() const {
    Element sheet = make(Role::kWorksheet, id_);
    sheet.set(Attribute::kLabelledBy, id_ + ":lead");
    sheet.add(make(Role::kWorksheetLead, id_ + ":lead", parts_.block.lead));
    Element rows = make(Role::kWorksheetRows, id_ + ":rows");
    for (std::size_t i = 0; i < parts_.rows.size(); ++i) rows.add(view_row(i));
    sheet.add(std::move(rows));
    add_actions(sheet);
    if (parts_.block.has_map) sheet.add(view_worksheet_map(parts_));
    sheet.add(make(Role::kReflectionNote, id_ + ":note", plain(parts_.phrase("reflection-note"))));
    sheet.add(paper());
    return sheet;
  }

 private:
  Element view_row(std::size_t index) const {
    const WorksheetRow& row = *parts_.rows[index];
    const std::string id = id_ + '/' + row.id;
    Element fields = make(Role::kOptions, id + ":fields");
    fields.add(make(Role::kPrompt, id + ":title", plain(parts_.number_of(index))));
    for (const WorksheetField& field : parts_.block.fields) add_field(fields, field, row, id + '/' + field.id);
    Element element = make(Role::kWorksheetRow, id + ":row");
    element.add(std::move(fields));
    Element actions = make(Role::kActions, id + ":actions");
    const std::string words = parts_.phrase("worksheet-remove");
    Element remove = make(Role::kButton, id + ":remove", plain(words));
    remove.set(Attribute::kLabel, words + ": " + parts_.name_of(index));
    actions.add(std::move(remove));
    element.add(std::move(actions));
    return element;
  }

  void add_field(Element& fields, const WorksheetField& field, const WorksheetRow& row, const std::string& id) const {
    const std::string_view value = row.value(field.id);
    if (field.kind == FieldKind::kYesNo) {
      const bool is_on = !value.empty();
      fields.add(view_control_row(id, id + ":control", "", field.label, is_on ? "chosen" : "open", is_on, false));
    } else if (field.kind == FieldKind::kWords) {
      Element label = make(Role::kWorksheetLabel, id + ":label", field.label);
      label.set(Attribute::kFor, id + ":field");
      fields.add(std::move(label));
      Element input = make(Role::kWorksheetInput, id + ":field");
      if (!value.empty()) input.set(Attribute::kValue, value);
      fields.add(std::move(input));
    } else {
      fields.add(make(Role::kWorksheetText, id + ":label", field.label));
      fields.add(choices(field, value, id));
    }
  }

  static Element choices(const WorksheetField& field, std::string_view value, const std::string& id) {
    Element choices = make(Role::kSortChoices, id + ":choices");
    choices.set(Attribute::kLabelledBy, id + ":label");
    for (const FieldOption& option : field.options) {
      const std::string choice_id = id + '/' + option.id;
      const bool is_on = value == option.id;
      Element choice = make(Role::kSortChoice, choice_id + ":choice");
      choice.set(Attribute::kTone, is_on ? "chosen" : "open");
      Element control = make(Role::kRadio, choice_id + ":control");
      control.set(Attribute::kName, id).set_if(Attribute::kChecked, is_on);
      choice.add(std::move(control));
      Element label = make(Role::kOptionLabel, choice_id + ":label", option.text);
      label.set(Attribute::kFor, choice_id + ":control");
      choice.add(std::move(label));
      choices.add(std::move(choice));
    }
    return choices;
  }

  void add_actions(Element& sheet) const {
    const bool is_full = parts_.rows.size() >= static_cast<std::size_t>(parts_.block.most);
    Element actions = make(Role::kActions, id_ + ":actions");
    Element add = make(Role::kPrimaryButton, id_ + ":add",
                       plain(parts_.phrase("worksheet-add", {{"row", letters_of(parts_.block.row)}})));
    add.set_if(Attribute::kDisabled, is_full);
    if (is_full) add.set(Attribute::kDescribedBy, id_ + ":full");
    if (!parts_.rows.empty()) add.set(Attribute::kTone, "quiet");
    actions.add(std::move(add));
    sheet.add(std::move(actions));
    if (is_full) {
      sheet.add(make(Role::kWorksheetText, id_ + ":full",
                    plain(parts_.phrase("worksheet-full", {{"most", std::to_string(parts_.block.most)}}))));
    }
    Element said = make(Role::kAsking, id_ + ":said");
    const WorksheetRow* removed = parts_.removed();
    if (removed) {
      const std::string_view name = removed->value(parts_.block.fields.front().id);
      said.add(make(Role::kNotice, id_ + ":removed-" + removed->id,
                    plain(parts_.phrase("worksheet-removed",
                                        {{"name", name.empty() ? letters_of(parts_.block.row) : std::string(name)}}))));
      Element back = make(Role::kActions, id_ + ":back");
      back.add(make(Role::kButton, id_ + ":put-back", plain(parts_.phrase("worksheet-put-back"))));
      said.add(std::move(back));
    }
    sheet.add(std::move(said));
  }

  // For the printer, and for a page without an engine: what was filled in, and empty lines.
  Element paper() const {
    const std::string id = id_ + ":paper";
    Element table = make(Role::kTable, id + "-table");
    Element head = make(Role::kTableRow, id + "-head-row");
    for (const WorksheetField& field : parts_.block.fields) {
      head.add(make(Role::kColumnHeader, id + "-head-" + field.id, field.label));
    }
    table.add(make(Role::kTableHead, id + "-head").add(std::move(head)));
    Element body = make(Role::kTableBody, id + "-body");
    const std::size_t least = std::min(kPaperLines, static_cast<std::size_t>(parts_.block.most));
    for (std::size_t i = 0; i < std::max(least, parts_.rows.size()); ++i) {
      const WorksheetRow* row = i < parts_.rows.size() ? parts_.rows[i] : nullptr;
      const std::string line_id = id + '-' + std::to_string(i + 1);
      Element line = make(Role::kTableRow, line_id);
      for (const WorksheetField& field : parts_.block.fields) {
        line.add(make(Role::kCell, line_id + '-' + field.id,
                      in_cell(field, row ? row->value(field.id) : std::string_view())));
      }
      body.add(std::move(line));
    }
    table.add(std::move(body));
    Element paper = make(Role::kWorksheetPaper, id);
    paper.set(Attribute::kLabelledBy, id_ + ":lead");
    paper.add(std::move(table));
    return paper;
  }

  static RichText in_cell(const WorksheetField& field, std::string_view value) {
    if (field.kind == FieldKind::kYesNo) return plain(value.empty() ? "☐" : "☑");
    if (field.kind == FieldKind::kWords) return value.empty() ? RichText() : plain(std::string(value));
    if (const FieldOption* chosen = chosen_in(field, value)) return chosen->text;
    RichText all;
    for (const FieldOption& option : field.options) {
      if (!all.empty()) append(all, {.text = " / "});
      for (const Run& run : option.text) append(all, run);
    }
    return all;
  }

  const WorksheetParts& parts_;
  const std::string& id_;
};

}  // namespace

WorksheetParts::WorksheetParts(const WorksheetBlock& worksheet, const BlockContext& page)
    : block(worksheet), context(page) {
  const auto known = page.progress.worksheets.find(page.id);
  if (known != page.progress.worksheets.end()) rows = known->second.rows();
}

std::string WorksheetParts::number_of(std::size_t row) const {
  return phrase("worksheet-row", {{"row", letters_of(block.row)}, {"number", std::to_string(row + 1)}});
}

std::string WorksheetParts::name_of(std::size_t row) const {
  const std::string_view name = rows[row]->value(block.fields.front().id);
  return name.empty() ? number_of(row) : std::string(name);
}

const WorksheetRow* WorksheetParts::removed() const {
  const auto id = context.state.removed_rows.find(context.id);
  const auto known = context.progress.worksheets.find(context.id);
  if (id == context.state.removed_rows.end() || known == context.progress.worksheets.end()) return nullptr;
  const WorksheetRow* row = known->second.find(id->second);
  return row && row->is_removed ? row : nullptr;
}

Element view_worksheet(const WorksheetBlock& block, const BlockContext& context) {
  return WorksheetView(WorksheetParts(block, context)).view();
}

}  // namespace bytes::view
