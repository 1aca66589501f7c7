#include "base/diagnostics.h"

#include <gtest/gtest.h>

namespace bytes {
namespace {

Diagnostic problem(std::string_view file, Position position, std::string_view code) {
  Diagnostic diagnostic;
  diagnostic.file = file;
  diagnostic.position = position;
  diagnostic.code = code;
  return diagnostic;
}

TEST(Diagnostics, AreWrittenWithPlaceRemedyAndCode) {
  Diagnostic full = problem("content/byte.json", {41, 17}, "question-no-correct");
  full.path = "sections[2].blocks[3].options";
  full.message = "no option is marked \"correct\"";
  full.remedy = "add \"correct\": true to at least one";
  EXPECT_EQ(
      to_text(full),
      "content/byte.json:41:17: sections[2].blocks[3].options: no option is marked \"correct\" — add \"correct\": "
      "true to at least one. [question-no-correct]");

  full.severity = Severity::kWarning;
  full.path.clear();
  full.remedy = "did you mean this?";
  EXPECT_EQ(to_text(full),
            "content/byte.json:41:17: warning: no option is marked \"correct\" — did you mean this? "
            "[question-no-correct]");

  Diagnostic whole_file = problem("byte.json", {}, "json-empty");
  whole_file.severity = Severity::kNote;
  whole_file.message = "the file is empty";
  EXPECT_EQ(to_text(whole_file), "byte.json: note: the file is empty. [json-empty]");

  EXPECT_EQ(to_text(problem("byte.json", {1, 2}, "json-syntax")), "byte.json:1:2: [json-syntax]");
}

TEST(Diagnostics, AreInErrorOnlyWithAnError) {
  Diagnostics diagnostics;
  EXPECT_FALSE(diagnostics.has_errors());
  Diagnostic warning = problem("a", {1, 1}, "x");
  warning.severity = Severity::kWarning;
  diagnostics.add(warning);
  EXPECT_FALSE(diagnostics.has_errors());
  diagnostics.add(problem("a", {1, 1}, "x"));
  EXPECT_TRUE(diagnostics.has_errors());
}

TEST(Diagnostics, CanBeAddedToThemselves) {
  Diagnostics diagnostics;
  diagnostics.add(problem("a", {1, 1}, "x"));
  diagnostics.add_all(diagnostics);
  EXPECT_EQ(diagnostics.all().size(), 2u);
}

TEST(Diagnostics, SortByPlaceAndKeepTheirOrderAtOnePlace) {
  Diagnostics diagnostics;
  diagnostics.add(problem("b", {1, 1}, "5"));
  diagnostics.add(problem("a", {10, 1}, "4"));
  diagnostics.add(problem("a", {2, 9}, "2"));
  diagnostics.add(problem("a", {2, 9}, "3"));
  diagnostics.add(problem("a", {2, 3}, "1"));
  diagnostics.sort_by_place();
  std::string order;
  for (const Diagnostic& diagnostic : diagnostics.all()) order += diagnostic.code;
  EXPECT_EQ(order, "12345");
}

TEST(NearestName, FindsTypingMistakesAndNothingElse) {
  const std::vector<std::string_view> known = {"type", "text", "title", "id", "feedback", "did-you-know"};
  const struct {
    std::string_view name;
    std::string_view nearest;
  } kNames[] = {
      {"tpye", "type"},  // Swapped neighbours count once.
      {"Type", "type"},  // Another case.
      {"titel", "title"},
      {"feedbak", "feedback"},
      {"feed_back", "feedback"},
      {"didyouknow", "did-you-know"},
      {"Id", "id"},
      {"x", ""},
      {"", ""},
      {"kind", ""},
      {"entirely-else", ""},
  };
  for (const auto& [name, nearest] : kNames) EXPECT_EQ(nearest_name(name, known), nearest) << name;
  EXPECT_EQ(nearest_name("anything", {}), "");
}

TEST(NearestName, IsNotSlowedDownByAnEndlessName) { EXPECT_EQ(nearest_name(std::string(1 << 20, 'x'), {"text"}), ""); }

}  // namespace
}  // namespace bytes
