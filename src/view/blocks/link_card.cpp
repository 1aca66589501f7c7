#include "view/blocks/blocks.h"

namespace bytes::view {

using outline::Attribute;
using outline::Element;
using outline::make;
using outline::Role;

Element view_link_card(const content::LinkCardBlock& block, const BlockContext& context) {
  Element card = make(Role::kLinkCard, context.id);
  card.set(Attribute::kHref, block.href);
  card.add(make(Role::kLinkCardTitle, context.id + ":title", block.title));
  if (!block.text.empty()) card.add(make(Role::kLinkCardText, context.id + ":text", block.text));
  return card;
}

Element view_divider(const BlockContext& context) { return make(Role::kDivider, context.id); }

}  // namespace bytes::view
