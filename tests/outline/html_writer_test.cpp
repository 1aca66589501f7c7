#include "outline/html_writer.h"

#include <gtest/gtest.h>

#include "outline/accessible.h"

namespace bytes::outline {
namespace {

TEST(HtmlWriter, PutsEveryRunAloneInASpan) {
  Element paragraph = make(Role::kParagraph, "a");
  bytes::Run strong;
  strong.text = "with";
  strong.strong = true;
  bytes::Run link;
  link.text = "you";
  link.href = "https://example.org/?a=1&b=2";
  link.language = "fr";
  paragraph.text = {plain("talks ")[0], strong, link};
  EXPECT_EQ(to_html(paragraph),
            "<p id=\"a\"><span>talks </span><strong><span>with</span></strong>"
            "<a href=\"https://example.org/?a=1&amp;b=2\"><span lang=\"fr\" dir=\"auto\">you</span></a></p>");
}

TEST(HtmlWriter, TakesNothingForMarkup) {
  Element paragraph = make(Role::kParagraph, "a", plain("<script>alert(\"1\")</script> &amp;"));
  paragraph.set(Attribute::kLabel, "\"><img src=x onerror=alert(1)>");
  EXPECT_EQ(to_html(paragraph),
            "<p id=\"a\" aria-label=\"&quot;&gt;&lt;img src=x onerror=alert(1)&gt;\">"
            "<span>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp;amp;</span></p>");
}

TEST(HtmlWriter, LeavesUnsafeLinksWithoutAddress) {
  Element link = make(Role::kNextLink, "a", plain("go"));
  link.set(Attribute::kHref, "javascript:alert(1)");
  EXPECT_EQ(to_html(link).find("javascript"), std::string::npos);
  bytes::Run run;
  run.text = "go";
  run.href = "java\nscript:alert(1)";
  EXPECT_EQ(to_html(make(Role::kParagraph, "b", {run})), "<p id=\"b\"><span>go</span></p>");
}

TEST(HtmlWriter, KeepsLinksInsideThePageAndTheSite) {
  for (std::string_view address : {"#what-is-a-mentor", "../../index.html", "bytes/a/index.html", "#page:end"}) {
    Element link = make(Role::kNextLink, "a", plain("go"));
    link.set(Attribute::kHref, address);
    EXPECT_NE(to_html(link).find("href=\"" + std::string(address) + "\""), std::string::npos) << address;
  }
}

TEST(HtmlWriter, WritesVoidElementsAndBooleans) {
  Element radio = make(Role::kRadio, "a");
  radio.set(Attribute::kName, "q").set_if(Attribute::kDisabled, true);
  EXPECT_EQ(to_html(radio), "<input id=\"a\" class=\"control\" autocomplete=\"off\" type=\"radio\" disabled name=\"q\">");
}

TEST(Outline, HashKnowsEveryPart) {
  Element base = make(Role::kParagraph, "a", plain("text"));
  base.add(make(Role::kParagraph, "b"));
  std::vector<Element> others(6, base);
  others[0].id = "c";
  others[1].role = Role::kHeading;
  others[2].text[0].strong = true;
  others[3].set(Attribute::kTone, "x");
  others[4].children.clear();
  others[5].text[0].text = "tex";
  for (const Element& other : others) EXPECT_NE(hash_of_outline(base), hash_of_outline(other));
  EXPECT_EQ(hash_of_outline(base), hash_of_outline(Element(base)));
}

TEST(Outline, AttributesStayInOrderAndOnce) {
  Element element = make(Role::kParagraph, "a");
  element.set(Attribute::kTone, "x").set(Attribute::kLanguage, "fr").set(Attribute::kTone, "y");
  ASSERT_EQ(element.attributes.size(), 2u);
  EXPECT_EQ(element.attributes[0].attribute, Attribute::kLanguage);
  EXPECT_EQ(element.get(Attribute::kTone), "y");
  element.set_if(Attribute::kTone, false);
  EXPECT_FALSE(element.has(Attribute::kTone));
}

TEST(Accessible, NamesComeFromLabelsAndLegends) {
  Element options = make(Role::kOptions, "q:options");
  options.add(make(Role::kPrompt, "q:prompt", plain("Which?")));
  options.add(make(Role::kRadio, "q/a:control"));
  Element label = make(Role::kOptionLabel, "q/a:label", plain("A mentor"));
  label.set(Attribute::kFor, "q/a:control");
  options.add(label);
  Element root = make(Role::kPage, "root");
  root.add(options);
  EXPECT_EQ(accessible_name(root, *find(root, "q:options")), "Which?");
  ASSERT_NE(find_by_name(root, Role::kRadio, "A mentor"), nullptr);
  EXPECT_EQ(find_by_name(root, Role::kRadio, "Another"), nullptr);
}

}  // namespace
}  // namespace bytes::outline
