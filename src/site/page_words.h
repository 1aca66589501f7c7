// Which of the player's words a lesson's page needs.
#pragma once

#include <string>
#include <string_view>

#include "content/model.h"
#include "view/interface.h"

namespace bytes::site {

// Whether the word may be on a lesson's page: about.html has no engine, and the words of offline.html
// and of roadmaps are on their own pages alone.
bool is_for_lessons(std::string_view key);

// An object in one line, safe inside a script element: all of these words but those of types of blocks and kinds of questions that
// the Byte does not have. Such words begin with the name of the type or the kind, or stand in a table here.
std::string words_for_byte(const view::Interface& words, const content::Byte& byte);

}  // namespace bytes::site
