// Diagnostics as the pages' scripts read them (web/author/report.js).
#pragma once

#include "base/diagnostics.h"
#include "base/json_writer.h"

namespace bytes {

// {severity: "error" | "warning" | "note", file, path, message, remedy, code, line, column}.
void write_json(const Diagnostic& diagnostic, JsonWriter& json);

// An array of them.
void write_json(const Diagnostics& diagnostics, JsonWriter& json);

}  // namespace bytes
