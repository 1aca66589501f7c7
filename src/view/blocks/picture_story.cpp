#include "view/blocks/blocks.h"

namespace bytes::view {

using outline::Element;
using outline::make;
using outline::Role;

Element view_story(const content::PictureStoryBlock& block, const BlockContext& context) {
  Element story = make(Role::kStory, context.id);
  if (!block.sound.src.empty()) story.add(view_sound(block.sound, context.id + ":sound", context.interface));
  Element list = make(Role::kStoryPictures, context.id + ":pictures");
  for (std::size_t i = 0; i < block.pictures.size(); ++i) {
    const content::Picture& picture = block.pictures[i];
    const std::string id = context.id + ":picture-" + std::to_string(i + 1);
    Element figure = make(Role::kStoryFigure, id + ":figure");
    figure.add(view_picture(picture, id + ":image", context.state, context.interface));
    figure.add(make(Role::kCaption, id + ":caption",
                    caption_of(picture.caption, picture.credit, context.interface.phrase("picture-credit"))));
    Element part = make(Role::kStoryPart, id);
    part.add(std::move(figure));
    list.add(std::move(part));
  }
  story.add(std::move(list));
  return story;
}

}  // namespace bytes::view
