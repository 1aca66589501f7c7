// What a page and a site tell search engines, library catalogues and those who share a link.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content/author/accessibility.h"
#include "content/catalogue.h"

namespace bytes::site {

// The Byte as a LearningResource of schema.org (with LRMI's properties, which are in it), as JSON-LD in one line, safe
// inside a script element. The words about accessibility are those of the vocabulary at
// https://www.w3.org/community/reports/a11y-discov-vocab/; only what is known from the Byte's files is claimed.
// `summary`: about accessibility, in a sentence or two.
std::string learning_resource(const content::Byte& byte, const content::AccessibilityFacts& facts,
                              const content::Site& site, const std::string& summary);

// The page of a licence that goes by an SPDX name, Creative Commons' only; empty for all others.
std::string license_address(std::string_view license);

// For the head of a page that is shared: Open Graph, and, when the site has an address, which one is the page's own.
struct SharedPage {
  std::string title;
  std::string description;
  std::string language;
  std::string_view type;  // Open Graph's: article, website.
  std::string path;       // From the site's root.
  std::string picture;    // The same; empty: none.
  std::string picture_alt;
};
std::string shared_head(const SharedPage& page, const content::Site& site);

// sitemap.xml: the pages that are no Byte's, such as the front page, and each listed Byte's, in all languages. Requires: the
// site has an address.
std::string sitemap(const std::vector<content::CatalogueEntry>& entries, const std::vector<std::string>& front_pages,
                    const content::Site& site);

// robots.txt, which lets everybody in and names the sitemap. Empty when the site is not at its host's root, since
// nobody would look for it there.
std::string robots(const content::Site& site);

}  // namespace bytes::site
