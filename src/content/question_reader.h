// Reads the fields of a question.
#pragma once

#include <string>
#include <vector>

#include "content/fields.h"
#include "content/question.h"

namespace bytes::content {

void read_question(Reading& reading, Fields& fields, Question& question);

// An answer to choose. `owner`: the question, whose kind says what its options have; null for those of a gap.
void read_option(Reading& reading, const JsonValue& value, const Place& place, NameTable& ids, const Question* owner,
                 std::vector<Option>& options);

// Reports too few options, none that is right, or too many. Of single, multiple, hotspot, and a gap.
void check_correct(Reading& reading, Fields& fields, const Place& place, const std::vector<Option>& options,
                   bool has_correct, bool takes_many);

// What it is called where one of its fields is not known: `a question of kind sort`. `fields` were read.
std::string question_name(const Fields& fields, const Question& question);

}  // namespace bytes::content
