// What changed between two outlines, as operations on whole elements.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "outline/element.h"

namespace bytes::outline {

// Puts `element` and all below it under `parent`, before its child `before` (empty: last).
struct Insert {
  std::string parent;
  std::string before;
  Element element;
};

// Takes the element and all below it away.
struct Remove {
  std::string id;
};

// Moves an element that stays, under the same parent, before its sibling `before` (empty: last).
struct Move {
  std::string id;
  std::string before;
};

// Rewrites what differs and leaves the rest alone.
struct Set {
  std::string id;
  std::optional<RichText> text;
  std::vector<AttributeValue> attributes;
  std::vector<Attribute> cleared;
};

using Operation = std::variant<Insert, Remove, Move, Set>;

struct Patch {
  std::vector<Operation> operations;  // To be carried out in this order.
  std::string focus;                  // The element that takes focus afterwards; empty: it stays where it is.

  bool empty() const { return operations.empty() && focus.empty(); }
};

// Requires: both roots have the same id and role. An element whose id stays but whose role or parent changes is removed and
// inserted. O(n) for n elements, plus the work of moves among siblings.
Patch diff(const Element& before, const Element& after);

// Carries out `patch` on `root`, as the page does: apply(a, diff(a, b)) makes a == b.
void apply(Element& root, const Patch& patch);

}  // namespace bytes::outline
