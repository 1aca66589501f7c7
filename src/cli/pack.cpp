#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "cli/build.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "cli/home.h"
#include "export/zip_writer.h"

namespace bytes::cli {
namespace {

namespace fs = std::filesystem;

struct PackOptions {
  BuildOptions build;
  fs::path out = "byte-player.zip";
};

// Every file below `folder`, in the order of their names, under `prefix`.
Result<bool> add_folder(const fs::path& folder, const std::string& prefix, exports::ZipWriter& zip) {
  std::error_code problem;
  std::vector<fs::path> files;
  for (fs::recursive_directory_iterator entry(folder, problem), end; entry != end; entry.increment(problem)) {
    if (problem) break;
    if (entry->is_regular_file(problem)) files.push_back(entry->path());
  }
  if (problem) return Error{folder.string() + " can't be read: " + problem.message() + "."};
  std::sort(files.begin(), files.end());
  for (const fs::path& file : files) {
    BYTES_TRY(content, read_file(file));
    zip.add(prefix + file.lexically_relative(folder).generic_string(), content);
  }
  return true;
}

// The site, and beside it all that an author needs to go on with it.
Result<std::string> write_kit(const PackOptions& options, const fs::path& site) {
  const fs::path tool = portable_tool_folder();
  if (tool.empty()) {
    return Error{"The tool for Node.js, which belongs into the kit, is not beside this one. Build it by ./scripts/build.sh."};
  }
  exports::ZipWriter zip;
  BYTES_DO(add_folder(site, "", zip));
  // For lessons that lie in bytes/ as they are, and for those that the tool builds.
  for (const char* place : {"schema/", "content/schema/"}) {
    BYTES_DO(add_folder(options.build.assets / "schema", place, zip));
  }
  BYTES_TRY(words, read_file(options.build.assets / "kit" / "READ-ME.txt"));
  zip.add("READ-ME.txt", words);
  for (const char* name : {"byte.mjs", "byte_tool.cjs", "byte_tool.wasm"}) {
    BYTES_TRY(content, read_file(tool / name));
    zip.add(std::string("tool/") + name, content);
  }
  BYTES_DO(add_folder(options.build.assets, "tool/player/", zip));
  return zip.take();
}

// A folder of our own beside `file`, under a name that nobody has, that is gone when this is.
class WorkingFolder {
 public:
  explicit WorkingFolder(const fs::path& file) {
    std::error_code ignored;
    for (int number = 0; path_.empty() || fs::exists(path_, ignored); ++number) {
      path_ = file;
      path_ += ".work" + (number == 0 ? std::string() : std::to_string(number));
    }
  }
  ~WorkingFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  WorkingFolder(const WorkingFolder&) = delete;
  WorkingFolder& operator=(const WorkingFolder&) = delete;
  // Inside of it, so that what a build notes beside its site goes with it.
  fs::path site() const { return path_ / "site"; }

 private:
  fs::path path_;
};

int run_pack(const PackOptions& options) {
  const auto fail = [](const std::string& message) {
    std::fprintf(stderr, "byte pack: %s\n", message.c_str());
    return 1;
  };
  const WorkingFolder folder(options.out);
  BuildOptions build = options.build;
  build.out = folder.site();
  const auto built = build_site(build);
  if (!built.ok()) return fail(built.error().message);
  print(*built);
  if (built->has_errors()) {
    return fail("Nothing was packed: mend what is said above first.");
  }
  const auto kit = write_kit(options, folder.site());
  if (!kit.ok()) return fail(kit.error().message);
  if (const auto written = write_file(options.out, *kit); !written.ok()) return fail(written.error().message);
  std::printf("%s: %zu KB, %zu %s. Unzip it on any static host; READ-ME.txt in it says how to go on.\n",
              options.out.string().c_str(), (kit->size() + 999) / 1000, built->pages,
              built->pages == 1 ? "lesson" : "lessons");
  return 0;
}

}  // namespace

void add_pack(CLI::App& tool, Run& run) {
  auto options = std::make_shared<PackOptions>();
  CLI::App* command = tool.add_subcommand("pack", "Writes the site, and this tool for any machine with Node.js, as one zip");
  add_source_options(*command, options->build);
  command->add_option("--out", options->out, "Where the zip goes")->check(named_with(".zip"))->capture_default_str();
  command->footer("Example: byte pack --out byte-player.zip");
  command->callback([options, &run] { run = [options] { return run_pack(*options); }; });
}

}  // namespace bytes::cli
