// Reads byte.json into a Byte, strictly for authors or leniently for learners.
#pragma once

#include <functional>
#include <optional>
#include <string_view>

#include "base/diagnostics.h"
#include "content/json.h"
#include "content/model.h"

namespace bytes::content {

// How strings become runs. The author's tool passes the inline markup parser (content/author/markup.h); the player
// passes none, because `byte build` has already turned every string with marks into a list of runs: to it a bare string
// is letters and nothing else. Problems are added to `diagnostics` with `where`'s file, position and path.
using MarkupParser = std::function<RichText(std::string_view text, const Diagnostic& where, Diagnostics& diagnostics)>;

// How a formula is read that an author has written as MathML (content/author/mathml.h); nothing, after a report, when it
// is none. The player passes none: to it `byte build` hands a tree.
using MathParser =
    std::function<std::optional<MathNode>(std::string_view mathml, const Diagnostic& where, Diagnostics& diagnostics)>;

struct ReadOptions {
  // Strict: an unknown field, block or kind is an error with the nearest known name. Lenient: unknown fields are
  // skipped, an unknown block becomes UnknownBlock with its fallback, an unsafe link loses its address.
  bool strict = true;
  MarkupParser markup;
  MathParser math = {};
};

// All problems at once, with codes and no sentences yet: content/author/explain.h makes those, so that the player need
// not carry them. An author's tool calls check_byte (content/author/rules.h), which does that too. Empty when the file
// holds no Byte that can be shown (always with an error in `diagnostics`). Strict reading returns the Byte even when
// there are errors, as far as it could be understood, so that rules can go on.
std::optional<Byte> read_byte(std::string_view text, std::string_view file, const ReadOptions& options,
                              Diagnostics& diagnostics);

}  // namespace bytes::content
