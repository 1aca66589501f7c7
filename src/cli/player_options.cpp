#include "cli/player_options.h"

#include <CLI/CLI.hpp>
#include <string>
#include <utility>

#include "cli/commands.h"
#include "cli/home.h"

namespace bytes::cli {

void add_player_options(CLI::App& command, std::filesystem::path& assets, std::filesystem::path& interface_folder) {
  assets = player_folder();
  interface_folder = assets / "interface";
  CLI::Option* own_assets =
      command.add_option("--assets", assets, "The folder with the built engine, scripts and styles [the tool's own]");
  command.add_option("--interface", interface_folder, "The folder with the interface's words [the tool's own]");
  if (assets.empty()) own_assets->required();
}

std::function<std::string(const std::string&)> named_with(std::string ending) {
  return [ending = std::move(ending)](const std::string& name) {
    return name.ends_with(ending) ? std::string() : "what is written there is a " + ending + " file: end its name so";
  };
}

}  // namespace bytes::cli
