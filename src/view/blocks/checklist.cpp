#include "view/blocks/question_parts.h"

namespace bytes::view {

using outline::Element;
using outline::make;
using outline::Role;

Element view_checklist(const content::ChecklistBlock& block, const BlockContext& context) {
  Element fieldset = make(Role::kOptions, context.id + ":items");
  fieldset.add(make(Role::kPrompt, context.id + ":lead", block.lead));
  std::size_t done = 0;
  for (const content::ChecklistItem& item : block.items) {
    const std::string id = context.id + "/" + item.id;
    const bool is_done = context.progress.ticked.count(id) > 0;
    done += is_done;
    fieldset.add(view_control_row(id, id + ":control", "", item.text, is_done ? "chosen" : "open", is_done, false));
  }
  Element card = make(Role::kChecklist, context.id);
  card.add(std::move(fieldset));
  card.add(make(Role::kChecklistCount, context.id + ":count",
                plain(context.interface.phrase("checklist-count", {{"done", std::to_string(done)},
                                                                   {"all", std::to_string(block.items.size())}}))));
  return card;
}

}  // namespace bytes::view
