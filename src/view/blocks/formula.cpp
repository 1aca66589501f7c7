#include "outline/math.h"
#include "view/blocks/blocks.h"

namespace bytes::view {
namespace {

using outline::Attribute;
using outline::Element;
using outline::make;
using outline::Role;

// What nobody knows is a row of what is in it.
Element view_math(const content::MathNode& node, const std::string& id, int& number) {
  Element element = make(outline::math_role(node.tag).value_or(Role::kMathMrow), id + '-' + std::to_string(++number),
                         node.text.empty() ? RichText() : plain(node.text));
  for (const auto& [name, value] : node.attributes) {
    if (const std::optional<Attribute> attribute = outline::math_attribute(name)) element.set(*attribute, value);
  }
  for (const content::MathNode& child : node.children) element.add(view_math(child, id, number));
  return element;
}

}  // namespace

// A long one scrolls in its own frame.
Element view_formula(const content::MathBlock& block, const BlockContext& context) {
  const std::string& id = context.id;
  Element frame = make(Role::kFormulaFrame, id + ":frame");
  frame.set(Attribute::kLabel, context.interface.phrase("math-label"));
  int number = 0;
  Element math = view_math(block.math, id + ":math", number);
  math.set(Attribute::kMathDisplay, "block");
  frame.add(std::move(math));
  Element figure = make(Role::kFormula, id);
  figure.add(std::move(frame));
  if (!block.caption.empty()) figure.add(make(Role::kCaption, id + ":caption", block.caption));
  return figure;
}

}  // namespace bytes::view
