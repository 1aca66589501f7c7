#include <CLI/CLI.hpp>
#include <cstdio>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <system_error>
#include <vector>

#include "cli/commands.h"
#include "cli/files.h"
#include "cli/library.h"
#include "cli/roadmaps.h"
#include "cli/templates.h"
#include "content/author/rules.h"
#include "content/author/words.h"
#include "content/reading.h"

namespace bytes::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kRoadmap = "roadmap";
constexpr std::size_t kMostOfRoadmap = 100;  // Bytes, as the format has it.

struct NewOptions {
  std::string id;
  std::string from = "question";
  std::string title;
  std::string language = "en";
  fs::path content = "content";
};

std::vector<std::string> template_names() {
  std::vector<std::string> names;
  for (const TemplateFile& file : template_files()) {
    if (names.empty() || names.back() != file.template_name) names.emplace_back(file.template_name);
  }
  names.emplace_back(kRoadmap);
  return names;
}

// `Ask for help` for `ask-for-help`.
std::string title_of(std::string_view id) {
  std::string title(id);
  for (char& c : title) c = c == '-' ? ' ' : c;
  if (title[0] >= 'a' && title[0] <= 'z') title[0] = static_cast<char>(title[0] - 'a' + 'A');
  return title;
}

// As it stands inside a JSON string; `{{` are letters here.
std::string escaped(std::string_view words) {
  std::string json;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const char c = words[i];
    if (words.substr(i, 2) == "{{" && (i == 0 || words[i - 1] != '{')) json += "\\\\";
    if (c == '"' || c == '\\') json += '\\';
    if (static_cast<unsigned char>(c) < 0x20) {
      json += "\\u00";
      json += "0123456789abcdef"[c >> 4];
      json += "0123456789abcdef"[c & 15];
    } else {
      json += c;
    }
  }
  return json;
}

class New {
 public:
  explicit New(const NewOptions& options) : options_(options) {}

  int run() {
    if (!content::is_id(options_.id)) {
      std::fprintf(stderr,
                   "byte new: %s cannot be a lesson's id. Use small letters a-z, digits and hyphens, such as "
                   "ask-for-help: it is the name of the lesson's folder and a part of its address.\n",
                   content::quoted(options_.id).c_str());
      return 2;
    }
    if (options_.from == kRoadmap) return begin_roadmap();
    const fs::path folder = options_.content / "bytes" / options_.id;
    if (const std::string taken = taken_by(folder); !taken.empty()) {
      std::fprintf(stderr, "byte new: %s is there already. Choose another id, or go on with that one.\n",
                   taken.c_str());
      return 1;
    }
    fill();
    if (const int result = check(folder / "byte.json"); result != 0) return result;
    for (const auto& [name, text] : files_) {
      const auto written = write_file(folder / name, text);
      if (!written.ok()) {
        std::fprintf(stderr, "byte new: %s\n", written.error().message.c_str());
        return 1;
      }
      std::printf("Wrote %s\n", (folder / name).string().c_str());
    }
    std::printf("Next:\n");
    std::printf("  Open %s in an editor and write your own words.\n", (folder / "byte.json").string().c_str());
    std::printf("  byte check %s   says what is wrong, if anything is.\n", folder.string().c_str());
    std::printf("  byte serve   shows it in your browser.\n");
    return 0;
  }

 private:
  // Through the whole library: its author puts it in order and takes out what does not belong.
  int begin_roadmap() const {
    const fs::path path = options_.content / "roadmaps" / (options_.id + ".json");
    const auto fail = [](const std::string& message) {
      std::fprintf(stderr, "byte new: %s\n", message.c_str());
      return 1;
    };
    std::error_code problem;
    if (fs::exists(path, problem)) {
      return fail(path.string() + " is there already. Choose another id, or go on with that one.");
    }
    const RoadmapLibrary library(options_.content);
    const content::RoadmapSurroundings surroundings = library.surroundings(options_.id);
    std::string bytes;
    std::size_t count = 0;
    for (const ByteFile& file : find_bytes(options_.content)) {
      if (count == kMostOfRoadmap || !content::is_id(file.id) || !surroundings.is_listed(file.id)) continue;
      const bool is_first = count++ == 0;
      bytes += is_first ? "\n" : ",\n";
      bytes += "    { \"byte\": \"" + file.id + "\"";
      if (is_first) bytes += ", \"milestone\": \"Say here what somebody can do once this lesson is done.\"";
      bytes += " }";
    }
    if (count == 0) {
      return fail("a roadmap leads through lessons, and there are none in " + (options_.content / "bytes").string() +
                  ". Begin one first, such as: byte new ask-for-help");
    }
    const std::string title = options_.title.empty() ? title_of(options_.id) : options_.title;
    const std::string text =
        "{\n  \"$schema\": \"../schema/roadmap.schema.json\",\n  \"format\": 1,\n  \"id\": \"" + options_.id +
        "\",\n  \"title\": \"" + escaped(title) +
        "\",\n  \"summary\": \"Say here in a sentence where it leads.\",\n  \"language\": \"" + escaped(options_.language) +
        "\",\n  \"note\": \"Put the lessons in order, first things first, and take out what does not belong here. A lesson "
        "comes after the one before it, unless it says \\\"after\\\": and which ones.\","
        "\n  \"bytes\": [" + bytes + "\n  ]\n}\n";
    Diagnostics found;
    content::read_roadmap(text, path.string(), surroundings, found);
    if (const int result = told(found); result != 0) return result;
    if (const auto written = write_file(path, text); !written.ok()) return fail(written.error().message);
    std::printf("Wrote %s\nNext:\n", path.string().c_str());
    std::printf("  Open it in an editor and put the lessons in order.\n");
    std::printf("  byte check %s   says what is wrong, if anything is.\n", path.string().c_str());
    std::printf("  byte serve   shows it in your browser.\n");
    return 0;
  }

  // What has that id already; empty: nothing.
  std::string taken_by(const fs::path& folder) const {
    for (const ByteFile& file : find_bytes(options_.content)) {
      if (file.id == options_.id) return file.file.string();
    }
    std::error_code problem;
    return fs::exists(folder, problem) ? folder.string() : std::string();
  }

  void fill() {
    const std::string title = options_.title.empty() ? title_of(options_.id) : options_.title;
    const std::pair<std::string_view, std::string> gaps[] = {
        {"@id@", options_.id}, {"@title@", escaped(title)}, {"@language@", escaped(options_.language)}};
    for (const TemplateFile& file : template_files()) {
      if (file.template_name != options_.from) continue;
      std::string& text = files_[std::string(file.name)];
      text = file.text;
      // Each stands there once at most, and what was put in is not looked at again.
      std::size_t begin = 0;
      for (const auto& [gap, words] : gaps) {
        const std::size_t at = text.find(gap, begin);
        if (at == text.npos) continue;
        text.replace(at, gap.size(), words);
        begin = at + words.size();
      }
    }
  }

  // The title and the language are the author's, and may be wrong.
  int check(const fs::path& path) const {
    const auto find = [this](std::string_view name) { return files_.find(std::string(name)); };
    Diagnostics found;
    content::ByteSurroundings surroundings;
    surroundings.folder = options_.id;
    surroundings.has_file = [&](std::string_view name) { return find(name) != files_.end(); };
    surroundings.read_file = [&](std::string_view name) {
      return find(name) == files_.end() ? "" : find(name)->second;
    };
    content::check_byte(find("byte.json")->second, path.string(), surroundings, found);
    return told(found);
  }

  // 2 when there are errors, which are said.
  static int told(const Diagnostics& found) {
    if (!found.has_errors()) return 0;
    for (const Diagnostic& problem : found.all()) {
      if (problem.severity != Severity::kError) continue;
      const std::string place = problem.path.empty() ? "--title or --language" : problem.path;
      std::fprintf(stderr, "byte new: %s: %s. Nothing was written.\n", place.c_str(), problem.message.c_str());
    }
    return 2;
  }

  const NewOptions& options_;
  std::map<std::string, std::string> files_;
};

}  // namespace

void add_new(CLI::App& tool, Run& run) {
  auto options = std::make_shared<NewOptions>();
  CLI::App* command =
      tool.add_subcommand("new", "Begins a lesson: a small one that works, with notes on how it is made; or a roadmap through all lessons");
  command->add_option("id", options->id, "Its name for the computer, such as ask-for-help")->required();
  command->add_option("--from", options->from, "What it begins with")
      ->check(CLI::IsMember(template_names()))
      ->capture_default_str();
  command->add_option("--title", options->title, "What it is called [its id in words]");
  command->add_option("--language", options->language, "The language you write it in")->capture_default_str();
  command->add_option("--content", options->content, "The folder with bytes/")->capture_default_str();
  command->footer(
      "Examples: byte new ask-for-help --title \"How do I ask for help?\"\n"
      "          byte new difficult-talk --from scenario\n"
      "          byte new first-weeks --from roadmap");
  command->callback([options, &run] { run = [options] { return New(*options).run(); }; });
}

}  // namespace bytes::cli
