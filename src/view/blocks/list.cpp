#include "view/blocks/blocks.h"

namespace bytes::view {
namespace {

using outline::Element;
using outline::make;
using outline::Role;

Role role_of(content::ListStyle style) {
  switch (style) {
    case content::ListStyle::kBullet: return Role::kBulletList;
    case content::ListStyle::kNumber: return Role::kNumberList;
    case content::ListStyle::kCheck: return Role::kCheckList;
    case content::ListStyle::kCross: return Role::kCrossList;
  }
  return Role::kBulletList;
}

}  // namespace

Element view_list(const content::ListBlock& block, const BlockContext& context) {
  const bool is_marked = block.style == content::ListStyle::kCheck || block.style == content::ListStyle::kCross;
  const bool has_card = is_marked || !block.lead.empty();
  Element list = make(role_of(block.style), has_card ? context.id + ":list" : context.id);
  for (std::size_t i = 0; i < block.items.size(); ++i) {
    list.add(make(Role::kItem, context.id + ":item-" + std::to_string(i + 1), block.items[i]));
  }
  if (!has_card) return list;
  Element card = make(Role::kListCard, context.id);
  if (!block.lead.empty()) card.add(make(Role::kListLead, context.id + ":lead", block.lead));
  card.add(std::move(list));
  return card;
}

}  // namespace bytes::view
