#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "cli/library.h"
#include "cli/zip_reader.h"
#include "content/author/files.h"
#include "content/author/import/gift.h"
#include "content/author/import/ids.h"
#include "content/author/import/markdown.h"
#include "content/author/translation.h"
#include "content/author/words.h"
#include "content/json.h"
#include "content/reading.h"
#include "content/scenario_reader.h"

namespace bytes::cli {
namespace {

namespace fs = std::filesystem;

struct ImportArguments {
  std::string file;
  std::string as;  // Empty: by the file's ending.
  std::string id;  // Empty: the file's own, or its name.
  fs::path content = "content";
  bool force = false;
};

// A lesson that is ready to be written: its byte.json and what lies beside it.
struct Made {
  std::string id;
  std::string json;
  std::map<std::string, std::string> files;  // By their names.
  std::string what;                          // In a few words.
};

std::string ending_of(std::string_view name) {
  const std::size_t dot = name.substr(name.find_last_of('/') + 1).rfind('.');
  if (dot == name.npos) return {};
  std::string ending(name.substr(name.find_last_of('/') + 1).substr(dot));
  std::transform(ending.begin(), ending.end(), ending.begin(), small);
  return ending;
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// What a lesson shows. Whatever else lies in a folder or a zip is not copied.
bool is_shown_file(std::string_view name) {
  return is_one_of(ending_of(name), {".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".mp4", ".webm", ".mp3",
                                     ".m4a", ".ogg", ".oga", ".ogv", ".opus", ".wav", ".vtt"});
}

std::string format_of(std::string_view name) {
  const std::string ending = ending_of(name);
  if (is_one_of(ending, {".md", ".markdown"})) return "markdown";
  if (is_one_of(ending, {".gift", ".txt"})) return "gift";
  return ending == ".zip" ? "zip" : "";
}

class Import {
 public:
  explicit Import(const ImportArguments& arguments) : arguments_(arguments) {}

  int run() {
    const std::string format = arguments_.as.empty() ? format_of(arguments_.file) : arguments_.as;
    if (format.empty()) {
      say(arguments_.file +
          " ends in nothing that is known here. Say what it is: --as gift, --as markdown or --as zip.");
      return 2;
    }
    if (!arguments_.id.empty() && !content::is_id(arguments_.id)) {
      say("\"" + content::shown(arguments_.id) +
          "\" cannot be an id. Use small letters a-z, digits and hyphens, such as ask-a-mentor.");
      return 2;
    }
    const auto text = read_file(arguments_.file);
    if (!text.ok()) return fail(text.error().message + " Give the path of the file to import.");
    std::optional<Made> made = format == "zip" ? from_zip(*text) : from_file(format, *text);
    return made ? write(*made) : 1;
  }

 private:
  void say(const std::string& sentence) const { std::fprintf(stderr, "byte import: %s\n", sentence.c_str()); }
  int fail(const std::string& sentence) const {
    say(sentence);
    return 1;
  }

  using ReadFile = std::function<std::optional<std::string>(std::string_view name)>;

  // Nothing after its problems were printed.
  std::optional<Made> convert(std::string_view format, std::string_view file, const std::string& text,
                              const ReadFile& read) {
    std::map<std::string, std::string> beside;
    const auto has_file = [&](std::string_view name) {
      if (!is_shown_file(name)) return false;
      std::optional<std::string> bytes = read(name);
      if (!bytes) return false;
      beside.emplace(name, std::move(*bytes));
      return true;
    };
    Diagnostics diagnostics;
    const content::ImportOptions options = {.file = file, .id = arguments_.id, .has_file = has_file};
    content::Imported imported = format == "gift" ? content::import_gift(text, options, diagnostics)
                                                  : content::import_markdown(text, options, diagnostics);
    print(diagnostics);
    count(diagnostics);
    if (!imported.ok()) {
      say("no lesson was made of " + content::shown(file, 200) + ". Mend what is said above, and import it again.");
      return std::nullopt;
    }
    Made made = {imported.id, std::move(imported.json), std::move(beside), {}};
    made.what = content::counted(imported.sections, "section", "sections") + ", " +
                content::counted(imported.questions, "question", "questions");
    if (!made.files.empty()) {
      made.what += ", " + content::counted(static_cast<std::int64_t>(made.files.size()), "picture", "pictures");
    }
    return made;
  }

  std::optional<Made> from_file(std::string_view format, const std::string& text) {
    const fs::path folder = fs::path(arguments_.file).parent_path();
    return convert(format, arguments_.file, text, [&](std::string_view name) -> std::optional<std::string> {
      std::error_code problem;
      const fs::path path = folder / fs::path(name);
      // No link in a folder of somebody else's makes us copy what is elsewhere.
      if (!fs::is_regular_file(fs::symlink_status(path, problem))) return std::nullopt;
      auto bytes = read_file(path);
      if (!bytes.ok() || bytes->size() > ZipCaps().entry) return std::nullopt;
      return std::move(*bytes);
    });
  }

  std::optional<Made> from_zip(const std::string& zip) {
    auto entries = read_zip(zip);
    if (!entries.ok()) {
      say(arguments_.file + ": " + entries.error().message);
      return std::nullopt;
    }
    std::map<std::string, std::string> files;
    for (ZipEntry& entry : *entries) files.emplace(std::move(entry.name), std::move(entry.bytes));
    const std::string top = common_folder(files);
    std::map<std::string, std::string> inside;
    for (auto& [name, bytes] : files) inside.emplace(name.substr(top.size()), std::move(bytes));
    const std::string lesson = lesson_in(inside);
    if (lesson.empty()) {
      say(arguments_.file +
          " holds no lesson. Put one byte.json, one <id>.json, one .gift or one .md file into it, at "
          "its root or in one folder, with its pictures beside it.");
      return std::nullopt;
    }
    const std::string shown_name = arguments_.file + "/" + top + lesson;
    if (ending_of(lesson) == ".json") return take_lesson(lesson, top, shown_name, inside);
    std::optional<Made> made = convert(format_of(lesson), shown_name, inside.at(lesson),
                                       [&](std::string_view name) -> std::optional<std::string> {
                                         const auto file = inside.find(std::string(name));
                                         if (file == inside.end()) return std::nullopt;
                                         return file->second;
                                       });
    for (const auto& [name, bytes] : inside) {
      if (!made || name == lesson || made->files.count(name) > 0) continue;
      say_left_out(shown_name, name, "the lesson does not name it");
    }
    return made;
  }

  // The one folder in which all files are, with its slash; else empty.
  static std::string common_folder(const std::map<std::string, std::string>& files) {
    if (files.empty()) return {};
    const std::string& first = files.begin()->first;
    const std::size_t slash = first.find('/');
    if (slash == std::string::npos) return {};
    const std::string folder = first.substr(0, slash + 1);
    const bool is_common = std::all_of(files.begin(), files.end(), [&](const auto& file) {
      return file.first.compare(0, folder.size(), folder) == 0;
    });
    return is_common ? folder : std::string();
  }

  // `byte.json`, or the only file at the root that could be one. Empty when there is none, or more than one.
  static std::string lesson_in(const std::map<std::string, std::string>& files) {
    if (files.count("byte.json") > 0) return "byte.json";
    std::string found;
    for (const auto& [name, bytes] : files) {
      if (name.find('/') != std::string::npos) continue;
      const std::string ending = ending_of(name);
      const bool is_part = !content::scenario_name(name).empty() || !content::translation_language(name).empty();
      if (is_part || !is_one_of(ending, {".json", ".gift", ".txt", ".md", ".markdown"})) continue;
      if (!found.empty()) return {};
      found = name;
    }
    return found;
  }

  // A lesson that is one already: as it is, but for its id if another is asked for.
  std::optional<Made> take_lesson(const std::string& lesson, const std::string& top, const std::string& shown_name,
                                  std::map<std::string, std::string>& files) {
    Made made;
    made.json = files.at(lesson);
    Diagnostics diagnostics;
    const content::JsonValue root = content::parse_json(made.json, shown_name, diagnostics);
    const content::JsonValue* id = root.find("id");
    if (id && id->is_string()) made.id = id->string;
    const bool has_own = content::is_id(made.id);
    if (!arguments_.id.empty() && arguments_.id != made.id) {
      if (!has_own || !replace_id(made.json, *id, arguments_.id)) {
        say(shown_name + " has no \"id\" that could become another. Give it one, and import it again.");
        return std::nullopt;
      }
      made.id = arguments_.id;
    } else if (!has_own) {
      const std::string name = lesson == "byte.json" ? top : lesson.substr(0, lesson.size() - 5);
      made.id = content::Ids().unique(name, "lesson");
    }
    files.erase(lesson);
    for (auto& [name, bytes] : files) {
      const bool is_part = name.find('/') == std::string::npos && ending_of(name) == ".json";
      // With files beside it a lesson becomes a folder, and its translations are called after byte.json.
      const std::string_view language = content::translation_language(name);
      if (is_part && !language.empty()) {
        made.files.emplace("byte." + std::string(language) + ".json", std::move(bytes));
      } else if (is_part || is_shown_file(name)) {
        made.files.emplace(name, std::move(bytes));
      } else {
        say_left_out(shown_name, name, "a lesson has no use for such a file");
      }
    }
    made.what = content::counted(static_cast<std::int64_t>(made.files.size()), "file", "files") + " beside it";
    content::ByteSurroundings surroundings;
    surroundings.folder = made.id;
    surroundings.has_file = [&](std::string_view name) { return made.files.count(std::string(name)) > 0; };
    surroundings.read_file = [&](std::string_view name) {
      const auto file = made.files.find(std::string(name));
      return file == made.files.end() ? std::string() : file->second;
    };
    Diagnostics found;
    content::check_byte(made.json, shown_name, surroundings, found);
    print(found);
    count(found);
    return made;
  }

  // In the text itself, so that the author's layout stays. False when the place is not what it should be.
  static bool replace_id(std::string& json, const content::JsonValue& id, const std::string& new_id) {
    std::size_t line = 0;
    for (int i = 1; i < id.position.line; ++i) line = json.find('\n', line) + 1;
    const std::string old = "\"" + id.string + "\"";
    const std::size_t at = json.find(old, line);
    if (at == std::string::npos) return false;
    // The first on that line that stands behind `"id"` and a colon.
    for (std::size_t key = json.find("\"id\"", line); key != std::string::npos; key = json.find("\"id\"", key + 1)) {
      const std::size_t value = json.find_first_not_of(" \t\r\n:", key + 4);
      if (value == std::string::npos || json.compare(value, old.size(), old) != 0) continue;
      json.replace(value, old.size(), "\"" + new_id + "\"");
      return true;
    }
    return false;
  }

  void say_left_out(const std::string& lesson, std::string_view name, std::string_view why) {
    say(lesson + ": " + content::quoted(name) + " was left out: " + std::string(why) + ".");
    ++remarks_;
  }

  void count(const Diagnostics& diagnostics) {
    for (const Diagnostic& diagnostic : diagnostics.all()) {
      (diagnostic.severity == Severity::kError ? errors_ : remarks_) += 1;
    }
  }

  int write(const Made& made) const {
    const fs::path bytes = arguments_.content / "bytes";
    const fs::path folder = bytes / made.id;
    const fs::path shortcut = bytes / (made.id + ".json");
    const bool has_folder = !made.files.empty();
    const fs::path target = has_folder ? folder / "byte.json" : shortcut;
    std::error_code problem;
    for (const fs::path& there : {folder / "byte.json", shortcut}) {
      if (!fs::exists(there, problem)) continue;
      // The other of the two would be a second lesson of the same id.
      if (!arguments_.force || there != target) {
        return fail(there.string() + " is there already, and nothing was written. " +
                    (there == target ? "Give the new one another id with --id, or replace it with --force."
                                     : "Give the new one another id with --id, or move that one away."));
      }
    }
    for (const auto& [name, content] : made.files) {
      const fs::path path = folder / fs::path(name);
      if (fs::exists(path, problem) && !arguments_.force) {
        return fail(path.string() +
                    " is there already, and nothing was written. Give the lesson another id with --id, "
                    "or replace it with --force.");
      }
    }
    for (const auto& [name, content] : made.files) {
      if (const auto written = write_file(folder / fs::path(name), content); !written.ok()) {
        return fail(written.error().message);
      }
    }
    if (const auto written = write_file(target, made.json); !written.ok()) return fail(written.error().message);
    std::printf("Made %s: %s", target.string().c_str(), made.what.c_str());
    if (errors_ > 0) std::printf(", %s to mend", content::counted(errors_, "problem", "problems").c_str());
    if (remarks_ > 0) std::printf(", %s above", content::counted(remarks_, "remark", "remarks").c_str());
    std::printf(".\nRead it through, then: byte check %s\n", target.string().c_str());
    return errors_ > 0 ? 1 : 0;
  }

  const ImportArguments& arguments_;
  int errors_ = 0;
  int remarks_ = 0;
};

}  // namespace

void add_import(CLI::App& tool, Run& run) {
  auto arguments = std::make_shared<ImportArguments>();
  CLI::App* command = tool.add_subcommand("import", "Makes a lesson of Moodle's GIFT, of Markdown, or of a zip");
  command->add_option("file", arguments->file, "A .gift or .txt file, a .md file, or a .zip")->required();
  command->add_option("--as", arguments->as, "What the file is, if its ending does not say it")
      ->check(CLI::IsMember({"gift", "markdown", "zip"}));
  command->add_option("--id", arguments->id, "The lesson's id [the file's own, or its name]");
  command->add_option("--content", arguments->content, "The folder that bytes/ is in [content]");
  command->add_flag("--force", arguments->force, "Replaces a lesson of that id");
  command->footer(
      "Examples:\n"
      "  byte import questions.gift                  makes content/bytes/questions.json\n"
      "  byte import lesson.md --id ask-a-mentor     makes content/bytes/ask-a-mentor.json (with\n"
      "                                              pictures: ask-a-mentor/byte.json)\n"
      "  byte import from-a-friend.zip               unpacks the lesson that is in it\n"
      "What could not be carried over is said with its line, and what was done instead.");
  command->callback([arguments, &run] { run = [arguments] { return Import(*arguments).run(); }; });
}

}  // namespace bytes::cli
