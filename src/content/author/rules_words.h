// Rules about a Byte's words: how hard they are, how long, and whether they say something.
#pragma once

#include "content/author/judging.h"

namespace bytes::content {

// Whether its text is far harder than its `level` promises. Says nothing of less than a hundred words, and of languages
// for which there is no measure here.
void judge_reading_level(const Judging& judging);

void judge_links(const Judging& judging);
void judge_paragraphs(const Judging& judging);

// Whether a reader of the catalogue, and one of the contents, can tell what is in it.
void judge_headings(const Judging& judging);

}  // namespace bytes::content
