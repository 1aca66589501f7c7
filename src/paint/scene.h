// One frame, as the painters of single elements see it.
#pragma once

#include <string_view>
#include <vector>

#include "paint/canvas.h"
#include "paint/theme.h"
#include "paint/tween.h"

namespace bytes::paint {

// What lies on the page, what is lifted above it, and what the pointer carries above all.
enum class Layer { kPage, kLifted, kCarried };

// An element and where it is.
struct Placed {
  const outline::Element* element;
  int handle;
  Rect rect;
};

class Scene {
 public:
  // Keeps references to all of them. Requires: `input.outline` is set.
  Scene(const PaintInput& input, Canvas& canvas, Tweens& tweens);

  Canvas& canvas;
  const Palette& colours;
  const PaintInput& input;
  float rem;  // CSS px.

  // 0 to 1. The element is hovered or pressed when what the pointer is on lies in it.
  float hover(const Placed& place, bool is_enabled = true);
  float press(const Placed& place, bool is_enabled = true);
  // How far the element is into a state that the outline gives it.
  float state(const Placed& place, Channel channel, bool is_on, float milliseconds = kSettleMs);
  float value(const Placed& place, Channel channel, float target, float milliseconds);
  bool is_hovered(const outline::Element& element) const { return contains(hovered_, element); }
  bool is_pressed(const outline::Element& element) const { return contains(pressed_, element); }

  // Where an element of the outline lies; false when the page has not said, or has said nonsense.
  bool find(int handle, Placed& place) const;

  // The innermost element of that role around an element, or null. Looks no further than stages are deep.
  const outline::Element* around(int handle, outline::Role role) const;

  // The words of this element are drawn lower by so much.
  void shift_words(int handle, float down) { shifts_.push_back({handle, down}); }
  float words_down(int handle) const;

  // The element, and all that lies on it, is shown that far from where the page has it, above what is not lifted.
  void lift(const Placed& place, ImVec2 offset, Layer layer = Layer::kLifted);
  bool is_lifted(int handle) const { return offset_of(handle) != nullptr; }
  // Both are asked about every word of the page, and nearly always nothing is lifted.
  Layer layer_of(int handle) const { return lifts_.empty() ? Layer::kPage : find_layer(handle); }
  // Null for what is not lifted.
  const ImVec2* offset_of(int handle) const { return lifts_.empty() ? nullptr : find_offset(handle); }
  bool has_lifted() const { return !lifts_.empty(); }

  // The element that what is carried would be dropped on.
  void set_drop_target(int handle) { drop_target_ = handle; }
  int drop_target() const { return drop_target_; }

  // Everything placed, in reading order, seen or not.
  const std::vector<Placed>& places() const { return places_; }

  // From here on `start_of` speaks of this element: its own direction, or that of what it stands in.
  void enter(const Placed& place);

  bool is_right_to_left() const { return is_right_to_left_; }
  // On which side of a rectangle lines begin.
  float start_of(const Rect& rect, float inset) const {
    return is_right_to_left_ ? rect.right - inset : rect.left + inset;
  }

 private:
  const ImVec2* find_offset(int handle) const;
  Layer find_layer(int handle) const;

  static constexpr int kDepth = 16;
  struct Shift {
    int element;
    float down;
  };
  struct Chain {
    const outline::Element* elements[kDepth] = {};
  };
  Chain chain_of(int handle) const;
  void mark_lifted(const outline::Element& element, int lift);
  static bool contains(const Chain& chain, const outline::Element& element);

  Tweens& tweens_;
  std::vector<Placed> places_;
  std::vector<int> by_handle_;  // Into places_, or -1.
  std::vector<Shift> shifts_;
  std::vector<ImVec2> lifts_;
  std::vector<Layer> layers_;   // Of each of them.
  std::vector<int> lift_of_;  // By handle, into lifts_, or -1; shorter than there are handles.
  int drop_target_ = outline::kNoElement;
  Chain hovered_;
  Chain pressed_;
  bool is_right_to_left_;
  const outline::Element* entered_parent_ = nullptr;  // Whose direction `parent_is_right_to_left_` is.
  bool parent_is_right_to_left_ = false;
};

inline std::string_view tone_of(const outline::Element& element) { return element.get(outline::Attribute::kTone); }

}  // namespace bytes::paint
