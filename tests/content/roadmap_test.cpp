// Roadmaps: what is read of them, and what is said of broken ones (tests/data/roadmaps/broken, a golden text beside each;
// with BYTES_RECORD=1 in the environment these are recorded anew).
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "content/author/roadmap_reader.h"
#include "tests/content/support/files.h"

namespace bytes::content {
namespace {

const std::string kBrokenRoadmaps = "tests/data/roadmaps/broken";

// The library that all of these lead through.
const std::vector<std::string> kLibrary = {"ask-well", "hidden", "listen-well", "say-no", "teach", "write-it-down"};

std::optional<Roadmap> read_in_library(const std::string& text, const std::string& name, Diagnostics& diagnostics) {
  RoadmapSurroundings surroundings;
  surroundings.name = name;
  surroundings.bytes = &kLibrary;
  surroundings.is_listed = [](std::string_view id) { return id != "hidden"; };
  return read_roadmap(text, name + ".json", surroundings, diagnostics);
}

Roadmap valid_roadmap(const std::string& name) {
  Diagnostics diagnostics;
  const auto roadmap = read_in_library(read_test_file("tests/data/roadmaps/valid/" + name + ".json"), name, diagnostics);
  EXPECT_EQ(in_words(diagnostics), "");
  return roadmap.value_or(Roadmap());
}

TEST(Roadmap, HasAllThatItsFileSays) {
  const Roadmap roadmap = valid_roadmap("first-weeks");
  EXPECT_EQ(roadmap.id, "first-weeks");
  EXPECT_EQ(roadmap.title, "Your first weeks");
  EXPECT_EQ(roadmap.summary, "From the first question to the first answer of your own.");
  EXPECT_EQ(roadmap.language, "en");
  EXPECT_TRUE(roadmap.listed);
  ASSERT_EQ(roadmap.bytes.size(), 5u);
  ASSERT_EQ(roadmap.bytes[0].milestone.size(), 3u);
  EXPECT_TRUE(roadmap.bytes[0].milestone[1].emphasis);
  EXPECT_TRUE(roadmap.bytes[4].milestone[1].strong);
}

TEST(Roadmap, ABytesPrerequisiteIsTheOneBeforeUnlessItSaysOtherwise) {
  const Roadmap roadmap = valid_roadmap("first-weeks");
  using Ids = std::vector<std::string>;
  EXPECT_EQ(roadmap.bytes[0].after, Ids());
  EXPECT_EQ(roadmap.bytes[1].after, Ids{"ask-well"});
  EXPECT_EQ(roadmap.bytes[2].after, Ids{"ask-well"});
  EXPECT_EQ(roadmap.bytes[3].after, Ids());
  EXPECT_EQ(roadmap.bytes[4].after, (Ids{"listen-well", "write-it-down"}));
}

TEST(Roadmap, OneThatIsNotListedMayLeadToBytesThatAreNot) { EXPECT_FALSE(valid_roadmap("small").listed); }

TEST(Roadmap, ACircleIsShownByItsShortestWayRound) {
  Diagnostics diagnostics;
  read_in_library(R"({"format":1,"id":"a","title":"A","language":"en","bytes":[
    {"byte":"ask-well","after":["teach"]},{"byte":"listen-well"},{"byte":"say-no"},
    {"byte":"teach","after":["say-no","ask-well"]}]})", "a", diagnostics);
  ASSERT_EQ(diagnostics.all().size(), 1u);
  EXPECT_EQ(diagnostics.all()[0].details, std::vector<std::string>{"ask-well → teach → ask-well"});
  EXPECT_EQ(diagnostics.all()[0].path, "bytes[0].after[0]");
}

TEST(RoadmapPage, ItsExampleHasNoProblems) {
  Diagnostics diagnostics;
  const auto roadmap = read_in_library(block_after(read_test_file("docs/roadmaps.md"), "```json\n"), "first-weeks", diagnostics);
  EXPECT_EQ(in_words(diagnostics), "");
  ASSERT_TRUE(roadmap);
  EXPECT_EQ(roadmap->bytes.size(), 4u);
}

TEST(BrokenRoadmaps, AreReportedAsRecorded) {
  const std::vector<std::string> names = names_in(kBrokenRoadmaps, ".json");
  ASSERT_GT(names.size(), 10u);
  for (const std::string& name : names) {
    SCOPED_TRACE(name);
    const std::string text = read_test_file(kBrokenRoadmaps + '/' + name + ".json");
    Diagnostics diagnostics;
    read_in_library(text, name, diagnostics);
    ASSERT_FALSE(diagnostics.all().empty());
    EXPECT_EQ(diagnostics.has_errors(), name != "roadmap-byte-unlisted");
    const int lines = 1 + static_cast<int>(std::count(text.begin(), text.end(), '\n'));
    for (const Diagnostic& problem : diagnostics.all()) {
      EXPECT_FALSE(problem.message.empty() || problem.remedy.empty() || problem.code.empty()) << to_text(problem);
      EXPECT_LE(problem.position.line, lines) << to_text(problem);
    }
    expect_recorded(kBrokenRoadmaps + '/' + name + ".txt", in_words(diagnostics));
  }
}

TEST(BrokenRoadmaps, ShowEveryCode) {
  std::string goldens;
  for (const std::string& name : names_in(kBrokenRoadmaps, ".txt")) goldens += read_test_file(kBrokenRoadmaps + '/' + name + ".txt");
  const std::vector<std::string> codes = codes_in("src/content/author/roadmap_codes.h");
  for (const std::string& code : codes) {
    EXPECT_NE(goldens.find('[' + code + ']'), std::string::npos) << code;
  }
  EXPECT_EQ(codes.size(), 7u);
  for (const char* shared : {"field-missing", "field-unknown", "format-unsupported", "id-invalid", "link-unsafe", "list-empty"}) {
    EXPECT_NE(goldens.find(std::string("[") + shared + ']'), std::string::npos) << shared;
  }
}

}  // namespace
}  // namespace bytes::content
