// The README's lesson is one, and the message it shows is the one that its author would get.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "content/author/rules.h"

namespace bytes::content {
namespace {

std::string read(const char* path) {
  std::ifstream file(path, std::ios::binary);
  return std::string((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
}

std::string block_after(const std::string& text, std::string_view fence) {
  const std::size_t start = text.find(fence) + fence.size();
  return text.substr(start, text.find("```", start) - start);
}

TEST(Readme, ItsLessonHasNoProblems) {
  const std::string lesson = block_after(read("README.md"), "```json\n");
  Diagnostics diagnostics;
  EXPECT_TRUE(check_byte(lesson, "ask-well.json", {.folder = "ask-well", .has_file = {}}, diagnostics));
  for (const Diagnostic& diagnostic : diagnostics.all()) ADD_FAILURE() << to_text(diagnostic);
}

TEST(Readme, ShowsTheMessageThatTheToolPrints) {
  const std::string readme = read("README.md");
  std::string lesson = block_after(readme, "```json\n");
  const std::string mark = "\"correct\": true, ";
  lesson.erase(lesson.find(mark), mark.size());
  Diagnostics diagnostics;
  check_byte(lesson, "content/bytes/ask-well.json", {.folder = "ask-well", .has_file = {}}, diagnostics);
  ASSERT_EQ(diagnostics.all().size(), 1u);
  EXPECT_NE(readme.find(to_text(diagnostics.all()[0])), std::string::npos) << to_text(diagnostics.all()[0]);
}

}  // namespace
}  // namespace bytes::content
