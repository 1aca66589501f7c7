// The page's words: pictures that the browser drew, put where the browser has them.
#pragma once

#include "paint/scene.h"

namespace bytes::paint {

enum class Layer { kPage, kLifted };

// Draws the words of what lies on the page, or of what is lifted above it. What is not finite, not in the window, or has
// no texture is passed over.
void paint_words(Scene& scene, Layer layer);

}  // namespace bytes::paint
