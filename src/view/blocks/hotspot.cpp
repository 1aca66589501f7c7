#include "view/blocks/question_parts.h"

namespace bytes::view {
namespace {

using content::Option;
using outline::Attribute;
using outline::Element;
using outline::make;
using outline::Role;

// Thousandths as percent: `12.5`.
std::string percent(int thousandths) {
  std::string text = std::to_string(thousandths / 10);
  if (thousandths % 10 != 0) (text += '.') += static_cast<char>('0' + thousandths % 10);
  return text;
}

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
    spot.set(Attribute::kAt, percent(area.x) + ' ' + percent(area.y) + ' ' + percent(area.width) + ' ' + percent(area.height));
    spots.add(std::move(spot));
  }
  figure.add(std::move(spots));
  RichText caption = caption_of(picture.caption, picture.credit, parts.phrase("picture-credit"));
  if (!caption.empty()) figure.add(make(Role::kCaption, id + ":caption", std::move(caption)));
  return figure;
}

}  // namespace bytes::view
