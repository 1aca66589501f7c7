// Reads the fields of the blocks that most Bytes do without.
#pragma once

#include "content/fields.h"
#include "content/model.h"

namespace bytes::content {

// What a learner answers by, of true-false, scale, match, blanks, short and number questions.
void read_further_answers(Reading& reading, Fields& fields, Question& question);

// A place or a length on a picture: percent in the file, thousandths in the model.
void read_percent(Fields& fields, std::string_view name, int& thousandths, int lowest);

// Of a hotspot's option.
void read_area(Reading& reading, Fields& fields, Area& area);

void read_content(Reading& reading, Fields& fields, CodeBlock& block);
void read_content(Reading& reading, Fields& fields, MathBlock& block);
void read_content(Reading& reading, Fields& fields, LabelledPictureBlock& block);
void read_content(Reading& reading, Fields& fields, NameTable& ids, AccordionBlock& block);
void read_content(Reading& reading, Fields& fields, FlashcardsBlock& block);
void read_content(Reading& reading, Fields& fields, WorksheetBlock& block);
// `ids`: as read_block has them.
void read_content(Reading& reading, Fields& fields, NameTable& ids, BankBlock& block);

}  // namespace bytes::content
