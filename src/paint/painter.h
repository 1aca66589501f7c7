// The painted face: one outline, the geometry a page gave it, and what the learner's pointer does, turned into draw
// data.
//
// A pure function apart from its tweens and Dear ImGui's own state: no clock, no I/O, no browser. Lengths are CSS px;
// the origin of "document" coordinates is the top left corner of the page, scrolling does not move it.
#pragma once

#include <cstdint>
#include <memory>
#include <span>

#include "imgui.h"
#include "outline/handles.h"

namespace bytes::paint {

// Where an element's border box is, in the document.
struct Box {
  std::int32_t element;  // Handle.
  float x, y, width, height;
};

// Where a word is, in the document, and where its picture is in a texture (0 to 1). The picture is premultiplied and in
// its final colour, so it is drawn as it is.
struct Quad {
  std::int32_t element;  // Handle of the element whose text it belongs to.
  float x, y, width, height;
  float u0, v0, u1, v1;
  std::int32_t page;  // Index into PaintInput::word_pages.
};

// The part of the document that the canvas covers, and its sharpness.
struct Window {
  float x = 0, y = 0, width = 0, height = 0;
  float scale = 1;  // Device pixels per CSS px.
};

struct Interaction {
  int hovered = outline::kNoElement;  // The innermost element with a handle under the pointer.
  int pressed = outline::kNoElement;
  int focused = outline::kNoElement;
  bool focus_is_visible = false;  // The keyboard was used last.
  // Pointer over a stage, in the document; ImGui's `io` is fed from it.
  bool stage_has_pointer = false;
  float pointer_x = 0, pointer_y = 0;
  bool pointer_is_down = false;
};

enum class ThemeName { kLight, kDark, kContrast };

struct Palettes;  // paint/theme.h

struct PaintInput {
  const outline::Handles* outline = nullptr;
  std::span<const Box> boxes;  // In reading order: parents come before their children.
  std::span<const Quad> words;
  std::span<const ImTextureID> word_pages;
  ImDrawCallback premultiplied_blend = nullptr;  // Put into the draw list before words; null in tests.
  Window window;
  float root_font_size = 16;  // The page's, in CSS px: marks and controls keep up with the text.
  Interaction interaction;
  ThemeName theme = ThemeName::kLight;
  const Palettes* palettes = nullptr;  // Null: the player's own colours.
  bool right_to_left = false;
  bool reduced_motion = false;
  double now = 0;  // Seconds, from any start, never backwards.
};

struct PaintOutput {
  ImDrawData* draw_data = nullptr;      // Valid until the next call.
  bool wants_frame = false;             // Something is still moving.
  int activated = outline::kNoElement;  // A stage's part was clicked: the page clicks this element for the learner.
  int place = -1;                       // It was carried there among its neighbours, from 0; -1: it was not.
  bool stage_wants_pointer = false;     // The pointer is over a part of a stage that can be clicked.
};

class Painter {
 public:
  Painter();  // Creates an ImGui context of its own.
  ~Painter();
  Painter(const Painter&) = delete;
  Painter& operator=(const Painter&) = delete;

  PaintOutput paint(const PaintInput& input);

  // Ends all movement at its end state and forgets what was seen: the next paint() shows everything at rest.
  void settle();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace bytes::paint
