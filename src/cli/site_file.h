// site.json and what the build makes of it.
#pragma once

#include <filesystem>
#include <string>

#include "base/diagnostics.h"
#include "base/result.h"
#include "content/author/site_reader.h"
#include "view/interface.h"

namespace bytes::cli {

// The site of a content folder: `Byte Player` when it has no site.json. Fails when there is no such folder. A site with
// problems comes without what is wrong in it.
Result<content::Site> load_site(const std::filesystem::path& content, Diagnostics& diagnostics);

// The interface's words and what the site says of itself as a Byte's page carries them, in one line.
std::string interface_data(const view::Interface& interface);

}  // namespace bytes::cli
