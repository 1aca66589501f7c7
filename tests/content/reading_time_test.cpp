#include "content/author/reading_time.h"

#include <gtest/gtest.h>

namespace bytes::content {
namespace {

constexpr Milliseconds kWord = 300;
constexpr Milliseconds kLetter = 150;

TEST(ReadingTime, CountsWordsAndWhereThereAreNoSpacesLetters) {
  const struct {
    std::string_view text;
    Milliseconds expected;
  } kTable[] = {
      {"", 0},
      {"  \n ", 0},
      {"one", kWord},
      {"It's a five-minute lesson.", 4 * kWord},
      {"a — b", 2 * kWord},
      {"“Quoted”, she said…", 3 * kWord},
      {"12 of 40", 3 * kWord},
      {"مرحبا بكم", 2 * kWord},
      {"שלום", kWord},
      {"नमस्ते दुनिया", 2 * kWord},
      {"안녕 세계", 2 * kWord},
      {"日本語", 3 * kLetter},
      {"日本語。", 3 * kLetter},
      {"ひらがなとカタカナ", 9 * kLetter},
      {"ສະບາຍດີ", 7 * kLetter},
      {"สวัสดี", 6 * kLetter},
      {"ខ្មែរ", 5 * kLetter},
      {"မြန်မာ", 6 * kLetter},
      {"用 C++ 写", 2 * kLetter + kWord},
      {"😀", kWord},
      {"\xff\xfe", kWord},
  };
  for (const auto& row : kTable) EXPECT_EQ(reading_time(row.text), row.expected) << row.text;
}

TEST(ReadingTime, OfABlockIsThatOfAllItsWords) {
  Block block;
  block.content = ListBlock{ListStyle::kBullet, plain("A list"), {plain("one"), plain("two three")}};
  EXPECT_EQ(reading_time(block), 5 * kWord);
  block.content = StepsBlock{{{plain("First"), plain("do it")}, {plain("Then"), {}}}};
  EXPECT_EQ(reading_time(block), 4 * kWord);
  block.content = TableBlock{{}, {plain("a"), plain("b")}, {{plain("c"), {}}}};
  EXPECT_EQ(reading_time(block), 3 * kWord);
  Question question;
  question.prompt = plain("Which one?");
  question.options.resize(2);
  question.options[0].text = plain("this");
  question.options[0].feedback = plain("read only if chosen");
  question.options[1].text = plain("that");
  question.explanation = plain("This.");
  block.content = question;
  EXPECT_EQ(reading_time(block), 5 * kWord);
  block.content = DividerBlock();
  EXPECT_EQ(reading_time(block), 0);
}

TEST(ReadingTime, OfAByteLeavesScenariosOut) {
  Byte byte;
  byte.title = "A title";
  byte.sections.resize(1);
  byte.sections[0].title = plain("Section");
  byte.sections[0].blocks.resize(2);
  byte.sections[0].blocks[0].content = TextBlock{plain("Four more words here")};
  ScenarioBlock scenario;
  scenario.scenario.title = "not counted";
  byte.sections[0].blocks[1].content = scenario;
  EXPECT_EQ(reading_time(byte), 7 * kWord);
}

}  // namespace
}  // namespace bytes::content
