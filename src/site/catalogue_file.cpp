#include "site/catalogue_file.h"

#include "base/json_writer.h"

namespace bytes::site {
namespace {

std::string line_of(const content::CatalogueEntry& entry) {
  JsonWriter json;
  const auto add = [&](std::string_view key, std::string_view text) {
    if (text.empty()) return;
    json.key(key);
    json.string(text);
  };
  json.begin_object();
  add("page", "bytes/" + entry.id + "/index.html");
  add("title", entry.title);
  add("summary", entry.summary);
  add("language", entry.language);
  if (entry.minutes > 0) {
    json.key("minutes");
    json.integer(entry.minutes);
  }
  json.end_object();
  return json.take();
}

}  // namespace

std::string catalogue_file(const std::vector<content::CatalogueEntry>& entries) {
  std::string file = "{\n  \"format\": 1,\n  \"bytes\": [";
  for (std::size_t i = 0; i < entries.size(); ++i) file += (i ? ",\n    " : "\n    ") + line_of(entries[i]);
  return file + (entries.empty() ? "]\n}\n" : "\n  ]\n}\n");
}

}  // namespace bytes::site
