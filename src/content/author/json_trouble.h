// Why a text is not JSON, said in an author's words.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace bytes::content {

struct JsonTrouble {
  std::size_t offset = 0;  // The place to look at, or the text's size.
  std::string_view code;   // json-syntax, json-empty or json-not-utf8.
  std::string message;
  std::string remedy;
};

// The first thing that keeps `text` from being JSON (RFC 8259). Reads it token by token, apart from the parser, and
// looks at what stands on both sides of the place. Requires: parse_json found a syntax error in `text`.
JsonTrouble explain_json_trouble(std::string_view text);

}  // namespace bytes::content
