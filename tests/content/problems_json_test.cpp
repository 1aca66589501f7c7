#include "content/author/problems_json.h"

#include <gtest/gtest.h>

namespace bytes::content {
namespace {

TEST(ProblemsJson, HaveAllThatAPageShows) {
  Diagnostics problems;
  problems.add({.severity = Severity::kWarning, .file = "ask.json", .position = {2, 3}, .path = "sections[0]",
                .message = "\"text\" is empty", .remedy = "write it", .code = "text-empty"});
  problems.add({.severity = Severity::kNote, .code = "b"});
  const std::string text = "{\n  \"text\": \"\"\n}";
  JsonWriter json;
  write_problems(problems, [&](const std::string& file) { return file == "ask.json" ? &text : nullptr; }, json);
  EXPECT_EQ(json.text(),
            R"([{"file":"ask.json","line":2,"column":3,"path":"sections[0]","severity":"warning","code":"text-empty",)"
            R"("message":"\"text\" is empty","remedy":"write it","excerpt":"  \"text\": \"\"","caret":2,"pointer":"  ^"},)"
            R"({"file":"","line":0,"column":0,"path":"","severity":"note","code":"b","message":"","remedy":"",)"
            R"("excerpt":"","caret":0,"pointer":""}])");
}

TEST(ProblemsJson, DoWithoutAFileThatIsGone) {
  Diagnostics problems;
  problems.add({.file = "gone.json", .position = {9, 9}, .code = "a"});
  JsonWriter json;
  write_problems(problems, [](const std::string&) -> const std::string* { return nullptr; }, json);
  EXPECT_NE(json.text().find(R"("excerpt":"","caret":0)"), std::string::npos);
}

}  // namespace
}  // namespace bytes::content
