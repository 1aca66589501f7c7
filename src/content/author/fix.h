// Writes the ids that an author left out, and changes nothing else.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"

namespace bytes::content {

struct WrittenId {
  std::string id;
  std::string path;   // Of the object that has it now.
  Position position;  // Of the id in the mended text.
};

struct Mended {
  std::string text;            // The file, with the ids.
  std::vector<WrittenId> ids;  // In their order in the file; empty: nothing was missing.
};

// Gives an id to what needs one and has none: the Byte (`folder`, its folder's name; empty: not known), sections,
// questions and their options, checklists and their items, reflections, and scenarios in the Byte with their choices.
// In a scenario's own file, choices. They are made of titles, prompts and texts, in small letters without accents, or
// of what the thing is where there is nothing to take them from, and are unique where ids must be.
//
// The text differs by insertions only, each an id with its comma, in the manner of the file. An id that is there but
// invalid or used twice stays: which of two things learners' answers belong to is for the author to say. Empty when the
// text is not JSON.
std::optional<Mended> with_missing_ids(std::string_view text, std::string_view folder);
std::optional<Mended> scenario_with_missing_ids(std::string_view text);

// An id in the words of `text`, at most 40 letters; empty when it has none of Latin letters or digits. Words that say
// nothing in English are left out if others are there.
std::string id_of_words(std::string_view text);

}  // namespace bytes::content
