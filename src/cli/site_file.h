// site.json and what the build makes of it.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "base/result.h"
#include "content/author/site_reader.h"
#include "view/interface.h"

namespace bytes::cli {

// The site of a content folder: `Byte Player` when it has no site.json. Fails when there is no such folder. A site with
// problems comes without what is wrong in it.
Result<content::Site> load_site(const std::filesystem::path& content, Diagnostics& diagnostics);

// The interface's words as a Byte's page carries them, in one line, and what the engine has to know of the site.
std::string interface_data(const content::JsonValue& phrases, const view::SiteParts& parts,
                           const std::vector<content::SiteColour>& colours);

}  // namespace bytes::cli
