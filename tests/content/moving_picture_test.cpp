#include "content/author/moving_picture.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/content/support/files.h"

namespace bytes::content {
namespace {

using namespace std::string_literals;

// A GIF of 2 by 1 pixels with two colours, and as many pictures as asked for.
std::string gif(int pictures) {
  std::string file = "GIF89a\x02\0\x01\0\x80\0\0\0\0\0\xff\xff\xff"s;
  for (int i = 0; i < pictures; ++i) {
    file += "\x21\xf9\x04\x04\x0a\0\0\0"s;                          // How long it is shown.
    file += "\x2c\0\0\0\0\x02\0\x01\0\x80\0\0\0\xff\xff\xff\x02"s;  // With colours of its own.
    file += "\x02\x2c\x2c\0"s;                                      // Data that looks like another.
  }
  return file + ';';
}

TEST(MovingPicture, IsOneWithMorePicturesInIt) {
  EXPECT_FALSE(is_moving_picture(gif(0)));
  EXPECT_FALSE(is_moving_picture(gif(1)));
  EXPECT_TRUE(is_moving_picture(gif(2)));
  EXPECT_TRUE(is_moving_picture(gif(3)));

  const std::string png = "\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x02\0\0\0\x01\x08\x06\0\0\0abcd"s;
  EXPECT_FALSE(is_moving_picture(png + "\0\0\0\x04IDATacTL"s));
  EXPECT_TRUE(is_moving_picture(png + "\0\0\0\x08"s + "acTL\0\0\0\x02\0\0\0\0abcd\0\0\0\0IDAT"s));

  EXPECT_FALSE(is_moving_picture("RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\x10\0\0\0"s));
  EXPECT_TRUE(is_moving_picture("RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\x12\0\0\0"s));
  EXPECT_FALSE(is_moving_picture("RIFF\0\0\0\0WEBPVP8L\x0a\0\0\0\x12\0\0\0"s));
}

TEST(MovingPicture, IsAnSvgThatAnimatesItself) {
  EXPECT_TRUE(is_moving_picture(read_test_file("tests/data/bytes/valid/moving.svg")));
  EXPECT_FALSE(is_moving_picture(read_test_file("tests/data/bytes/valid/cover.svg")));
  EXPECT_TRUE(is_moving_picture("<?xml?><svg><style>@keyframes a{}</style></svg>"));
  EXPECT_TRUE(is_moving_picture("<svg><animateTransform/></svg>"));
  EXPECT_TRUE(is_moving_picture("<svg><set attributeName='x'/></svg>"));
  EXPECT_FALSE(is_moving_picture("<p><animate></p>"));
  EXPECT_FALSE(is_moving_picture(""));
}

TEST(MovingPicture, TakesAnyContent) {
  const std::string file = gif(2);
  for (std::size_t size = 0; size < file.size(); ++size) is_moving_picture(file.substr(0, size));
  for (std::size_t i = 6; i < file.size(); ++i) {
    for (char c : {'\0', '\x21', '\x2c', '\xff'}) {
      std::string broken = file;
      broken[i] = c;
      is_moving_picture(broken);
    }
  }
  EXPECT_FALSE(is_moving_picture("GIF89a"));
  EXPECT_FALSE(is_moving_picture("RIFF"));
}

}  // namespace
}  // namespace bytes::content
