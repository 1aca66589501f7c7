#include "outline/handles.h"

namespace bytes::outline {

void Handles::update(const Element& root) {
  for (Entry& entry : entries_) entry = {};
  visit(root, nullptr);
}

void Handles::visit(const Element& element, const Element* parent) {
  int number = static_cast<int>(entries_.size());
  int* known = numbers_.add(element.id, number);
  // A number belongs to an element of the page, and that one goes with its role.
  if (known && roles_[*known] == element.role) {
    number = *known;
  } else {
    if (known) *known = number;
    entries_.emplace_back();
    roles_.push_back(element.role);
  }
  entries_[number] = {&element, parent};
  for (const Element& child : element.children) visit(child, &element);
}

int Handles::of(std::string_view id) const {
  const int* number = numbers_.find(id);
  return number ? *number : kNoElement;
}

const Element* Handles::at(int handle) const {
  if (handle < 0 || handle >= static_cast<int>(entries_.size())) return nullptr;
  return entries_[handle].element;
}

const Element* Handles::parent_of(int handle) const {
  if (handle < 0 || handle >= static_cast<int>(entries_.size())) return nullptr;
  return entries_[handle].parent;
}

}  // namespace bytes::outline
