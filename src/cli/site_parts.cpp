#include "cli/site_parts.h"

#include <set>
#include <string>
#include <system_error>
#include <utility>

#include "base/json_writer.h"
#include "cli/files.h"
#include "cli/home.h"
#include "cli/site_file.h"
#include "content/author/explain.h"
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

Result<site::Words> read_words(const fs::path& folder, const std::string& language, Diagnostics& diagnostics) {
  const fs::path path = folder / (language + ".json");
  BYTES_TRY(text, read_file(path));
  Diagnostics problems;
  const content::JsonValue phrases = content::parse_json(text, path.string(), problems);
  diagnostics.add_all(content::explained(problems, text));
  return site::Words{language, view::Interface(phrases), compact(phrases)};
}

// Where the site's file names a language.
Position place_of(const content::JsonValue& file, const std::string& language, std::string& path) {
  if (const content::JsonValue* list = file.find("languages")) {
    for (std::size_t i = 0; i < list->items.size(); ++i) {
      if (list->items[i].string != language) continue;
      path = "languages[" + std::to_string(i) + "]";
      return list->items[i].position;
    }
  }
  path = "language";
  const content::JsonValue* own = file.find("language");
  return own ? own->position : Position();
}

}  // namespace

void check_words(const content::Site& site, const fs::path& file, const fs::path& interface_folder,
                 Diagnostics& diagnostics) {
  std::error_code problem;
  // A tool without its player's files can't know.
  if (!fs::is_directory(interface_folder, problem)) return;
  std::set<std::string> without;
  for (const std::string& language : site.languages) without.insert(language);
  without.insert(site.language);
  std::erase_if(without, [&](const std::string& language) {
    return fs::exists(interface_folder / (language + ".json"), problem);
  });
  if (without.empty()) return;
  const auto text = read_file(file);
  Diagnostics ignored;
  const content::JsonValue json = content::parse_json(text.ok() ? *text : std::string(), file.string(), ignored);
  for (const std::string& language : without) {
    const bool is_own = language == site.language;
    Diagnostic missing;
    missing.severity = is_own ? Severity::kError : Severity::kWarning;
    missing.file = file.string();
    missing.position = place_of(json, language, missing.path);
    missing.code = "language-without-words";
    missing.message = "the player has no words in \"" + language + "\"" +
                      (is_own ? ", the site's language" : ", so there is no catalogue in it, and its lessons have the site's own words around them");
    missing.remedy =
        "add " + (interface_folder / (language + ".json")).string() + ", or write another language, such as \"en\"";
    diagnostics.add(std::move(missing));
  }
}

Result<site::SiteParts> read_site_parts(const fs::path& content, const fs::path& interface_folder,
                                        Diagnostics& diagnostics) {
  site::SiteParts parts;
  BYTES_TRY(site, load_site(content, diagnostics));
  parts.site = std::move(site);
  if (auto text = read_file(content / "site.json"); text.ok()) parts.site_text = std::move(*text);
  const std::string& language = parts.site.language;
  std::error_code problem;
  if (const fs::path words = interface_folder / (language + ".json"); !fs::exists(words, problem)) {
    return Error{"The player has no words in \"" + language + "\", the site's language: there is no " + words.string() +
                 ". Add that file, or write another \"language\" into site.json, such as \"en\"."};
  }
  // Words of the player's own in the site's language must be there; those for authors need not, who get English ones.
  BYTES_TRY(own, read_words(interface_folder, language, diagnostics));
  parts.words.emplace(language, std::move(own));
  for (const fs::directory_entry& entry : fs::directory_iterator(interface_folder, problem)) {
    const std::string other = entry.path().stem().string();
    if (entry.path().extension() != ".json" || parts.words.count(other) > 0) continue;
    BYTES_TRY(words, read_words(interface_folder, other, diagnostics));
    parts.words.emplace(other, std::move(words));
  }
  // An organisation's own words for the player need not come with words for authors.
  fs::path for_authors = interface_folder / "author";
  if (!fs::exists(for_authors, problem)) for_authors = player_folder() / "interface" / "author";
  const bool has_own = fs::exists(for_authors / (language + ".json"), problem);
  BYTES_TRY(author, read_words(for_authors, has_own ? language : "en", diagnostics));
  parts.author = std::move(author);
  return parts;
}

}  // namespace bytes::cli
