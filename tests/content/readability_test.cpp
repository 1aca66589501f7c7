#include "content/author/readability.h"

#include <gtest/gtest.h>

#include <string>

namespace bytes::content {
namespace {

ReadingCounts counts_of(std::string_view text) {
  ReadingCounts counts;
  for (const std::string_view sentence : sentences_of(text)) counts += count_reading(sentence);
  return counts;
}

TEST(Readability, FindsSentences) {
  const struct {
    std::string_view text;
    std::vector<std::string_view> expected;
  } kTable[] = {
      {"", {}},
      {" … !", {}},
      {"One. Two? Three!", {"One.", "Two?", "Three!"}},
      {"No full stop", {"No full stop"}},
      {"“Take Imani,” he says. “I'd put my name on it.” Good.",
       {"“Take Imani,” he says.", "“I'd put my name on it.”", "Good."}},
      {"Really?! Yes...", {"Really?!", "Yes..."}},
      {"Mr. Holm knows Ms. Rahimi. She knows him.", {"Mr. Holm knows Ms. Rahimi.", "She knows him."}},
      {"Fruit, e.g. apples. More.", {"Fruit, e.g. apples.", "More."}},
      {"J. P. Kincaid wrote it.", {"J. P. Kincaid wrote it."}},
      {"It costs 2.50 at example.org today.", {"It costs 2.50 at example.org today."}},
      {"Это дом. А это сад.", {"Это дом.", "А это сад."}},
  };
  for (const auto& row : kTable) EXPECT_EQ(sentences_of(row.text), row.expected) << row.text;
}

TEST(Readability, EstimatesTheSyllablesOfEnglishWords) {
  const struct {
    int syllables;
    std::vector<std::string_view> words;
  } kTable[] = {
      {1, {"a", "the", "name", "names", "worked", "helped", "young", "through", "you're", "boss's", "friend", "piece"}},
      {2,
       {"mentor", "sponsor", "table", "tables", "wanted", "needed", "people", "boxes", "changes", "nation", "being",
        "question", "special", "quiet", "career", "client", "language", "Advice"}},
      {3, {"idea", "ideas", "video", "department", "important", "beginning", "period", "director", "September"}},
      {4, {"information", "experience", "development", "education", "scenario"}},
      {5, {"communication", "university", "opportunity"}},
  };
  int wrong = 0;
  std::string which;
  for (const auto& row : kTable) {
    for (const std::string_view word : row.words) {
      if (english_syllables(word) == row.syllables) continue;
      ++wrong;
      which += std::string(word) + ' ' + std::to_string(english_syllables(word)) + ", ";
    }
  }
  EXPECT_EQ(wrong, 0) << which;
  EXPECT_EQ(english_syllables(""), 1);
  EXPECT_EQ(english_syllables("2041"), 1);
  EXPECT_EQ(english_syllables("\xff\xfe"), 1);
}

TEST(Readability, MeasuresByTheFormulas) {
  ReadingCounts counts;
  counts.words = 100;
  counts.sentences = 5;
  counts.syllables = 150;
  counts.long_words = 30;
  EXPECT_NEAR(flesch_kincaid_grade(counts), 0.39 * 20 + 11.8 * 1.5 - 15.59, 1e-9);
  EXPECT_NEAR(lix(counts), 50, 1e-9);
}

TEST(Readability, OrdersTextsAsPeopleDo) {
  const ReadingCounts easy = counts_of("The cat sat on the mat. It was a big cat. It sat there all day.");
  const ReadingCounts plain = counts_of(
      "You do good work, and a better job opens next month. But the people who choose have never heard of you.");
  const ReadingCounts hard = counts_of(
      "The implementation of organizational accountability mechanisms necessitates comprehensive documentation of "
      "institutional responsibilities.");
  EXPECT_LT(flesch_kincaid_grade(easy), 2);
  EXPECT_LT(flesch_kincaid_grade(plain), 7);
  EXPECT_GT(flesch_kincaid_grade(hard), 20);
  EXPECT_LT(lix(easy), 20);
  EXPECT_GT(lix(hard), 70);
}

TEST(Readability, HasLixForLanguagesItWasMadeFor) {
  for (const std::string_view language : {"sv", "de", "fr", "es"}) EXPECT_TRUE(has_lix(language)) << language;
  for (const std::string_view language : {"fi", "tr", "ru", "ar", "ja", ""})
    EXPECT_FALSE(has_lix(language)) << language;
}

}  // namespace
}  // namespace bytes::content
