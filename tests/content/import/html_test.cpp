#include "content/author/import/html.h"

#include <gtest/gtest.h>

#include "content/author/import/lesson.h"
#include "content/author/import/marks.h"

namespace bytes::content {
namespace {

struct Read {
  std::string passages;  // Each in `[]`, items with their sign before.
  std::string codes;
};

Read read(std::string_view html, HtmlStyle style = HtmlStyle::kHtml) {
  Read read;
  Diagnostics diagnostics;
  Report report("a.gift", html, diagnostics);
  for (const Passage& passage : read_html(MappedText::of(html), style, report)) {
    if (passage.kind == PassageKind::kItem) read.passages += '*';
    if (passage.kind == PassageKind::kNumberedItem) read.passages += '#';
    read.passages += '[' + markup_of(passage.text) + ']';
  }
  for (const Diagnostic& remark : diagnostics.all()) read.codes += remark.code.substr(7) + ' ';
  return read;
}

TEST(Html, BecomesMarksAndLists) {
  const struct {
    std::string_view html;
    std::string_view passages;
  } kTexts[] = {
      {"", ""},
      {"plain", "[plain]"},
      {"<p>a</p><p>b</p>", "[a][b]"},
      {"<p>a<p>b", "[a][b]"},
      {"a<br>b<br/>c", "[a][b][c]"},
      {"a\n b", "[a b]"},
      {"<b>a</b> <STRONG>b</STRONG> <i>c</i> <em>d</em> <code>e</code>", "[**a b** *c d* `e`]"},
      {"<b><i>a</b></i> b", "[***a*** b]"},
      {"</b>a", "[a]"},
      {"<a href='https://a.b/?c=1&amp;d=2'>e</a>", "[[e](https://a.b/?c=1\\&d=2)]"},
      {"<a>a</a>", "[a]"},
      {"<ul><li>a</li><li>b</ul>c", "*[a]*[b][c]"},
      {"<ol><li>a<li>b</ol>", "#[a]#[b]"},
      {"&lt;b&gt; &amp; &eacute;&#33;&#x21;&bogus; &amp", "[<b> & é!!&bogus; &amp]"},
      {"<p>&nbsp;</p><p> </p>a", "[a]"},
      {"1 < 2 > 0, a<3, <3", "[1 < 2 > 0, a<3, <3]"},
      {"x<sup>2</sup> H<sub>2</sub>O 10<sup>-3</sup>", "[x² H₂O 10⁻³]"},
      {"*a* _b_ `c` {{d}}", "[\\*a\\* \\_b\\_ \\`c\\` \\{\\{d}}]"},
      {"<b", "[<b]"},
      {"<b title=\"a", "[<b title=\"a]"},
  };
  for (const auto& [html, passages] : kTexts) {
    const Read found = read(html);
    EXPECT_EQ(found.passages, passages) << html;
    EXPECT_EQ(found.codes, "") << html;
  }
}

TEST(Html, LosesWhatCouldDoHarm) {
  const struct {
    std::string_view html;
    std::string_view passages;
    std::string_view codes;
  } kTexts[] = {
      {"a<script>alert(1)</script>b", "[ab]", "html-dropped "},
      {"a<SCRIPT>x</ScRiPt >b", "[ab]", "html-dropped "},
      {"a<script>b", "[a]", "html-dropped "},
      {"a<style>b{}</style><iframe src=x></iframe>c", "[ac]", "html-dropped html-dropped "},
      {"a<!-- <b>b</b> -->c", "[ac]", "html-dropped "},
      {"a<!--b", "[a]", "html-dropped "},
      {"a<?php b ?>c<!DOCTYPE html>", "[ac]", "html-dropped "},
      {"<img src=x onerror=alert(1)>a", "[a]", "picture-inline html-attribute "},
      {"<img/src='x'alt=\"b\">a", "[[b]a]", "picture-inline "},
      {"<b onclick='x'>a</b>", "[**a**]", "html-attribute "},
      {"<a href=javascript:alert(1)>a</a>", "[a]", "link-unsafe "},
      {"<a href='java&#115;cript:x'>a</a>", "[a]", "link-unsafe "},
      {"<a href=' javascript:x'>a</a>", "[a]", "link-unsafe "},
      {"<a href='java\tscript:x'>a</a>", "[a]", "link-unsafe "},
      {"<a href='//a.b'>a</a>", "[a]", "link-unsafe "},
      {"<a href='data:text/html,x'>a</a>", "[a]", "link-unsafe "},
      {"<a href='http://a.b'>a</a>", "[a (http://a.b)]", "link-http "},
      {"<u>a</u> <foo>b</foo>", "[a b]", "html-tag html-tag "},
      {"<ul><li>a<ul><li>b</ul></ul>", "*[a]*[b]", "list-nested "},
      {"x<sup>a<b>2</b></sup>", "[x^(a**2**)]", "html-tag "},
      {"\\(x\\)", "[\\\\(x\\\\)]", "formula "},
  };
  for (const auto& [html, passages, codes] : kTexts) {
    const Read found = read(html);
    EXPECT_EQ(found.passages, passages) << html;
    EXPECT_EQ(found.codes, codes) << html;
  }
}

TEST(Html, OfMoodleHasLineBreaksAndLetters) {
  EXPECT_EQ(read("a\nb", HtmlStyle::kMoodle).passages, "[a][b]");
  EXPECT_EQ(read("a <x and y> b", HtmlStyle::kMoodle).passages, "[a <x and y> b]");
  EXPECT_EQ(read("a <b>b</b>", HtmlStyle::kMoodle).passages, "[a **b**]");
}

TEST(Titles, AreMadeOfFilesNames) {
  EXPECT_EQ(title_from_file("lessons/mentors_&_sponsors.gift"), "Mentors & sponsors");
  EXPECT_EQ(title_from_file("week-1/README.md"), "Week 1");
  EXPECT_EQ(title_from_file("README.md"), "README");
  EXPECT_EQ(title_from_file("../index.md"), "Index");
  EXPECT_EQ(title_from_file(".md"), ".md");
  EXPECT_EQ(title_from_file("___.md"), "Lesson");
}

}  // namespace
}  // namespace bytes::content
