// What a learner answers with, by kind of question; the card around it is the same for all (question.cpp).
#pragma once

#include "view/blocks/blocks.h"

namespace bytes::view {

struct QuestionParts {
  const content::Question& question;
  const BlockContext& context;
  const learning::QuestionProgress& progress;

  const std::string& id() const { return context.id; }
  std::string phrase(std::string_view key, Interface::Arguments arguments = {}) const {
    return context.interface.phrase(key, arguments);
  }
  // Option indices in the order of this attempt.
  std::vector<int> order() const;
};

// A strong word, then what there is to say.
RichText said(std::string_view word, const RichText& text);

// What is asked, and the picture that belongs to it, unless the picture is what one answers with.
void add_prompt(const QuestionParts& parts, outline::Element& fieldset);

// A control at the start of a row, with its label. `name` joins radio buttons; empty: a checkbox.
outline::Element view_control_row(const std::string& row_id, const std::string& control_id, const std::string& name,
                                  RichText label, std::string_view tone, bool is_checked, bool is_disabled);

// Rows to choose from: single, multiple, judgement, true-false, poll, hotspot.
outline::Element view_options(const QuestionParts& parts);

// How an option stands: open, chosen, right, wrong, missed.
std::string_view tone_of_option(const QuestionParts& parts, const content::Option& option);

// Scale: a row of numbers.
outline::Element view_scale(const QuestionParts& parts);

// Short, number: a field.
outline::Element view_typed(const QuestionParts& parts);

// Short, number: what is right, in letters.
std::string right_answer(const QuestionParts& parts);

// What an option says: its text, or of a true-false question the interface's word.
RichText text_of(const QuestionParts& parts, const content::Option& option);

// Hotspot: the picture, with a numbered area over it for each option.
outline::Element view_spots(const QuestionParts& parts);

// Order: rows with buttons that move them: a stage.
outline::Element view_order_board(const QuestionParts& parts);

// The options of an order question as they should stand, in a list of that role. `part` tells its ids apart.
outline::Element view_right_order(const QuestionParts& parts, outline::Role list, outline::Role item,
                                  std::string_view part);

// What can be chosen from a list that opens.
struct SelectChoice {
  std::string id;
  RichText text;
};

// A list that opens, `id:field`, with nothing chosen first.
outline::Element view_select(const QuestionParts& parts, const std::string& id,
                             const std::vector<SelectChoice>& choices, std::string_view chosen);

// Match: each item with a list of all answers.
outline::Element view_match_board(const QuestionParts& parts);

// Blanks: the text with its gaps, and below it what is said of each.
outline::Element view_blanks(const QuestionParts& parts);

// Blanks: the text with a right answer in each gap.
RichText filled_text(const content::Question& question);

// Sort, match: what is said of a card or an item once it is checked. `belongs`: the phrase that says where it belongs.
RichText reply_to_placed(const QuestionParts& parts, const content::Option& option, bool is_right,
                         std::string_view belongs);

// Cards and the groups they go into: a stage, and radio buttons on each card.
outline::Element view_sort_board(const QuestionParts& parts);

// Judgement: how sure the learner is, asked before anything is shown.
outline::Element view_sureness(const QuestionParts& parts);

// Judgement: how each option fares, and what the author's panel thought.
void add_comparison(const QuestionParts& parts, outline::Element& card);

}  // namespace bytes::view
