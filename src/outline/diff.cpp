#include "outline/diff.h"

#include <algorithm>
#include <utility>

#include "base/name_map.h"

namespace bytes::outline {
namespace {

class Differ {
 public:
  void compare(const Element& before, const Element& after) {
    set_changes(before, after);
    compare_children(before, after);
  }

  Patch patch;

 private:
  void set_changes(const Element& before, const Element& after) {
    Set set;
    if (before.text != after.text) set.text = after.text;
    if (before.attributes != after.attributes) {
      for (const AttributeValue& value : after.attributes) {
        if (std::find(before.attributes.begin(), before.attributes.end(), value) == before.attributes.end()) {
          set.attributes.push_back(value);
        }
      }
      for (const AttributeValue& value : before.attributes) {
        if (!after.has(value.attribute)) set.cleared.push_back(value.attribute);
      }
    }
    if (!set.text && set.attributes.empty() && set.cleared.empty()) return;
    set.id = after.id;
    patch.operations.emplace_back(std::move(set));
  }

  void compare_children(const Element& before, const Element& after) {
    // Usual case first, so that an unchanged page costs one walk and no allocation.
    if (same_children(before, after)) {
      for (std::size_t i = 0; i < after.children.size(); ++i) compare(before.children[i], after.children[i]);
      return;
    }
    NameMap<const Element*> staying;
    for (const Element& child : after.children) staying.add(child.id, &child);

    // What stays, in the order in which the page holds it now.
    std::vector<const Element*> order;
    NameMap<const Element*> kept;
    for (const Element& child : before.children) {
      const Element* const* found = staying.find(child.id);
      if (!found || (*found)->role != child.role) {
        patch.operations.emplace_back(Remove{child.id});
      } else {
        order.push_back(&child);
        kept.add(child.id, &child);
      }
    }
    // From the end, so that the sibling to stand before is in its place already.
    std::string next;
    for (auto child = after.children.rbegin(); child != after.children.rend(); ++child) {
      const Element* const* found = kept.find(child->id);
      if (!found) {
        patch.operations.emplace_back(Insert{after.id, next, *child});
      } else if (!order.empty() && order.back()->id == child->id) {
        order.pop_back();
      } else {
        patch.operations.emplace_back(Move{child->id, next});
        order.erase(std::find(order.begin(), order.end(), *found));
      }
      next = child->id;
    }
    for (const Element& child : after.children) {
      if (const Element* const* found = kept.find(child.id)) compare(**found, child);
    }
  }

  static bool same_children(const Element& before, const Element& after) {
    return before.children.size() == after.children.size() &&
           std::equal(before.children.begin(), before.children.end(), after.children.begin(),
                      [](const Element& a, const Element& b) { return a.role == b.role && a.id == b.id; });
  }
};

// An element that goes to another parent is removed there before it is inserted here, or its id would stand twice. The
// removals of a patch therefore all come first; they name elements that no other operation needs.
void put_removals_first(Patch& patch) {
  std::stable_partition(patch.operations.begin(), patch.operations.end(),
                        [](const Operation& operation) { return std::holds_alternative<Remove>(operation); });
}

Element* find_in(Element& root, std::string_view id) { return const_cast<Element*>(find(std::as_const(root), id)); }

Element* parent_in(Element& root, std::string_view id) {
  for (Element& child : root.children) {
    if (child.id == id) return &root;
    if (Element* found = parent_in(child, id)) return found;
  }
  return nullptr;
}

auto child_place(Element& parent, std::string_view id) {
  return std::find_if(parent.children.begin(), parent.children.end(),
                      [&](const Element& child) { return child.id == id; });
}

struct Applier {
  Element& root;

  void operator()(const Insert& insert) const {
    Element* parent = find_in(root, insert.parent);
    if (parent) parent->children.insert(child_place(*parent, insert.before), insert.element);
  }
  void operator()(const Remove& remove) const {
    if (Element* parent = parent_in(root, remove.id)) parent->children.erase(child_place(*parent, remove.id));
  }
  void operator()(const Move& move) const {
    Element* parent = parent_in(root, move.id);
    if (!parent) return;
    auto place = child_place(*parent, move.id);
    Element moved = std::move(*place);
    parent->children.erase(place);
    parent->children.insert(child_place(*parent, move.before), std::move(moved));
  }
  void operator()(const Set& set) const {
    Element* element = find_in(root, set.id);
    if (!element) return;
    if (set.text) element->text = *set.text;
    for (const AttributeValue& value : set.attributes) element->set(value.attribute, value.value);
    for (Attribute attribute : set.cleared) element->set_if(attribute, false);
  }
};

}  // namespace

Patch diff(const Element& before, const Element& after) {
  Differ differ;
  differ.compare(before, after);
  put_removals_first(differ.patch);
  return std::move(differ.patch);
}

void apply(Element& root, const Patch& patch) {
  for (const Operation& operation : patch.operations) std::visit(Applier{root}, operation);
}

}  // namespace bytes::outline
