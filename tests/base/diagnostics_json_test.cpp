#include "base/diagnostics_json.h"

#include <gtest/gtest.h>

namespace bytes {
namespace {

TEST(DiagnosticsJson, HasAllThatAPageShows) {
  Diagnostics diagnostics;
  diagnostics.add({.severity = Severity::kWarning, .file = "ask.json", .position = {3, 7}, .path = "sections[0]",
                   .message = "\"text\" is empty", .remedy = "write it", .code = "text-empty"});
  diagnostics.add({.severity = Severity::kNote, .code = "b"});
  diagnostics.add({.severity = Severity::kError, .code = "c"});
  JsonWriter json;
  write_json(diagnostics, json);
  EXPECT_EQ(json.text(),
            R"([{"severity":"warning","file":"ask.json","path":"sections[0]","message":"\"text\" is empty",)"
            R"("remedy":"write it","code":"text-empty","line":3,"column":7},)"
            R"({"severity":"note","file":"","path":"","message":"","remedy":"","code":"b","line":0,"column":0},)"
            R"({"severity":"error","file":"","path":"","message":"","remedy":"","code":"c","line":0,"column":0}])");
}

}  // namespace
}  // namespace bytes
