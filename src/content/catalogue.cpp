#include "content/catalogue.h"

#include <algorithm>

#include "content/fields.h"

namespace bytes::content {

CatalogueEntry catalogue_entry(const Byte& byte, int text_bytes) {
  CatalogueEntry entry;
  entry.id = byte.id;
  entry.title = byte.title;
  entry.summary = byte.summary;
  entry.minutes = byte.minutes;
  entry.level = byte.level;
  entry.topics = byte.topics;
  entry.cover = byte.cover;
  entry.language = byte.language;
  entry.text_bytes = text_bytes;

  std::vector<std::string_view> counted;
  for (const Picture* picture : pictures_of(byte)) {
    if (std::find(counted.begin(), counted.end(), picture->src) != counted.end()) continue;
    counted.push_back(picture->src);
    entry.picture_bytes += picture->bytes;
  }
  return entry;
}

std::optional<Site> read_site(std::string_view text, std::string_view file, Diagnostics& diagnostics) {
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
  fields.report_unknown("a site");
  return site;
}

}  // namespace bytes::content
