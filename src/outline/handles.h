// Small numbers for elements, so that geometry and pointers cross from page to engine as plain integers.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/name_map.h"
#include "outline/element.h"

namespace bytes::outline {

inline constexpr int kNoElement = -1;

// The first outline's elements are numbered from 0 in reading order, as the page numbers the elements it finds in its
// document. Elements that come later take the next free number, which the patch carries to the page. No number is ever
// used again.
class Handles {
 public:
  // Takes in a new outline; keeps pointers into it, so `root` must outlive the next call.
  void update(const Element& root);

  int of(std::string_view id) const;           // kNoElement when unknown.
  const Element* at(int handle) const;         // Null when it has gone.
  const Element* parent_of(int handle) const;  // Null for the root.

 private:
  struct Entry {
    const Element* element = nullptr;
    const Element* parent = nullptr;
  };
  void visit(const Element& element, const Element* parent);

  NameMap<int, std::string> numbers_;
  std::vector<Entry> entries_;
  std::vector<Role> roles_;  // By number, also of what has gone.
};

}  // namespace bytes::outline
