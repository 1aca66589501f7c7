#include "learning/worksheet_progress.h"

#include <algorithm>

#include "content/model.h"

namespace bytes::learning {
namespace {

using content::FieldKind;
using content::WorksheetField;

// Rows that are remembered, removed ones too.
constexpr std::size_t kMostKnown = 100;
constexpr std::size_t kLongestRowId = 40;

bool is_line(std::string_view text) {
  return text.size() <= kLongestField && std::all_of(text.begin(), text.end(), [](char c) {
           return static_cast<unsigned char>(c) >= 0x20 && c != 0x7f;
         });
}

bool has_option(const WorksheetField& field, std::string_view id) {
  return std::any_of(field.options.begin(), field.options.end(),
                     [&](const content::FieldOption& option) { return option.id == id; });
}

}  // namespace

std::string_view WorksheetRow::value(const std::string& field) const {
  const auto found = values.find(field);
  return found == values.end() ? std::string_view() : found->second;
}

const WorksheetRow* WorksheetProgress::find(std::string_view id) const {
  for (const WorksheetRow& row : rows_) {
    if (row.id == id) return &row;
  }
  return nullptr;
}

std::vector<const WorksheetRow*> WorksheetProgress::rows() const {
  std::vector<const WorksheetRow*> rows;
  for (const WorksheetRow& row : rows_) {
    if (!row.is_removed && rows.size() < content::kMostRows) rows.push_back(&row);
  }
  return rows;
}

// Null when there is no room: then somebody has added what nobody would.
WorksheetRow* WorksheetProgress::ensure_row(std::string_view id) {
  for (WorksheetRow& row : rows_) {
    if (row.id == id) return &row;
  }
  if (id.empty() || id.size() > kLongestRowId) return nullptr;
  if (rows_.size() >= kMostKnown) {
    const auto oldest =
        std::find_if(rows_.begin(), rows_.end(), [](const WorksheetRow& row) { return row.is_removed; });
    if (oldest == rows_.end()) return nullptr;
    rows_.erase(oldest);
  }
  rows_.push_back({.id = std::string(id), .is_removed = false, .values = {}});
  return &rows_.back();
}

void WorksheetProgress::take(const content::WorksheetBlock& worksheet, const Event& event, std::string_view part) {
  const std::size_t slash = part.find('/');
  if (slash == part.npos) {
    if (event.kind != EventKind::kChose) return;
    if (WorksheetRow* row = ensure_row(part)) row->is_removed = !event.on;
    return;
  }
  const WorksheetField* field = content::find_field(worksheet, part.substr(slash + 1));
  if (!field) return;
  std::string value;
  if (field->kind == FieldKind::kWords && event.kind == EventKind::kWrote && is_line(event.value)) {
    value = event.value;
  } else if (field->kind == FieldKind::kYesNo && event.kind == EventKind::kChose) {
    value = event.on ? "yes" : "";
  } else if (field->kind == FieldKind::kChoice && event.kind == EventKind::kPlaced &&
             has_option(*field, event.value)) {
    value = event.value;
  } else {
    return;
  }
  WorksheetRow* row = ensure_row(part.substr(0, slash));
  if (!row) return;
  row->is_removed = false;
  if (value.empty()) {
    row->values.erase(field->id);
  } else {
    row->values[field->id] = std::move(value);
  }
}

}  // namespace bytes::learning
