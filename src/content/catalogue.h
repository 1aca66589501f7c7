// The list of Bytes that a site offers, and what the site is called.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "content/model.h"

namespace bytes::content {

// What a learner is told about a Byte before opening it.
struct CatalogueEntry {
  std::string id;
  std::string title;
  std::string summary;
  int minutes = 0;  // 0: not said.
  std::string level;
  std::vector<std::string> topics;
  Picture cover;  // `src` is empty when there is none.
  std::string language;
  int text_bytes = 0;     // Of the Byte's data.
  int picture_bytes = 0;  // Of all its picture files, each counted once.

  friend bool operator==(const CatalogueEntry&, const CatalogueEntry&) = default;
};

struct Catalogue {
  std::vector<CatalogueEntry> entries;  // In the order in which they are shown.

  friend bool operator==(const Catalogue&, const Catalogue&) = default;
};

// `text_bytes`: the size of the Byte's data as it will be loaded. Pictures count with what `Picture::bytes` says.
CatalogueEntry catalogue_entry(const Byte& byte, int text_bytes);

// content/site.json.
struct Site {
  std::string title;
  std::string summary;
  std::string language = "en";

  friend bool operator==(const Site&, const Site&) = default;
};

// Strict, all problems at once. Empty when the file could not be understood at all.
std::optional<Site> read_site(std::string_view text, std::string_view file, Diagnostics& diagnostics);

}  // namespace bytes::content
