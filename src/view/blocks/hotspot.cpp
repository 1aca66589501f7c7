#include "view/blocks/question_parts.h"

namespace bytes::view {
namespace {

using content::Option;
using outline::Attribute;
using outline::Element;
using outline::make;
using outline::Role;

}  // namespace

Element view_spots(const QuestionParts& parts) {
  const std::string& id = parts.id();
  const content::Picture& picture = parts.question.picture;
  Element figure = make(Role::kFigure, id + ":figure");
  Element spots = make(Role::kSpots, id + ":spots");
  spots.add(view_picture(picture, id + ":picture", parts.context.state, parts.context.interface));
  int number = 0;
  for (const int index : parts.order()) {
    const Option& option = parts.question.options[static_cast<std::size_t>(index)];
    const std::string part = id + "/" + option.id;
    const content::Area& area = option.area;
    // One of the control's two labels: what the page and voice control call it begins with the number.
    Element spot = make(Role::kSpot, part + ":spot", plain(std::to_string(++number)));
    spot.set(Attribute::kFor, part + ":control").set(Attribute::kTone, tone_of_option(parts, option));
    spot.set(Attribute::kAt, in_percent({area.x, area.y, area.width, area.height}));
    spots.add(std::move(spot));
  }
  figure.add(std::move(spots));
  add_caption(figure, picture, Role::kCaption, id, parts.context.interface);
  return figure;
}

}  // namespace bytes::view
