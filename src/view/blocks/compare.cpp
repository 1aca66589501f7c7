#include "view/blocks/blocks.h"

namespace bytes::view {

using outline::Element;
using outline::make;
using outline::Role;

Element view_compare(const content::CompareBlock& block, const BlockContext& context) {
  Element compare = make(Role::kCompare, context.id);
  for (std::size_t i = 0; i < block.sides.size(); ++i) {
    const content::CompareSide& side = block.sides[i];
    const std::string id = context.id + ":side-" + std::to_string(i + 1);
    Element card = make(Role::kCompareSide, id);
    card.add(make(Role::kListLead, id + "-title", side.title));
    Element list = make(Role::kBulletList, id + "-list");
    for (std::size_t j = 0; j < side.items.size(); ++j) {
      list.add(make(Role::kItem, id + "-item-" + std::to_string(j + 1), side.items[j]));
    }
    card.add(std::move(list));
    compare.add(std::move(card));
  }
  return compare;
}

}  // namespace bytes::view
