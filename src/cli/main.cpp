// byte: the author's tool.
#include <CLI/CLI.hpp>

#include "cli/commands.h"

int main(int argc, char** argv) {
  CLI::App tool{"Checks lessons (Bytes) and builds the site that plays them."};
  tool.require_subcommand(1);
  tool.footer("Exit codes: 0 all is well, 1 problems were found, 2 the command was not understood.");

  bytes::cli::CheckOptions check;
  CLI::App* check_command = tool.add_subcommand("check", "Says what is wrong with lessons, where, and what to write instead");
  check_command->add_option("path", check.paths, "byte.json and .scenario.json files, Bytes' folders, or a content folder [content]");
  check_command->add_option("--map", check.map, "Draws the one scenario that is checked, with what was found, into this SVG file");
  check_command->footer("Example: byte check content/bytes/mentor-or-sponsor");

  bytes::cli::BuildOptions build;
  CLI::App* build_command = tool.add_subcommand("build", "Writes the site: a page for each lesson, and the catalogue");
  build_command->add_option("--content", build.content, "The folder with site.json and bytes/")->capture_default_str();
  build_command->add_option("--assets", build.assets, "The folder with the built engine, scripts and styles")->required();
  build_command->add_option("--interface", build.interface_folder, "The folder with the interface's words")->required();
  build_command->add_option("--out", build.out, "Where the site goes")->capture_default_str();
  build_command->footer("Example: byte build --assets build/web/assets --interface assets/interface --out build/site");

  try {
    tool.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return tool.exit(error) == 0 ? 0 : 2;
  }
  if (*check_command) return bytes::cli::check(check);
  return bytes::cli::build(build);
}
