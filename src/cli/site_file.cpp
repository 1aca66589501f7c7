#include "cli/site_file.h"

#include <system_error>

#include "cli/files.h"

namespace bytes::cli {

namespace fs = std::filesystem;

Result<content::Site> load_site(const fs::path& content, Diagnostics& diagnostics) {
  content::Site site;
  site.title = "Byte Player";
  const fs::path path = content / "site.json";
  std::error_code problem;
  if (!fs::exists(content, problem)) {
    return Error{"There is no folder " + content.string() + ". Name the one with your lessons by --content."};
  }
  if (!fs::exists(path, problem)) return site;
  BYTES_TRY(text, read_file(path));
  const auto read_beside = [&](std::string_view name) -> std::optional<std::string> {
    std::error_code trouble;
    const fs::path file = content / fs::path(name);
    if (!fs::is_regular_file(file, trouble)) return std::nullopt;
    auto bytes = read_file(file);
    if (!bytes.ok()) return std::nullopt;
    return std::move(*bytes);
  };
  if (auto read = content::read_site(text, path.string(), diagnostics, read_beside)) site = std::move(*read);
  return site;
}

}  // namespace bytes::cli
