#include "view/blocks/blocks.h"

namespace bytes::view {

using outline::make;
using outline::Role;

outline::Element view_text(const content::TextBlock& block, const BlockContext& context) {
  return make(Role::kParagraph, context.id, block.text);
}

outline::Element view_subheading(const content::SubheadingBlock& block, const BlockContext& context) {
  return make(Role::kSubheading, context.id, block.text);
}

outline::Element view_unknown(const content::UnknownBlock& block, const BlockContext& context) {
  return make(Role::kNotice, context.id,
              block.fallback.empty() ? plain(context.interface.phrase("unknown-block")) : block.fallback);
}

}  // namespace bytes::view
