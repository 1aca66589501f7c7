// What a learner does on a worksheet.
#include "app/app.h"
#include "app/step.h"
#include "base/hash.h"

namespace bytes::app {
namespace {

using content::FieldKind;
using content::WorksheetBlock;
using content::WorksheetField;
using learning::EventKind;
using learning::WorksheetProgress;
using learning::WorksheetRow;

// Letters, so that a row is never taken for a number or an option.
std::string row_id_of(std::uint64_t chance) {
  constexpr int kLetters = 10;
  std::string id;
  for (int i = 0; i < kLetters; ++i, chance >>= 4) id += static_cast<char>('a' + (chance & 15));
  return id;
}

// The parts of `row/field/option`; what is not there is empty.
struct Parts {
  explicit Parts(std::string_view whole) {
    for (std::string_view* part : {&row, &field, &option}) {
      const std::size_t slash = whole.find('/');
      *part = whole.substr(0, slash);
      whole = slash == whole.npos ? std::string_view() : whole.substr(slash + 1);
    }
  }
  std::string_view row, field, option;
};

// A row that is there; null when it is not, or not any more.
const WorksheetRow* row_in(const learning::Progress& progress, const std::string& id, std::string_view row) {
  const auto worksheet = progress.worksheets.find(id);
  const WorksheetRow* found = worksheet == progress.worksheets.end() ? nullptr : worksheet->second.find(row);
  return found && !found->is_removed ? found : nullptr;
}

}  // namespace

void App::act_on_worksheet(const content::Block& block, const WorksheetBlock& worksheet, std::string_view row,
                           std::string_view action, Step& step) {
  const std::string& id = block.id;
  const auto known = progress_.worksheets.find(id);
  const std::size_t rows = known == progress_.worksheets.end() ? 0 : known->second.rows().size();
  if (action == "add" && row.empty()) {
    if (rows >= static_cast<std::size_t>(worksheet.most)) return;
    const std::string added = row_id_of(hash_of(step.input.entropy, hash_of(id) + step.recorded.size()));
    state_.removed_rows.erase(id);
    record({.kind = EventKind::kChose, .subject = id + '/' + added, .on = true}, step);
    step.output.patch.focus = id + '/' + added + '/' + worksheet.fields.front().id + ":field";
  } else if (action == "remove" && row_in(progress_, id, row)) {
    state_.removed_rows[id] = row;
    record({.kind = EventKind::kChose, .subject = id + '/' + std::string(row), .on = false}, step);
    step.output.patch.focus = id + ":put-back";
  } else if (action == "put-back" && row.empty()) {
    const auto removed = state_.removed_rows.find(id);
    const bool is_known = removed != state_.removed_rows.end() && known != progress_.worksheets.end() &&
                          known->second.find(removed->second);
    if (!is_known) return;
    const std::string subject = id + '/' + removed->second;
    if (!row_in(progress_, id, removed->second)) record({.kind = EventKind::kChose, .subject = subject, .on = true}, step);
    state_.removed_rows.erase(id);
    step.output.patch.focus = subject + '/' + worksheet.fields.front().id + ":field";
  }
}

void App::toggle_in_worksheet(const std::string& id, const WorksheetBlock& worksheet, std::string_view part, bool is_on,
                              Step& step) {
  const Parts parts(part);
  const WorksheetRow* row = row_in(progress_, id, parts.row);
  const WorksheetField* field = content::find_field(worksheet, parts.field);
  if (!row || !field) return;
  const std::string subject = id + '/' + row->id + '/' + field->id;
  const std::string_view before = row->value(field->id);
  if (field->kind == FieldKind::kYesNo && parts.option.empty() && before.empty() == is_on) {
    record({.kind = EventKind::kChose, .subject = subject, .on = is_on}, step);
  } else if (field->kind == FieldKind::kChoice && is_on && before != parts.option) {
    for (const content::FieldOption& option : field->options) {
      if (option.id != parts.option) continue;
      record({.kind = EventKind::kPlaced, .subject = subject, .value = option.id}, step);
      return;
    }
  }
}

void App::write_in_worksheet(const std::string& id, const WorksheetBlock& worksheet, std::string_view part,
                             const std::string& text, Step& step) {
  const Parts parts(part);
  const WorksheetRow* row = row_in(progress_, id, parts.row);
  const WorksheetField* field = content::find_field(worksheet, parts.field);
  if (!row || !field || field->kind != FieldKind::kWords || !parts.option.empty()) return;
  if (text.size() > learning::kLongestField || row->value(field->id) == text) return;
  record({.kind = EventKind::kWrote, .subject = id + '/' + row->id + '/' + field->id, .value = text}, step);
}

}  // namespace bytes::app
