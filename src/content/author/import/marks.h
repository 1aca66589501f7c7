// The way back from runs to an author's string: `read_markup` reads what these write.
#pragma once

#include <string>
#include <string_view>

#include "base/rich_text.h"

namespace bytes::content {

// `text` such that read_markup gives exactly its letters, with a backslash wherever one could be taken for a mark.
// Requires: one line without white space at its ends, valid UTF-8 without control characters.
std::string escape_marks(std::string_view text);

// `{{` as it is written where there are no marks: in titles, and in code.
std::string escape_placeholders(std::string_view text);

// White space as one sentence has it: none at the ends, one space between words, none inside a mark's ends.
RichText tidied(const RichText& text);

// The string that read_markup turns into `text`, or nothing where markup cannot say it (such as emphasis that begins in
// the middle of a word). Requires: `text` is tidied and not empty.
std::string markup_of(const RichText& text);

}  // namespace bytes::content
