// The page on which a site says what it keeps and what it never does.
#pragma once

#include <string_view>

#include "content/catalogue.h"
#include "outline/element.h"
#include "view/interface.h"

namespace bytes::view {

// What this page's own words begin with, which no other page needs.
inline constexpr std::string_view kAboutPrefix = "privacy-";

// about.html at the site's root, without script: what is kept on the device and where, what is sent, why no cookie banner is
// needed, what embedding does, how to remove everything, and whose site it is. `interface` knows the site (view/site_parts.h).
outline::Element about_page(const content::Site& site, Interface interface);

}  // namespace bytes::view
