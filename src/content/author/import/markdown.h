// Makes a lesson of a Markdown document.
#pragma once

#include <string_view>

#include "base/diagnostics.h"
#include "content/author/import/lesson.h"

namespace bytes::content {

// The first `#` is the title, `##` begins a section, `###` and deeper are subheadings; what stands before the first
// `##` is a section without title. Paragraphs, lists, tables, quotes (`> [!TIP]` is a callout), pictures and `---`
// become the blocks of those names. A list with `- [x]` and `- [ ]` is a question: the paragraph or heading before it
// asks, a list below an answer is what is said to whoever chose it, and paragraphs behind it that begin with
// `Explanation:` or `Hint:` are those. The lines between two `---` at the start may say id, title, summary, objective,
// language, minutes, level, topics, skills, license and author.
Imported import_markdown(std::string_view text, const ImportOptions& options, Diagnostics& diagnostics);

}  // namespace bytes::content
