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
  entry.formerly = byte.formerly;
  return entry;
}

RoadmapEntry roadmap_entry(const Roadmap& roadmap, const std::vector<CatalogueEntry>& entries) {
  RoadmapEntry entry{roadmap.id, roadmap.title, roadmap.summary, roadmap.language, {}, 0};
  bool is_said = true;
  for (const CatalogueEntry& byte : entries) {
    entry.bytes.push_back(byte.id);
    entry.minutes += byte.minutes;
    is_said &= byte.minutes > 0;
  }
  // A sum that leaves some out would promise too little.
  if (!is_said) entry.minutes = 0;
  return entry;
}

}  // namespace bytes::content
