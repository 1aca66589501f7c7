#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/files.h"
#include "cli/library.h"
#include "cli/site_file.h"
#include "content/author/proof_words.h"
#include "content/author/scenario_map.h"
#include "content/author/words.h"
#include "content/scenario_reader.h"

namespace bytes::cli {
namespace {

namespace fs = std::filesystem;

struct CheckOptions {
  std::vector<std::string> paths;  // Files or folders; empty: every Byte below ./content.
  fs::path map;                    // Where a map of their one scenario goes; empty: nowhere.
};

// All that the paths stand for, and what was found there.
class Check {
 public:
  explicit Check(const CheckOptions& options) : options_(options) {}

  int run() {
    for (const std::string& path : options_.paths.empty() ? std::vector<std::string>{"content"} : options_.paths) {
      check(path);
    }
    for (const content::ProvenScenario& scenario : proven_) {
      const std::string name = scenario.path.empty() ? scenario.file : scenario.file + ": " + scenario.path;
      std::printf("%s: %s", name.c_str(), content::summary_of(scenario.scenario, scenario.proof).c_str());
    }
    std::string checked;
    if (bytes_ > 0 || (scenarios_ == 0 && !is_site_alone_)) checked = content::counted(bytes_, "lesson", "lessons");
    if (scenarios_ > 0) {
      checked += (checked.empty() ? "" : " and ") + content::counted(scenarios_, "scenario", "scenarios");
    }
    std::printf("%s checked: %s, %s.\n", checked.empty() ? "The site" : checked.c_str(), content::counted(errors_, "problem", "problems").c_str(),
                content::counted(remarks_, "remark", "remarks").c_str());
    const int result = errors_ > 0 ? 1 : 0;
    return options_.map.empty() ? result : std::max(result, write_map());
  }

 private:
  int write_map() const {
    if (proven_.size() != 1) {
      std::fprintf(stderr, "byte check: there is no map, because it shows one scenario and here %s\n",
                   proven_.empty() ? "is no scenario that could be understood. Give a lesson that has one."
                                   : "are several scenarios. Give the path of one <name>.scenario.json.");
      return 2;
    }
    const auto written = write_file(options_.map, content::scenario_map(proven_[0].scenario, proven_[0].proof));
    if (!written.ok()) {
      std::fprintf(stderr, "byte check: %s\n", written.error().message.c_str());
      return 1;
    }
    std::printf("Its map is %s.\n", options_.map.string().c_str());
    return 0;
  }

  // A content folder stands for all that is in it.
  void check(const std::string& path) {
    std::error_code problem;
    if (fs::is_directory(fs::path(path) / "bytes", problem)) {
      check_site(path);
      for (const ByteFile& file : find_bytes(path)) check_byte(file);
    } else if (fs::path(path).filename() == "site.json" && fs::is_regular_file(path, problem)) {
      check_site(fs::path(path).has_parent_path() ? fs::path(path).parent_path() : ".");
      is_site_alone_ = true;
    } else if (!content::scenario_name(path).empty()) {
      Diagnostics diagnostics;
      check_scenario_file(path, diagnostics, proven_);
      ++scenarios_;
      report(diagnostics);
    } else {
      check_byte(byte_file_at(path));
    }
  }

  void check_site(const fs::path& folder) {
    Diagnostics diagnostics;
    (void)load_site(folder, diagnostics);
    report(diagnostics);
  }

  void check_byte(const ByteFile& file) {
    Diagnostics diagnostics;
    load_byte(file, diagnostics, &proven_);
    ++bytes_;
    report(diagnostics);
  }

  void report(const Diagnostics& diagnostics) {
    print(diagnostics);
    for (const Diagnostic& diagnostic : diagnostics.all()) {
      (diagnostic.severity == Severity::kError ? errors_ : remarks_) += 1;
    }
  }

  const CheckOptions& options_;
  std::vector<content::ProvenScenario> proven_;
  int bytes_ = 0;
  int scenarios_ = 0;
  bool is_site_alone_ = false;  // A site.json was named by itself.
  int errors_ = 0;
  int remarks_ = 0;
};

}  // namespace

void print(const Diagnostics& diagnostics) {
  for (const Diagnostic& diagnostic : diagnostics.all()) std::fprintf(stderr, "%s\n", to_text(diagnostic).c_str());
}

void add_check(CLI::App& tool, Run& run) {
  auto options = std::make_shared<CheckOptions>();
  CLI::App* command = tool.add_subcommand("check", "Says what is wrong with lessons, where, and what to write instead");
  command->add_option("path", options->paths,
                      "byte.json, .scenario.json and site.json files, Bytes' folders, or a content folder [content]");
  command->add_option("--map", options->map,
                      "Draws the one scenario that is checked, with what was found, into this SVG file");
  command->footer("Example: byte check content/bytes/mentor-or-sponsor");
  command->callback([options, &run] { run = [options] { return Check(*options).run(); }; });
}

}  // namespace bytes::cli
