#include "content/author/excerpt.h"

#include <gtest/gtest.h>

#include "content/author/characters.h"

namespace bytes::content {
namespace {

TEST(Excerpt, ShowsTheLineAndThePlace) {
  const struct {
    std::string_view text;
    Position position;
    Excerpt expected;
  } kTable[] = {
      {"one\ntwo\nthree", {2, 2}, {"two", 1}},
      {"one\r\ntwo\r\n", {2, 3}, {"two", 2}},
      {"one", {1, 9}, {"one", 3}},  // Behind the end.
      {"one", {4, 1}, {}},          // No such line.
      {"one", {0, 0}, {}},          // The file as a whole.
      {"", {1, 1}, {}},
      {"\xef\xbb\xbf{", {1, 1}, {"{", 0}},  // A byte-order mark takes no column.
      {"\ta\t\"b\"", {1, 4}, {" a \"b\"", 3}},
      {"a\x1b[31mb\x7f\xc2\x85", {1, 2}, {"a?[31mb??", 1}},
      {"a\u202e\u2066\u200fb", {1, 5}, {"a???b", 4}},
      {"é\u0301日本", {1, 3}, {"é\u0301日本", 2}},
      {"a\xff\xc3(\xe2\x82",
       {1, 4},
       {"a?"
        "?(?",
        3}},
      {"\xed\xa0\x80|\xc0\x80|\xf5", {1, 2}, {"?|?|?", 1}},
  };
  for (const auto& row : kTable) {
    const Excerpt found = excerpt_at(row.text, row.position);
    EXPECT_EQ(found.line, row.expected.line) << row.text;
    EXPECT_EQ(found.caret, row.expected.caret) << row.text;
  }
}

TEST(Excerpt, IsCutAroundThePlace) {
  const std::string line = "0123456789abcdefghijklmnopqrstuvwxyz";
  const struct {
    int column;
    Excerpt expected;
  } kTable[] = {
      {1, {"012345678…", 0}},  {5, {"…23456789…", 3}},   {20, {"…hijklmno…", 3}},
      {36, {"…rstuvwxyz", 9}}, {37, {"…rstuvwxyz", 10}},
  };
  for (const auto& row : kTable) {
    const Excerpt found = excerpt_at(line, {1, row.column}, 10);
    EXPECT_EQ(found.line, row.expected.line) << row.column;
    EXPECT_EQ(found.caret, row.expected.caret) << row.column;
  }
}

TEST(Excerpt, NeverPartsALetterFromItsMarks) {
  const Excerpt end = excerpt_at("abcdefgh\u0301ijkl", {1, 1}, 9);
  EXPECT_EQ(end.line, "abcdefg…");
  const Excerpt begin = excerpt_at("abcde\u0301fghijklmnopq", {1, 9}, 9);
  EXPECT_EQ(begin.line.substr(0, 4), "…f");
}

TEST(Excerpt, PointsAtItsPlaceInEveryLine) {
  std::string line;
  for (int i = 0; i < 300; ++i) line += i % 7 == 0 ? "日" : i % 5 == 0 ? "e\u0301" : "x";
  const int size = static_cast<int>(count_characters(line));
  for (int column = 1; column <= size + 1; ++column) {
    const Excerpt found = excerpt_at(line, {1, column}, 40);
    EXPECT_LE(count_characters(found.line), 40u);
    std::size_t at = 0;
    for (int i = 0; i < found.caret; ++i) next_character(found.line, at);
    std::size_t whole = 0;
    for (int i = 1; i < column; ++i) next_character(line, whole);
    if (column > size) {
      EXPECT_EQ(at, found.line.size());
    } else {
      EXPECT_EQ(next_character(found.line, at), next_character(line, whole)) << column;
    }
  }
}

TEST(Excerpt, HasACaretBelowItsPlace) {
  EXPECT_EQ(caret_line({"abc", 1}), " ^");
  EXPECT_EQ(caret_line({"日本語", 2}), "    ^");
  EXPECT_EQ(caret_line({"e\u0301a", 2}), " ^");
  EXPECT_EQ(caret_line({"", 0}), "^");
  EXPECT_EQ(caret_line({"a", 9}), " ^");
}

}  // namespace
}  // namespace bytes::content
