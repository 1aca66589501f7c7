#include "site/page_words.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "content/byte_reader.h"
#include "content/json.h"
#include "tests/support/files.h"
#include "tests/view/support/english.h"
#include "view/byte_page.h"

namespace bytes::site {
namespace {

content::Byte byte_at(const std::string& path) {
  Diagnostics diagnostics;
  auto byte = content::read_byte(read_test_file(path), path, {.strict = false, .markup = {}}, diagnostics);
  return byte ? *byte : content::Byte();
}

view::Interface words_of(const content::Byte& byte) {
  Diagnostics diagnostics;
  return view::Interface(content::parse_json(words_for_byte(view::english(), byte), "words", diagnostics));
}

TEST(PageWords, AreAllThatThePageNeeds) {
  std::vector<std::string> paths = {"tests/data/bytes/valid/full.json", "tests/data/bytes/valid/media.json"};
  for (const char* folder : {"tests/data/kinds/bytes", "tests/data/arranged/bytes", "content/bytes"}) {
    if (!std::filesystem::exists(folder)) continue;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) paths.push_back(entry.path().string() + "/byte.json");
  }
  EXPECT_GT(paths.size(), 5u);
  for (const std::string& path : paths) {
    const content::Byte byte = byte_at(path);
    EXPECT_EQ(view::byte_page(byte, {}, {}, words_of(byte)), view::byte_page(byte, {}, {}, view::english())) << path;
  }
}

TEST(PageWords, AreNotThoseOfKindsThatTheByteDoesNotHave) {
  const view::Interface text = words_of(byte_at("tests/data/bytes/valid/minimal.json"));
  for (const char* key : {"scale-kicker", "typed-label", "poll-show", "bank-draw", "order-kicker", "scenario-kicker", "sure-1",
                          "offline-title", "device-ask", "privacy-title"}) {
    EXPECT_NE(view::english().find(key), "") << key;
    EXPECT_EQ(text.find(key), "") << key;
  }
  EXPECT_NE(text.find("check"), "");
  const view::Interface asked = words_of(byte_at("tests/data/kinds/bytes/asked/byte.json"));
  for (const char* key : {"scale-kicker", "typed-label", "poll-show", "bank-draw", "true-false-true", "number-point"}) {
    EXPECT_NE(asked.find(key), "") << key;
  }
  EXPECT_EQ(asked.find("order-kicker"), "");
}

TEST(PageWords, KnowWhatOnlyABankAsks) {
  content::Byte byte = byte_at("tests/data/kinds/bytes/asked/byte.json");
  byte.sections.erase(byte.sections.begin(), byte.sections.begin() + 2);
  EXPECT_NE(words_of(byte).find("true-false-true"), "");
  EXPECT_EQ(words_of(byte).find("scale-kicker"), "");
}

}  // namespace
}  // namespace bytes::site
