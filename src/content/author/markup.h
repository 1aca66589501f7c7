// Turns an author's string into runs: the inline part of CommonMark 0.31, without HTML and without pictures.
#pragma once

#include <string_view>

#include "base/diagnostics.h"
#include "base/rich_text.h"

namespace bytes::content {

// Emphasis, strong, code and links become marks; everything else stays letters, `# x`, `- x` and `<b>` too. A line
// break becomes a space. Links are taken as they are written; whoever reads the runs checks them. A blank line and a
// picture are reported at `where`, for neither has a place inside a sentence. The shape is that of ReadOptions::markup.
RichText read_markup(std::string_view text, const Diagnostic& where, Diagnostics& diagnostics);

}  // namespace bytes::content
