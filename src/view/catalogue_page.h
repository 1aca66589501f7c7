// The site's front page: every listed Byte, and above them the roadmaps.
#pragma once

#include "content/catalogue.h"
#include "outline/element.h"
#include "view/interface.h"

namespace bytes::view {

// Links go out from index.html at the site's root.
outline::Element catalogue_page(const content::Site& site, const std::vector<content::CatalogueEntry>& entries,
                                const Interface& interface, const std::vector<content::RoadmapEntry>& roadmaps = {});

}  // namespace bytes::view
