// Writes the site: what `byte build` does once and `byte serve` after every change.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>

#include "base/diagnostics.h"
#include "base/result.h"
#include "cli/translation_counts.h"
#include "content/catalogue.h"

namespace CLI {
class App;
}

namespace bytes::cli {

struct BuildOptions {
  std::filesystem::path content = "content";
  std::filesystem::path assets;            // What the engine's build made: scripts, style sheets, wasm.
  std::filesystem::path interface_folder;  // <language>.json each.
  std::filesystem::path out = "site";
  bool does_all = false;      // Does not trust what is known of the last run.
  bool tells_counts = false;  // Of what was read and written.
};

// --content, --assets and --interface; --out is each subcommand's own.
void add_source_options(CLI::App& command, BuildOptions& options);

struct Built {
  Diagnostics diagnostics;                       // Of the site as a whole.
  std::map<std::string, Diagnostics> of_bytes;   // By the Byte's id.
  std::string author_json;                       // The words that authors meet, in the site's language.
  std::size_t pages = 0;    // In the site.
  std::size_t written = 0;  // Of them, by this run.
  std::size_t kept = 0;     // Of them, from a build before, because their Byte has problems now.
  std::size_t left_out = 0;
  content::Site site;
  TranslationCounts translations;

  bool has_errors() const;
};

// Prints nothing. The error: there is no site that could be written.
Result<Built> build_site(const BuildOptions& options);

// Problems and warnings, to standard error; notes are for `byte check`.
void print(const Built& built);

}  // namespace bytes::cli
