// The Bytes in tests/data, and how tests read them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "tests/support/files.h"

namespace bytes::content {

// As the file is named for read_test_file.
bool has_test_file(const std::string& path);

// What stands between `fence` and the next three backticks.
// Requires: it does.
std::string block_after(const std::string& text, std::string_view fence);

// The names of the files in `folder` that end in `ending`, without it, in alphabetical order. `a.scenario.json` does not
// count as one that ends in `.json`: it is a part of a Byte beside it.
std::vector<std::string> names_in(const std::string& folder, std::string_view ending);

// Errors and warnings.
Diagnostics without_notes(const Diagnostics& diagnostics);

// What `byte check` says about `<folder>/<name>.json` but for notes, a problem a line; the file goes by its bare name.
std::string checked_in_words(const std::string& folder, const std::string& name);

// Compares with what is in the file; with BYTES_RECORD=1 in the environment, and unless the test has failed, records it first.
void expect_recorded(const std::string& golden, const std::string& words);

// The codes that a header of theirs names.
std::vector<std::string> codes_in(const std::string& header);

// A problem a line.
std::string in_words(const Diagnostics& diagnostics);

}  // namespace bytes::content
