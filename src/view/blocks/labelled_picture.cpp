#include "view/blocks/blocks.h"

namespace bytes::view {
namespace {

using outline::Attribute;
using outline::Element;
using outline::make;
using outline::Role;

}  // namespace

// The list says everything; on the picture stand numbers that lead there.
Element view_labelled_picture(const content::LabelledPictureBlock& block, const BlockContext& context) {
  const std::string& id = context.id;
  const content::Picture& picture = block.picture;
  Element frame = make(Role::kLabelledFrame, id + ":frame");
  frame.add(view_picture(picture, id + ":image", context.state, context.interface));
  Element list = make(Role::kMarkerList, id + ":list");
  for (std::size_t i = 0; i < block.markers.size(); ++i) {
    const content::Marker& marker = block.markers[i];
    const std::string number = std::to_string(i + 1);
    const std::string item_id = id + ":item-" + number;
    Element link = make(Role::kMarker, id + ":marker-" + number, plain(number));
    link.set(Attribute::kHref, '#' + item_id);
    link.set(Attribute::kLabel, number + ": " + letters_of(marker.title));
    link.set(Attribute::kAt, in_percent({marker.x, marker.y}));
    frame.add(std::move(link));
    Element item = make(Role::kMarkerItem, item_id);
    item.add(make(Role::kMarkerTitle, item_id + "-title", marker.title));
    if (!marker.text.empty()) item.add(make(Role::kMarkerText, item_id + "-text", marker.text));
    list.add(std::move(item));
  }
  Element figure = make(Role::kLabelledPicture, id);
  figure.add(std::move(frame));
  add_caption(figure, picture, Role::kLabelledCaption, id, context.interface);
  figure.add(std::move(list));
  return figure;
}

}  // namespace bytes::view
