// site.json.
#pragma once

#include <filesystem>

#include "base/diagnostics.h"
#include "base/result.h"
#include "content/author/site_reader.h"

namespace bytes::cli {

// The site of a content folder: `Byte Player` when it has no site.json. Fails when there is no such folder. A site with
// problems comes without what is wrong in it.
Result<content::Site> load_site(const std::filesystem::path& content, Diagnostics& diagnostics);

}  // namespace bytes::cli
