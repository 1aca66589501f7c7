// The Bytes in tests/data, and how tests read them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"

namespace bytes::content {

// Requires: there is such a file, named relative to the repository's root.
std::string read_test_file(const std::string& path);

bool has_test_file(const std::string& path);

// The names of the files in `folder` that end in `ending`, without it, in alphabetical order. `a.scenario.json` does not
// count as one that ends in `.json`: it is a part of a Byte beside it.
std::vector<std::string> names_in(const std::string& folder, std::string_view ending);

// Errors and warnings.
Diagnostics without_notes(const Diagnostics& diagnostics);

// What `byte check` says about `<folder>/<name>.json` but for notes, a problem a line; the file goes by its bare name.
std::string checked_in_words(const std::string& folder, const std::string& name);

// A problem a line.
std::string in_words(const Diagnostics& diagnostics);

}  // namespace bytes::content
