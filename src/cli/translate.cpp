#include <CLI/CLI.hpp>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <system_error>

#include "cli/commands.h"
#include "cli/files.h"
#include "cli/library.h"
#include "cli/translations.h"
#include "content/author/translation_writer.h"
#include "content/author/words.h"

namespace bytes::cli {
namespace {

namespace fs = std::filesystem;

struct TranslateOptions {
  std::string byte;  // Its id, or a path.
  std::string language;
  fs::path content = "content";
};

class Translate {
 public:
  explicit Translate(const TranslateOptions& options) : options_(options) {}

  int run() {
    if (!is_language(options_.language)) {
      std::fprintf(stderr,
                   "byte translate: \"%s\" is not a language tag. Write one such as es, ar, pt-BR or zh-Hant.\n",
                   content::shown(options_.language).c_str());
      return 2;
    }
    if (!find()) return 1;
    if (!load()) return 1;
    if (byte_->language == options_.language) {
      std::fprintf(stderr, "byte translate: %s is written in %s itself. Name the language to translate it into.\n",
                   byte_->id.c_str(), options_.language.c_str());
      return 2;
    }
    const fs::path path = translation_path(file_, options_.language);
    // Before anything is written: words that can't be understood are for their author to mend.
    std::string before;
    if (std::error_code problem; fs::exists(path, problem)) {
      const auto text = read_file(path);
      if (!text.ok()) return fail(text.error().message);
      before = *text;
      Diagnostics found;
      content::check_translation(before, path.string(), *byte_, surroundings_of(file_), found);
      if (found.has_errors()) {
        print(found);
        return fail(path.string() + " was left as it is. Mend these problems, then call this again.");
      }
    }
    if (!add_ids()) return 1;
    const std::string schema = fs::path(schema_folder() / "translation.schema.json").generic_string();
    const auto source = [this](const std::string& scenario) { return source_text(scenario); };
    const auto refreshed = content::refresh_translation(before, *byte_, options_.language, schema, source);
    const auto written = write_file(path, refreshed.text);
    if (!written.ok()) return fail(written.error().message);
    report(path, refreshed, before.empty(), *written);
    return 0;
  }

 private:
  static bool is_language(std::string_view tag) {
    Diagnostics found;
    const auto read = content::read_translation(
        R"({"format": 1, "translates": "a", "strings": {}, "language": ")" + std::string(tag) + R"("})", {}, found);
    return read && read->language == tag;
  }

  int fail(const std::string& sentence) const {
    std::fprintf(stderr, "byte translate: %s\n", sentence.c_str());
    return 1;
  }

  bool find() {
    for (ByteFile& file : find_bytes(options_.content)) {
      if (file.id != options_.byte) continue;
      file_ = std::move(file);
      return true;
    }
    std::error_code problem;
    if (fs::exists(options_.byte, problem)) {
      file_ = byte_file_at(options_.byte);
      return true;
    }
    fail("There is no Byte \"" + content::shown(options_.byte) + "\" in " + options_.content.string() +
         ". Give its id, or the path of its folder; --content names the folder with bytes/.");
    return false;
  }

  bool load() {
    Diagnostics found;
    byte_ = load_byte(file_, found);
    if (byte_ && !found.has_errors()) return true;
    print(found);
    fail("Nothing was written, because the Byte itself has problems. Mend them first: byte check " +
         file_.file.string());
    return false;
  }

  fs::path source_path(const std::string& scenario) const {
    return scenario.empty() ? file_.file : file_.folder / scenario;
  }

  std::string source_text(const std::string& scenario) const {
    auto text = read_file(source_path(scenario));
    return text.ok() ? std::move(*text) : std::string();
  }

  bool add_ids() {
    const auto source = [this](const std::string& scenario) { return source_text(scenario); };
    const auto changed = content::with_block_ids(*byte_, source);
    for (const auto& [scenario, text] : changed) {
      const auto written = write_file(source_path(scenario), text);
      if (!written.ok()) {
        fail(written.error().message);
        return false;
      }
      std::printf(
          "Wrote an \"id\" into each block of %s that has words and had none, so that its translation finds it.\n",
          source_path(scenario).string().c_str());
    }
    return changed.empty() || load();
  }

  // From a Byte in its folder, or from the shortcut.
  fs::path schema_folder() const {
    return file_.file.filename() == "byte.json" ? fs::path("../../schema") : fs::path("../schema");
  }

  static void list(const char* what, const std::vector<std::string>& keys) {
    if (keys.empty()) return;
    std::printf("%s:\n", what);
    for (const std::string& key : keys) std::printf("  %s\n", content::shown(key, 200).c_str());
  }

  void report(const fs::path& path, const content::RefreshedTranslation& refreshed, bool is_new,
              bool was_written) const {
    const content::TranslationReport& found = refreshed.report;
    const int missing = static_cast<int>(found.missing.size());
    const int stale = static_cast<int>(found.stale.size());
    list("Missing", found.missing);
    list("Stale, because the source says something else now", found.stale);
    std::printf("%s %s: %s, %d translated, %d missing, %d stale, %d unused.\n",
                !was_written ? "Nothing to change in"
                : is_new     ? "Wrote"
                             : "Refreshed",
                path.string().c_str(), content::counted(found.strings, "string", "strings").c_str(),
                found.strings - missing - stale, missing, stale, refreshed.unused);
    if (missing > 0) std::printf("Next, write each missing \"text\"; \"source\" shows what to translate.\n");
    if (stale > 0) std::printf("Where it is stale, mend \"text\" after \"source\", then take out its \"of\".\n");
    if (refreshed.unused > 0)
      std::printf("What the Byte no longer has is kept under \"x-unused\"; take it out if you like.\n");
    if (missing + stale > 0) std::printf("Then call this again.\n");
  }

  const TranslateOptions& options_;
  ByteFile file_;
  std::optional<content::Byte> byte_;
};

}  // namespace

void add_translate(CLI::App& tool, Run& run) {
  auto options = std::make_shared<TranslateOptions>();
  CLI::App* command =
      tool.add_subcommand("translate", "Makes or refreshes a lesson's translation, and lists what is missing or stale");
  command->add_option("byte", options->byte, "The lesson's id, or the path of its folder or file")->required();
  command->add_option("language", options->language, "The language to translate it into, such as es, ar or pt-BR")
      ->required();
  command->add_option("--content", options->content, "The folder with bytes/")->capture_default_str();
  command->footer(
      "It writes byte.<language>.json beside byte.json (<id>.<language>.json beside <id>.json): every string of the\n"
      "lesson with room for its translation. Call it again whenever either file has changed; it loses no words.\n\n"
      "Examples: byte translate mentor-or-sponsor es\n"
      "          byte translate content/bytes/mentor-or-sponsor ar");
  command->callback([options, &run] { run = [options] { return Translate(*options).run(); }; });
}

}  // namespace bytes::cli
