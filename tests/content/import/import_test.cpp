// tests/data/import holds files of other programs, and beside each the lesson that is made of it and what is said.
// With BYTES_RECORD=1 in the environment both are recorded anew; read the difference before you commit it.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <set>

#include "content/author/import/gift.h"
#include "content/author/import/markdown.h"
#include "content/author/markup.h"
#include "content/author/rules.h"
#include "tests/content/support/files.h"
#include "tests/content/support/scenarios.h"
#include "tests/support/effort.h"

namespace bytes::content {
namespace {

const std::string kFolder = "tests/data/import/";

struct Made {
  Imported imported;
  Diagnostics said;
};

Made make(const std::string& name, std::string_view text) {
  Made made;
  const ImportOptions options = {
      .file = name, .id = {}, .has_file = [](std::string_view file) { return file != "missing.png"; }};
  const bool is_gift = std::string_view(name).ends_with(".gift");
  made.imported = is_gift ? import_gift(text, options, made.said) : import_markdown(text, options, made.said);
  return made;
}

std::vector<std::string> files() {
  std::vector<std::string> files;
  for (const char* ending : {".gift", ".md"}) {
    for (const std::string& name : names_in(kFolder, ending)) files.push_back(name + ending);
  }
  return files;
}

// What is made has no problem. What the checker would say of its author's words, it says.
void expect_sound(const Imported& imported) {
  Diagnostics diagnostics;
  const auto byte = check_byte(imported.json, "byte.json", {}, diagnostics);
  ASSERT_TRUE(byte.has_value());
  EXPECT_EQ(byte->id, imported.id);
  for (const Diagnostic& problem : diagnostics.all()) EXPECT_NE(problem.severity, Severity::kError) << to_text(problem);
}

TEST(Imports, AreMadeAndReportedAsRecorded) {
  ASSERT_GT(files().size(), 10u);
  for (const std::string& name : files()) {
    SCOPED_TRACE(name);
    const Made made = make(name, read_test_file(kFolder + name));
    for (const Diagnostic& remark : made.said.all()) {
      EXPECT_FALSE(remark.message.empty()) << to_text(remark);
      EXPECT_FALSE(remark.remedy.empty()) << to_text(remark);
      EXPECT_EQ(remark.message.find('{' + std::string("0}")), std::string::npos) << to_text(remark);
    }
    EXPECT_NE(made.imported.ok(), made.said.has_errors());
    if (made.imported.ok()) expect_sound(made.imported);
    expect_recorded(kFolder + name + ".txt", in_words(made.said));
    expect_recorded(kFolder + name + ".json", made.imported.json);
  }
}

// The codes that no file of a decent size can show; tests below do.
const std::set<std::string> kShownByGeneratedText = {"import-too-big", "import-more", "import-unreadable"};

TEST(Imports, ShowEveryCode) {
  std::string goldens;
  for (const std::string& name : files()) goldens += read_test_file(kFolder + name + ".txt");
  const std::vector<std::string> codes = codes_in("src/content/author/import/codes.h");
  for (const std::string& code : codes) {
    const bool is_shown = goldens.find('[' + code + ']') != std::string::npos;
    EXPECT_NE(is_shown, kShownByGeneratedText.count(code) > 0) << code;
  }
  EXPECT_GT(codes.size(), 40u);
}

// One for each kind of place in which something can stand.
TEST(MarkdownLines, AreThoseOfTheFile) {
  const std::string bad = "[x](javascript:y)";
  for (const std::string_view before :
       {"", "> ", "- ", "  - ", "1. ", "> - > ", "## ", "#### ", "| ", "a **b** \n\tc ", "![a](b.png) ", "text\n\n    ",
        "<b>x</b> ", "`code\nspan` ", "[a\nb](../c/) "}) {
    std::string text =
        "---\r\ntitle: A\n---\n\n# B\n\nText\nin *two\nlines*.\n\n* item\n\n```\ncode\n\n```\n\n***\n\n"
        "<div>\nx\n</div>\n\n|a|\n|-|\n|b|\n\n- [x] y\n- [ ]\n\n";
    text += std::string(before) + bad + (before == "| " ? " |\n|---|\n| b |\n" : "\n");
    const std::string lines = text.substr(0, text.find(bad));
    const int line = 1 + static_cast<int>(std::count(lines.begin(), lines.end(), '\n'));
    Diagnostics said;
    import_markdown(text, {.file = "a.md", .id = {}}, said);
    int found = 0;
    for (const Diagnostic& remark : said.all()) {
      if (remark.code != "import-link-unsafe") continue;
      ++found;
      EXPECT_EQ(remark.position.line, line) << text;
    }
    // Indented by four it is code.
    EXPECT_EQ(found, before == "text\n\n    " ? 0 : 1) << text;
  }
}

TEST(Imports, EndInASentenceHoweverTheFileIs) {
  constexpr std::string_view kParts[] = {"{",
                                         "}",
                                         "=",
                                         "~",
                                         "#",
                                         "####",
                                         "->",
                                         "::",
                                         "//",
                                         "$CATEGORY: a/b\n",
                                         "\\",
                                         "%50%",
                                         "%",
                                         "{T}",
                                         "{}",
                                         "{#1:2}",
                                         "[html]",
                                         "[markdown]",
                                         "[plain]",
                                         "\n",
                                         "\n\n",
                                         " ",
                                         "a",
                                         "b c",
                                         "\\n",
                                         "\\{",
                                         "<b>",
                                         "</b>",
                                         "<script>",
                                         "</script>",
                                         "<!--",
                                         "-->",
                                         "&amp;",
                                         "<a href\\=\"x\">",
                                         "<ul><li>",
                                         "</ul>",
                                         "- ",
                                         "- [x] ",
                                         "- [ ] ",
                                         "# ",
                                         "## ",
                                         "### ",
                                         "> ",
                                         "```\n",
                                         "    ",
                                         "|",
                                         "|-|-|\n",
                                         "![",
                                         "](a.png)",
                                         "](https://a.b)",
                                         "*",
                                         "**",
                                         "`",
                                         "---\n",
                                         "***\n",
                                         "1. ",
                                         "title: ",
                                         "é",
                                         "\xe2\x80\xa8",
                                         "{{",
                                         "Explanation: ",
                                         "[!TIP]",
                                         "\t"};
  Chance chance(3);
  for (int i = 0; i < 4'000; i += kStride) {
    std::string text;
    for (int parts = chance.below(60); parts > 0; --parts) {
      text += kParts[static_cast<std::size_t>(chance.below(static_cast<int>(std::size(kParts))))];
    }
    for (const char* name : {"a.gift", "a.md"}) {
      const Made made = make(name, text);
      EXPECT_NE(made.imported.ok(), made.said.has_errors()) << text;
      if (made.imported.ok()) expect_sound(made.imported);
      for (const Diagnostic& remark : made.said.all()) EXPECT_NE(remark.code, "import-unreadable") << text;
    }
  }
}

std::string repeated(std::string_view part, std::size_t bytes) {
  std::string text;
  while (text.size() + part.size() <= bytes) text += part;
  return text;
}

std::string codes_of(const Diagnostics& said) {
  std::string codes;
  for (const Diagnostic& remark : said.all()) codes += remark.code + ' ';
  return codes;
}

TEST(Imports, OfAFileThatIsTooLargeAreRefused) {
  for (const char* name : {"a.gift", "a.md"}) {
    const Made made = make(name, std::string(kLargestImport + 1, 'a'));
    EXPECT_FALSE(made.imported.ok());
    EXPECT_EQ(codes_of(made.said), "import-too-big ");
  }
}

TEST(Imports, OfMoreThanALessonMayHoldAreRefused) {
  const std::string row = repeated("|a", 200) + "|\n";
  const Made made = make("a.md", row + repeated("|-", 200) + "|\n" + repeated(row, 210'000 * 2));
  EXPECT_FALSE(made.imported.ok());
  EXPECT_NE(codes_of(made.said).find("import-unreadable"), std::string::npos);
}

TEST(Imports, CountWhatThereIsNoRoomToSay) {
  const Made made = make("a.md", repeated("[a](javascript:b)\n\n", 19 * 1'000));
  ASSERT_FALSE(made.said.all().empty());
  EXPECT_EQ(made.said.all().size(), static_cast<std::size_t>(kMostRemarks) + 1);
  EXPECT_NE(codes_of(made.said).find("import-more"), std::string::npos);
}

// Each of these has made some reader of its kind take hours, or end in a crash.
TEST(Imports, TakeNoLongerForBeingHostile) {
  for (std::string_view part : {"{",
                                "}",
                                "=",
                                "~",
                                "{=a ~b}\n",
                                "a{T}\n",
                                "::a",
                                "####",
                                "a{=b -> c =",
                                "<",
                                "<b",
                                "<b ",
                                "<b a=\"",
                                "<!--",
                                "<!",
                                "<script>",
                                "</",
                                "&",
                                "&a",
                                "<sup>",
                                "<sup>2",
                                "<a href\\=\"http\\://x\">",
                                "<u>",
                                "<ul><li>",
                                "$CATEGORY: a\n",
                                "[html]<i>",
                                "a->=",
                                "[id:",
                                "//[id:a\n",
                                "[",
                                "](",
                                "![",
                                "![a](b)",
                                "*",
                                "*a ",
                                "_",
                                "`",
                                "``a",
                                "> ",
                                "- ",
                                "-\n",
                                "- [x] a\n",
                                "1. ",
                                "  - ",
                                "|",
                                "|-",
                                "|a|\n|-|\n",
                                "# a\n",
                                "<div>\n",
                                "<b>",
                                "</b>",
                                "<x y=\"1\">",
                                "\\",
                                "***",
                                "a\n\n",
                                "\t",
                                "{{",
                                "[a]: b\n",
                                "[a](<b"}) {
    for (const char* name : {"a.gift", "a.md"}) {
      const std::string text = repeated(part, 30'000 / kStride);
      make(name, "a {=b ~" + text + "}\n\n" + text);
    }
  }
}

TEST(Imports, OfTheExampleInTheDocumentsNeedNoRemark) {
  const std::string page = read_test_file("docs/import.md");
  const std::string fence = "````";
  const std::size_t begin = page.find(fence + "markdown\n");
  ASSERT_NE(begin, std::string::npos);
  const std::size_t text = page.find('\n', begin) + 1;
  const Made made = make("a.md", page.substr(text, page.find(fence, text) - text));
  EXPECT_EQ(in_words(made.said), "");
  expect_sound(made.imported);
  EXPECT_EQ(made.imported.id, "ask-well");
  EXPECT_EQ(made.imported.questions, 1);
  EXPECT_EQ(made.imported.sections, 2);
  EXPECT_EQ(made.imported.pictures, std::vector<std::string>{"signpost.svg"});
  EXPECT_NE(made.imported.json.find("\"hints\""), std::string::npos);
}

}  // namespace
}  // namespace bytes::content
