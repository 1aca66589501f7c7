// What all pages of a site share, read from its folders.
#pragma once

#include <filesystem>

#include "base/diagnostics.h"
#include "base/result.h"
#include "site/pages.h"

namespace bytes::cli {

// `content`: the folder with site.json, which may be missing; `interface_folder`: that of the player's words. Everything
// but the addresses of the engine's files. What is wrong in site.json or in the words is added to `diagnostics`.
Result<site::SiteParts> read_site_parts(const std::filesystem::path& content,
                                        const std::filesystem::path& interface_folder, Diagnostics& diagnostics);

// What is wrong about the languages of a site.json where the player has no words in them, with `file` as its name: an error
// for the site's own language, a warning for the others.
void check_words(const content::Site& site, const std::filesystem::path& file,
                 const std::filesystem::path& interface_folder, Diagnostics& diagnostics);

}  // namespace bytes::cli
