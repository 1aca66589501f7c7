// The pages of a site, as files.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "content/catalogue.h"
#include "site/page.h"
#include "view/interface.h"

namespace bytes::site {

// What all pages of a site share.
struct SiteParts {
  content::Site site;
  EngineFiles files;
  view::Interface interface;   // The player's words, in `language`.
  std::string interface_json;  // The same, for the engine: an object in one line, safe inside a script element.
  view::Interface author_interface;  // The words that only authors meet.
  std::string author_json;
  std::string language;
};

// bytes/<id>/index.html. Fills in the Byte's cost: what the page itself weighs stands in it.
// Requires: `byte` was read without errors, and its files are filled in.
std::string byte_page(content::Byte& byte, const SiteParts& parts);

// The hosts whose pages a lesson may show inside itself.
std::set<std::string> embedded_hosts(const content::Byte& byte);

// index.html.
std::string catalogue_page(const std::vector<content::CatalogueEntry>& entries, const SiteParts& parts);

// play.html, which plays an author's own files.
std::string play_page(const SiteParts& parts);

}  // namespace bytes::site
