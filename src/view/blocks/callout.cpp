#include "view/blocks/blocks.h"

namespace bytes::view {
namespace {

using outline::Attribute;
using outline::make;
using outline::Role;

std::string_view tone_of(content::CalloutStyle style) {
  switch (style) {
    case content::CalloutStyle::kDidYouKnow: return "did-you-know";
    case content::CalloutStyle::kTip: return "tip";
    case content::CalloutStyle::kNote: return "note";
    case content::CalloutStyle::kWarning: return "warning";
    case content::CalloutStyle::kExample: return "example";
  }
  return "note";
}

}  // namespace

outline::Element view_callout(const content::CalloutBlock& block, const BlockContext& context) {
  const std::string tone(tone_of(block.style));
  outline::Element callout = make(Role::kCallout, context.id);
  callout.set(Attribute::kTone, tone).set(Attribute::kLabelledBy, context.id + ":title");
  callout.add(make(Role::kCalloutTitle, context.id + ":title",
                   block.title.empty() ? plain(context.interface.phrase("callout-" + tone)) : block.title));
  callout.add(make(Role::kCalloutText, context.id + ":text", block.text));
  return callout;
}

}  // namespace bytes::view
