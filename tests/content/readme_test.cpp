// The lessons in README.md and docs/scenarios.md are ones, and the messages shown there are those that their authors
// would get.
#include <gtest/gtest.h>

#include "base/json_writer.h"
#include "content/author/excerpt.h"
#include "content/author/rules.h"
#include "content/model.h"
#include "tests/content/support/files.h"

namespace bytes::content {
namespace {

TEST(Readme, ItsLessonHasNoProblems) {
  const std::string lesson = block_after(read_test_file("README.md"), "```json\n");
  Diagnostics diagnostics;
  EXPECT_TRUE(check_byte(lesson, "ask-well.json", {.folder = "ask-well", .has_file = {}}, diagnostics));
  for (const Diagnostic& diagnostic : diagnostics.all()) ADD_FAILURE() << to_text(diagnostic);
}

TEST(Readme, ShowsTheMessageThatTheToolPrints) {
  const std::string readme = read_test_file("README.md");
  std::string lesson = block_after(readme, "```json\n");
  const std::string mark = "\"correct\": true, ";
  lesson.erase(lesson.find(mark), mark.size());
  Diagnostics diagnostics;
  check_byte(lesson, "content/bytes/ask-well.json", {.folder = "ask-well", .has_file = {}}, diagnostics);
  ASSERT_EQ(diagnostics.all().size(), 1u);
  const Diagnostic& problem = diagnostics.all()[0];
  const Excerpt excerpt = excerpt_at(lesson, problem.position);
  const std::string said = to_text(problem) + "\n  " + excerpt.line + "\n  " + caret_line(excerpt) + '\n';
  EXPECT_NE(readme.find(said), std::string::npos) << said;
}

const char* const kScenarios = "docs/scenarios.md";

// The page's JSON in its order: a Byte, the scenario beside it, and variables.
std::vector<std::string> json_in(std::string text) {
  std::vector<std::string> blocks;
  const std::string fence = "```json\n";
  for (std::size_t at = text.find(fence); at != std::string::npos; at = text.find(fence)) {
    text.erase(0, at);
    blocks.push_back(block_after(text, fence));
    text.erase(0, fence.size());
  }
  return blocks;
}

TEST(ScenariosPage, ItsScenarioHasNoProblems) {
  const std::vector<std::string> json = json_in(read_test_file(kScenarios));
  ASSERT_EQ(json.size(), 3u);
  Diagnostics diagnostics;
  const auto has_file = [](std::string_view name) { return name == "late.scenario.json"; };
  const auto read_file = [&](std::string_view) { return json[1]; };
  const std::optional<Byte> byte =
      check_byte(json[0], "byte.json", {.folder = "late", .has_file = has_file, .read_file = read_file}, diagnostics);
  for (const Diagnostic& diagnostic : diagnostics.all()) ADD_FAILURE() << to_text(diagnostic);
  ASSERT_TRUE(byte);
  EXPECT_EQ(std::get<ScenarioBlock>(byte->sections[0].blocks[0].content).scenario.nodes.size(), 2u);
}

// Of a scenario with the page's variables and this expression: message and remedy as the page shows them.
std::string said_of(const std::string& variables, const std::string& where, const std::string& expression) {
  JsonWriter source;
  source.string(expression);
  const std::string value = where == "if" ? source.take() : '[' + source.take() + ']';
  const std::string scenario = R"({"format":1,"title":"A","start":"a",)" + variables +
                               R"(,"nodes":{"a":{"text":"A","choices":[{"id":"a","text":"A","goto":"b",")" + where +
                               "\":" + value + R"(}]}},"endings":{"b":{"title":"B","text":"B"}}})";
  Diagnostics diagnostics;
  check_byte(R"({"format":1,"id":"a","title":"A","language":"en","sections":[{"id":"a","blocks":[)"
             R"({"type":"scenario","src":"b.scenario.json"}]}]})",
             "byte.json", {.folder = {}, .read_file = [&](std::string_view) { return scenario; }}, diagnostics);
  if (diagnostics.all().size() != 1) return std::to_string(diagnostics.all().size()) + " problems";
  return diagnostics.all()[0].message + " — " + diagnostics.all()[0].remedy;
}

TEST(ScenariosPage, ShowsWhatIsSaidOfExpressions) {
  const std::string page = read_test_file(kScenarios);
  const std::string variables = json_in(page).back();
  int rows = 0;
  for (std::size_t at = page.find("\n| `"); at != std::string::npos; at = page.find("\n| `", at + 1)) {
    const std::string row = page.substr(at + 1, page.find('\n', at + 1) - at - 1);
    const std::string where = row.substr(3, row.find('`', 3) - 3);
    const std::size_t begin = row.find("| `", 3);
    if ((where != "if" && where != "set") || begin == std::string::npos) continue;
    const std::size_t end = row.find("` | ", begin);
    ASSERT_NE(end, std::string::npos) << row;
    EXPECT_EQ(said_of(variables, where, row.substr(begin + 3, end - begin - 3)) + " |", row.substr(end + 4));
    ++rows;
  }
  EXPECT_GT(rows, 30);
}

}  // namespace
}  // namespace bytes::content
