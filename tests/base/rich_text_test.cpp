#include "base/rich_text.h"

#include <gtest/gtest.h>

namespace bytes {
namespace {

Run strong(std::string_view text) {
  Run run;
  run.text = text;
  run.strong = true;
  return run;
}

TEST(RichText, PlainTextIsOneRunAndNoTextIsNone) {
  ASSERT_EQ(plain("words").size(), 1u);
  EXPECT_EQ(plain("words")[0].text, "words");
  EXPECT_TRUE(plain("").empty());
}

TEST(RichText, RunsOfEqualMarksBecomeOne) {
  RichText text;
  append(text, strong("a"));
  append(text, strong("b"));
  append(text, plain("c")[0]);
  append(text, strong(""));
  append(text, plain("d")[0]);
  ASSERT_EQ(text.size(), 2u);
  EXPECT_EQ(text[0], strong("ab"));
  EXPECT_EQ(letters_of(text), "abcd");
}

struct Link {
  std::string_view href;
  bool is_safe;
};

TEST(SafeLink, TellsSafeFromUnsafe) {
  const Link kLinks[] = {
      {"https://example.org", true},
      {"HTTPS://EXAMPLE.ORG/a?b=c:d#e", true},
      {"https://user@example.org:8080/", true},
      {"https://example.org/../../../..", true},  // The browser keeps it on that host.
      {"mailto:someone@example.org", true},
      {"MailTo:someone@example.org?subject=Hi", true},
      {"tel:+15550100", true},
      {"page.html", true},
      {"../another-byte/", true},
      {"../../index.html", true},
      {"a/../../../b", true},
      {"a/b/c/../../../../../d", true},
      {"./a", true},
      {"#section", true},
      {"?page=2", true},
      {"a?b=javascript:c", true},
      {"a#b:c", true},
      {"a/b:c", true},
      {"été.html", true},
      {"javascript%3Aalert(1)", true},  // No scheme: a file of that name.
      {"java&#115;cript.html", true},   // In a run, letters are letters.

      {"", false},
      {"javascript:alert(1)", false},
      {"JavaScript:alert(1)", false},
      {"jAvAsCrIpT:alert(1)//https://example.org", false},
      {" javascript:alert(1)", false},
      {"\tjavascript:alert(1)", false},
      {"\njavascript:alert(1)", false},
      {"\x01javascript:alert(1)", false},
      {"java\tscript:alert(1)", false},
      {"java\nscript:alert(1)", false},
      {"java\rscript:alert(1)", false},
      {"javascript\t:alert(1)", false},
      {"javascript :alert(1)", false},
      {"javascript:", false},
      {"vbscript:x", false},
      {"data:text/html,<script>alert(1)</script>", false},
      {"blob:https://example.org/x", false},
      {"file:///etc/passwd", false},
      {"about:blank", false},
      {"http://example.org", false},
      {"ftp://example.org", false},
      {"ws://example.org", false},
      {"view-source:https://example.org", false},
      {"//example.org", false},
      {"///example.org", false},
      {"/\\example.org", false},
      {"\\\\example.org", false},
      {"\\/example.org", false},
      {"/top", false},
      {"/", false},
      {"https:", false},
      {"https:/example.org", false},
      {"https:example.org", false},
      {"https://", false},
      {"https:///example.org", false},
      {"https:\\\\example.org", false},
      {"https://exa mple.org", false},
      {"mailto:", false},
      {"tel:", false},
      {":", false},
      {":javascript:x", false},
      {"1:2", false},
      {"-:x", false},
      {"javascript&colon;alert(1):", false},
      {"../../../outside", false},
      {"..//../../..", false},
      {"%2e%2e/%2E%2e/%2e./.%2E/x", false},
      {"a/../../../../b", false},
      {"../../..", false},
      {"../../../?x", false},
      {"a\x7f", false},
      {std::string_view("a\0b", 3), false},
  };
  for (const Link& link : kLinks) EXPECT_EQ(is_safe_link(link.href), link.is_safe) << link.href;
}

}  // namespace
}  // namespace bytes
