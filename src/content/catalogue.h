// The list of Bytes that a site offers, and what the site is called.
#pragma once

#include <string>
#include <vector>

#include "content/model.h"
#include "content/roadmap.h"

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
  std::vector<Edition> editions;
  std::string page = "index.html";  // In the Byte's folder.
  std::vector<std::string> formerly;  // Ids that it had before.

  friend bool operator==(const CatalogueEntry&, const CatalogueEntry&) = default;
};

// What the catalogue says of a roadmap.
struct RoadmapEntry {
  std::string id;
  std::string title;
  std::string summary;
  std::string language;
  std::vector<std::string> bytes;
  int minutes = 0;  // Of all its Bytes; 0: not said.
};

// `entries`: the roadmap's Bytes.
RoadmapEntry roadmap_entry(const Roadmap& roadmap, const std::vector<CatalogueEntry>& entries);

struct Catalogue {
  std::vector<CatalogueEntry> entries;  // In the order in which they are shown.

  friend bool operator==(const Catalogue&, const Catalogue&) = default;
};

CatalogueEntry catalogue_entry(const Byte& byte);

// What a page looks like: the reader's system or the learner decides.
enum class Theme { kLight, kDark, kHighContrast };

// One of the look's colours (assets/theme.json) as a site has it.
struct SiteColour {
  Theme theme = Theme::kLight;
  std::string token;
  std::string colour;  // `#RRGGBB`.

  friend bool operator==(const SiteColour&, const SiteColour&) = default;
};

// To a page that an organisation owes its readers.
struct SiteLink {
  std::string text;  // Empty: the interface's word for it.
  std::string href;  // As `is_safe_link` has it, seen from the site's root. Empty: there is none.

  friend bool operator==(const SiteLink&, const SiteLink&) = default;
};

// What a site says of itself in another language than its own.
struct SiteWords {
  std::string language;
  std::string title;
  std::string summary{};

  friend bool operator==(const SiteWords&, const SiteWords&) = default;
};

// content/site.json; content/author/site_reader.h reads it.
struct Site {
  std::string title;
  std::string summary{};
  std::string language = "en";
  std::vector<std::string> languages{};  // In which there are lessons; empty: in `language`.
  std::vector<SiteWords> translations{};
  std::string address{};                 // Where the site is to be found: https, with a slash at its end. Empty: not said.
  std::string owner{};                   // The organisation's name.
  Picture logo{};                        // Beside site.json. `src` is empty when there is none.
  SiteLink imprint{};
  SiteLink privacy{};
  SiteLink contact{};
  // By theme. What follows from those that an author wrote is among them; empty when they cannot be read well.
  std::vector<SiteColour> colours{};

  friend bool operator==(const Site&, const Site&) = default;
};

}  // namespace bytes::content
