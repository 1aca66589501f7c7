// What the pages of a site have in common.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content/model.h"
#include "outline/element.h"
#include "view/interface.h"

namespace bytes::view {

// The address of one of the site's pages, such as "index", in the interface's language, or else in the site's, from a page
// from which the site's root is `root`: "" or "../../".
std::string site_page(std::string_view root, std::string_view name, const Interface& interface);

// The bar at the head.
outline::Element view_header(std::string_view root, const Interface& interface);

// The end of a page that has nothing else to say there: whose the site is, and its links.
outline::Element view_footer(const Interface& interface);

// What a lesson is like, at a glance: "5 min · Starter · career · 41 KB text · 20 KB pictures". Empty parts are left
// out.
RichText facts(int minutes, std::string_view level, const std::vector<std::string>& topics, const content::Cost& cost,
               const Interface& interface);

// "Also in: Español العربية", each name a link; addresses begin with `folder`.
RichText editions_line(const std::vector<content::Edition>& editions, const std::string& folder,
                       const Interface& interface);

// `words (12 KB)`; the words alone when it is not known how many bytes there are.
std::string with_size(std::string words, int bytes, const Interface& interface);

}  // namespace bytes::view
