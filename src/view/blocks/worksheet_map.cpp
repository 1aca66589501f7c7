#include <algorithm>

#include "view/blocks/worksheet_parts.h"

namespace bytes::view {
namespace {

using content::FieldKind;
using content::FieldOption;
using content::WorksheetField;
using learning::WorksheetRow;
using outline::Attribute;
using outline::Element;
using outline::make;
using outline::Role;

// The choice that says how strong a row's tie to the centre is, from its first option to its last; null: there is none.
const WorksheetField* tie_of(const content::WorksheetBlock& block) {
  for (const WorksheetField& field : block.fields) {
    if (field.kind == FieldKind::kChoice && field.options.size() > 1) return &field;
  }
  return nullptr;
}

class WorksheetMapView {
 public:
  explicit WorksheetMapView(const WorksheetParts& parts)
      : parts_(parts), id_(parts.context.id + ":map"), tie_(tie_of(parts.block)) {}

  Element view() const {
    Element map = make(Role::kNet, id_);
    map.set(Attribute::kTone, parts_.rows.empty() ? "empty" : "filled");
    map.set(Attribute::kLabelledBy, id_ + "-title");
    map.add(make(Role::kNetTitle, id_ + "-title",
                 parts_.block.map_title.empty() ? plain(parts_.phrase("worksheet-map")) : parts_.block.map_title));
    map.add(make(Role::kNetMap, id_ + "-drawing"));
    Element list = make(Role::kNetList, id_ + "-list");
    list.add(make(Role::kNetCenter, id_ + "-center", parts_.block.map_center));
    Element sides = make(Role::kNetSides, id_ + "-sides");
    Element gaps = make(Role::kNetGaps, id_ + "-gaps");
    for (const WorksheetField& field : parts_.block.fields) {
      if (field.kind != FieldKind::kYesNo) continue;
      Element names = names_on(&field);
      const bool is_gap = names.children.empty();
      if (is_gap && !parts_.rows.empty() && !field.gap.empty()) {
        gaps.add(make(Role::kNotice, base_of(&field) + ":gap", field.gap));
      }
      sides.add(side(&field, field.label, std::move(names)));
    }
    Element others = names_on(nullptr);
    if (!others.children.empty()) {
      Element none = side(nullptr, plain(parts_.phrase("worksheet-none")), std::move(others));
      none.set(Attribute::kTone, "none");
      sides.add(std::move(none));
    }
    list.add(std::move(sides));
    map.add(std::move(list));
    map.add(std::move(gaps));
    return map;
  }

 private:
  bool has_side(const WorksheetRow& row) const {
    return std::any_of(parts_.block.fields.begin(), parts_.block.fields.end(), [&](const WorksheetField& field) {
      return field.kind == FieldKind::kYesNo && !row.value(field.id).empty();
    });
  }

  // Null stands for no side at all.
  std::string base_of(const WorksheetField* side) const { return side ? id_ + '-' + side->id : id_ + ":none"; }

  Element side(const WorksheetField* field, const RichText& label, Element names) const {
    const std::string base = base_of(field);
    Element side = make(Role::kNetSide, base + ":side");
    side.set(Attribute::kTone, names.children.empty() ? "empty" : "filled");
    side.add(make(Role::kNetSideName, base + ":name", label));
    if (names.children.empty()) {
      side.add(make(Role::kNetNote, base + ":note", plain(parts_.phrase("worksheet-empty"))));
    } else {
      side.add(std::move(names));
    }
    return side;
  }

  Element names_on(const WorksheetField* field) const {
    Element names = make(Role::kNetNames, base_of(field) + ":names");
    for (std::size_t i = 0; i < parts_.rows.size(); ++i) {
      const WorksheetRow& row = *parts_.rows[i];
      if (field ? row.value(field->id).empty() : has_side(row)) continue;
      const std::string id = parts_.context.id + '/' + row.id + (field ? '/' + field->id : "") + ":on-map";
      const std::string row_id = parts_.context.id + '/' + row.id + ":row";
      Element item = make(Role::kNetItem, id);
      item.set(Attribute::kTarget, row_id);
      Element name = make(Role::kNetName, id + "-name", plain(parts_.name_of(i)));
      name.set(Attribute::kHref, '#' + row_id);
      item.add(std::move(name));
      add_tie(row, id, item);
      names.add(std::move(item));
    }
    return names;
  }

  void add_tie(const WorksheetRow& row, const std::string& id, Element& item) const {
    if (!tie_) return;
    const std::string_view value = row.value(tie_->id);
    for (std::size_t i = 0; i < tie_->options.size(); ++i) {
      if (tie_->options[i].id != value) continue;
      item.set(Attribute::kFill, std::to_string(100 - 100 * i / (tie_->options.size() - 1)));
      item.add(make(Role::kNetNote, id + "-tie", tie_->options[i].text));
    }
  }

  const WorksheetParts& parts_;
  const std::string id_;
  const WorksheetField* tie_;
};

}  // namespace

Element view_worksheet_map(const WorksheetParts& parts) { return WorksheetMapView(parts).view(); }

}  // namespace bytes::view
