// Writes a Byte as the player reads it: every string already runs, defaults and the author's notes left out.
#pragma once

#include <string>

#include "content/model.h"

namespace bytes::content {

// JSON in one line, safe inside an HTML script element. Reading it leniently and without markup gives an equal Byte:
// read_byte(write_playable(byte)) == byte. Requires: `byte` was read without errors.
std::string write_playable(const Byte& byte);

}  // namespace bytes::content
