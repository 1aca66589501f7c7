// The site's front page: every listed Byte.
#pragma once

#include "content/catalogue.h"
#include "outline/element.h"
#include "view/interface.h"

namespace bytes::view {

// Links go out from index.html at the site's root.
outline::Element catalogue_page(const content::Site& site, const std::vector<content::CatalogueEntry>& entries,
                                const Interface& interface);

}  // namespace bytes::view
