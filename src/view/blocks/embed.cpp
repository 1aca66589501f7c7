#include "view/blocks/blocks.h"

namespace bytes::view {

using outline::Attribute;
using outline::Element;
using outline::make;
using outline::Role;

// Nothing of the other site's is asked for until a learner, who has read whom that contacts, wants it.
Element view_embed(const content::EmbedBlock& block, const BlockContext& context) {
  const std::string& id = context.id;
  const Interface& interface = context.interface;
  const std::string_view host = content::host_of(block.src);
  const bool is_open = context.state.opened.count(id + ":load") > 0;

  Element embed = make(Role::kEmbed, id);
  embed.add(make(Role::kEmbedTitle, id + ":title", plain(block.title)));
  if (!block.text.empty()) embed.add(make(Role::kParagraph, id + ":text", block.text));
  Element actions = make(Role::kActions, id + ":actions");
  // One button for both, so that focus stays where it is.
  actions.add(make(Role::kButton, id + ":load",
                   plain(is_open ? interface.phrase("embed-hide", {{"title", block.title}})
                                 : interface.phrase("embed-show", {{"title", block.title}, {"host", host}}))));
  embed.add(std::move(actions));
  if (is_open) {
    const bool has_size = block.width > 0 && block.height > 0;
    Element frame = make(Role::kFrame, id + ":page");
    frame.set(Attribute::kSrc, block.src).set(Attribute::kTitle, block.title);
    Element place = make(Role::kEmbedFrame, id + ":frame");
    place.add(view_space(has_size ? block.width : 16, has_size ? block.height : 9, id)).add(std::move(frame));
    embed.add(std::move(place));
  }
  Element link = make(Role::kEmbedLink, id + ":link", plain(interface.phrase("embed-link", {{"host", host}})));
  link.set(Attribute::kHref, block.src);
  Element line = make(Role::kParagraph, id + ":elsewhere");
  line.add(std::move(link));
  embed.add(std::move(line));
  return embed;
}

}  // namespace bytes::view
