// byte: the author's tool.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "cli/commands.h"
#include "cli/home.h"
#include "content/author/words.h"

namespace {

// Left to itself, CLI11 says of a mistyped subcommand that one is missing. False: there is such a one, or it is an option.
bool say_unknown(const CLI::App& tool, const std::string& name) {
  std::vector<std::string_view> known;
  for (const CLI::App* subcommand : tool.get_subcommands({})) known.push_back(subcommand->get_name());
  if (name.starts_with('-') || std::find(known.begin(), known.end(), name) != known.end()) return false;
  const std::string nearest = bytes::nearest_name(name, known);
  std::fprintf(stderr, "byte: there is no subcommand %s. %s\n", bytes::content::quoted(name).c_str(),
               nearest.empty() ? "byte --help lists them." : ("Did you mean " + nearest + "?").c_str());
  return true;
}

}  // namespace

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
    if (argc > 1 && say_unknown(tool, argv[1])) return 2;
    return tool.exit(error) == 0 ? 0 : 2;
  }
  return run();
}
