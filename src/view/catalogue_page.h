// The site's front page: every listed Byte, and above them the roadmaps.
#pragma once

#include <string_view>
#include <vector>

#include "content/catalogue.h"
#include "outline/element.h"
#include "view/interface.h"

namespace bytes::view {

// Links go out from index.html at the site's root.
// `language`: the interface's; empty: the site's. What is in another is marked.
outline::Element catalogue_page(const content::Site& site, const std::vector<content::CatalogueEntry>& entries,
                                const Interface& interface, std::string_view language = {},
                                const std::vector<content::RoadmapEntry>& roadmaps = {});

}  // namespace bytes::view
