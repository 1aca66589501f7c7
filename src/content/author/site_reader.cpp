#include "content/author/site_reader.h"

#include "content/author/explain.h"
#include "content/fields.h"

namespace bytes::content {
namespace {

std::optional<Site> read(std::string_view text, std::string_view file, Diagnostics& diagnostics) {
  const JsonValue root = parse_json(text, file, diagnostics);
  if (!root.was_read()) return std::nullopt;
  const ReadOptions options;
  Reading reading(file, options, diagnostics);
  const Place place = {nullptr, {}, -1, root.position};
  Fields fields(reading, root, place);
  if (!fields.format()) return std::nullopt;
  Site site;
  fields.letters("title", site.title, Need::kRequired);
  fields.letters("summary", site.summary);
  fields.language("language", site.language, Need::kRequired);
  fields.address("address", site.address);
  if (!site.address.starts_with("https://") || !site.address.ends_with('/')) site.address.clear();
  fields.report_unknown("a site");
  return site;
}

}  // namespace

std::optional<Site> read_site(std::string_view text, std::string_view file, Diagnostics& diagnostics) {
  Diagnostics found;
  std::optional<Site> site = read(text, file, found);
  diagnostics.add_all(explained(found, text));
  return site;
}

}  // namespace bytes::content
