// Where the tool lies, and the player's files with it.
#pragma once

#include <filesystem>

namespace bytes::cli {

// `program` is main's argv[0]. To be called once, before anything else.
void set_program(const char* program);

// The folder with the built engine, scripts and styles, and in it interface/ and schema/: `player` beside the tool, or
// where the project's own build puts it. Empty when there is neither.
const std::filesystem::path& player_folder();

// The folder with the tool for Node.js: byte.mjs and what it loads. Empty when it is not there.
const std::filesystem::path& portable_tool_folder();

}  // namespace bytes::cli
