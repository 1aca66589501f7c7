// The list of Bytes that a site offers, and what the site is called.
#pragma once

#include <string>
#include <vector>

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
  Cost cost;

  friend bool operator==(const CatalogueEntry&, const CatalogueEntry&) = default;
};

struct Catalogue {
  std::vector<CatalogueEntry> entries;  // In the order in which they are shown.

  friend bool operator==(const Catalogue&, const Catalogue&) = default;
};

CatalogueEntry catalogue_entry(const Byte& byte);

// content/site.json; content/author/site_reader.h reads it.
struct Site {
  std::string title;
  std::string summary{};
  std::string language = "en";
  std::string address{};  // Where the site is to be found: https, with a slash at its end. Empty: not said.

  friend bool operator==(const Site&, const Site&) = default;
};

}  // namespace bytes::content
