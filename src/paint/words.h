// The page's words: pictures that the browser drew, put where the browser has them.
#pragma once

#include "paint/scene.h"

namespace bytes::paint {

// Draws single words; switches blending for the first, and back when it goes. Nothing else may be drawn meanwhile.
class WordBrush {
 public:
  explicit WordBrush(Scene& scene) : scene_(scene) {}
  ~WordBrush();
  WordBrush(const WordBrush&) = delete;
  WordBrush& operator=(const WordBrush&) = delete;

  // A word that far from where it is in the document, which should be whole device pixels. What is not finite, not in
  // the window, or has no texture is passed over.
  void draw(const Quad& quad, ImVec2 offset);

 private:
  Scene& scene_;
  bool has_begun_ = false;
};

// Draws the words of what lies in that layer.
void paint_words(Scene& scene, Layer layer);

}  // namespace bytes::paint
