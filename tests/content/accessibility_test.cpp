#include "content/author/accessibility.h"

#include <gtest/gtest.h>

#include "content/author/rules.h"
#include "tests/content/support/files.h"

namespace bytes::content {
namespace {

AccessibilityFacts facts_of(std::string_view text, const ByteSurroundings& surroundings = {}) {
  Diagnostics found;
  const std::optional<Byte> byte = check_byte(text, "byte.json", surroundings, found);
  return accessibility_of(byte.value_or(Byte()), found);
}

AccessibilityFacts facts_of_blocks(const std::string& blocks, const ByteSurroundings& surroundings = {}) {
  return facts_of(R"({"format": 1, "id": "a", "title": "A", "language": "en", "sections": [{"id": "s", "blocks": [)" +
                      blocks + "]}]}",
                  surroundings);
}

TEST(Accessibility, CountsWhatAByteHasInScenesToo) {
  const AccessibilityFacts facts = facts_of(read_test_file("tests/data/bytes/valid/full.json"));
  EXPECT_EQ(facts.films, 1);
  EXPECT_EQ(facts.captioned, 1);
  EXPECT_EQ(facts.caption_languages, (std::set<std::string>{"ar", "en"}));
  EXPECT_EQ(facts.moving, 1);
  EXPECT_GT(facts.pictures, 5);
  EXPECT_TRUE(facts.has_graded);
  EXPECT_TRUE(facts.has_sorting);
  EXPECT_TRUE(facts.has_scenario);
  EXPECT_TRUE(facts.has_writing);
  EXPECT_FALSE(facts.embedded.empty());
}

TEST(Accessibility, NothingFlashesInAByteOfWordsAndStillPictures) {
  EXPECT_FALSE(facts_of_blocks(R"({"type": "image", "src": "a.svg", "alt": "A."})").may_flash());
}

TEST(Accessibility, WhatMovesOrIsOfAnotherSiteMayFlash) {
  for (const char* block : {R"({"type": "image", "src": "a.svg", "alt": "A.", "still": {"src": "b.svg"}})",
                            R"({"type": "video", "src": "a.mp4"})",
                            R"({"type": "embed", "src": "https://example.org/", "title": "A"})"}) {
    EXPECT_TRUE(facts_of_blocks(block).may_flash()) << block;
  }
  const ByteSurroundings moving = {
      .read_file = [](std::string_view) { return std::string("<svg xmlns=\"http://www.w3.org/2000/svg\"><animate/></svg>"); }};
  EXPECT_TRUE(facts_of_blocks(R"({"type": "image", "src": "a.svg", "alt": "A."})", moving).may_flash());
}

TEST(Accessibility, WhatShutsSomebodyOutIsToMend) {
  const AccessibilityFacts facts =
      facts_of_blocks(R"({"type": "video", "src": "a.mp4"}, {"type": "audio", "src": "a.mp3", "transcript": ["So."]})");
  ASSERT_EQ(facts.to_mend.size(), 2u);
  EXPECT_EQ(facts.to_mend[0].code, "captions-missing");
  EXPECT_EQ(facts.to_mend[1].code, "transcript-missing");
  EXPECT_EQ(facts.written_sounds, 1);
  EXPECT_FALSE(facts.is_all_written());
}

TEST(Accessibility, AJudgementIsAskedAndNotGraded) {
  const AccessibilityFacts facts = facts_of_blocks(
      R"({"type": "question", "id": "q", "kind": "judgement", "prompt": "Which?", "axes": ["Time"],
          "options": [{"id": "a", "text": "A", "fares": ["Long."]}, {"id": "b", "text": "B", "fares": ["Short."]}]})");
  EXPECT_TRUE(facts.has_questions);
  EXPECT_FALSE(facts.has_graded);
}

}  // namespace
}  // namespace bytes::content
