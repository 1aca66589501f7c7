#include "content/author/picture_size.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "tests/content/support/files.h"

namespace bytes::content {
namespace {

using namespace std::string_literals;

std::string size_in_words(const std::optional<PictureSize>& size) {
  return size ? std::to_string(size->width) + "x" + std::to_string(size->height) : "none";
}

struct Picture {
  std::string file;
  std::string_view size;
};

// A JPEG that says in its Exif data how it lies, 640 wide and 480 high as it is stored.
std::string jpeg(char orientation, bool is_big_endian) {
  const std::string tiff =
      is_big_endian ? "MM\0\x2a\0\0\0\x08\0\x02\x01\x00\0\x03\0\0\0\x01\0\x09\0\0\x01\x12\0\x03\0\0\0\x01\0"s +
                          orientation + "\0\0\0\0\0\0"s
                    : "II\x2a\0\x08\0\0\0\x02\0\0\x01\x03\0\x01\0\0\0\x09\0\0\0\x12\x01\x03\0\x01\0\0\0"s +
                          orientation + "\0\0\0\0\0\0\0"s;
  const std::string exif = "Exif\0\0"s + tiff;
  return "\xff\xd8\xff\xe0\0\x04JF"s + "\xff\xe1\0"s + static_cast<char>(exif.size() + 2) + exif +
         "\xff\xff\xc2\0\x11\x08\x01\xe0\x02\x80\x03"s;
}

std::vector<Picture> pictures() {
  return {
      {"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\x02\x80\0\0\x01\xe0\x08\x06\0\0\0"s, "640x480"},
      {"GIF89a\x80\x02\xe0\x01\xf7\0\0"s, "640x480"},
      {"GIF87a\x01\0\x02\0\0"s, "1x2"},
      {"RIFF\0\0\0\0WEBPVP8 \0\0\0\0\0\0\0\x9d\x01\x2a\x80\x02\xe0\x01\0\0"s, "640x480"},
      {"RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2f\x7f\xc2\x77\0\0\0\0\0\0"s, "640x480"},
      {"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\x7f\x02\0\xdf\x01\0\0"s, "640x480"},
      {"\xff\xd8\xff\xc0\0\x11\x08\x01\xe0\x02\x80\x03\x01\x22\0"s, "640x480"},
      {jpeg(1, true), "640x480"},
      {jpeg(6, true), "480x640"},
      {jpeg(8, false), "480x640"},
      {jpeg(3, false), "640x480"},
      {jpeg(9, false), "640x480"},
  };
}

std::vector<Picture> drawings() {
  return {
      {R"(<svg width="640" height="480"/>)", "640x480"},
      {R"(<svg xmlns="http://www.w3.org/2000/svg" width='640px' height = "480px" >)", "640x480"},
      {R"(<svg viewBox="0 0 640 480">)", "640x480"},
      {R"(<svg viewBox=" -10,-20 , 640,480 ">)", "640x480"},
      {R"(<svg viewBox="0 0 64 48" width="640">)", "640x480"},
      {R"(<svg height="480" viewBox="0 0 64 48">)", "640x480"},
      {R"(<svg viewBox="0 0 640 480" width="100%" height="100%">)", "640x480"},
      {R"(<svg viewBox="0 0 640 480" width="40em">)", "640x480"},
      {R"(<svg width="1in" height="2.54cm">)", "96x96"},
      {R"(<svg width="72pt" height="25.4mm">)", "96x96"},
      {R"(<svg width="6pc" height="9.6e1">)", "96x96"},
      {R"(<svg width="99.5" height="0.2">)", "100x1"},
      {"\xef\xbb\xbf<?xml version=\"1.0\"?>\n<!-- <svg width=\"1\" height=\"1\"> -->\n<!DOCTYPE svg [ <!ENTITY a "
       "\"b\"> ]>\n<svg\n\twidth=\"640\"\n\theight=\"480\">",
       "640x480"},
      {"<!DOCTYPE svg PUBLIC \"a\" \"b\"><svg viewBox=\"0 0 3 4\">", "3x4"},
      {R"(<svg data-width="1" stroke-width="2" width="640" height="480">)", "640x480"},

      {R"(<svg>)", "none"},
      {R"(<svg width="640">)", "none"},
      {R"(<svg width="100%" height="100%">)", "none"},
      {R"(<svg viewBox="0 0 0 480">)", "none"},
      {R"(<svg viewBox="0 0">)", "none"},
      {R"(<svg width="-1" height="480">)", "none"},
      {R"(<svg width="1e99" height="480">)", "none"},
      {R"(<svg width="nan" height="inf">)", "none"},
      {R"(<svg width=640 height=480>)", "none"},
      {R"(<svg width="640)", "none"},
      {R"(<svg width)", "none"},
      {R"(<svgx width="640" height="480">)", "none"},
      {R"(<g><svg width="640" height="480"></g>)", "none"},
      {"<!-- never closed <svg width=\"1\" height=\"1\">", "none"},
      {"", "none"},
      {"plain text", "none"},
      {"<html></html>", "none"},
  };
}

TEST(PictureSize, IsReadFromEachKindOfFile) {
  for (const Picture& picture : pictures()) EXPECT_EQ(size_in_words(picture_size(picture.file)), picture.size);
}

TEST(PictureSize, IsReadFromDrawings) {
  for (const Picture& drawing : drawings())
    EXPECT_EQ(size_in_words(picture_size(drawing.file)), drawing.size) << drawing.file;
}

TEST(PictureSize, OfTheTestsOwnDrawingIsKnown) {
  EXPECT_EQ(size_in_words(picture_size(read_test_file("tests/data/bytes/valid/cover.svg"))), "80x35");
}

TEST(PictureSize, SurvivesFilesCutOffOrDamagedAnywhere) {
  std::mt19937 random(1);
  for (const std::vector<Picture>& all : {pictures(), drawings()}) {
    for (const Picture& picture : all) {
      for (std::size_t size = 0; size < picture.file.size(); ++size) picture_size(picture.file.substr(0, size));
      for (int i = 0; i < 300 && !picture.file.empty(); ++i) {
        std::string file = picture.file;
        for (int changes = 0; changes < 3; ++changes) file[random() % file.size()] = static_cast<char>(random());
        if (const auto size = picture_size(file)) {
          EXPECT_GE(size->width, 1);
          EXPECT_GE(size->height, 1);
          EXPECT_LE(size->width, 100'000);
          EXPECT_LE(size->height, 100'000);
        }
      }
    }
  }
}

}  // namespace
}  // namespace bytes::content
