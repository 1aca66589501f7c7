// Reads the fields of a question.
#pragma once

#include "content/fields.h"
#include "content/question.h"

namespace bytes::content {

void read_question(Reading& reading, Fields& fields, Question& question);

}  // namespace bytes::content
