#include "content/author/markup.h"

#include <gtest/gtest.h>

#include "tests/content/support/files.h"

namespace bytes::content {
namespace {

// `[letters|marks]` for each run; s strong, e emphasis, c code, and the address of a link.
std::string in_short(std::string_view text, Diagnostics& diagnostics) {
  std::string runs;
  for (const bytes::Run& run : read_markup(text, {}, diagnostics)) {
    std::string marks;
    if (run.strong) marks += 's';
    if (run.emphasis) marks += 'e';
    if (run.code) marks += 'c';
    if (!run.href.empty()) marks += run.href;
    runs += marks.empty() ? '[' + run.text + ']' : '[' + run.text + '|' + marks + ']';
  }
  return runs;
}

struct Example {
  std::string_view text;
  std::string_view runs;
};

template <std::size_t kCount>
void expect_runs(const Example (&examples)[kCount]) {
  for (const Example& example : examples) {
    Diagnostics diagnostics;
    EXPECT_EQ(in_short(example.text, diagnostics), example.runs) << example.text;
    EXPECT_TRUE(diagnostics.all().empty()) << example.text;
  }
}

TEST(Markup, TurnsMarksIntoRuns) {
  expect_runs({
      {"plain", "[plain]"},
      {"", ""},
      {"a *b* c", "[a ][b|e][ c]"},
      {"a **b** c", "[a ][b|s][ c]"},
      {"_a_ __b__", "[a|e][ ][b|s]"},
      {"***a***", "[a|se]"},
      {"**a *b* c**", "[a |s][b|se][ c|s]"},
      {"`a`", "[a|c]"},
      {"`` a`b ``", "[a`b|c]"},
      {"**`a`**", "[a|sc]"},
      {"[a](https://b.c)", "[a|https://b.c]"},
      {"[*a* b](../c/)", "[a|e../c/][ b|../c/]"},
      {"[a](<b c> \"title\")", "[a|b c]"},
      {"[a](b\\)c)", "[a|b)c]"},
      {"<https://a.b>", "[https://a.b|https://a.b]"},
      {"<a@b.c>", "[a@b.c|mailto:a@b.c]"},
      {"**نعم** a", "[نعم|s][ a]"},
      {"中**文**中", "[中][文|s][中]"},
  });
}

TEST(Markup, OpensAndClosesAtBothEndsAsCommonMarkDoes) {
  expect_runs({
      {"**\"q\"** and", "[\"q\"|s][ and]"},
      {"*(a)*", "[(a)|e]"},
      {"a*\"b\"*c", "[a*\"b\"*c]"},
      {"**a", "[**a]"},
      {"a**", "[a**]"},
      {"** a **", "[** a **]"},
      {"snake_case_name", "[snake_case_name]"},
      {"_(a)_", "[(a)|e]"},
      {"*a**b*", "[a**b|e]"},
      {"**", "[**]"},
      {"***", "[***]"},
      {"_", "[_]"},
  });
}

TEST(Markup, LeavesWhatOpensABlockAsLetters) {
  expect_runs({
      {"# a", "[# a]"},
      {"###### a #", "[###### a #]"},
      {"- a", "[- a]"},
      {"* a", "[* a]"},
      {"+ a", "[+ a]"},
      {"1. a", "[1. a]"},
      {"2) a", "[2) a]"},
      {"> a", "[> a]"},
      {"---", "[---]"},
      {"* * *", "[* * *]"},
      {"```js", "[```js]"},
      {"~~~", "[~~~]"},
      {"    code", "[code]"},
      {"\tcode", "[code]"},
      {"[a]: https://b.c", "[[a]: https://b.c]"},
      {"| a | b |", "[| a | b |]"},
      {"<div>", "[<div>]"},
      {"<!-- a -->", "[<!-- a -->]"},
      {"<?php a ?>", "[<?php a ?>]"},
      {"a\n===", "[a ===]"},
      {"a\n---", "[a ---]"},
      {"a\n- b", "[a - b]"},
      {"a\n# b", "[a # b]"},
      {"a\n> b", "[a > b]"},
      {"a\n    b", "[a b]"},
      {"a\n```\nb", "[a ``` b]"},
      {"a\n| b | c |\n|---|---|", "[a | b | c | |---|---|]"},
      {". a", "[. a]"},
  });
}

TEST(Markup, KnowsNoHtmlAndNoExtensions) {
  expect_runs({
      {"<b>a</b>", "[<b>a</b>]"},
      {"a<br>b", "[a<br>b]"},
      {"<script>alert(1)</script>", "[<script>alert(1)</script>]"},
      {"<a href=\"javascript:alert(1)\">a</a>", "[<a href=\"javascript:alert(1)\">a</a>]"},
      {"1 < 2 > 0 & 3", "[1 < 2 > 0 & 3]"},
      {"~~a~~", "[~~a~~]"},
      {"$a$", "[$a$]"},
      {"[[a]]", "[[[a]]]"},
      {"www.example.org", "[www.example.org]"},
      {"https://example.org", "[https://example.org]"},
      {"a@b.c", "[a@b.c]"},
      {"- [ ] a", "[- [ ] a]"},
      {"[a][b]", "[[a][b]]"},
      {"[a]", "[[a]]"},
      {":smile:", "[:smile:]"},
  });
}

TEST(Markup, ReadsEscapesAndEntities) {
  expect_runs({
      {"\\*a\\*", "[*a*]"},
      {"\\# a", "[# a]"},
      {"\\\\", "[\\]"},
      {"\\a", "[\\a]"},
      {"\\{{a}} `\\{{b}}`", "[{{a}} ][{{b}}|c]"},
      {"&amp;&lt;&copy;&nbsp;", "[&<©\u00a0]"},
      {"&#65;&#x1F600;", "[A😀]"},
      {"&ngE;", "[\u2267\u0338]"},
      {"&bogus;", "[&bogus;]"},
      {"&amp", "[&amp]"},
      {"&#0;&#xD800;&#x110000;&#9999999;&#27;&#x80;", "[\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd]"},
      {"`&amp;`", "[&amp;|c]"},
      {"[a](b&amp;c&quot;d)", "[a|b&c\"d]"},
      {"[a](java&#115;cript:alert&lpar;1&rpar;)", "[a|javascript:alert(1)]"},
  });
}

TEST(Markup, TurnsLineBreaksIntoSpaces) {
  expect_runs({
      {"a\nb", "[a b]"},
      {"a  \nb", "[a b]"},
      {"a\\\nb", "[a b]"},
      {"a\\\\\nb", "[a\\ b]"},
      {"a\r\nb", "[a b]"},
      {"a\n", "[a]"},
      {"\n\na\n\n", "[a]"},
      {"a\\", "[a\\]"},
      {"**a\nb**", "[a b|s]"},
      {"`a\nb`", "[a b|c]"},
      {"[a\nb](c)", "[a b|c]"},
  });
}

TEST(Markup, ReportsWhatHasNoPlaceInASentence) {
  Diagnostic where;
  where.file = "byte.json";
  where.position = {3, 4};
  where.path = "title";
  const struct {
    std::string_view text;
    std::string_view letters;
    std::string_view code;
  } kTexts[] = {
      {"a\n\nb", "a b", "paragraphs-in-text"},
      {"a\n \n\nb\n\nc", "a b c", "paragraphs-in-text"},
      {"a ![b](c.png)", "a b", "picture-in-text"},
  };
  for (const auto& [text, letters, code] : kTexts) {
    Diagnostics diagnostics;
    EXPECT_EQ(letters_of(read_markup(text, where, diagnostics)), letters);
    ASSERT_EQ(diagnostics.all().size(), 1u);
    EXPECT_EQ(to_text(diagnostics.all()[0]), "byte.json:3:4: title: [" + std::string(code) + "]");
  }
}

TEST(Markup, SurvivesWhatIsHardToParse) {
  const auto repeated = [](std::string_view part, int times) {
    std::string text;
    for (int i = 0; i < times; ++i) text += part;
    return text;
  };
  for (std::string_view part :
       {"*", "_", "`", "[", "](", "![", "*a ", "**a_", "[a](", "<", "&", "\\", "a**b", "[a](<b", "`a``"}) {
    Diagnostics diagnostics;
    read_markup(repeated(part, 20'000), {}, diagnostics);
  }
  Diagnostics diagnostics;
  EXPECT_EQ(letters_of(read_markup(std::string(1 << 20, 'a'), {}, diagnostics)).size(), 1u << 20);
}

TEST(Markup, LosesNoLettersOfUnmarkedText) {
  const std::string text = "Any “quoted” words, with commas; (brackets) – dashes… and 50% of 3 × 4 = 12? Yes! ١٢٣ 😀";
  Diagnostics diagnostics;
  EXPECT_EQ(read_markup(text, {}, diagnostics), plain(text));
}

}  // namespace
}  // namespace bytes::content
