#include "cli/site_parts.h"

#include <string>
#include <system_error>
#include <utility>

#include "base/json_writer.h"
#include "cli/files.h"
#include "content/author/explain.h"
#include "content/author/site_reader.h"
#include "content/json.h"

namespace bytes::cli {
namespace {

namespace fs = std::filesystem;

// Interface phrases in one line, without what JSON allows for people.
std::string compact(const content::JsonValue& phrases) {
  JsonWriter json;
  json.begin_object();
  for (const content::JsonMember& member : phrases.members) {
    if (!member.value.is_string()) continue;
    json.key(member.key);
    json.string(member.value.string);
  }
  json.end_object();
  return json.take();
}

Result<content::Site> read_site_file(const fs::path& content, std::string& text, Diagnostics& diagnostics) {
  content::Site site;
  const fs::path path = content / "site.json";
  std::error_code problem;
  if (!fs::exists(content, problem)) {
    return Error{"There is no folder " + content.string() + ". Name the one with your lessons by --content."};
  }
  if (!fs::exists(path, problem)) {
    site.title = "Byte Player";
    return site;
  }
  BYTES_TRY(read_text, read_file(path));
  text = std::move(read_text);
  if (auto read = content::read_site(text, path.string(), diagnostics)) site = std::move(*read);
  return site;
}

Result<content::JsonValue> read_phrases(const fs::path& path, Diagnostics& diagnostics) {
  BYTES_TRY(text, read_file(path));
  Diagnostics problems;
  content::JsonValue phrases = content::parse_json(text, path.string(), problems);
  diagnostics.add_all(content::explained(problems, text));
  return phrases;
}

}  // namespace

Result<site::SiteParts> read_site_parts(const fs::path& content, const fs::path& interface_folder,
                                        Diagnostics& diagnostics) {
  site::SiteParts parts;
  BYTES_TRY(site, read_site_file(content, parts.site_text, diagnostics));
  parts.site = std::move(site);
  parts.language = parts.site.language;
  const std::string file = parts.language + ".json";
  // A site's language without words of the player's own is an error; without words for authors it is not: they get
  // the English ones.
  BYTES_TRY(phrases, read_phrases(interface_folder / file, diagnostics));
  std::error_code problem;
  const bool has_own = fs::exists(interface_folder / "author" / file, problem);
  BYTES_TRY(author_phrases, read_phrases(interface_folder / "author" / (has_own ? file : "en.json"), diagnostics));
  parts.interface = view::Interface(phrases);
  parts.interface_json = compact(phrases);
  parts.author_interface = view::Interface(author_phrases);
  parts.author_json = compact(author_phrases);
  return parts;
}

}  // namespace bytes::cli
