// One function for each type of block: block and learner's state to elements.
#pragma once

#include <initializer_list>
#include <string>
#include <vector>

#include "content/model.h"
#include "learning/progress.h"
#include "outline/element.h"
#include "view/byte_page.h"
#include "view/interface.h"

namespace bytes::view {

// What a block may want to know of its page.
struct BlockContext {
  const Interface& interface;
  const learning::Progress& progress;
  const PageState& state;
  std::string id;           // The block's own, or section, type and ordinal: `what-is-a-mentor:text-2`.
  int question_number = 0;  // Of a question, or the first of a bank: counts from 1 through the Byte.
};

outline::Element view_text(const content::TextBlock& block, const BlockContext& context);
outline::Element view_subheading(const content::SubheadingBlock& block, const BlockContext& context);
outline::Element view_list(const content::ListBlock& block, const BlockContext& context);
outline::Element view_callout(const content::CalloutBlock& block, const BlockContext& context);
outline::Element view_image(const content::ImageBlock& block, const BlockContext& context);
outline::Element view_video(const content::VideoBlock& block, const BlockContext& context);
outline::Element view_audio(const content::AudioBlock& block, const BlockContext& context);
outline::Element view_story(const content::PictureStoryBlock& block, const BlockContext& context);
outline::Element view_embed(const content::EmbedBlock& block, const BlockContext& context);
outline::Element view_table(const content::TableBlock& block, const BlockContext& context);
outline::Element view_compare(const content::CompareBlock& block, const BlockContext& context);
outline::Element view_quote(const content::QuoteBlock& block, const BlockContext& context);
outline::Element view_steps(const content::StepsBlock& block, const BlockContext& context);
outline::Element view_link_card(const content::LinkCardBlock& block, const BlockContext& context);
outline::Element view_divider(const BlockContext& context);
outline::Element view_checklist(const content::ChecklistBlock& block, const BlockContext& context);
outline::Element view_reflection(const content::ReflectionBlock& block, const BlockContext& context);
outline::Element view_question(const content::Question& question, const BlockContext& context);
outline::Element view_bank(const content::BankBlock& block, const BlockContext& context);
outline::Element view_scenario(const content::ScenarioBlock& block, const BlockContext& context);
outline::Element view_code(const content::CodeBlock& block, const BlockContext& context);
outline::Element view_formula(const content::MathBlock& block, const BlockContext& context);
outline::Element view_labelled_picture(const content::LabelledPictureBlock& block, const BlockContext& context);
outline::Element view_accordion(const content::AccordionBlock& block, const BlockContext& context);
outline::Element view_flashcards(const content::FlashcardsBlock& block, const BlockContext& context);
outline::Element view_worksheet(const content::WorksheetBlock& block, const BlockContext& context);
outline::Element view_unknown(const content::UnknownBlock& block, const BlockContext& context);

// The picture itself, with what stands in its place while data is saved, and the button of one that moves. `id` is the
// image's.
outline::Element view_picture(const content::Picture& picture, const std::string& id, const PageState& state,
                              const Interface& interface);

// The same without a picture: an empty place of that shape.
outline::Element view_space(int width, int height, const std::string& id);

// The picture's caption in that role, `id:caption`, if there is one.
void add_caption(outline::Element& figure, const content::Picture& picture, outline::Role role, const std::string& id,
                 const Interface& interface);

// Places on a picture as web/dom.js takes them (`data-at`): `12.5 20` of {125, 200}.
std::string in_percent(std::initializer_list<int> thousandths);

// The caption with its credit behind it, which `lead` introduces; empty when there is neither.
RichText caption_of(const RichText& caption, const RichText& credit, const std::string& lead);

// A sound with its words and its file; `id` is the whole's.
outline::Element view_sound(const content::Recording& sound, const std::string& id, const Interface& interface);

// Calls the function above that fits. `context.id` is set by the caller.
outline::Element view_block(const content::Block& block, const BlockContext& context);

}  // namespace bytes::view
