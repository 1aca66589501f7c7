#include "view/blocks/blocks.h"

namespace bytes::view {

using outline::Element;
using outline::make;
using outline::Role;

Element view_steps(const content::StepsBlock& block, const BlockContext& context) {
  Element steps = make(Role::kSteps, context.id);
  for (std::size_t i = 0; i < block.steps.size(); ++i) {
    const std::string id = context.id + ":step-" + std::to_string(i + 1);
    Element step = make(Role::kStep, id);
    step.add(make(Role::kStepTitle, id + "-title", block.steps[i].title));
    if (!block.steps[i].text.empty()) step.add(make(Role::kStepText, id + "-text", block.steps[i].text));
    steps.add(std::move(step));
  }
  return steps;
}

}  // namespace bytes::view
