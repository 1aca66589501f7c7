// Reads the fields of a question.
#pragma once

#include <string>

#include "content/fields.h"
#include "content/question.h"

namespace bytes::content {

void read_question(Reading& reading, Fields& fields, Question& question);

// What it is called where one of its fields is not known: `a question of kind sort`. `fields` were read.
std::string question_name(const Fields& fields, const Question& question);

}  // namespace bytes::content
