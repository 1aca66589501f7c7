#include "view/site_parts.h"

#include <gtest/gtest.h>

#include "content/byte_reader.h"
#include "outline/accessible.h"
#include "view/about_page.h"
#include "view/byte_page.h"
#include "view/catalogue_page.h"

namespace bytes::view {
namespace {

using outline::Attribute;
using outline::Element;
using outline::Role;

content::Site full_site() {
  content::Site site;
  site.title = "Ours";
  site.owner = "Example Works Council";
  site.logo.src = "logo.svg";
  site.logo.alt = "Council";
  site.logo.width = 160;
  site.logo.height = 48;
  site.imprint.href = "https://example.org/imprint";
  site.privacy = {"Your data", "privacy.html"};
  site.contact.href = "mailto:us@example.org";
  return site;
}

Interface words() {
  Diagnostics diagnostics;
  return Interface(content::parse_json(R"({"site-imprint":"Imprint","site-contact":"Contact","site-about":"About"})", "en.json", diagnostics));
}

Element byte_page_of(const Interface& interface) {
  Diagnostics diagnostics;
  auto byte = content::read_byte(R"({"format":1,"id":"a","title":"A","language":"en","sections":[{"id":"s","blocks":[]}]})",
                                 "byte.json", {.strict = false, .markup = {}}, diagnostics);
  return byte_page(byte.value_or(content::Byte()), learning::Progress(), PageState(), interface);
}

TEST(SiteParts, HaveAddressesAsThePageNeedsThem) {
  Interface interface = words();
  set_site(interface, full_site(), "en", "engine/logo.1.svg", "../../");
  EXPECT_EQ(interface.find("site-logo"), "../../engine/logo.1.svg");
  EXPECT_EQ(interface.find("site-imprint-href"), "https://example.org/imprint");
  EXPECT_EQ(interface.find("site-privacy-href"), "../../privacy.html");
  EXPECT_EQ(interface.find("site-contact-href"), "mailto:us@example.org");
  EXPECT_EQ(interface.find("site-about-href"), "../../about.html");
  set_site(interface, full_site(), "en", "engine/logo.1.svg", "");
  EXPECT_EQ(interface.find("site-privacy-href"), "privacy.html");
  set_site(interface, content::Site{"Ours"}, "en", "", "");
  EXPECT_EQ(interface.find("site-logo"), "");
  EXPECT_EQ(interface.find("site-privacy-href"), "");
}

TEST(SiteParts, LeadToTheSitesPagesInTheirLanguage) {
  content::Site site = full_site();
  site.languages = {"en", "es"};
  struct Case {
    const char* language;
    const char* index;
    const char* about;
  };
  for (const Case& one : {Case{"en", "../../index.html", "../../about.html"},
                          {"es", "../../index.es.html", "../../about.es.html"},
                          {"fr", "../../index.html", "../../about.html"}}) {
    SCOPED_TRACE(one.language);
    Interface interface = words();
    set_site(interface, site, one.language, "", "../../");
    EXPECT_EQ(interface.find("site-about-href"), one.about);
    EXPECT_EQ(outline::find(byte_page_of(interface), "page:home")->get(Attribute::kHref), one.index);
    EXPECT_EQ(outline::find(byte_page_of(interface), "page:next-all")->get(Attribute::kHref), one.index);
  }
}

TEST(SiteParts, HaveTheSitesWordsOrElseTheInterfaces) {
  Interface interface = words();
  set_site(interface, full_site(), "en", "", "");
  EXPECT_EQ(interface.find("site-imprint"), "Imprint");
  EXPECT_EQ(interface.find("site-privacy"), "Your data");
}

TEST(SiteParts, StandAtTheHeadAndTheFootOfEveryPage) {
  Interface interface = words();
  set_site(interface, full_site(), "en", "engine/logo.1.svg", "../../");
  for (const Element& page : {byte_page_of(interface), catalogue_page(full_site(), {}, interface)}) {
    const Element* logo = find(page, "page:logo");
    ASSERT_TRUE(logo);
    EXPECT_EQ(logo->role, Role::kLogo);
    EXPECT_EQ(logo->get(Attribute::kAlt), "Council");
    const Element* footer = find(page, "page:footer");
    ASSERT_TRUE(footer);
    ASSERT_TRUE(find(*footer, "page:owner"));
    EXPECT_EQ(letters_of(find(*footer, "page:owner")->text), "Example Works Council");
    const Element* link = find(*footer, "page:site-privacy");
    ASSERT_TRUE(link);
    EXPECT_EQ(letters_of(link->text), "Your data");
    EXPECT_EQ(link->get(Attribute::kHref), "../../privacy.html");
  }
}

TEST(SiteParts, LeadToThePageAboutTheSiteWhereThereAreWordsForIt) {
  Interface interface = words();
  set_site(interface, full_site(), "en", "", "");
  EXPECT_TRUE(find(catalogue_page(full_site(), {}, interface), "page:site-about"));
  EXPECT_FALSE(find(about_page(full_site(), interface), "page:site-about")) << "a page that leads to itself";
  Interface silent;
  set_site(silent, full_site(), "en", "", "");
  EXPECT_EQ(silent.find("site-about-href"), "");
}

TEST(SiteParts, LetThePageAboutTheSiteNameItsOwner) {
  Diagnostics diagnostics;
  Interface interface(content::parse_json(
      R"({"privacy-owner-name":"Of {owner}.","privacy-owner-unknown":"Of nobody.","privacy-owner-more":"More:","site-privacy":"Privacy"})",
      "en.json", diagnostics));
  const auto says = [&](const content::Site& site, const char* id) {
    Interface own = interface;
    set_site(own, site, "en", "", "");
    const Element page = about_page(site, own);
    const Element* paragraph = find(page, id);
    return paragraph ? letters_of(paragraph->text) : std::string();
  };
  EXPECT_EQ(says(full_site(), "about:owner-name"), "Of Example Works Council.");
  EXPECT_EQ(says(full_site(), "about:owner-more"), "More: Your data");
  EXPECT_EQ(says(content::Site{"Ours"}, "about:owner-unknown"), "Of nobody.");
  EXPECT_EQ(says(content::Site{"Ours"}, "about:owner-more"), "");
}

TEST(SiteParts, LeaveNothingBehindWhereASiteSaysNothing) {
  const Element page = byte_page_of(words());
  for (const char* id : {"page:logo", "page:owner", "page:footer-links"}) EXPECT_FALSE(find(page, id)) << id;
  const Element catalogue = catalogue_page(content::Site{"Ours"}, {}, words());
  EXPECT_FALSE(find(catalogue, "page:footer"));
}

}  // namespace
}  // namespace bytes::view
