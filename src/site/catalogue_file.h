// catalogue.json: what a site has, for scripts and for hosts without the tool.
#pragma once

#include <string>
#include <vector>

#include "content/catalogue.h"

namespace bytes::site {

// `{"format": 1, "bytes": [...]}`, a line for each Byte: an object with its page and what it is about. An author on a host
// without the tool adds a string for each of their files, such as "bytes/ask-well.json"; web/library.js lists those.
std::string catalogue_file(const std::vector<content::CatalogueEntry>& entries);

}  // namespace bytes::site
