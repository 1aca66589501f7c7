// The options of every subcommand that writes pages.
#pragma once

#include <filesystem>

namespace CLI {
class App;
}

namespace bytes::cli {

// Where the player's files and its words are. The tool finds its own; where it has none, `--assets` must be given.
void add_player_options(CLI::App& command, std::filesystem::path& assets, std::filesystem::path& interface_folder);

}  // namespace bytes::cli
