#include "content/author/playable.h"

#include <gtest/gtest.h>

#include "content/author/files.h"
#include "content/author/rules.h"
#include "content/byte_reader.h"
#include "tests/content/support/files.h"

namespace bytes::content {
namespace {

Byte checked(const std::string& path) {
  Diagnostics diagnostics;
  const std::string folder = path.substr(0, path.rfind('/') + 1);
  const auto read_file = [&](std::string_view name) { return read_test_file(folder + std::string(name)); };
  std::optional<Byte> byte =
      check_byte(read_test_file(path), path, {.folder = {}, .read_file = read_file}, diagnostics);
  EXPECT_EQ(in_words(without_notes(diagnostics)), "");
  return byte.value_or(Byte());
}

// A scenario's file becomes a part of the Byte.
void forget_files_of_scenarios(Byte& byte) {
  for (Section& section : byte.sections) {
    for (Block& block : section.blocks) {
      if (auto* scenario = std::get_if<ScenarioBlock>(&block.content)) scenario->src.clear();
    }
  }
}

void expect_round_trip(Byte byte) {
  const std::string json = write_playable(byte);
  Diagnostics diagnostics;
  const std::optional<Byte> played = read_byte(json, "playable", {.strict = false, .markup = {}}, diagnostics);
  EXPECT_EQ(in_words(diagnostics), "");
  ASSERT_TRUE(played);
  forget_files_of_scenarios(byte);
  EXPECT_TRUE(*played == byte) << json;
  EXPECT_EQ(write_playable(*played), json);
}

TEST(Playable, ReadsBackAsTheSameByte) {
  for (const std::string& name : names_in("tests/data/bytes/valid", ".json")) {
    SCOPED_TRACE(name);
    expect_round_trip(checked("tests/data/bytes/valid/" + name + ".json"));
  }
  expect_round_trip(checked("content/bytes/mentor-or-sponsor/byte.json"));
  expect_round_trip(checked("content/bytes/carolinas-dilemma/byte.json"));
}

TEST(Playable, KeepsWhatTheBuildFillsIn) {
  Byte byte = checked("tests/data/bytes/valid/full.json");
  fill_in_files(byte, [](const std::string& name) { return R"(<svg width="640" height="320"/>)" + name; });
  byte.cost.text = 12'345;
  EXPECT_EQ(byte.cover.width, 640);
  EXPECT_GT(std::get<VideoBlock>(byte.sections[4].blocks[0].content).recording.tracks[1].bytes, 0);
  expect_round_trip(byte);
}

TEST(Playable, KeepsUnknownBlocks) {
  Byte byte = checked("tests/data/bytes/valid/minimal.json");
  byte.sections[0].blocks[0].content = UnknownBlock{"hologram", plain("Look!")};
  expect_round_trip(byte);
}

TEST(Playable, KeepsEveryLetter) {
  Byte byte = checked("tests/data/bytes/valid/minimal.json");
  RichText text = plain("\"\\/<script>&\n\u2028{{name}} \\{{x}} **a** [b](c) 😀 ");
  bytes::Run marked;
  marked.text = " ";
  marked.strong = marked.emphasis = marked.code = true;
  marked.href = "../a/?b=c&d#e";
  marked.language = "ar-EG";
  append(text, marked);
  append(text, plain("# end ")[0]);
  byte.sections[0].blocks[0].content = TextBlock{text};
  byte.sections[0].title = {plain("a")[0], marked};
  expect_round_trip(byte);
}

TEST(Playable, IsShort) {
  EXPECT_EQ(write_playable(checked("tests/data/bytes/valid/minimal.json")),
            R"({"format":1,"id":"minimal","title":"The least there can be","language":"en",)"
            R"("sections":[{"id":"only","blocks":[{"type":"text","text":"One sentence."}]}]})");
}

TEST(Playable, WritesMarksAsRunsAndNothingForTheAuthor) {
  const std::string json = write_playable(checked("tests/data/bytes/valid/full.json"));
  EXPECT_NE(json.find(R"("text":["Plain, ",{"text":"strong","strong":true},", ",{"text":"emphasis","emphasis":true})"),
            std::string::npos);
  for (std::string_view left_out :
       {"note", "x-tool", "x-free", "$schema", "fallback", "</", "\n", "\"correct\":false,\"feedback\""}) {
    EXPECT_EQ(json.find(left_out == "note" ? "\"note\":" : left_out), std::string::npos) << left_out;
  }
}

}  // namespace
}  // namespace bytes::content
