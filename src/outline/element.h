// The outline: a tree of semantic elements, the one thing that every face of a page comes from.
//
// An element is plain data. Its `role` says what it means, and roles.json says which native element of HTML carries that
// meaning. Whatever a learner can see, hear or do is in here; nothing is painted that is not.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/rich_text.h"
#include "outline/roles.h"

namespace bytes::outline {

struct AttributeValue {
  Attribute attribute;
  std::string value;  // Empty for a boolean attribute that is set.

  friend bool operator==(const AttributeValue&, const AttributeValue&) = default;
};

struct Element {
  // Unique in the outline. Authored ids as they are (`ask-a-mentor/promotion`); what the engine adds takes a colon
  // (`ask-a-mentor/promotion:reply`). An element keeps its identity while its id and role stay the same.
  std::string id;
  Role role = Role::kPage;
  RichText text;  // Comes before the children.
  std::vector<AttributeValue> attributes;  // Each attribute at most once, in the order of the enumeration.
  std::vector<Element> children;

  // Sets `attribute`, replacing an earlier value.
  Element& set(Attribute attribute, std::string_view value);
  // Sets or clears a boolean attribute.
  Element& set_if(Attribute attribute, bool on);
  // Adds `child` at the end. `return local.add(child)` would copy the whole tree below `local`: add first, then return.
  Element& add(Element child) &;
  Element&& add(Element child) &&;

  bool has(Attribute attribute) const;
  // Empty when it is not set.
  std::string_view get(Attribute attribute) const;

  friend bool operator==(const Element&, const Element&) = default;
};

Element make(Role role, std::string_view id, RichText text = {});

// The element of that id in the tree below `root`, `root` included; null when there is none. O(n).
const Element* find(const Element& root, std::string_view id);

// A hash over roles, ids, texts and attributes in reading order: two outlines with one hash are taken for the same page.
std::uint64_t hash_of_outline(const Element& root);

}  // namespace bytes::outline
