// Makes a lesson of questions in GIFT, Moodle's text format.
#pragma once

#include <string_view>

#include "base/diagnostics.h"
#include "content/author/import/lesson.h"

namespace bytes::content {

// A category becomes a section. What this player cannot ask becomes what it can: true or false a question with two
// options, matching a sorting, typed answers and essays a place to write in, with the accepted answers at the end of
// the section. Whatever changes or stays behind is among the remarks, with its line and what was done instead.
Imported import_gift(std::string_view text, const ImportOptions& options, Diagnostics& diagnostics);

}  // namespace bytes::content
