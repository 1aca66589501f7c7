#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>
#include <set>
#include <system_error>

#include "app/app.h"
#include "base/hash.h"
#include "base/json_writer.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "cli/library.h"
#include "cli/page_writer.h"
#include "cli/site_file.h"
#include "content/author/explain.h"
#include "content/author/files.h"
#include "content/author/playable.h"
#include "content/author/site_colours.h"
#include "content/catalogue.h"
#include "view/byte_page.h"
#include "view/catalogue_page.h"
#include "view/site_parts.h"

namespace bytes::cli {
namespace {

namespace fs = std::filesystem;

struct BuildOptions {
  fs::path content = "content";
  fs::path assets;            // What the engine's build made: scripts, style sheets, wasm.
  fs::path interface_folder;  // <language>.json each.
  fs::path out = "site";
};

int fail(const Error& error) {
  std::fprintf(stderr, "byte build: %s\n", error.message.c_str());
  return 1;
}

class Build {
 public:
  explicit Build(const BuildOptions& options) : options_(options) {}

  int run() {
    if (auto done = run_all(); !done.ok()) return fail(done.error());
    print(diagnostics_);
    const bool has_errors = diagnostics_.has_errors() || left_out_ > 0;
    std::printf("%zu %s in %s", pages_, pages_ == 1 ? "lesson" : "lessons", options_.out.string().c_str());
    if (left_out_ > 0) std::printf("; %zu left out, see above", left_out_);
    std::printf(".\n");
    return has_errors ? 1 : 0;
  }

 private:
  Result<bool> run_all() {
    BYTES_TRY(site, load_site(options_.content, diagnostics_));
    BYTES_DO(read_interface(site.language));
    BYTES_DO(copy_engine(site));
    view::set_site(interface_, site, logo_, "../../");
    interface_.set("site-colors", content::palettes_of(site.colours));
    interface_json_ = interface_data(interface_);
    for (const ByteFile& file : find_bytes(options_.content)) {
      BYTES_TRY(is_written, build_byte(file));
      left_out_ += !is_written;
    }
    return write_catalogue(site);
  }

  Result<bool> read_interface(const std::string& language) {
    const fs::path path = options_.interface_folder / (language + ".json");
    BYTES_TRY(text, read_file(path));
    Diagnostics problems;
    const content::JsonValue phrases = content::parse_json(text, path.string(), problems);
    diagnostics_.add_all(content::explained(problems, text));
    interface_ = view::Interface(phrases);
    language_ = language;
    return true;
  }

  // Writes one of the files that all pages share under a name that changes with its content.
  Result<std::string> write_hashed(const std::string& name, const std::string& text) {
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

  Result<bool> copy_engine(const content::Site& site) {
    files_json_.begin_object();
    files_json_.key("engine");
    files_json_.begin_array();
    for (auto [name, address] : {std::pair{"style.css", &engine_.style},
                                 {"no-script.css", &engine_.no_script_style},
                                 {"early.js", &engine_.early},
                                 {"player.js", &engine_.player},
                                 {"engine.js", &engine_.engine},
                                 {"engine.wasm", &engine_.wasm},
                                 {"icon.svg", &engine_.icon}}) {
      BYTES_TRY(text, read_file(options_.assets / name));
      if (address == &engine_.style) text += content::style_of(site.colours);
      BYTES_TRY(hashed, write_hashed(name, text));
      *address = hashed;
    }
    if (!site.logo.src.empty()) {
      BYTES_TRY(text, read_file(options_.content / site.logo.src));
      BYTES_TRY(hashed, write_hashed("logo" + fs::path(site.logo.src).extension().string(), text));
      logo_ = hashed;
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
    diagnostics_.add_all(diagnostics);
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
    // The page says how large it is, which makes it larger; two or three rounds settle that.
    std::string page = write_byte_page(*byte);
    for (int round = 0; round < 4 && byte->cost.text != static_cast<int>(page.size()); ++round) {
      byte->cost.text = static_cast<int>(page.size());
      page = write_byte_page(*byte);
    }
    if (byte->listed) catalogue_.push_back(content::catalogue_entry(*byte));
    BYTES_DO(write_file(folder / "index.html", page));
    ++pages_;
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

  std::string write_byte_page(const content::Byte& byte) const {
    Page page;
    page.title = byte.title;
    page.description = byte.summary;
    page.language = language_;
    page.root = "../../";
    page.data = {{"byte-data", content::write_playable(byte)}, {"interface-data", interface_json_}};
    page.needs_engine = true;
    content::visit_recordings(byte, [&](const auto&, content::FileUse, const auto&) { page.has_media = true; });
    for (const content::Section& section : byte.sections) {
      for (const content::Block& block : section.blocks) {
        const auto* embed = std::get_if<content::EmbedBlock>(&block.content);
        if (embed) page.embedded.insert(std::string(content::host_of(embed->src)));
      }
    }
    page.outline = view::byte_page(byte, learning::Progress(), view::PageState(), interface_);
    return write_page(page, engine_);
  }

  Result<bool> write_catalogue(const content::Site& site) {
    Page page;
    page.title = site.title;
    page.description = site.summary;
    page.language = language_;
    view::set_site(interface_, site, logo_, "");
    page.outline = view::catalogue_page(site, catalogue_, interface_);
    auto written = write_file(options_.out / "index.html", write_page(page, engine_));
    return written;
  }

  const BuildOptions& options_;
  Diagnostics diagnostics_;
  view::Interface interface_;
  std::string interface_json_;
  std::string language_;
  EngineFiles engine_;
  std::string logo_;  // Its address from the site's root.
  std::set<std::string> engine_names_;
  JsonWriter files_json_;
  std::vector<content::CatalogueEntry> catalogue_;
  std::size_t pages_ = 0;
  std::size_t left_out_ = 0;
};

}  // namespace

void add_build(CLI::App& tool, Run& run) {
  auto options = std::make_shared<BuildOptions>();
  CLI::App* command = tool.add_subcommand("build", "Writes the site: a page for each lesson, and the catalogue");
  command->add_option("--content", options->content, "The folder with site.json and bytes/")->capture_default_str();
  command->add_option("--assets", options->assets, "The folder with the built engine, scripts and styles")->required();
  command->add_option("--interface", options->interface_folder, "The folder with the interface's words")->required();
  command->add_option("--out", options->out, "Where the site goes")->capture_default_str();
  command->footer("Example: byte build --assets build/web/assets --interface assets/interface --out build/site");
  command->callback([options, &run] { run = [options] { return Build(*options).run(); }; });
}

}  // namespace bytes::cli
