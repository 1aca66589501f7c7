// Problems as programs and the pages' scripts read them (`byte check --format json`, web/author/report.js).
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "base/json_writer.h"

namespace bytes::content {

// The text of a file that a problem is in; null when it can't be had.
using SourceOf = std::function<const std::string*(const std::string& file)>;

// Adds an array of {file, line, column, path, severity: "error" | "warning" | "note", code, message, remedy, excerpt,
// caret, pointer}. `excerpt` and `caret` are as in excerpt.h, and `pointer` is the line to show below.
void write_problems(const Diagnostics& problems, const SourceOf& source_of, JsonWriter& json);

}  // namespace bytes::content
