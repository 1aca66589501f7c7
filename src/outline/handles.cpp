#include "outline/handles.h"

namespace bytes::outline {

void Handles::update(const Element& root) {
  for (Entry& entry : entries_) entry = {};
  visit(root, nullptr);
}

void Handles::visit(const Element& element, const Element* parent) {
  auto [place, is_new] = numbers_.try_emplace(element.id, static_cast<int>(entries_.size()));
  // A number belongs to an element of the page, and that one goes with its role.
  if (!is_new && roles_[place->second] != element.role) {
    place->second = static_cast<int>(entries_.size());
    is_new = true;
  }
  if (is_new) {
    entries_.emplace_back();
    roles_.push_back(element.role);
  }
  entries_[place->second] = {&element, parent};
  for (const Element& child : element.children) visit(child, &element);
}

int Handles::of(std::string_view id) const {
  auto found = numbers_.find(std::string(id));
  return found == numbers_.end() ? kNoElement : found->second;
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
