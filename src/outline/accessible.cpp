#include "outline/accessible.h"

namespace bytes::outline {
namespace {

// Also what the style sheet takes away while the engine works: what a page without an engine has in its place.
bool is_hidden(const Element& element) {
  return element.has(Attribute::kHidden) || element.role == Role::kAnswer || element.role == Role::kWorksheetPaper ||
         row_of(element.role).fixed.find("aria-hidden=\"true\"") != std::string_view::npos;
}

void add_letters(const Element& element, std::string& letters) {
  if (is_hidden(element)) return;
  std::string own = letters_of(element.text);
  if (own.empty() && element.role == Role::kImage) own = element.get(Attribute::kAlt);
  if (!own.empty()) {
    if (!letters.empty()) letters += ' ';
    letters += own;
  }
  for (const Element& child : element.children) add_letters(child, letters);
}

// The letters of the elements whose `for` names `id`, as labels do their control.
void add_labels(const Element& element, std::string_view id, std::string& letters) {
  if (element.get(Attribute::kFor) == id) add_letters(element, letters);
  for (const Element& child : element.children) add_labels(child, id, letters);
}

void collect(const Element& root, const Element& element, Role role, std::string_view name,
             std::vector<const Element*>& found) {
  if (is_hidden(element)) return;
  if (element.role == role && accessible_name(root, element) == name) found.push_back(&element);
  for (const Element& child : element.children) collect(root, child, role, name, found);
}

void write_lines(const Element& root, const Element& element, int depth, std::string& lines) {
  if (is_hidden(element)) return;
  const bool is_leaf = element.children.empty();
  const bool has_label = element.has(Attribute::kLabel) || element.has(Attribute::kLabelledBy);
  const bool speaks = !element.text.empty() || has_label || row_of(element.role).is_void;
  if (speaks) {
    lines.append(static_cast<std::size_t>(depth) * 2, ' ');
    lines += row_of(element.role).name;
    lines += " \"";
    lines += is_leaf || has_label ? accessible_name(root, element) : letters_of(element.text);
    lines += '"';
    for (Attribute state : {Attribute::kChecked, Attribute::kDisabled}) {
      if (element.has(state)) (lines += ' ') += row_of(state).html;
    }
    lines += '\n';
  }
  for (const Element& child : element.children) write_lines(root, child, depth + speaks, lines);
}

}  // namespace

std::string all_letters(const Element& element) {
  std::string letters;
  add_letters(element, letters);
  return letters;
}

std::string accessible_name(const Element& root, const Element& element) {
  if (element.has(Attribute::kLabelledBy)) {
    if (const Element* label = find(root, element.get(Attribute::kLabelledBy))) return all_letters(*label);
  }
  if (element.has(Attribute::kLabel)) return std::string(element.get(Attribute::kLabel));
  if (element.role == Role::kImage) return std::string(element.get(Attribute::kAlt));
  if (row_of(element.role).tag == "fieldset") {
    for (const Element& child : element.children) {
      if (child.role == Role::kPrompt) return all_letters(child);
    }
  }
  const std::string_view tag = row_of(element.role).tag;
  if (tag == "input" || tag == "meter" || tag == "select") {
    std::string letters;
    add_labels(root, element.id, letters);
    return letters;
  }
  return all_letters(element);
}

std::vector<const Element*> find_all(const Element& root, Role role, std::string_view name) {
  std::vector<const Element*> found;
  collect(root, root, role, name, found);
  return found;
}

const Element* find_by_name(const Element& root, Role role, std::string_view name) {
  const std::vector<const Element*> found = find_all(root, role, name);
  return found.size() == 1 ? found.front() : nullptr;
}

std::string transcript(const Element& root) {
  std::string lines;
  write_lines(root, root, 0, lines);
  return lines;
}

}  // namespace bytes::outline
