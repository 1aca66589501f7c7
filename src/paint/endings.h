// How the five kinds of endings of a scenario look, on their cards and on the map.
#pragma once

#include <string_view>

#include "paint/theme.h"

namespace bytes::paint {

class Canvas;

struct EndingLook {
  ImU32 tint;
  ImU32 strong;  // On `tint`, and an edge.
  ImU32 ground;  // Of a disc,
  ImU32 ink;     // and the sign on it.
  void (*sign)(Canvas& canvas, ImVec2 centre, float size, ImU32 colour);
};

// Of a word that is no kind it is an open ending's.
EndingLook look_of_ending(std::string_view kind, const Palette& colours);

}  // namespace bytes::paint
