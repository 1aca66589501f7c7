// "On this device": what of a site is kept for the time without a network, and what more can be.
#pragma once

#include <string>
#include <vector>

#include "content/catalogue.h"
#include "outline/element.h"
#include "view/interface.h"

namespace bytes::view {

// Lessons that are kept by one press: a roadmap's, or the whole library.
struct OfflineGroup {
  std::string id;     // `library`, or `roadmap-` and a roadmap's id.
  RichText title;
  std::vector<std::string> bytes;
};

// What web/offline.js fills stands empty: buttons and sizes depend on the device. Links go out from offline.html at the
// site's root.
outline::Element offline_page(const std::vector<content::CatalogueEntry>& entries,
                              const std::vector<OfflineGroup>& groups, const Interface& interface);

}  // namespace bytes::view
