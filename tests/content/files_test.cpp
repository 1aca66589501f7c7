#include "content/author/files.h"

#include <gtest/gtest.h>

#include <map>

#include "content/author/rules.h"
#include "tests/content/support/files.h"

namespace bytes::content {
namespace {

Byte full() {
  Diagnostics diagnostics;
  std::optional<Byte> byte =
      check_byte(read_test_file("tests/data/bytes/valid/full.json"), "full.json", {}, diagnostics);
  return byte.value_or(Byte());
}

TEST(Files, AreAllNamedInReadingOrder) {
  std::string lines;
  visit_files(full(), [&](const File& file, FileUse use, const FilePlace& place) {
    lines += place.path + ' ' + file.src + ' ' + std::to_string(static_cast<int>(use)) + '\n';
  });
  EXPECT_EQ(lines,
            "cover cover.svg 0\n"
            "sections[3].blocks[0] cover.svg 0\n"
            "sections[3].blocks[1] cover.svg 0\n"
            "sections[3].blocks[2] moving.svg 2\n"
            "sections[3].blocks[2].still cover.svg 1\n"
            "sections[4].blocks[0] film.webm 3\n"
            "sections[4].blocks[0].tracks[0] film.en.vtt 5\n"
            "sections[4].blocks[0].tracks[1] film.ar.vtt 5\n"
            "sections[4].blocks[0].poster cover.svg 1\n"
            "sections[4].blocks[1] sound.wav 4\n"
            "sections[4].blocks[2].pictures[0] cover.svg 0\n"
            "sections[4].blocks[2].pictures[1] cover.svg 0\n"
            "sections[4].blocks[2].sound sound.wav 4\n"
            "sections[4].blocks[3].pictures[0] cover.svg 0\n"
            "sections[7].blocks[0].picture cover.svg 0\n"
            "sections[7].blocks[10].picture cover.svg 0\n"
            "sections[7].blocks[11].picture cover.svg 0\n"
            "sections[8].blocks[3].picture cover.svg 0\n"
            "sections[8].blocks[4].items[1].blocks[1] cover.svg 0\n"
            "sections[8].blocks[5].cards[0].picture cover.svg 0\n"
            "sections[10].blocks[0].cast[0].portrait cover.svg 0\n"
            "sections[10].blocks[0].nodes.noon.blocks[1] cover.svg 0\n"
            "author.portrait cover.svg 0\n");
}

TEST(Files, AreReadOnceAndCountedOnce) {
  Byte byte = full();
  std::map<std::string, int> reads;
  const std::map<std::string, std::string> contents = {{"cover.svg", R"(<svg width="80" height="35"/>)"},
                                                       {"moving.svg", std::string(1000, 'm')},
                                                       {"film.webm", std::string(20'000, 'f')},
                                                       {"film.en.vtt", "WEBVTT"},
                                                       {"film.ar.vtt", "WEBVTT"},
                                                       {"sound.wav", std::string(3000, 's')}};
  fill_in_files(byte, [&](const std::string& name) {
    ++reads[name];
    return contents.at(name);
  });
  for (const auto& [name, count] : reads) EXPECT_EQ(count, 1) << name;
  // A picture that moves comes on request, as a film does; its still is a picture like others.
  EXPECT_EQ(byte.cost, (Cost{1, 29, 21'000, 3000}));
  EXPECT_EQ(byte.cover.bytes, 29);
  EXPECT_EQ(byte.cover.width, 80);
  const auto& video = std::get<VideoBlock>(byte.sections[4].blocks[0].content);
  EXPECT_EQ(video.recording.bytes, 20'000);
  EXPECT_EQ(video.poster.bytes, 29);
  EXPECT_EQ(video.width, 320) << "the author's own";
}

TEST(Files, GiveAVideoThePostersShape) {
  Byte byte = full();
  auto& video = std::get<VideoBlock>(byte.sections[4].blocks[0].content);
  video.width = 0;
  fill_in_files(byte, [](const std::string&) { return R"(<svg width="80" height="35"/>)"; });
  EXPECT_EQ(video.width, 80);
  EXPECT_EQ(video.height, 35);
}

TEST(Files, CostNothingWhereThereAreNone) {
  Byte byte;
  fill_in_files(byte, [](const std::string&) { return "never read"; });
  EXPECT_EQ(byte.cost, Cost());
}

}  // namespace
}  // namespace bytes::content
