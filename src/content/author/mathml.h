// Reads what authors write of MathML: a small, strict part of XML, of which nothing is ever run or asked for.
#pragma once

#include <optional>
#include <string_view>

#include "base/diagnostics.h"
#include "content/further_blocks.h"

namespace bytes::content {

// One `<math>` element with what content/math.h allows in it. Letters stand in tokens; the entities are XML's own five
// and those with a number. `<semantics>` stands for the first thing in it, comments and what is outside of the
// namespace's name are passed over. The first problem is reported near its place in `where`'s string, and nothing is
// returned. The shape is that of ReadOptions::math.
std::optional<MathNode> read_mathml(std::string_view text, const Diagnostic& where, Diagnostics& diagnostics);

}  // namespace bytes::content
