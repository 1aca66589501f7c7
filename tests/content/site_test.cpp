// site.json: what is read of it, what is said of broken ones (tests/data/sites/broken, a golden text beside each; with
// BYTES_RECORD=1 in the environment these are recorded anew), and what docs/site.md promises.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "content/author/site_colours.h"
#include "content/author/site_reader.h"
#include "tests/content/support/files.h"

namespace bytes::content {
namespace {

const std::string kBroken = "tests/data/sites/broken";
const std::string kValidSites = "tests/data/sites/valid/";

ReadBeside beside(const std::string& folder) {
  return [folder](std::string_view name) -> std::optional<std::string> {
    const std::string path = folder + '/' + std::string(name);
    if (!has_test_file(path)) return std::nullopt;
    return read_test_file(path);
  };
}

Site valid_site(const std::string& name) {
  Diagnostics diagnostics;
  const auto site = read_site(read_test_file(kValidSites + name + "/site.json"), "site.json", diagnostics, beside(kValidSites + name));
  EXPECT_EQ(in_words(diagnostics), "");
  return site.value_or(Site());
}

std::string colour_of(const Site& site, Theme theme, std::string_view token) {
  for (const SiteColour& colour : site.colours) {
    if (colour.theme == theme && colour.token == token) return colour.colour;
  }
  return {};
}

TEST(Site, HasAllThatItsFileSays) {
  const Site site = valid_site("full");
  EXPECT_EQ(site.title, "Lessons for new colleagues");
  EXPECT_EQ(site.summary, "Short lessons about the first weeks at work.");
  EXPECT_EQ(site.language, "en");
  EXPECT_EQ(site.languages, (std::vector<std::string>{"en", "ar", "pt-BR"}));
  EXPECT_EQ(site.translations, (std::vector<SiteWords>{{"ar", "دروس للزملاء الجدد", "دروس قصيرة."},
                                                       {"pt-BR", "Lições para novos colegas", ""}}));
  EXPECT_EQ(site.address, "https://lessons.example.org/bytes/");
  EXPECT_EQ(site.owner, "Example Works Council");
  EXPECT_EQ(site.logo.src, "logo.svg");
  EXPECT_EQ(site.logo.alt, "Example Works Council");
  EXPECT_EQ(site.logo.width, 160);
  EXPECT_EQ(site.logo.height, 48);
  EXPECT_GT(site.logo.bytes, 100);
  EXPECT_EQ(site.imprint, (SiteLink{"", "https://example.org/imprint"}));
  EXPECT_EQ(site.privacy, (SiteLink{"How we treat data", "privacy.html"}));
  EXPECT_EQ(site.contact, (SiteLink{"", "mailto:lessons@example.org"}));
  EXPECT_EQ(colour_of(site, Theme::kLight, "primary"), "#7A1F5C");
  EXPECT_EQ(colour_of(site, Theme::kDark, "paper"), "#1A1419");
  EXPECT_EQ(colour_of(site, Theme::kHighContrast, "primary"), "#5A0F42");
}

TEST(Site, NeedsLittle) {
  const Site site = valid_site("small");
  EXPECT_TRUE(site.logo.decorative);
  EXPECT_EQ(site.logo.width, 24);
  EXPECT_EQ(site.contact.href, "tel:+491234567");
  EXPECT_TRUE(site.imprint.href.empty());
  EXPECT_EQ(site.colours, (std::vector<SiteColour>{{Theme::kDark, "focus", "#FFD166"}}));
}

TEST(Site, WithColoursThatCannotBeReadKeepsThePlayers) {
  Diagnostics diagnostics;
  const auto site = read_site(read_test_file(kBroken + "/contrast-low.json"), "site.json", diagnostics);
  ASSERT_TRUE(site);
  EXPECT_TRUE(diagnostics.has_errors());
  EXPECT_TRUE(site->colours.empty());
  EXPECT_EQ(site->title, "Ours");
}

TEST(BrokenSites, AreReportedAsRecorded) {
  const std::vector<std::string> names = names_in(kBroken, ".json");
  ASSERT_GT(names.size(), 20u);
  for (const std::string& name : names) {
    SCOPED_TRACE(name);
    const std::string text = read_test_file(kBroken + '/' + name + ".json");
    Diagnostics diagnostics;
    read_site(text, name + ".json", diagnostics, beside(kBroken));
    ASSERT_TRUE(diagnostics.has_errors());
    const int lines = 1 + static_cast<int>(std::count(text.begin(), text.end(), '\n'));
    for (const Diagnostic& problem : diagnostics.all()) {
      EXPECT_FALSE(problem.message.empty() || problem.remedy.empty() || problem.code.empty()) << to_text(problem);
      EXPECT_LE(problem.position.line, lines) << to_text(problem);
    }
    expect_recorded(kBroken + '/' + name + ".txt", in_words(diagnostics));
  }
}

TEST(BrokenSites, ShowEveryCode) {
  std::string goldens;
  for (const std::string& name : names_in(kBroken, ".txt")) goldens += read_test_file(kBroken + '/' + name + ".txt");
  const std::vector<std::string> codes = codes_in("src/content/author/site_codes.h");
  for (const std::string& code : codes) {
    EXPECT_NE(goldens.find('[' + code + ']'), std::string::npos) << code;
  }
  EXPECT_EQ(codes.size(), 6u);
  for (const char* shared : {"file-missing", "file-outside", "link-unsafe", "alt-missing", "field-unknown"}) {
    EXPECT_NE(goldens.find(std::string("[") + shared + ']'), std::string::npos) << shared;
  }
}

// The file with this `primary` in the light theme, without errors or else with none of its colours.
Site with_primary(const std::string& colour, Diagnostics& diagnostics) {
  const std::string text = R"({"format":1,"title":"A","language":"en","colors":{"light":{"primary":")" + colour + R"("}}})";
  return read_site(text, "site.json", diagnostics).value_or(Site());
}

TEST(SiteColours, ShadesOfPrimaryFollowIt) {
  Diagnostics diagnostics;
  const Site site = with_primary("#7A1F5C", diagnostics);
  EXPECT_FALSE(diagnostics.has_errors());
  for (const char* token : {"primary-deep", "primary-tint", "hover", "selection"}) {
    const auto colour = colour_from(colour_of(site, Theme::kLight, token));
    ASSERT_TRUE(colour) << token;
    EXPECT_GT(colour->red, colour->green) << token << ": it is no longer green";
    EXPECT_GT(colour->blue, colour->green) << token;
  }
  EXPECT_EQ(colour_of(site, Theme::kLight, "ink"), "") << "what does not follow stays as it is";
  EXPECT_EQ(colour_of(site, Theme::kDark, "primary"), "") << "and so does another theme";
}

TEST(SiteColours, AFollowerThatIsSaidDoesNotFollow) {
  OwnColours own;
  const auto at = [](std::string_view name) {
    return static_cast<std::size_t>(
        std::find_if(std::begin(kTokens), std::end(kTokens), [&](const Token& one) { return one.name == name; }) -
        std::begin(kTokens));
  };
  own[at("primary")] = colour_from("#7A1F5C");
  own[at("hover")] = colour_from("#F0F0F0");
  EXPECT_EQ(with_followers(Theme::kLight, own)[at("hover")], *own[at("hover")]);
}

// Whatever the primary, no error is about a shade that the author has not written.
TEST(SiteColours, FollowersCanAlwaysBeReadWhenPrimaryCan) {
  int without_errors = 0;
  for (int red = 0; red < 256; red += 51) {
    for (int green = 0; green < 256; green += 51) {
      for (int blue = 0; blue < 256; blue += 51) {
        const auto part = [](int value) { return static_cast<std::uint8_t>(value); };
        const std::string colour = to_text(Colour{part(red), part(green), part(blue)});
        Diagnostics diagnostics;
        with_primary(colour, diagnostics);
        without_errors += !diagnostics.has_errors();
        for (const Diagnostic& problem : diagnostics.all()) {
          EXPECT_TRUE(problem.details[1] == "primary" || problem.details[2] == "primary") << to_text(problem);
          EXPECT_EQ(problem.path, "colors.light.primary") << to_text(problem);
        }
      }
    }
  }
  EXPECT_GT(without_errors, 30);
}

// Following the remedies of any one colour leads to a site without errors, in one step.
TEST(SiteColours, TheRemedyOfAPrimaryIsOneThatPasses) {
  for (const char* colour : {"#3AA6B0", "#FFFFFF", "#FF0000", "#B0508F", "#808080", "#FFD700"}) {
    Diagnostics diagnostics;
    with_primary(colour, diagnostics);
    ASSERT_TRUE(diagnostics.has_errors()) << colour;
    const std::string remedy = diagnostics.all()[0].details[6];
    ASSERT_FALSE(remedy.empty()) << colour;
    Diagnostics after;
    with_primary(remedy, after);
    EXPECT_EQ(in_words(after), "") << colour << " became " << remedy;
  }
}

TEST(SiteColours, ThePlayersOwnGoTogether) {
  for (const Theme theme : {Theme::kLight, Theme::kDark, Theme::kHighContrast}) {
    EXPECT_TRUE(low_contrasts(theme, OwnColours()).empty());
  }
}

TEST(SiteColours, AreWrittenForEveryThemeSoThatNoneLeaksIntoAnother) {
  EXPECT_EQ(style_of({}), "");
  EXPECT_EQ(style_of({{Theme::kLight, "primary", "#7A1F5C"}, {Theme::kDark, "paper", "#1A1419"}}),
            ":root,html[data-theme=light]{--paper:#FCFAF6;--primary:#7A1F5C}"
            "@media screen and (prefers-color-scheme:dark){:root{--paper:#1A1419;--primary:#82D2D2}}"
            "@media (prefers-contrast:more){:root{--paper:#FFFFFF;--primary:#00424A}}"
            "@media screen{html[data-theme=dark]{--paper:#1A1419;--primary:#82D2D2}}"
            "html[data-theme=contrast]{--paper:#FFFFFF;--primary:#00424A}\n");
}

TEST(SitePage, ItsExampleHasNoProblems) {
  const std::string example = block_after(read_test_file("docs/site.md"), "```json\n");
  Diagnostics diagnostics;
  const auto site = read_site(example, "content/site.json", diagnostics, beside(kValidSites + "full"));
  EXPECT_EQ(in_words(diagnostics), "");
  ASSERT_TRUE(site);
  EXPECT_FALSE(site->colours.empty());
}

TEST(SitePage, ShowsWhatIsSaidOfAPairThatFails) {
  const std::string page = read_test_file("docs/site.md");
  std::string example = block_after(page, "```json\n");
  const std::string good = "#7A1F5C";
  example.replace(example.find(good), good.size(), "#B0508F");
  Diagnostics diagnostics;
  read_site(example, "content/site.json", diagnostics);
  const std::string shown = block_after(page, "```text\n");
  EXPECT_NE(in_words(diagnostics).find(shown), std::string::npos) << in_words(diagnostics);
}

TEST(SitePage, NamesEveryColourThatCanBeChangedAndNoOther) {
  std::string page = read_test_file("docs/site.md");
  page = page.substr(page.find("## Colours"), page.find("## What the contrast") - page.find("## Colours"));
  for (const Token& token : kTokens) {
    const bool is_named = page.find('`' + std::string(token.name) + '`') != std::string::npos;
    EXPECT_EQ(is_named, is_changeable(token)) << token.name;
  }
}

}  // namespace
}  // namespace bytes::content
