#include <cstdio>

#include "cli/commands.h"
#include "cli/files.h"
#include "cli/library.h"
#include "content/catalogue.h"

namespace bytes::cli {
namespace {

namespace fs = std::filesystem;

// A content folder stands for all that is in it.
std::vector<ByteFile> files_at(const std::string& path) {
  std::error_code problem;
  if (fs::is_directory(fs::path(path) / "bytes", problem)) return find_bytes(path);
  return {byte_file_at(path)};
}

}  // namespace

void print(const Diagnostics& diagnostics) {
  for (const Diagnostic& diagnostic : diagnostics.all()) std::fprintf(stderr, "%s\n", to_text(diagnostic).c_str());
}

int check(const CheckOptions& options) {
  std::vector<ByteFile> files;
  for (const std::string& path : options.paths.empty() ? std::vector<std::string>{"content"} : options.paths) {
    for (ByteFile& file : files_at(path)) files.push_back(std::move(file));
  }
  int errors = 0;
  int warnings = 0;
  for (const ByteFile& file : files) {
    Diagnostics diagnostics;
    load_byte(file, diagnostics);
    print(diagnostics);
    for (const Diagnostic& diagnostic : diagnostics.all()) {
      (diagnostic.severity == Severity::kError ? errors : warnings) += 1;
    }
  }
  std::printf("%zu %s checked: %d %s, %d %s.\n", files.size(), files.size() == 1 ? "lesson" : "lessons", errors,
              errors == 1 ? "problem" : "problems", warnings, warnings == 1 ? "remark" : "remarks");
  return errors > 0 ? 1 : 0;
}

}  // namespace bytes::cli
