#include "cli/build.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>
#include <set>
#include <system_error>

#include "base/hash.h"
#include "base/json_writer.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "cli/library.h"
#include "cli/player_options.h"
#include "cli/site_parts.h"
#include "content/author/files.h"
#include "content/catalogue.h"
#include "site/catalogue_file.h"
#include "site/pages.h"

namespace bytes::cli {
namespace {

namespace fs = std::filesystem;

class Build {
 public:
  explicit Build(const BuildOptions& options) : options_(options) {}

  Result<Built> run() {
    BYTES_DO(run_all());
    return std::move(built_);
  }

 private:
  Result<bool> run_all() {
    BYTES_TRY(parts, read_site_parts(options_.content, options_.interface_folder, built_.diagnostics));
    parts_ = std::move(parts);
    built_.author_json = parts_.author_json;
    BYTES_DO(copy_engine());
    for (const ByteFile& file : find_bytes(options_.content)) {
      BYTES_TRY(is_written, build_byte(file));
      built_.left_out += !is_written;
    }
    return write_site_pages();
  }

  // Copies one of the engine's files under a name that changes with its content.
  Result<std::string> copy_hashed(const std::string& name) {
    BYTES_TRY(text, read_file(options_.assets / name));
    const fs::path plain = name;
    const std::string hashed =
        plain.stem().string() + "." + to_hex(hash_of(text)).substr(0, 10) + plain.extension().string();
    BYTES_DO(write_file(options_.out / "engine" / hashed, text));
    engine_names_.insert(hashed);
    files_json_.begin_object();
    files_json_.key("name");
    files_json_.string("engine/" + hashed);
    files_json_.key("bytes");
    files_json_.integer(static_cast<std::int64_t>(text.size()));
    files_json_.end_object();
    return "engine/" + hashed;
  }

  Result<bool> copy_engine() {
    files_json_.begin_object();
    files_json_.key("engine");
    files_json_.begin_array();
    for (const site::EngineFile& file : site::kEngineFiles) {
      BYTES_TRY(hashed, copy_hashed(std::string(file.name)));
      parts_.files.*file.address = hashed;
    }
    files_json_.end_array();
    files_json_.end_object();
    remove_old_engines();
    auto written = write_file(options_.out / "files.json", files_json_.text());
    return written;
  }

  // A page that a learner has open may still ask for the files of the build before this one; older ones go.
  void remove_old_engines() const {
    Diagnostics ignored;
    auto before = read_file(options_.out / "files.json");
    if (!before.ok() || *before == files_json_.text()) return;
    std::set<std::string> kept = engine_names_;
    const content::JsonValue list = content::parse_json(*before, "files.json", ignored);
    if (const content::JsonValue* engine = list.find("engine")) {
      for (const content::JsonValue& row : engine->items) {
        if (const content::JsonValue* name = row.find("name")) kept.insert(fs::path(name->string).filename().string());
      }
    }
    std::error_code problem;
    for (const fs::directory_entry& entry : fs::directory_iterator(options_.out / "engine", problem)) {
      if (kept.count(entry.path().filename().string()) == 0) fs::remove(entry.path(), problem);
    }
  }

  // False: the Byte has problems and is left out; the others are not its business.
  Result<bool> build_byte(const ByteFile& file) {
    Diagnostics diagnostics;
    auto byte = load_byte(file, diagnostics);
    if (!diagnostics.all().empty()) built_.of_bytes[file.id].add_all(diagnostics);
    if (!byte || diagnostics.has_errors()) return false;
    const fs::path folder = options_.out / "bytes" / byte->id;
    std::set<std::string> names;
    content::visit_files(
        *byte, [&](const content::File& used, content::FileUse, const content::FilePlace&) { names.insert(used.src); });
    for (const std::string& name : names) {
      BYTES_TRY(bytes, read_file(file.folder / name));
      BYTES_DO(write_file(folder / name, bytes));
    }
    name_next(file, *byte);
    const std::string page = site::byte_page(*byte, parts_);
    if (byte->listed) catalogue_.push_back(content::catalogue_entry(*byte));
    BYTES_DO(write_file(folder / "index.html", page));
    ++built_.pages;
    return true;
  }

  // What a learner is told about the Bytes that come next.
  static void name_next(const ByteFile& file, content::Byte& byte) {
    for (content::NextByte& next : byte.next) {
      const std::optional<ByteFile> beside = find_beside(file, next.id);
      Diagnostics its_own;
      const auto found = beside ? load_byte(*beside, its_own) : std::nullopt;
      if (!found) continue;
      next.title = found->title;
      next.minutes = found->minutes;
    }
  }

  Result<bool> write_site_pages() {
    BYTES_DO(write_file(options_.out / "index.html", site::catalogue_page(catalogue_, parts_)));
    BYTES_DO(write_file(options_.out / "catalogue.json", site::catalogue_file(catalogue_)));
    BYTES_DO(write_file(options_.out / "play.html", site::play_page(parts_)));
    return true;
  }

  const BuildOptions& options_;
  Built built_;
  site::SiteParts parts_;
  std::set<std::string> engine_names_;
  JsonWriter files_json_;
  std::vector<content::CatalogueEntry> catalogue_;
};

int run_build(const BuildOptions& options) {
  const auto built = build_site(options);
  if (!built.ok()) {
    std::fprintf(stderr, "byte build: %s\n", built.error().message.c_str());
    return 1;
  }
  print(*built);
  const bool has_errors = built->diagnostics.has_errors() || built->left_out > 0;
  std::printf("%zu %s in %s", built->pages, built->pages == 1 ? "lesson" : "lessons", options.out.string().c_str());
  if (built->left_out > 0) std::printf("; %zu left out, see above", built->left_out);
  std::printf(".\n");
  return has_errors ? 1 : 0;
}

}  // namespace

Result<Built> build_site(const BuildOptions& options) { return Build(options).run(); }

void print(const Built& built) {
  print(built.diagnostics);
  for (const auto& [id, diagnostics] : built.of_bytes) print(diagnostics);
}

void add_source_options(CLI::App& command, BuildOptions& options) {
  command.add_option("--content", options.content, "The folder with site.json and bytes/")->capture_default_str();
  add_player_options(command, options.assets, options.interface_folder);
}

void add_build(CLI::App& tool, Run& run) {
  auto options = std::make_shared<BuildOptions>();
  CLI::App* command = tool.add_subcommand("build", "Writes the site: a page for each lesson, and the catalogue");
  add_source_options(*command, *options);
  command->add_option("--out", options->out, "Where the site goes")->capture_default_str();
  command->footer("Example: byte build --content content --out site");
  command->callback([options, &run] { run = [options] { return run_build(*options); }; });
}

}  // namespace bytes::cli
