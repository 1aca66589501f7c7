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
#include "cli/interface_words.h"
#include "cli/library.h"
#include "cli/page_writer.h"
#include "cli/translations.h"
#include "content/author/files.h"
#include "content/author/playable.h"
#include "content/author/site_reader.h"
#include "content/catalogue.h"
#include "view/byte_page.h"
#include "view/catalogue_page.h"

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
  explicit Build(const BuildOptions& options)
      : options_(options), interface_(options.interface_folder, diagnostics_) {}

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
    BYTES_TRY(site, read_site());
    BYTES_DO(interface_.open(site.language));
    BYTES_DO(copy_engine());
    for (const ByteFile& file : find_bytes(options_.content)) {
      BYTES_TRY(is_written, build_byte(file));
      left_out_ += !is_written;
    }
    return write_catalogue(site);
  }

  Result<content::Site> read_site() {
    content::Site site;
    const fs::path path = options_.content / "site.json";
    std::error_code problem;
    if (!fs::exists(options_.content, problem)) {
      return Error{"There is no folder " + options_.content.string() + ". Name the one with your lessons by --content."};
    }
    if (!fs::exists(path, problem)) {
      site.title = "Byte Player";
      return site;
    }
    BYTES_TRY(text, read_file(path));
    if (auto read = content::read_site(text, path.string(), diagnostics_)) site = std::move(*read);
    return site;
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
    for (auto [name, address] : {std::pair{"style.css", &engine_.style},
                                 {"no-script.css", &engine_.no_script_style},
                                 {"early.js", &engine_.early},
                                 {"player.js", &engine_.player},
                                 {"engine.js", &engine_.engine},
                                 {"engine.wasm", &engine_.wasm},
                                 {"icon.svg", &engine_.icon}}) {
      BYTES_TRY(hashed, copy_hashed(name));
      *address = hashed;
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
    name_next(file, *byte);
    std::vector<content::Byte> editions = load_editions(file, std::move(*byte), diagnostics_);
    std::set<std::string> names;
    for (content::Byte& edition : editions) {
      content::visit_files(edition, [&](const content::File& used, content::FileUse, const content::FilePlace&) {
        names.insert(used.src);
      });
      // The page says how large it is, which makes it larger; two or three rounds settle that.
      const std::string name = page_name(editions.front(), edition.language);
      std::string page = write_byte_page(edition, name);
      for (int round = 0; round < 4 && edition.cost.text != static_cast<int>(page.size()); ++round) {
        edition.cost.text = static_cast<int>(page.size());
        page = write_byte_page(edition, name);
      }
      BYTES_DO(write_file(folder / name, page));
    }
    for (const std::string& name : names) {
      BYTES_TRY(bytes, read_file(file.folder / name));
      BYTES_DO(write_file(folder / name, bytes));
    }
    if (editions.front().listed) catalogue_.push_back(content::catalogue_entry(editions.front()));
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

  std::string write_byte_page(const content::Byte& byte, const std::string& name) {
    const InterfaceWords& words = interface_.words_in(byte.language);
    Page page;
    page.title = byte.title;
    page.description = byte.summary;
    page.language = words.language;
    page.root = "../../";
    page.data = {{"byte-data", content::write_playable(byte)}, {"interface-data", words.json}};
    if (!byte.editions.empty()) page.alternates.push_back({byte.language, name});
    for (const content::Edition& edition : byte.editions) page.alternates.push_back({edition.language, edition.href});
    page.needs_engine = true;
    content::visit_recordings(byte, [&](const auto&, content::FileUse, const auto&) { page.has_media = true; });
    for (const content::Section& section : byte.sections) {
      for (const content::Block& block : section.blocks) {
        const auto* embed = std::get_if<content::EmbedBlock>(&block.content);
        if (embed) page.embedded.insert(std::string(content::host_of(embed->src)));
      }
    }
    page.outline = view::byte_page(byte, learning::Progress(), view::PageState(), words.interface);
    return write_page(page, engine_);
  }

  Result<bool> write_catalogue(const content::Site& site) {
    Page page;
    page.title = site.title;
    page.description = site.summary;
    const InterfaceWords& words = interface_.words_in(site.language);
    page.language = words.language;
    page.outline = view::catalogue_page(site, catalogue_, words.interface);
    auto written = write_file(options_.out / "index.html", write_page(page, engine_));
    return written;
  }

  const BuildOptions& options_;
  Diagnostics diagnostics_;
  InterfaceFolder interface_;
  EngineFiles engine_;
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
