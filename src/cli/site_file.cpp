#include "cli/site_file.h"

#include <system_error>

#include "base/json_writer.h"
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

std::string interface_data(const content::JsonValue& phrases, const view::SiteParts& parts,
                           const std::vector<content::SiteColour>& colours) {
  JsonWriter json;
  json.begin_object();
  for (const content::JsonMember& member : phrases.members) {
    if (!member.value.is_string()) continue;
    json.key(member.key);
    json.string(member.value.string);
  }
  if (parts != view::SiteParts() || !colours.empty()) {
    json.key("site");
    json.begin_object();
    view::write_site_parts(json, parts);
    if (!colours.empty()) {
      json.key("colors");
      json.begin_array();
      for (const content::Theme theme : {content::Theme::kLight, content::Theme::kDark, content::Theme::kHighContrast}) {
        json.begin_object();
        for (const content::SiteColour& colour : colours) {
          if (colour.theme != theme) continue;
          json.key(colour.token);
          json.string(colour.colour);
        }
        json.end_object();
      }
      json.end_array();
    }
    json.end_object();
  }
  json.end_object();
  return json.take();
}

}  // namespace bytes::cli
