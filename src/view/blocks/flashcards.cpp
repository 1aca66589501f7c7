#include "view/blocks/blocks.h"

namespace bytes::view {

using outline::Attribute;
using outline::Element;
using outline::make;
using outline::Role;

// The browser turns them: each card is what it opens and closes by itself, by mouse, finger, keyboard and voice.
Element view_flashcards(const content::FlashcardsBlock& block, const BlockContext& context) {
  const std::string& id = context.id;
  Element whole = make(Role::kFlashcards, id);
  if (block.lead.empty()) {
    whole.set(Attribute::kLabel, context.interface.phrase("flashcards-label"));
  } else {
    whole.set(Attribute::kLabelledBy, id + ":lead");
    whole.add(make(Role::kFlashcardsLead, id + ":lead", block.lead));
  }
  Element deck = make(Role::kFlashcardsDeck, id + ":deck");
  for (std::size_t i = 0; i < block.cards.size(); ++i) {
    const content::Flashcard& card = block.cards[i];
    const std::string card_id = id + ":card-" + std::to_string(i + 1);
    Element front = make(Role::kFlashcardFront, card_id + "-front");
    if (!card.picture.src.empty()) {
      front.add(view_picture(card.picture, card_id + "-image", context.state, context.interface));
    }
    front.add(make(Role::kFlashcardText, card_id + "-text", card.front));
    Element turn = make(Role::kFlashcard, card_id);
    turn.add(std::move(front));
    Element back = make(Role::kFlashcardBack, card_id + "-back");
    back.add(make(Role::kParagraph, card_id + "-answer", card.back));
    const RichText caption =
        caption_of(card.picture.caption, card.picture.credit, context.interface.phrase("picture-credit"));
    if (!caption.empty()) back.add(make(Role::kFlashcardCaption, card_id + "-caption", caption));
    turn.add(std::move(back));
    Element item = make(Role::kFlashcardItem, card_id + "-item");
    item.add(std::move(turn));
    deck.add(std::move(item));
  }
  whole.add(std::move(deck));
  return whole;
}

}  // namespace bytes::view
