#include "base/diagnostics_json.h"

#include <string_view>
#include <utility>

namespace bytes {
namespace {

std::string_view word_for(Severity severity) {
  return severity == Severity::kError ? "error" : severity == Severity::kWarning ? "warning" : "note";
}

}  // namespace

void write_json(const Diagnostic& diagnostic, JsonWriter& json) {
  json.begin_object();
  for (auto [key, text] : {std::pair<std::string_view, std::string_view>{"severity", word_for(diagnostic.severity)},
                           {"file", diagnostic.file},
                           {"path", diagnostic.path},
                           {"message", diagnostic.message},
                           {"remedy", diagnostic.remedy},
                           {"code", diagnostic.code}}) {
    json.key(key);
    json.string(text);
  }
  json.key("line");
  json.integer(diagnostic.position.line);
  json.key("column");
  json.integer(diagnostic.position.column);
  json.end_object();
}

void write_json(const Diagnostics& diagnostics, JsonWriter& json) {
  json.begin_array();
  for (const Diagnostic& diagnostic : diagnostics.all()) write_json(diagnostic, json);
  json.end_array();
}

}  // namespace bytes
