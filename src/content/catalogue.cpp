#include "content/catalogue.h"

#include <algorithm>
#include <string_view>

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

}  // namespace bytes::content
