#include "view/blocks/blocks.h"
#include "view/language.h"

namespace bytes::view {
namespace {

struct Viewer {
  const BlockContext& context;

  outline::Element operator()(const content::TextBlock& block) const { return view_text(block, context); }
  outline::Element operator()(const content::SubheadingBlock& block) const { return view_subheading(block, context); }
  outline::Element operator()(const content::ListBlock& block) const { return view_list(block, context); }
  outline::Element operator()(const content::CalloutBlock& block) const { return view_callout(block, context); }
  outline::Element operator()(const content::ImageBlock& block) const { return view_image(block, context); }
  outline::Element operator()(const content::VideoBlock& block) const { return view_video(block, context); }
  outline::Element operator()(const content::AudioBlock& block) const { return view_audio(block, context); }
  outline::Element operator()(const content::PictureStoryBlock& block) const { return view_story(block, context); }
  outline::Element operator()(const content::EmbedBlock& block) const { return view_embed(block, context); }
  outline::Element operator()(const content::TableBlock& block) const { return view_table(block, context); }
  outline::Element operator()(const content::CompareBlock& block) const { return view_compare(block, context); }
  outline::Element operator()(const content::QuoteBlock& block) const { return view_quote(block, context); }
  outline::Element operator()(const content::StepsBlock& block) const { return view_steps(block, context); }
  outline::Element operator()(const content::LinkCardBlock& block) const { return view_link_card(block, context); }
  outline::Element operator()(const content::DividerBlock&) const { return view_divider(context); }
  outline::Element operator()(const content::ChecklistBlock& block) const { return view_checklist(block, context); }
  outline::Element operator()(const content::ReflectionBlock& block) const { return view_reflection(block, context); }
  outline::Element operator()(const content::Question& block) const { return view_question(block, context); }
  outline::Element operator()(const content::BankBlock& block) const { return view_bank(block, context); }
  outline::Element operator()(const content::ScenarioBlock& block) const { return view_scenario(block, context); }
  outline::Element operator()(const content::CodeBlock& block) const { return view_code(block, context); }
  outline::Element operator()(const content::LabelledPictureBlock& block) const {
    return view_labelled_picture(block, context);
  }
  outline::Element operator()(const content::AccordionBlock& block) const { return view_accordion(block, context); }
  outline::Element operator()(const content::FlashcardsBlock& block) const { return view_flashcards(block, context); }
  outline::Element operator()(const content::MathBlock& block) const { return view_formula(block, context); }
  outline::Element operator()(const content::WorksheetBlock& block) const { return view_worksheet(block, context); }
  outline::Element operator()(const content::UnknownBlock& block) const { return view_unknown(block, context); }
};

}  // namespace

outline::Element view_block(const content::Block& block, const BlockContext& context) {
  outline::Element element = std::visit(Viewer{context}, block.content);
  set_language(element, block.language);
  return element;
}

}  // namespace bytes::view
