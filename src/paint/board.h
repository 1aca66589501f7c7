// The board of a sort question: cards that are carried from the pool into groups. The page lays them out; here a card
// is lifted while the pointer carries it, dropped, and flies when the outline has it in another group.
#pragma once

#include <string_view>
#include <vector>

#include "paint/scene.h"

namespace bytes::paint {

class Boards {
 public:
  // Asks ImGui what the pointer does on the boards in sight, and tells the scene which cards are elsewhere than the
  // page has them. Comes before anything is painted. Returns the control that puts a dropped card into its group, or
  // kNoElement.
  int update(Scene& scene);

  bool is_moving() const { return is_moving_; }
  void settle();

 private:
  // A card of a board in this frame.
  struct Card {
    Placed place;
    int list;   // Handle of the list it is in.
    int board;  // Handle.
    bool is_locked;
  };
  // What is known of a card since it was painted last.
  struct Known {
    int card;
    int list;
    ImVec2 at;      // Its corner in the document.
    ImVec2 offset;  // How far from there it was shown.
    ImVec2 from;    // The offset that its flight began with.
    double start;   // Of its flight, in seconds; below 0: it is at rest.
    bool is_seen;
  };

  std::vector<Card> cards_of(const Scene& scene) const;
  // How far the pointer has carried the card; `dropped` is set when it let go.
  ImVec2 carry(Scene& scene, const Card& card, bool& dropped);
  void fly(Scene& scene, const std::vector<Card>& cards);
  Known* find(int card);

  std::vector<Known> known_;
  int carried_ = outline::kNoElement;
  ImVec2 grip_ = {0, 0};  // Where the pointer took hold, in the document.
  bool is_moving_ = false;
};

}  // namespace bytes::paint
