#include "content/author/import/marks.h"

#include <gtest/gtest.h>

#include "content/author/import/author_json.h"
#include "content/author/import/ids.h"
#include "content/author/markup.h"
#include "content/byte_reader.h"
#include "tests/content/support/files.h"
#include "tests/content/support/scenarios.h"

namespace bytes::content {
namespace {

// What is a mark somewhere, and what stands beside marks.
constexpr std::string_view kParts[] = {
    "*",      "**",      "_",   "__", "`",   "``",     "[",     "]",   "(",      ")",
    "<",      ">",       "&",   ";",  "\\",  "{",      "{{",    "{{{", "}",      "!",
    "#",      "-",       "1.",  "~",  "|",   "\"",     "'",     ":",   "/",      "a",
    "b c",    " ",       "é",   "نص", "中",  "&amp;",  "&#65;", "<b>", "https:", "<https://a.b>",
    "[a](b)", "![a](b)", "---", ">",  "```", "\u00a0", "=",     "+"};

std::string letters_by_chance(Chance& chance) {
  std::string letters;
  for (int parts = 1 + chance.below(12); parts > 0; --parts) {
    letters += kParts[static_cast<std::size_t>(chance.below(static_cast<int>(std::size(kParts))))];
  }
  return letters_of(tidied(plain(letters)));
}

TEST(Marks, EscapedLettersAreReadAsTheyAre) {
  Chance chance(1);
  for (int i = 0; i < 20'000; ++i) {
    const std::string letters = letters_by_chance(chance);
    Diagnostics diagnostics;
    EXPECT_EQ(read_markup(escape_marks(letters), {}, diagnostics), plain(letters)) << escape_marks(letters);
    EXPECT_TRUE(diagnostics.all().empty()) << letters;
  }
}

// A Byte with this as a text and these letters as its title, read as an author's file is.
Byte byte_with(const RichText& text, std::string_view title) {
  JsonValue block = json_object();
  put(block, "type", json_string("text"));
  put(block, "text", json_text(text));
  JsonValue section = json_object();
  put(section, "id", json_string("start"));
  put(section, "blocks", json_list({block}));
  JsonValue root = json_object();
  put(root, "format", json_integer(1));
  put(root, "id", json_string("a"));
  put(root, "title", json_letters(title));
  put(root, "language", json_string("en"));
  put(root, "sections", json_list({section}));
  Diagnostics diagnostics;
  const std::string json = pretty(root);
  const auto byte = read_byte(json, "byte.json", {.strict = true, .markup = read_markup}, diagnostics);
  for (const Diagnostic& problem : diagnostics.all()) EXPECT_EQ(problem.code, "html-in-text") << json;
  EXPECT_TRUE(byte.has_value()) << json;
  return byte.value_or(Byte());
}

TEST(Marks, WrittenTextIsReadAsItWas) {
  Chance chance(2);
  for (int i = 0; i < 5'000; ++i) {
    RichText text;
    for (int runs = 1 + chance.below(4); runs > 0; --runs) {
      bytes::Run run;
      run.text = (chance.one_in(2) ? " " : "") + letters_by_chance(chance) + (chance.one_in(2) ? " " : "");
      run.strong = chance.one_in(3);
      run.emphasis = chance.one_in(3);
      run.code = chance.one_in(4);
      if (chance.one_in(4)) run.href = chance.one_in(2) ? "https://a.b/c_(d)*?e&amp;f" : "../g/";
      append(text, std::move(run));
    }
    text = tidied(text);
    if (text.empty()) continue;
    const std::string title = letters_by_chance(chance);
    const Byte byte = byte_with(text, title.empty() ? "a" : title);
    if (!title.empty()) {
      EXPECT_EQ(byte.title, title);
    }
    ASSERT_EQ(byte.sections.size(), 1u);
    ASSERT_EQ(byte.sections[0].blocks.size(), 1u);
    EXPECT_EQ(std::get<TextBlock>(byte.sections[0].blocks[0].content).text, text);
  }
}

TEST(Marks, AreWrittenAsAnAuthorWould) {
  const auto run = [](std::string_view letters, std::string_view marks, std::string_view href = {}) {
    bytes::Run one;
    one.text = letters;
    one.strong = marks.find('s') != marks.npos;
    one.emphasis = marks.find('e') != marks.npos;
    one.code = marks.find('c') != marks.npos;
    one.href = href;
    return one;
  };
  const struct {
    RichText text;
    std::string_view markup;
  } kTexts[] = {
      {{run("plain", "")}, "plain"},
      {{run("2 * 3 * 4, snake_case", "")}, "2 * 3 * 4, snake_case"},
      {{run("*a*", "")}, "\\*a\\*"},
      {{run("a ", ""), run("b", "s"), run(" c", "")}, "a **b** c"},
      {{run("a ", "s"), run("b", "se"), run(" c", "s")}, "**a *b* c**"},
      {{run("a", "c")}, "`a`"},
      {{run("a`b", "c")}, "``a`b``"},
      {{run("a", "", "https://b.c"), run(" d", "")}, "[a](https://b.c) d"},
      {{run("x", ""), run("y", "e"), run("z", "")}, "x*y*z"},
      // No markup says this; it is written as runs.
      {{run("a", ""), run("(b)", "s"), run("c", "")}, ""},
  };
  for (const auto& [text, markup] : kTexts) EXPECT_EQ(markup_of(text), markup);
}

TEST(Marks, TidyTextHasSingleSpacesBetweenItsMarks) {
  RichText text = plain("  a\n\n b ");
  bytes::Run strong;
  strong.text = " c ";
  strong.strong = true;
  append(text, strong);
  append(text, plain("d ")[0]);
  Diagnostics diagnostics;
  EXPECT_EQ(tidied(text), read_markup("a b **c** d", {}, diagnostics));
}

TEST(Ids, AreMadeOfLatinLetters) {
  const struct {
    std::string_view words;
    std::string_view id;
  } kWords[] = {
      {"Über die Brücke!", "uber-die-brucke"},
      {"Ångström, Œuvre & Straße", "angstrom-oeuvre-strasse"},
      {"It's “quoted”", "its-quoted"},
      {"مرشد", ""},
      {"--", ""},
      {"3 × 4 = 12", "3-4-12"},
      {"a word that goes on and on until it is cut between two words", "a-word-that-goes-on-and-on-until-it-is"},
      {"e\u0301t\u0301", "et"},
  };
  for (const auto& [words, id] : kWords) EXPECT_EQ(id_from(words), id) << words;
  Ids ids;
  EXPECT_EQ(ids.unique("A", "x"), "a");
  EXPECT_EQ(ids.unique("a!", "x"), "a-2");
  EXPECT_EQ(ids.unique("a", "x"), "a-3");
  EXPECT_EQ(ids.unique("a 2", "x"), "a-2-2");
  EXPECT_EQ(ids.unique("؟", "x"), "x");
}

}  // namespace
}  // namespace bytes::content
