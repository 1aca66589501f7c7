#include "view/blocks/question_parts.h"

namespace bytes::view {

using outline::Attribute;
using outline::Element;
using outline::make;
using outline::Role;

Element view_reflection(const content::ReflectionBlock& block, const BlockContext& context) {
  const std::string& id = context.id;
  Element card = make(Role::kReflection, id);
  Element prompt = make(Role::kReflectionPrompt, id + ":prompt", block.prompt);
  prompt.set(Attribute::kFor, id + ":field");
  card.add(std::move(prompt));
  if (!block.example.empty()) {
    card.add(make(Role::kReflectionExample, id + ":example",
                  said(context.interface.phrase("reflection-example"), block.example)));
  }
  Element field = make(Role::kReflectionField, id + ":field");
  auto written = context.progress.reflections.find(id);
  if (written != context.progress.reflections.end()) field.set(Attribute::kValue, written->second);
  field.set(Attribute::kDescribedBy, id + ":note");
  card.add(std::move(field));
  card.add(make(Role::kReflectionNote, id + ":note", plain(context.interface.phrase("reflection-note"))));
  return card;
}

}  // namespace bytes::view
