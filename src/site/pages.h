// The pages of a site, as files.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "content/catalogue.h"
#include "site/page.h"
#include "view/interface.h"

namespace bytes::site {

// What all pages of a site share.
struct SiteParts {
  content::Site site;
  std::string site_text;  // site.json, as it is.
  EngineFiles files;
  view::Interface interface;   // The player's words, in `language`.
  std::string interface_json;  // The same, for the engine: an object in one line, safe inside a script element.
  view::Interface author_interface;  // The words that only authors meet.
  std::string author_json;
  std::string language;
};

struct BytePages {
  std::string lesson;         // bytes/<id>/index.html
  std::string accessibility;  // bytes/<id>/accessibility.html, to which the lesson's page links.
};

// Fills in the Byte's cost: what the page itself weighs stands in it. `found`: what check_byte said about the Byte.
// Requires: `byte` was read without errors, and its files are filled in.
BytePages byte_pages(content::Byte& byte, const Diagnostics& found, const SiteParts& parts);

// index.html.
std::string catalogue_page(const std::vector<content::CatalogueEntry>& entries, const SiteParts& parts);

// play.html, which plays an author's own files.
std::string play_page(const SiteParts& parts);

}  // namespace bytes::site
