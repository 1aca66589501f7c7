#include "content/catalogue.h"

#include <gtest/gtest.h>

#include "content/author/rules.h"
#include "content/author/site_reader.h"
#include "tests/content/support/files.h"

namespace bytes::content {
namespace {

TEST(Catalogue, TellsWhatAByteIsAndWhatItCosts) {
  Diagnostics diagnostics;
  std::optional<Byte> byte =
      check_byte(read_test_file("tests/data/bytes/valid/full.json"), "full.json", {}, diagnostics);
  ASSERT_TRUE(byte);
  const CatalogueEntry entry = catalogue_entry(*byte);
  EXPECT_EQ(entry.id, "full");
  EXPECT_EQ(entry.title, byte->title);
  EXPECT_EQ(entry.summary, byte->summary);
  EXPECT_EQ(entry.minutes, 4);
  EXPECT_EQ(entry.level, "intermediate");
  EXPECT_EQ(entry.topics, byte->topics);
  EXPECT_EQ(entry.cover, byte->cover);
  EXPECT_EQ(entry.language, "en-GB");
  EXPECT_EQ(entry.cost, byte->cost);
}

TEST(SiteReader, ReadsTheSite) {
  Diagnostics diagnostics;
  const std::optional<Site> site = read_site(
      R"({"$schema":"schema/site.schema.json","format":1,"title":"Ours","summary":"All of it.","language":"pt-BR","note":0})",
      "site.json", diagnostics);
  EXPECT_EQ(in_words(diagnostics), "");
  EXPECT_EQ(site, (Site{"Ours", "All of it.", "pt-BR"}));
}

TEST(SiteReader, TakesTheProjectsOwnSite) {
  Diagnostics diagnostics;
  EXPECT_TRUE(read_site(read_test_file("content/site.json"), "site.json", diagnostics));
  EXPECT_EQ(in_words(diagnostics), "");
}

TEST(SiteReader, SaysWhatIsWrong) {
  Diagnostics diagnostics;
  EXPECT_TRUE(read_site("{\n\"titel\": \"Ours\", \"language\": 5 }", "site.json", diagnostics));
  EXPECT_EQ(in_words(diagnostics),
            "site.json:1:1: \"format\" is missing — add \"format\": 1. [field-missing]\n"
            "site.json:1:1: \"title\" is missing — add \"title\": \"…\". [field-missing]\n"
            "site.json:2:1: titel: there is no field \"titel\" in a site — did you mean \"title\"? [field-unknown]\n"
            "site.json:2:30: language: this is a number where text belongs — put it in quotation marks: \"…\". "
            "[type-wrong]\n");
  Diagnostics cut_off;
  EXPECT_FALSE(read_site("{\"format\": 1", "site.json", cut_off));
  EXPECT_EQ(cut_off.all().size(), 1u);
}

}  // namespace
}  // namespace bytes::content
