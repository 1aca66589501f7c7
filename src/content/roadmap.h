// A roadmap: Bytes in the order in which they build on each other. It is content/roadmaps/<id>.json.
#pragma once

#include <string>
#include <vector>

#include "base/rich_text.h"

namespace bytes::content {

struct RoadmapByte {
  std::string id;
  // The Bytes that are best done before it: ids of earlier ones of this roadmap. They advise, and lock nothing.
  std::vector<std::string> after;
  RichText milestone;  // What a learner can do once it is done; may be empty.

  friend bool operator==(const RoadmapByte&, const RoadmapByte&) = default;
};

struct Roadmap {
  std::string id;
  std::string title;
  std::string summary;
  std::string language;
  bool listed = true;  // In the catalogue.
  std::vector<RoadmapByte> bytes;

  friend bool operator==(const Roadmap&, const Roadmap&) = default;
};

}  // namespace bytes::content
