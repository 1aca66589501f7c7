#include <map>

#include "view/blocks/blocks.h"

namespace bytes::view {

using outline::Element;
using outline::make;
using outline::Role;

Element view_accordion(const content::AccordionBlock& block, const BlockContext& context) {
  const std::string& id = context.id;
  Element accordion = make(Role::kAccordion, id);
  for (std::size_t i = 0; i < block.items.size(); ++i) {
    const content::AccordionItem& item = block.items[i];
    const std::string item_id = id + ":item-" + std::to_string(i + 1);
    Element details = make(Role::kAccordionItem, item_id);
    Element title = make(Role::kAccordionTitle, item_id + "-title");
    title.add(make(Role::kAccordionWords, item_id + "-words", item.title));
    details.add(std::move(title));
    Element body = make(Role::kAccordionBody, item_id + "-body");
    if (!item.text.empty()) body.add(make(Role::kParagraph, item_id + "-text", item.text));
    std::map<std::string_view, int> ordinals;
    for (const content::Block& inner : item.blocks) {
      const std::string_view type = content::type_name(inner.content);
      BlockContext inner_context = context;
      inner_context.id = inner.id.empty()
                             ? item_id + '-' + std::string(type) + '-' + std::to_string(++ordinals[type])
                             : inner.id;
      body.add(view_block(inner, inner_context));
    }
    details.add(std::move(body));
    accordion.add(std::move(details));
  }
  return accordion;
}

}  // namespace bytes::view
