// What a site says of itself on each of its pages: whose it is, and the links it owes its readers. It travels among the
// interface's words, so that the engine, which writes the same page, need not read anything more.
#pragma once

#include <string>
#include <string_view>

#include "content/catalogue.h"
#include "outline/element.h"
#include "view/interface.h"

namespace bytes::view {

// Among the interface's words: what the names of the site's pages in their language end in, where that is not the site's
// own: `.es.html`.
inline constexpr std::string_view kPageEnding = "site-page-ending";

// One of the pages at the site's root as it is called in `language`: `index.es.html` for "index". Another language than
// those of the site has the site's own page.
std::string page_in(const content::Site& site, std::string_view name, std::string_view language);

// Puts it into `interface`, whose words are in `language`, as a page needs it from which the site's root is `root`: "" or "../../". `logo`: the logo's
// address from the root. Words that the site has for its links take the place of the interface's. The link to
// about.html (view/about_page.h) is there where the interface has words for it. What a call before said
// is replaced.
void set_site(Interface& interface, const content::Site& site, std::string_view language, const std::string& logo,
              std::string_view root);

// Puts the logo at the head of `element`, and owner and links at its foot; nothing where there is none.
void add_logo(outline::Element& element, const Interface& interface);
void add_owner(outline::Element& element, const Interface& interface);

}  // namespace bytes::view
