// Every string of a Byte that can be in another language, each under a key that stays.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "content/author/files.h"
#include "content/json.h"
#include "content/model.h"

namespace bytes::content {

enum class StringKind {
  kLetters,     // Without marks.
  kText,
  kGappedText,  // With the same gaps in it.
  kWords,       // A list of strings without marks, of which a translation may have more or fewer.
  kFile,        // The name of a file beside byte.json. This and the next two are fine as they are in most languages.
  kLink,        // As is_safe_link has it.
  kEmbed,       // As host_of has it.
};

struct TranslatableString {
  // Made of ids, and of places in lists where there are none: `title`, `ask-a-mentor/feedback/text`,
  // `what-is-a-mentor-list/items/3`, `dilemma/nodes/monday/ask/text`. A block whose id is the name of one of the Byte's
  // own parts (`cover`) goes by its section's as well. Empty: its block has no id.
  std::string key;
  FilePlace place;  // Where the source stands.
  StringKind kind = StringKind::kText;
  // The one that fits the kind; letters for addresses too. Never empty.
  std::string* letters = nullptr;
  RichText* text = nullptr;
  std::vector<std::string>* words = nullptr;
  File* file = nullptr;
  Track* track = nullptr;   // The same, if it is one.
  Block* block = nullptr;   // What it belongs to; null outside of blocks.
  Block* around = nullptr;  // The scenario, if that is a block in one of its scenes.
  FilePlace block_place;
};

// Whether a translation is complete without it.
inline bool is_optional(StringKind kind) { return kind == StringKind::kFile || kind == StringKind::kLink || kind == StringKind::kEmbed; }

// In reading order. Requires: the Byte was read without errors; nothing is added to or taken from it meanwhile.
void visit_strings(Byte& byte, const std::function<void(const TranslatableString&)>& visit);

// 10 hexadecimal digits: they change when the string, as a learner reads it, does. Of a text without marks it is the
// hash of its letters.
std::string source_hash(const TranslatableString& string);
}  // namespace bytes::content
