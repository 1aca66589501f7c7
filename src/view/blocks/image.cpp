#include "content/decimal_text.h"
#include "view/blocks/blocks.h"
#include "view/page_parts.h"

namespace bytes::view {

using outline::Attribute;
using outline::Element;
using outline::make;
using outline::Role;

// A canvas that nobody draws on: the one element whose attributes alone give it a shape before any script has run.
Element view_space(int width, int height, const std::string& id) {
  Element space = make(Role::kSpace, id + ":space");
  space.set(Attribute::kWidth, std::to_string(width)).set(Attribute::kHeight, std::to_string(height));
  return space;
}

Element view_picture(const content::Picture& picture, const std::string& id, const PageState& state,
                     const Interface& interface) {
  const bool has_size = picture.width > 0 && picture.height > 0;
  const bool has_still = !picture.still.src.empty();
  const bool is_playing = has_still && state.opened.count(id + ":play") > 0;
  const content::File& file = has_still && !is_playing ? picture.still : picture;
  const bool is_shown = state.opened.count(id + ":load") > 0;
  const bool is_asked = state.saves_data && !is_shown;

  Element image = make(Role::kImage, id);
  image.set(Attribute::kSrc, file.src).set(Attribute::kAlt, picture.alt).set_if(Attribute::kHidden, is_asked);
  // So that the page does not jump when the picture comes.
  if (has_size) {
    image.set(Attribute::kWidth, std::to_string(picture.width));
    image.set(Attribute::kHeight, std::to_string(picture.height));
  }
  // Stands in every page, because data may have to be saved before there is an engine: web/early.js.
  Element asked = make(Role::kPictureAsked, id + ":asked");
  asked.set_if(Attribute::kHidden, !is_asked);
  if (has_size) asked.add(view_space(picture.width, picture.height, id));
  if (!picture.alt.empty()) asked.add(make(Role::kPictureAlt, id + ":alt", plain(picture.alt)));
  asked.add(
      make(Role::kButton, id + ":load", plain(with_size(interface.phrase("picture-load"), file.bytes, interface))));

  Element whole = make(Role::kPicture, id + ":picture");
  if (is_shown) whole.set(Attribute::kTone, "shown");
  whole.add(std::move(image)).add(std::move(asked));
  if (has_still) {
    whole.add(make(Role::kPlay, id + ":play", plain(interface.phrase(is_playing ? "picture-pause" : "picture-play"))));
  }
  return whole;
}

void add_caption(Element& figure, const content::Picture& picture, Role role, const std::string& id,
                 const Interface& interface) {
  RichText caption = caption_of(picture.caption, picture.credit, interface.phrase("picture-credit"));
  if (!caption.empty()) figure.add(make(role, id + ":caption", std::move(caption)));
}

std::string in_percent(std::initializer_list<int> thousandths) {
  std::string text;
  for (const int number : thousandths) text += (text.empty() ? "" : " ") + content::decimal_text(number, 10);
  return text;
}

RichText caption_of(const RichText& caption, const RichText& credit, const std::string& lead) {
  RichText whole = caption;
  if (credit.empty()) return whole;
  append(whole, {.text = (whole.empty() ? "" : " · ") + lead});
  for (const Run& run : credit) append(whole, run);
  return whole;
}

Element view_image(const content::ImageBlock& block, const BlockContext& context) {
  Element figure = make(Role::kFigure, context.id);
  figure.add(view_picture(block.picture, context.id + ":image", context.state, context.interface));
  add_caption(figure, block.picture, Role::kCaption, context.id, context.interface);
  return figure;
}

}  // namespace bytes::view
