#include "content/catalogue.h"

namespace bytes::content {

CatalogueEntry catalogue_entry(const Byte& byte) {
  CatalogueEntry entry;
  entry.id = byte.id;
  entry.title = byte.title;
  entry.summary = byte.summary;
  entry.minutes = byte.minutes;
  entry.level = byte.level;
  entry.topics = byte.topics;
  entry.cover = byte.cover;
  entry.language = byte.language;
  entry.cost = byte.cost;
  entry.editions = byte.editions;
  return entry;
}

}  // namespace bytes::content
