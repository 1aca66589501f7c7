// Labelled pictures, flashcards, accordions and code in a Byte's page; worksheets are tests/app/worksheet_test.cpp.
#include <gtest/gtest.h>

#include "content/byte_reader.h"
#include "content/math.h"
#include "outline/accessible.h"
#include "outline/html_writer.h"
#include "outline/math.h"
#include "tests/support/files.h"
#include "tests/view/support/english.h"
#include "view/byte_page.h"

namespace bytes::view {
namespace {

using outline::Attribute;
using outline::Element;
using outline::Role;

Element blocks_page() {
  Diagnostics diagnostics;
  auto byte = content::read_byte(read_test_file("tests/data/bytes/valid/blocks.json"), "blocks.json",
                                 {.strict = false, .markup = {}}, diagnostics);
  EXPECT_FALSE(diagnostics.has_errors());
  return byte_page(byte.value_or(content::Byte()), learning::Progress(), PageState(), english());
}

TEST(FurtherBlocks, NumbersOnAPictureLeadToTheList) {
  const Element page = blocks_page();
  const Element* first = outline::find(page, "places:marker-1");
  ASSERT_NE(first, nullptr);
  EXPECT_EQ(first->role, Role::kMarker);
  EXPECT_EQ(first->get(Attribute::kAt), "12.5 20");
  EXPECT_EQ(outline::find(page, "places:marker-2")->get(Attribute::kAt), "100 100");
  EXPECT_EQ(outline::accessible_name(page, *first), "1: Up here");
  const Element* item = outline::find(page, first->get(Attribute::kHref).substr(1));
  ASSERT_NE(item, nullptr);
  EXPECT_EQ(outline::all_letters(*item), "Up here Where the field **begins**.");
  EXPECT_EQ(outline::all_letters(*outline::find(page, "places:item-2")), "The far corner");
  EXPECT_EQ(outline::find(page, "places:image")->get(Attribute::kAlt), "A plain field of teal.");
}

TEST(FurtherBlocks, AFlashcardIsOpenedByTheBrowser) {
  const Element page = blocks_page();
  const std::string html = outline::to_html(*outline::find(page, "words"));
  EXPECT_NE(html.find("<details id=\"words:card-1\""), std::string::npos);
  EXPECT_NE(html.find("<summary id=\"words:card-1-front\""), std::string::npos);
  EXPECT_EQ(outline::all_letters(*outline::find(page, "words:card-1-back")), "Somebody who talks **with** you");
  EXPECT_EQ(outline::accessible_name(page, *outline::find(page, "words")), "Say it before you turn the card.");
  const Element* front = outline::find(page, "words:card-2-front");
  EXPECT_NE(outline::find(*front, "words:card-2-image"), nullptr) << "the picture is on the front";
}

TEST(FurtherBlocks, AnAccordionHoldsTextOrBlocks) {
  const Element page = blocks_page();
  EXPECT_EQ(outline::all_letters(*outline::find(page, "more:item-1-body")), "It is *one* of them.");
  EXPECT_EQ(outline::all_letters(*outline::find(page, "more:item-2-body")), "Blue Green And more.");
  EXPECT_EQ(outline::find(page, "more:item-2")->role, Role::kAccordionItem);
  EXPECT_NE(outline::find(page, "more:item-2-list-1"), nullptr);
}

TEST(FurtherBlocks, CodeKeepsItsLinesAndItsDirection) {
  const Element page = blocks_page();
  const Element* text = outline::find(page, "program:text");
  ASSERT_NE(text, nullptr);
  EXPECT_EQ(letters_of(text->text).substr(0, 22), "def greet(name):\n    #");
  const std::string html = outline::to_html(*outline::find(page, "program"));
  EXPECT_NE(html.find("    # &lt;b&gt; &amp; &quot;quotes&quot; stay as they are\n\n    return"), std::string::npos);
  EXPECT_NE(html.find("dir=\"ltr\""), std::string::npos);
  EXPECT_NE(html.find("translate=\"no\""), std::string::npos);
  EXPECT_EQ(outline::accessible_name(page, *outline::find(page, "program:frame")), "Code in Python");
  EXPECT_EQ(outline::all_letters(*outline::find(page, "program:syntax")), "Python");
}

TEST(FurtherBlocks, AFormulaIsMathMlWithBareLetters) {
  content::MathBlock block;
  block.math = {.tag = "math", .text = {}, .attributes = {{"onclick", "alert(1)"}},
                .children = {{.tag = "mfrac", .text = {}, .attributes = {{"linethickness", "0"}},
                              .children = {{.tag = "mi", .text = "a<b", .attributes = {}, .children = {}},
                                           {.tag = "script", .text = {}, .attributes = {}, .children = {}}}}}};
  block.caption = plain("Half");
  content::Byte byte;
  byte.id = "a-byte";
  byte.sections.push_back({.id = "s", .title = plain("S"), .gate = false, .blocks = {}});
  byte.sections[0].blocks.push_back({.id = "half", .content = block});
  const Element page = byte_page(byte, learning::Progress(), PageState(), english());
  EXPECT_EQ(outline::to_html(*outline::find(page, "half:frame")),
            "<div id=\"half:frame\" class=\"formula-frame\" role=\"group\" tabindex=\"0\" aria-label=\"Formula\">"
            "<math id=\"half:math-1\" display=\"block\"><mfrac id=\"half:math-2\" linethickness=\"0\">"
            "<mi id=\"half:math-3\">a&lt;b</mi><mrow id=\"half:math-4\"></mrow></mfrac></math></div>");
  EXPECT_EQ(outline::all_letters(*outline::find(page, "half:caption")), "Half");
}

TEST(FurtherBlocks, EveryElementAndAttributeOfMathMlHasItsPlaceInTheOutline) {
  for (const std::string_view tag : content::kMathElements) {
    ASSERT_TRUE(outline::math_role(tag)) << tag;
    EXPECT_TRUE(outline::is_math(*outline::math_role(tag))) << tag;
  }
  for (const std::string_view name : content::kMathAttributes) EXPECT_TRUE(outline::math_attribute(name)) << name;
  EXPECT_EQ(std::size(content::kMathElements), static_cast<std::size_t>(outline::kMathRoleCount));
  EXPECT_EQ(std::size(content::kMathAttributes), static_cast<std::size_t>(outline::kMathAttributeCount));
  EXPECT_FALSE(outline::math_role("script"));
  EXPECT_FALSE(outline::is_math(Role::kLibraryText));
}

}  // namespace
}  // namespace bytes::view
