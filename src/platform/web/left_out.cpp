// Stand-ins for the vocabulary that the small engine leaves out. `byte build` gives it no lesson that has any of it
// (content::uses_further); should one come all the same, its blocks are as those of a newer player: their fallback is shown.
#include "app/app.h"
#include "content/further_reader.h"
#include "learning/typed.h"
#include "learning/worksheet_progress.h"
#include "paint/net.h"
#include "paint/order.h"
#include "paint/painters.h"
#include "view/blocks/blocks.h"
#include "view/blocks/question_parts.h"

namespace bytes::content {

void read_further_answers(Reading&, Fields& fields, Question&) { fields.set_incomplete(); }
void read_area(Reading&, Fields& fields, Area&) { fields.set_incomplete(); }
void read_content(Reading&, Fields& fields, CodeBlock&) { fields.set_incomplete(); }
void read_content(Reading&, Fields& fields, MathBlock&) { fields.set_incomplete(); }
void read_content(Reading&, Fields& fields, LabelledPictureBlock&) { fields.set_incomplete(); }
void read_content(Reading&, Fields& fields, NameTable&, AccordionBlock&) { fields.set_incomplete(); }
void read_content(Reading&, Fields& fields, FlashcardsBlock&) { fields.set_incomplete(); }
void read_content(Reading&, Fields& fields, WorksheetBlock&) { fields.set_incomplete(); }
void read_content(Reading&, Fields& fields, NameTable&, BankBlock&) { fields.set_incomplete(); }

}  // namespace bytes::content

namespace bytes::learning {

bool is_accepted(const std::vector<std::string>&, bool, std::string_view) { return false; }
bool holds_number(std::string_view, std::string_view) { return false; }
bool is_number(std::int64_t, std::int64_t, std::string_view, std::string_view) { return false; }
void WorksheetProgress::take(const content::WorksheetBlock&, const Event&, std::string_view) {}

}  // namespace bytes::learning

namespace bytes::view {

using outline::Element;

Element view_accordion(const content::AccordionBlock&, const BlockContext&) { return {}; }
Element view_bank(const content::BankBlock&, const BlockContext&) { return {}; }
Element view_code(const content::CodeBlock&, const BlockContext&) { return {}; }
Element view_flashcards(const content::FlashcardsBlock&, const BlockContext&) { return {}; }
Element view_formula(const content::MathBlock&, const BlockContext&) { return {}; }
Element view_labelled_picture(const content::LabelledPictureBlock&, const BlockContext&) { return {}; }
Element view_worksheet(const content::WorksheetBlock&, const BlockContext&) { return {}; }
Element view_blanks(const QuestionParts&) { return {}; }
RichText filled_text(const content::Question&) { return {}; }
Element view_spots(const QuestionParts&) { return {}; }
Element view_match_board(const QuestionParts&) { return {}; }
Element view_order_board(const QuestionParts&) { return {}; }
Element view_right_order(const QuestionParts&, outline::Role, outline::Role, std::string_view) { return {}; }
Element view_scale(const QuestionParts&) { return {}; }
Element view_typed(const QuestionParts&) { return {}; }
std::string right_answer(const QuestionParts&) { return {}; }

}  // namespace bytes::view

namespace bytes::paint {

StageOutput Orders::update(Scene&) { return {}; }
void Orders::settle() {}
StageOutput Nets::update(Scene&) { return {}; }
void Nets::paint(Scene&) {}
void paint_answer_box(Scene&, const Placed&) {}
void paint_order_row(Scene&, const Placed&) {}
void paint_order_move(Scene&, const Placed&) {}
void paint_match_pair(Scene&, const Placed&) {}
void paint_match_link(Scene&, const Placed&) {}
void paint_spot_number(Scene&, const Placed&) {}
void paint_net_map(Scene&, const Placed&) {}

}  // namespace bytes::paint

namespace bytes::app {

void App::act_on_worksheet(const content::Block&, const content::WorksheetBlock&, std::string_view, std::string_view,
                           Step&) {}
void App::toggle_in_worksheet(const std::string&, const content::WorksheetBlock&, std::string_view, bool, Step&) {}
void App::write_in_worksheet(const std::string&, const content::WorksheetBlock&, std::string_view, const std::string&,
                             Step&) {}

}  // namespace bytes::app
