#include "view/blocks/blocks.h"

namespace bytes::view {

using outline::Element;
using outline::make;
using outline::Role;

Element view_quote(const content::QuoteBlock& block, const BlockContext& context) {
  Element quote = make(Role::kQuote, context.id);
  quote.add(make(Role::kQuoteText, context.id + ":text", block.text));
  if (!block.by.empty()) quote.add(make(Role::kQuoteBy, context.id + ":by", block.by));
  return quote;
}

}  // namespace bytes::view
