#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/json_writer.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "cli/library.h"
#include "cli/roadmaps.h"
#include "cli/translations.h"
#include "content/author/characters.h"
#include "content/author/excerpt.h"
#include "content/author/files.h"
#include "content/author/fix.h"
#include "cli/home.h"
#include "cli/site_file.h"
#include "cli/site_parts.h"
#include "cli/sources.h"
#include "content/author/problems_json.h"
#include "content/author/proof_words.h"
#include "content/author/scenario_map.h"
#include "content/author/translation.h"
#include "content/author/words.h"
#include "content/byte_reader.h"
#include "content/names.h"
#include "content/scenario_reader.h"

namespace bytes::cli {
namespace {

namespace fs = std::filesystem;

struct CheckOptions {
  std::vector<std::string> paths;  // Files or folders; empty: every Byte below ./content.
  fs::path map;                    // Where a map of their one scenario goes; empty: nowhere.
  std::string format = "text";  // Or json.
  bool strict = false;  // Warnings fail too.
  bool fix = false;     // Writes missing ids first.
  fs::path interface_folder;  // With the player's words.
};

// What was found in all of them.
struct Findings {
  struct Written {
    std::string file;
    content::WrittenId id;
  };

  std::vector<std::string> files;
  Diagnostics problems;  // File by file.
  std::vector<content::ProvenScenario> scenarios;
  TranslationCounts translations;
  content::Site site;  // Whose languages are wanted.
  std::vector<Written> written;
  int bytes = 0;
  int scenario_files = 0;  // That were checked alone.
  int roadmaps = 0;
  bool is_site_alone = false;  // A site.json was named by itself.

  int count(Severity severity) const {
    return static_cast<int>(std::count_if(problems.all().begin(), problems.all().end(),
                                          [&](const Diagnostic& one) { return one.severity == severity; }));
  }
};

// A file's name may hold what steers a terminal.
std::string line_of(Diagnostic problem) {
  problem.file = content::shown(problem.file, problem.file.size());
  return to_text(problem);
}

// For people: problems to standard error, the rest to standard output.
void print_text(const Findings& found) {
  Sources sources;
  for (const Findings::Written& written : found.written) {
    std::string place = written.file + ':' + std::to_string(written.id.position.line) + ':' +
                        std::to_string(written.id.position.column) + ": ";
    if (!written.id.path.empty()) place += written.id.path + ": ";
    std::printf("%sthe id \"%s\" was written.\n", place.c_str(), written.id.id.c_str());
  }
  for (const Diagnostic& problem : found.problems.all()) {
    std::fprintf(stderr, "%s\n", line_of(problem).c_str());
    if (problem.position.line == 0) continue;
    const content::Excerpt excerpt = content::excerpt_at(sources.text_of(problem.file), problem.position);
    if (excerpt.line.empty()) continue;
    std::fprintf(stderr, "  %s\n  %s\n", excerpt.line.c_str(), content::caret_line(excerpt).c_str());
  }
  for (const content::ProvenScenario& scenario : found.scenarios) {
    const std::string name = scenario.path.empty() ? scenario.file : scenario.file + ": " + scenario.path;
    std::printf("%s: %s", name.c_str(), content::summary_of(scenario.scenario, scenario.proof).c_str());
  }
  std::printf("%s", found.translations.in_words(found.site, /*only_gaps=*/false).c_str());
  std::string checked;
  const bool is_about_lessons = found.scenario_files == 0 && found.roadmaps == 0 && !found.is_site_alone;
  if (found.bytes > 0 || is_about_lessons) checked = content::counted(found.bytes, "lesson", "lessons");
  if (found.scenario_files > 0) {
    checked += (checked.empty() ? "" : " and ") + content::counted(found.scenario_files, "scenario", "scenarios");
  }
  if (found.roadmaps > 0) {
    checked += (checked.empty() ? "" : " and ") + content::counted(found.roadmaps, "roadmap", "roadmaps");
  }
  const int remarks = found.count(Severity::kWarning) + found.count(Severity::kNote);
  std::printf("%s checked: %s, %s.\n", checked.empty() ? "The site" : checked.c_str(),
              content::counted(found.count(Severity::kError), "problem", "problems").c_str(),
              content::counted(remarks, "remark", "remarks").c_str());
}

void write_place(JsonWriter& json, const std::string& file, Position position, const std::string& path) {
  json.key("file");
  json.string(file);
  json.key("line");
  json.integer(position.line);
  json.key("column");
  json.integer(position.column);
  json.key("path");
  json.string(path);
}

// Null where there is no number: it has no end, or was not looked for.
void write_range(JsonWriter& json, std::string_view name, const content::Bound& least, const content::Bound& most) {
  json.key(name);
  json.begin_array();
  for (const content::Bound& bound : {least, most}) {
    if (bound.is_number()) {
      json.integer(bound.number);
    } else {
      json.null();
    }
  }
  json.end_array();
}

void write_scenario(JsonWriter& json, const content::ProvenScenario& proven) {
  const content::Scenario& scenario = proven.scenario;
  const auto count = [&](std::string_view name, std::size_t number) {
    json.key(name);
    json.integer(static_cast<std::int64_t>(number));
  };
  std::size_t choices = 0;
  for (const content::Node& node : scenario.nodes) choices += node.choices.size();
  json.begin_object();
  json.key("file");
  json.string(proven.file);
  json.key("path");
  json.string(proven.path);
  json.key("title");
  json.string(scenario.title);
  count("scenes", scenario.nodes.size());
  count("choices", choices);
  count("variables", scenario.variables.size());
  count("states", proven.proof.states);
  json.key("complete");
  json.boolean(proven.proof.is_complete);
  json.key("endings");
  json.begin_array();
  for (std::size_t e = 0; e < scenario.endings.size(); ++e) {
    const content::EndingProof& proof = proven.proof.endings[e];
    json.begin_object();
    json.key("id");
    json.string(scenario.endings[e].id);
    json.key("kind");
    json.string(content::kEndingKinds[static_cast<std::size_t>(scenario.endings[e].kind)]);
    count("states", proof.states);
    write_range(json, "choices", proof.fewest_choices, proof.most_choices);
    write_range(json, "points", proof.least_points, proof.most_points);
    write_range(json, "milliseconds", proof.shortest_reading, proof.longest_reading);
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

// For programs: one object, and nothing else, on standard output.
void print_json(const Findings& found) {
  Sources sources;
  JsonWriter json;
  json.begin_object();
  json.key("format");
  json.integer(1);
  json.key("files");
  json.begin_array();
  for (const std::string& file : found.files) json.string(file);
  json.end_array();
  json.key("problems");
  content::write_problems(found.problems, [&](const std::string& file) { return &sources.text_of(file); }, json);
  json.key("scenarios");
  json.begin_array();
  for (const content::ProvenScenario& scenario : found.scenarios) write_scenario(json, scenario);
  json.end_array();
  json.key("translations");
  json.begin_array();
  for (const auto& [language, sum] : found.translations.all()) {
    if (sum.translations == 0) continue;
    json.begin_object();
    json.key("language");
    json.string(language);
    for (const auto& [name, number] : {std::pair("lessons", sum.translations), {"strings", sum.strings},
                                       {"missing", sum.missing}, {"stale", sum.stale}}) {
      json.key(name);
      json.integer(number);
    }
    json.end_object();
  }
  json.end_array();
  json.key("written");
  json.begin_array();
  for (const Findings::Written& written : found.written) {
    json.begin_object();
    write_place(json, written.file, written.id.position, written.id.path);
    json.key("id");
    json.string(written.id.id);
    json.end_object();
  }
  json.end_array();
  json.key("errors");
  json.integer(found.count(Severity::kError));
  json.key("warnings");
  json.integer(found.count(Severity::kWarning));
  json.key("notes");
  json.integer(found.count(Severity::kNote));
  json.end_object();
  // A file's name may be any bytes.
  std::printf("%s\n", content::in_utf8(json.text()).c_str());
}

// All that the paths stand for.
class Check {
 public:
  explicit Check(const CheckOptions& options) : options_(options) {}

  int run() {
    std::error_code problem;
    if (options_.paths.empty() && !fs::exists("content", problem)) {
      found_.problems.add(no_content());
    } else {
      for (const std::string& path : options_.paths.empty() ? std::vector<std::string>{"content"} : options_.paths) {
        check(path);
      }
    }
    options_.format == "json" ? print_json(found_) : print_text(found_);
    const bool has_failed =
        has_failed_ || found_.count(Severity::kError) > 0 || (options_.strict && found_.count(Severity::kWarning) > 0);
    const int result = has_failed ? 1 : 0;
    return options_.map.empty() ? result : std::max(result, write_map());
  }

 private:
  int write_map() const {
    const std::vector<content::ProvenScenario>& proven = found_.scenarios;
    if (proven.size() != 1) {
      std::fprintf(stderr, "byte check: there is no map, because it shows one scenario and here %s\n",
                   proven.empty() ? "is no scenario that could be understood. Give a lesson that has one."
                                  : "are several scenarios. Give the path of one <name>.scenario.json.");
      return 2;
    }
    const auto written = write_file(options_.map, content::scenario_map(proven[0].scenario, proven[0].proof));
    if (!written.ok()) {
      std::fprintf(stderr, "byte check: %s\n", written.error().message.c_str());
      return 1;
    }
    if (options_.format == "text") std::printf("Its map is %s.\n", options_.map.string().c_str());
    return 0;
  }

  // Nothing was named, and what is meant then is not there.
  static Diagnostic no_content() {
    Diagnostic missing;
    missing.file = "content";
    missing.message = "there is no such folder here";
    missing.remedy = "go to the folder that it is in, or give the path of your lessons: byte check path/to/content";
    missing.code = "file-unreadable";
    return missing;
  }

  // The bytes/ of a content folder.
  static bool is_folder_of_all(const fs::path& path) {
    std::error_code problem;
    const fs::path folder = (fs::absolute(path, problem) / "").lexically_normal().parent_path();
    return folder.filename() == "bytes" && fs::is_directory(folder, problem) && !fs::exists(folder / "byte.json", problem);
  }

  // A content folder stands for all that is in it.
  void check(const std::string& path) {
    std::error_code problem;
    if (fs::is_directory(fs::path(path) / "bytes", problem)) {
      check_site(path);
      for (const ByteFile& file : find_bytes(path)) check_byte(file);
      for (const fs::path& stray : find_stray_translations(path)) check_translation(stray);
      if (const std::vector<fs::path> roadmaps = find_roadmaps(path); !roadmaps.empty()) {
        const RoadmapLibrary library(path);
        for (const fs::path& roadmap : roadmaps) check_roadmap(roadmap, library);
      }
    } else if (is_folder_of_all(path)) {
      check((fs::path(path) / "..").lexically_normal().string());
    } else if (fs::path(path).filename() == "site.json" && fs::is_regular_file(path, problem)) {
      check_site(fs::path(path).has_parent_path() ? fs::path(path).parent_path() : ".");
      found_.is_site_alone = true;
    } else if (is_roadmap(path)) {
      const fs::path folder = fs::path(path).has_parent_path() ? fs::path(path).parent_path() : ".";
      check_roadmap(path, RoadmapLibrary(folder / ".."));
    } else if (!content::scenario_name(path).empty()) {
      if (options_.fix) fix(path, [](std::string_view text) { return content::scenario_with_missing_ids(text); });
      Diagnostics diagnostics;
      check_scenario_file(path, diagnostics, found_.scenarios);
      ++found_.scenario_files;
      found_.files.push_back(path);
      found_.problems.add_all(diagnostics);
    } else if (!content::translation_language(path).empty()) {
      check_translation(path);
    } else {
      check_byte(byte_file_at(path));
    }
  }

  void check_site(const fs::path& folder) {
    Diagnostics diagnostics;
    const fs::path file = folder / "site.json";
    if (const auto site = load_site(folder, diagnostics); !site.ok()) {
      diagnostics.add(unreadable(file, site.error(), "make it a file that can be read, or take it away"));
    } else {
      check_words(*site, file, options_.interface_folder, diagnostics);
      found_.site = *site;
    }
    std::error_code problem;
    if (fs::exists(file, problem)) found_.files.push_back(file.string());
    found_.problems.add_all(diagnostics);
  }

  void check_roadmap(const fs::path& path, const RoadmapLibrary& library) {
    Diagnostics diagnostics;
    load_roadmap(path, library, diagnostics);
    ++found_.roadmaps;
    found_.files.push_back(path.string());
    found_.problems.add_all(diagnostics);
  }

  void check_translation(const fs::path& path) {
    Diagnostics diagnostics;
    check_translation_file(path, diagnostics);
    found_.files.push_back(path.string());
    found_.problems.add_all(diagnostics);
  }

  void check_byte(const ByteFile& file) {
    if (options_.fix) fix_byte(file);
    Diagnostics diagnostics;
    const auto byte = load_byte(file, diagnostics, &found_.scenarios);
    if (byte && !diagnostics.has_errors()) {
      found_.translations.add(byte->language, byte->listed, check_translations(file, *byte, diagnostics));
    }
    ++found_.bytes;
    found_.files.push_back(file.file.string());
    found_.problems.add_all(diagnostics);
  }

  // With the scenarios beside it.
  void fix_byte(const ByteFile& file) {
    fix(file.file, [&](std::string_view text) { return content::with_missing_ids(text, file.id); });
    const auto text = read_file(file.file);
    Diagnostics ignored;
    const auto byte = text.ok() ? content::read_byte(*text, {}, {}, ignored) : std::nullopt;
    if (!byte) return;
    content::visit_scenarios(*byte, [&](const content::ScenarioBlock& block, const std::string&) {
      if (block.src.empty()) return;
      fix(file.folder / block.src,
          [](std::string_view scenario) { return content::scenario_with_missing_ids(scenario); });
    });
  }

  // What can't be read, or is no JSON, stays as it is; that it is so is said when it is checked.
  template <class Mend>
  void fix(const fs::path& path, Mend mend) {
    const auto text = read_file(path);
    auto mended = text.ok() ? mend(*text) : std::nullopt;
    if (!mended || mended->ids.empty()) return;
    if (const auto written = write_file(path, mended->text); !written.ok()) {
      std::fprintf(stderr, "byte check: %s\n", written.error().message.c_str());
      has_failed_ = true;
      return;
    }
    for (content::WrittenId& id : mended->ids) found_.written.push_back({path.string(), std::move(id)});
  }

  const CheckOptions& options_;
  Findings found_;
  bool has_failed_ = false;
};

}  // namespace

void print(const Diagnostics& diagnostics) {
  for (const Diagnostic& diagnostic : diagnostics.all()) std::fprintf(stderr, "%s\n", line_of(diagnostic).c_str());
}

void add_check(CLI::App& tool, Run& run) {
  auto options = std::make_shared<CheckOptions>();
  CLI::App* command = tool.add_subcommand("check", "Says what is wrong with lessons, where, and what to write instead");
  command->add_option("path", options->paths,
                      "byte.json, .scenario.json, roadmaps/<id>.json and site.json files, Bytes' folders, or a content folder [content]");
  command->add_option("--map", options->map,
                      "Draws the one scenario that is checked, with what was found, into this SVG file")
      ->check(named_with(".svg"));
  command->add_flag("--strict", options->strict, "Fails on warnings too");
  command->add_flag("--fix", options->fix,
                    "Writes ids that are missing into the files, and changes nothing else in them");
  options->interface_folder = player_folder() / "interface";
  command->add_option("--interface", options->interface_folder, "The folder with the interface's words [the tool's own]");
  command->add_option("--format", options->format, "text for people, or json for programs, on standard output")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
  command->footer("Example: byte check content/bytes/mentor-or-sponsor");
  command->callback([options, &run] { run = [options] { return Check(*options).run(); }; });
}

}  // namespace bytes::cli
