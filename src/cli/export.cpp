#include <CLI/CLI.hpp>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <set>
#include <string>

#include "cli/build.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "cli/library.h"
#include "cli/site_parts.h"
#include "content/author/files.h"
#include "content/author/site_colours.h"
#include "content/reading.h"
#include "export/single_file.h"

namespace bytes::cli {
namespace {

namespace fs = std::filesystem;

// A mail or a memory stick takes that much; base64 makes it a third larger.
constexpr std::size_t kMostMedia = 50'000'000;

struct ExportOptions {
  BuildOptions build;
  std::string byte;  // Its id, or the path of its file or folder.
  bool plays = false;
  bool is_read = false;
  fs::path out;
};

std::optional<ByteFile> find_byte(const ExportOptions& options) {
  std::error_code problem;
  // The id first: a folder of that name may stand anywhere.
  for (const char* ending : {"/byte.json", ".json"}) {
    const fs::path path = options.build.content / "bytes" / (options.byte + ending);
    if (content::is_id(options.byte) && fs::exists(path, problem)) return byte_file_at(path);
  }
  if (fs::exists(options.byte, problem)) return byte_file_at(options.byte);
  return std::nullopt;
}

Result<bool> read_lesson_files(const ByteFile& file, const content::Byte& byte,
                               std::map<std::string, std::string>& files) {
  std::set<std::string> names;
  content::visit_files(
      byte, [&](const content::File& used, content::FileUse, const content::FilePlace&) { names.insert(used.src); });
  std::size_t sum = 0;
  for (const std::string& name : names) {
    BYTES_TRY(content, read_file(file.folder / name));
    sum += content.size();
    if (sum > kMostMedia) {
      return Error{"Its films, sounds and pictures are more than 50 MB, which is too much for one file. Put the built "
                   "site's folder on the host or the stick instead (byte build)."};
    }
    files.emplace(name, std::move(content));
  }
  return true;
}

Result<std::string> export_byte(const ExportOptions& options, const ByteFile& file, const content::Byte& byte,
                                Diagnostics& diagnostics) {
  BYTES_TRY(site, read_site_parts(options.build.content, options.build.interface_folder, diagnostics));
  site::prepare_words(site);
  exports::SingleFileParts parts{site, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}};
  BYTES_DO(read_lesson_files(file, byte, parts.files));
  const auto read = [&](const std::string& name, std::string& content) -> Result<bool> {
    BYTES_TRY(text, read_file(options.build.assets / name));
    content = std::move(text);
    return true;
  };
  BYTES_DO(read("style.css", parts.style));
  if (content::uses_further(byte)) {
    std::string further_style;
    BYTES_DO(read("further.css", further_style));
    parts.style += further_style;
  }
  parts.style += content::style_of(site.site.colours);
  BYTES_DO(read("no-script.css", parts.no_script_style));
  BYTES_DO(read("icon.svg", parts.icon));
  if (!options.plays) return exports::reading_file(byte, parts);
  BYTES_DO(read("early.js", parts.early));
  BYTES_DO(read("single_start.js", parts.start));
  const std::string engine = content::uses_further(byte) ? "further" : "engine";
  BYTES_DO(read(engine + ".js", parts.engine));
  BYTES_DO(read("single.js", parts.player));
  BYTES_DO(read(engine + ".js.lzma", parts.packed_engine));
  BYTES_DO(read("single.js.lzma", parts.packed_player));
  BYTES_DO(read(engine + ".wasm.lzma", parts.packed_wasm));
  return exports::playing_file(byte, parts);
}

int run_export(const ExportOptions& options) {
  const auto fail = [](const std::string& message) {
    std::fprintf(stderr, "byte export: %s\n", message.c_str());
    return 1;
  };
  const std::optional<ByteFile> file = find_byte(options);
  if (!file) {
    return fail("There is no lesson \"" + options.byte + "\" in " + (options.build.content / "bytes").string() +
                ". Give the id of one, or the path of its file.");
  }
  Diagnostics diagnostics;
  const auto byte = load_byte(*file, diagnostics);
  print(diagnostics);
  if (!byte || diagnostics.has_errors()) return fail("Nothing was written: mend what is said above first.");
  Diagnostics of_site;
  const auto html = export_byte(options, *file, *byte, of_site);
  print(of_site);
  if (!html.ok()) return fail(html.error().message);
  const fs::path out = options.out.empty() ? fs::path(byte->id + ".html") : options.out;
  if (const auto written = write_file(out, *html); !written.ok()) return fail(written.error().message);
  std::printf("%s: %zu KB, %s.\n", out.string().c_str(), (html->size() + 999) / 1000,
              options.plays ? "plays without a server" : "to be read and printed");
  return of_site.has_errors() ? 1 : 0;
}

}  // namespace

void add_export(CLI::App& tool, Run& run) {
  auto options = std::make_shared<ExportOptions>();
  CLI::App* command = tool.add_subcommand("export", "Writes a lesson as one HTML file");
  command->add_option("lesson", options->byte, "A lesson's id, or the path of its file or folder")->required();
  auto* kind = command->add_option_group("kind", "What the file is for");
  kind->add_flag("--single-file", options->plays, "It plays, wherever it is opened from: the engine is in it");
  kind->add_flag("--html", options->is_read, "It is read and printed: no script is in it, and its answers are shown");
  kind->require_option(1);
  command->add_option("--out", options->out, "Where it goes [<id>.html]")->check(named_with(".html"));
  add_source_options(*command, options->build);
  command->footer("Example: byte export mentor-or-sponsor --single-file --out mentor.html");
  command->callback([options, &run] { run = [options] { return run_export(*options); }; });
}

}  // namespace bytes::cli
