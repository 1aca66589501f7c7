#include "view/blocks/blocks.h"

namespace bytes::view {

using outline::Attribute;
using outline::Element;
using outline::make;
using outline::Role;

Element view_bank(const content::BankBlock& block, const BlockContext& context) {
  const std::string& id = context.id;
  const std::vector<const content::Block*> drawn = learning::drawn_questions(id, block, context.progress);
  const std::string count = std::to_string(drawn.size());
  const std::string all = std::to_string(block.questions.size());
  Element bank = make(Role::kBank, id);
  bank.set(Attribute::kLabelledBy, id + ":title");
  bank.add(make(Role::kBankTitle, id + ":title",
                plain(count == all ? context.interface.phrase("bank-all", {{"all", all}})
                                   : context.interface.phrase("bank-title", {{"count", count}, {"all", all}}))));
  BlockContext inner{context.interface, context.progress, context.state, {}, context.question_number};
  for (const content::Block* question : drawn) {
    inner.id = question->id;
    bank.add(view_block(*question, inner));
    inner.question_number += 1;
  }
  if (learning::can_draw_others(id, block, context.progress)) {
    Element actions = make(Role::kActions, id + ":actions");
    actions.add(make(Role::kButton, id + ":draw", plain(context.interface.phrase("bank-draw"))));
    bank.add(std::move(actions));
  }
  return bank;
}

}  // namespace bytes::view
