// byte: the author's tool.
#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/home.h"

int main(int argc, char** argv) {
  bytes::cli::set_program(argc > 0 ? argv[0] : nullptr);
  CLI::App tool{"Checks lessons (Bytes) and builds the site that plays them.", "byte"};
  tool.require_subcommand(1);
  tool.footer("Exit codes: 0 all is well, 1 problems were found, 2 the command was not understood.");

  bytes::cli::Run run;
  bytes::cli::add_new(tool, run);
  bytes::cli::add_check(tool, run);
  bytes::cli::add_translate(tool, run);
  bytes::cli::add_build(tool, run);
  bytes::cli::add_serve(tool, run);
  bytes::cli::add_pack(tool, run);
  bytes::cli::add_export(tool, run);
  bytes::cli::add_import(tool, run);

  try {
    tool.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return tool.exit(error) == 0 ? 0 : 2;
  }
  return run();
}
