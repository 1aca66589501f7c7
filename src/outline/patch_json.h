// A patch as the message that the page's script carries out (web/dom.js).
#pragma once

#include <string>

#include "outline/diff.h"
#include "outline/handles.h"

namespace bytes::outline {

// {"operations": [["insert", parent, before, element] | ["remove", id] | ["move", id, before] |
//                 ["set", id, runs or null, {attribute: value}, [cleared attribute]]], "focus": id}
// element: {"id", "role": name, "handle", "text": runs, "attributes": {name: value}, "children": [element]}
// runs: [text or {"text", "strong", "emphasis", "code", "href", "language"}]. Attributes by their HTML names.
// Requires: `handles` knows the new outline.
std::string to_json(const Patch& patch, const Handles& handles);

// One element with all below it, as `insert` carries it.
std::string to_json(const Element& element, const Handles& handles);

}  // namespace bytes::outline
