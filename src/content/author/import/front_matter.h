// What a Markdown file says about itself before its text: `name: value` lines between two lines of `---`.
#pragma once

#include <cstddef>
#include <string_view>

#include "content/author/import/lesson.h"

namespace bytes::content {

// Fills in what the file says, and gives the offset where its text begins. An id that is asked for already stays.
std::size_t read_front_matter(std::string_view text, Lesson& lesson, Report& report);

}  // namespace bytes::content
