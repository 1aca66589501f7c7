#include "view/blocks/blocks.h"

namespace bytes::view {

using outline::Attribute;
using outline::Element;
using outline::make;
using outline::Role;

// A long line scrolls in the block's own frame; so this takes focus, and has a name.
Element view_code(const content::CodeBlock& block, const BlockContext& context) {
  const std::string& id = context.id;
  Element figure = make(Role::kCode, id);
  if (!block.syntax.empty()) figure.add(make(Role::kCodeSyntax, id + ":syntax", plain(block.syntax)));
  Element frame = make(Role::kCodeFrame, id + ":frame");
  frame.set(Attribute::kLabel, block.syntax.empty()
                                   ? context.interface.phrase("code-label")
                                   : context.interface.phrase("code-syntax", {{"syntax", block.syntax}}));
  frame.add(make(Role::kCodeText, id + ":text", plain(block.code)));
  figure.add(std::move(frame));
  if (!block.caption.empty()) figure.add(make(Role::kCaption, id + ":caption", block.caption));
  return figure;
}

}  // namespace bytes::view
