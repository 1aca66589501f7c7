// The pages of a site, as files.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "content/catalogue.h"
#include "site/page.h"
#include "view/interface.h"

namespace bytes::site {

// Phrases in one language.
struct Words {
  std::string language;
  view::Interface interface;
  std::string json;  // The same for scripts and the engine: an object in one line, safe inside a script element.
};

// What all pages of a site share.
struct SiteParts {
  content::Site site;
  std::string site_text;  // site.json, as it is.
  EngineFiles files;
  std::string logo;  // Its address from the site's root; empty: none.
  std::map<std::string, Words, std::less<>> words;  // By language. Requires: the site's is among them.
  Words author;  // What only authors are told, in the site's language or English.

  // The player's words in that language, or in what it is a kind of (`es` for `es-MX`), or else in the site's.
  const Words& words_in(std::string_view language) const;
  const Words& own_words() const { return words_in(site.language); }
};

// The words as a page needs them from which the site's root is `root`: what the site says of itself on each page, and its
// colours for the painter, are among them.
Words words_for(const Words& words, const SiteParts& parts, std::string_view root);
// Does that to all words, for the pages of lessons. To be called once, when all else is known.
void prepare_words(SiteParts& parts);

struct BytePages {
  std::string lesson;
  std::string accessibility;  // bytes/<id>/accessibility.html, to which the lesson's page links.
};

// The lesson's page is called `name`: `index.html`, or that of a translation. Fills in the Byte's cost: what the page
// itself weighs stands in it. `found`: what check_byte said about the Byte.
// Requires: `byte` was read without errors, and its files are filled in.
BytePages byte_pages(content::Byte& byte, std::string_view name, const Diagnostics& found, const SiteParts& parts);

// The languages in which the site has pages of its own, its own first: those of its languages in which the player has
// words.
std::vector<std::string> page_languages(const SiteParts& parts);

// What can be learnt in `language`: each Byte as `entries` has it in that language, or else as it was written. `entries`:
// each Byte in all its languages, as it was written first.
std::vector<content::CatalogueEntry> entries_in(const std::vector<std::vector<content::CatalogueEntry>>& entries,
                                                std::string_view language);

// What the pages that show all of a site list.
struct Listing {
  std::vector<content::CatalogueEntry> bytes;
  std::vector<content::RoadmapEntry> roadmaps;
};

// index.html, or index.es.html. `listing` is in `language`, one of the page_languages, here and below.
std::string catalogue_page(const Listing& listing, std::string_view language, const SiteParts& parts);

// roadmaps/<id>/index.html. Requires: `entries` are the roadmap's Bytes, in their order.
std::string roadmap_page(const content::Roadmap& roadmap, const std::vector<content::CatalogueEntry>& entries,
                         const SiteParts& parts);

// offline.html: what is kept on the device, and what can be.
std::string offline_page(const Listing& listing, std::string_view language, const SiteParts& parts);

// play.html, which plays an author's own files.
std::string play_page(const SiteParts& parts);

// about.html: what the site keeps and what it never does (view/about_page.h). Empty where the interface has no words for it.
std::string about_page(std::string_view language, const SiteParts& parts);

}  // namespace bytes::site
