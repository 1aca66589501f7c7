// The page on which an author's own file is played. Its script adds what one chooses files with.
#pragma once

#include "outline/element.h"
#include "view/interface.h"

namespace bytes::view {

// `words`: those that only authors meet.
outline::Element play_page(const Interface& interface, const Interface& words);

}  // namespace bytes::view
