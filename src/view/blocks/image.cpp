#include "view/blocks/blocks.h"

namespace bytes::view {

using outline::Attribute;
using outline::make;
using outline::Role;

outline::Element view_picture(const content::Picture& picture, const std::string& id) {
  outline::Element image = make(Role::kImage, id);
  image.set(Attribute::kSrc, picture.src).set(Attribute::kAlt, picture.alt);
  // So that the page does not jump when the picture comes.
  if (picture.width > 0 && picture.height > 0) {
    image.set(Attribute::kWidth, std::to_string(picture.width));
    image.set(Attribute::kHeight, std::to_string(picture.height));
  }
  return image;
}

outline::Element view_image(const content::ImageBlock& block, const BlockContext& context) {
  const content::Picture& picture = block.picture;
  outline::Element figure = make(Role::kFigure, context.id);
  figure.add(view_picture(picture, context.id + ":image"));
  RichText caption = picture.caption;
  if (!picture.credit.empty()) {
    RichText credit = plain((caption.empty() ? "" : " · ") + context.interface.phrase("picture-credit"));
    caption.insert(caption.end(), credit.begin(), credit.end());
    caption.insert(caption.end(), picture.credit.begin(), picture.credit.end());
  }
  if (!caption.empty()) figure.add(make(Role::kCaption, context.id + ":caption", std::move(caption)));
  return figure;
}

}  // namespace bytes::view
