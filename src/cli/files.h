// The few things the tool does with files. Errors are sentences that name the file.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"

namespace bytes::cli {

Result<std::string> read_file(const std::filesystem::path& path);

// Writes through a neighbouring file, so that no half-written page is ever served; a file that already says the same is left
// alone. Makes the folders it needs. True: something was written.
Result<bool> write_file(const std::filesystem::path& path, std::string_view text);

}  // namespace bytes::cli
