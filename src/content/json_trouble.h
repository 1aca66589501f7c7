// Why a text is not JSON, said in an author's words.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/diagnostics.h"

namespace bytes::content {

// What may come after the last token that was understood.
enum class JsonExpects {
  kDocument,   // Nothing was read yet.
  kFirstItem,  // After `[`.
  kFirstName,  // After `{`.
  kColon,      // After a name.
  kSeparator,  // After a value: a comma or the end of its list or object.
  kEnd,        // After the document.
};

// Where reading stopped.
struct JsonStop {
  std::size_t offset = 0;  // Just after the last token that was understood.
  JsonExpects expects = JsonExpects::kDocument;
  bool in_object = false;      // The innermost open container is an object.
  Position opened;             // Where that was opened.
  std::string_view last_name;  // For kColon.
};

struct JsonTrouble {
  std::size_t offset = 0;  // The place to look at.
  std::string message;
  std::string remedy;
};

// Requires: a parser refused `text` at `stop`. Looks at the tokens on both sides of it.
JsonTrouble explain_json_trouble(std::string_view text, const JsonStop& stop);

// The offset of the first byte at or after `offset` that is not JSON white space.
std::size_t skip_json_space(std::string_view text, std::size_t offset);

}  // namespace bytes::content
