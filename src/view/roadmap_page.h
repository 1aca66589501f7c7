// A roadmap's page: its Bytes in their order, each with what it teaches and what is best done before it.
#pragma once

#include <vector>

#include "content/catalogue.h"
#include "content/roadmap.h"
#include "outline/element.h"
#include "view/interface.h"

namespace bytes::view {

// What web/roadmap.js fills stands empty: how far somebody is depends on the device. Links go out from
// roadmaps/<id>/index.html. Requires: `entries` are the roadmap's Bytes, in their order.
outline::Element roadmap_page(const content::Roadmap& roadmap, const std::vector<content::CatalogueEntry>& entries,
                              const Interface& interface);

// "Lessons: 5 · 27 min".
RichText roadmap_facts(const content::RoadmapEntry& roadmap, const Interface& interface);

}  // namespace bytes::view
