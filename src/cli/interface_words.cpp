#include "cli/interface_words.h"

#include <system_error>
#include <utility>

#include "base/json_writer.h"
#include "cli/files.h"
#include "content/author/explain.h"
#include "content/json.h"

namespace bytes::cli {
namespace {

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

}  // namespace

Result<InterfaceWords> InterfaceFolder::read(const std::string& language) {
  const std::filesystem::path path = folder_ / (language + ".json");
  BYTES_TRY(text, read_file(path));
  Diagnostics problems;
  const content::JsonValue phrases = content::parse_json(text, path.string(), problems);
  diagnostics_.add_all(content::explained(problems, text));
  return InterfaceWords{language, view::Interface(phrases), compact(phrases)};
}

Result<bool> InterfaceFolder::open(const std::string& site_language) {
  BYTES_TRY(words, read(site_language));
  site_language_ = site_language;
  words_.emplace(site_language, std::move(words));
  return true;
}

const InterfaceWords& InterfaceFolder::words_in(const std::string& language) {
  for (std::string tag = language; !tag.empty(); tag.resize(tag.find('-') == tag.npos ? 0 : tag.rfind('-'))) {
    if (const auto known = words_.find(tag); known != words_.end()) return known->second;
    std::error_code problem;
    if (!std::filesystem::exists(folder_ / (tag + ".json"), problem)) continue;
    if (auto words = read(tag); words.ok()) return words_.emplace(tag, std::move(*words)).first->second;
  }
  return words_.at(site_language_);
}

}  // namespace bytes::cli
