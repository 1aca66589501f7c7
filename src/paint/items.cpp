// The mark before a list's item. Numbers are the style sheet's to write (the outline has none); their ground is ours.
#include "paint/icons.h"
#include "paint/painters.h"

namespace bytes::paint {

void paint_item(Scene& scene, const Placed& place) {
  using outline::Role;
  const outline::Element* list = scene.input.outline->parent_of(place.handle);
  if (!list) return;
  Canvas& canvas = scene.canvas;
  const float size = kMarkRem * scene.rem;
  const float start = scene.start_of(place.rect, size / 2);
  const ImVec2 centre = {start, place.rect.top + kTextLineRem * scene.rem / 2};
  switch (list->role) {
    case Role::kBulletList: canvas.disc(centre, 0.1875f * scene.rem, scene.colours.primary); break;
    case Role::kNumberList: canvas.disc(centre, size / 2, scene.colours.primary_tint); break;
    case Role::kCheckList:
      canvas.disc(centre, size / 2, scene.colours.right_tint);
      paint_check(canvas, centre, size, scene.colours.right);
      break;
    case Role::kCrossList:
      canvas.disc(centre, size / 2, scene.colours.wrong_tint);
      paint_cross(canvas, centre, size, scene.colours.wrong);
      break;
    default: break;
  }
}

}  // namespace bytes::paint
