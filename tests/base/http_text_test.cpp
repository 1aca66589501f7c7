#include "base/http_text.h"

#include <gtest/gtest.h>

namespace bytes {
namespace {

TEST(HttpText, TargetsAreDecoded) {
  for (const auto& [target, path] : {std::pair<std::string, std::string>{"/", "/"},
                                     {"/bytes/ask/", "/bytes/ask/"},
                                     {"/bytes/ask/?a=/../b", "/bytes/ask/"},
                                     {"/a#/../b", "/a"},
                                     {"/%C3%A9t%c3%a9.svg", "/été.svg"},
                                     {"/a%20b+c", "/a b+c"},
                                     {"/100%25.svg", "/100%.svg"},
                                     {"/a..b/c.", "/a..b/c."},
                                     {"//a", "//a"}}) {
    EXPECT_EQ(path_of_target(target), path) << target;
  }
}

TEST(HttpText, TargetsThatCouldLeaveTheSiteMeanNothing) {
  for (const std::string target :
       {"", "a", "http://127.0.0.1/", "/..", "/../a", "/a/../b", "/a/..", "/%2e%2e/a", "/%2E./a", "/.%2e/a", "/./a",
        "/.git/config", "/a/.hidden", "/a%2f..%2fb", "/a%2Fb", "/a\\b", "/..\\a", "/%5c..%5ca", "/a%00.html", "/a%0d%0aX: y", "/a%7f",
        "/%", "/%a", "/%zz", "/a%", "/%ff", "/%c3", "/%c3(", "/%c0%ae%c0%ae/a", "/%e2%82", "/%f8%88%80%80%80"}) {
    EXPECT_EQ(path_of_target(target), std::nullopt) << target;
  }
  using namespace std::string_view_literals;
  EXPECT_EQ(path_of_target("/a\0b"sv), std::nullopt);
}

TEST(HttpText, LocationsStayOnThisHost) {
  for (const auto& [path, location] : {std::pair<std::string, std::string>{"/bytes/ask/", "/bytes/ask/"},
                                       {"//example.org/", "/example.org/"},
                                       {"///", "/"},
                                       {"/a b\r\n?#%\"<é/", "/a%20b%0D%0A%3F%23%25%22%3C%C3%A9/"},
                                       {"/a\\b", "/a%5Cb"}}) {
    EXPECT_EQ(location_of(path), location) << path;
  }
}

TEST(HttpText, OnlyLoopbackNamesAreThisMachines) {
  for (const char* host : {"localhost", "localhost:8080", "LOCALHOST:1", "127.0.0.1", "127.0.0.1:8080", "127.1.2.3:80",
                           "[::1]", "[::1]:8080", "bytes.localhost:8080"}) {
    EXPECT_TRUE(names_this_machine(host)) << host;
  }
  for (const char* host : {"", ":8080", "example.org", "example.org:8080", "127.0.0.1.example.org",
                           "localhost.example.org", "localhost:80.example.org", "localhost:", "127.example.org",
                           "192.168.0.1", "[::2]:80", "[::1", "[::1]x", "notlocalhost", "localhost@example.org"}) {
    EXPECT_FALSE(names_this_machine(host)) << host;
  }
}

TEST(HttpText, RangesAreCutToTheFile) {
  struct Row {
    std::string header;
    std::uint64_t size;
    RangeWish wish;
    ByteRange range = {};
  };
  for (const Row& row : {Row{"bytes=0-", 10, RangeWish::kPart, {0, 9}},
                         Row{"bytes=2-4", 10, RangeWish::kPart, {2, 4}},
                         Row{"bytes=9-9", 10, RangeWish::kPart, {9, 9}},
                         Row{"bytes=4-400", 10, RangeWish::kPart, {4, 9}},
                         Row{"bytes=-3", 10, RangeWish::kPart, {7, 9}},
                         Row{"bytes=-30", 10, RangeWish::kPart, {0, 9}},
                         Row{"bytes=10-", 10, RangeWish::kNone},
                         Row{"bytes=-0", 10, RangeWish::kNone},
                         Row{"bytes=0-", 0, RangeWish::kNone},
                         Row{"bytes=-1", 0, RangeWish::kNone},
                         Row{"", 10, RangeWish::kWhole},
                         Row{"bytes=", 10, RangeWish::kWhole},
                         Row{"bytes=-", 10, RangeWish::kWhole},
                         Row{"bytes=5-2", 10, RangeWish::kWhole},
                         Row{"bytes=a-b", 10, RangeWish::kWhole},
                         Row{"bytes=0-1,4-5", 10, RangeWish::kWhole},
                         Row{"lines=0-1", 10, RangeWish::kWhole},
                         Row{"bytes=99999999999999999999-", 10, RangeWish::kWhole},
                         Row{"bytes=+1-2", 10, RangeWish::kWhole}}) {
    ByteRange range;
    EXPECT_EQ(range_of(row.header, row.size, range), row.wish) << row.header << " of " << row.size;
    EXPECT_EQ(range, row.range) << row.header << " of " << row.size;
  }
}

TEST(HttpText, NamesStandForMediaTypes) {
  for (const auto& [name, type] : {std::pair<std::string, std::string>{"index.html", "text/html; charset=utf-8"},
                                   {"engine.0123456789.wasm", "application/wasm"},
                                   {"a/film.vtt", "text/vtt; charset=utf-8"},
                                   {"PICTURE.SVG", "image/svg+xml"},
                                   {"film.webm", "video/webm"},
                                   {"none", "application/octet-stream"},
                                   {"a.exe", "application/octet-stream"},
                                   {"a.", "application/octet-stream"}}) {
    EXPECT_EQ(media_type_of(name), type) << name;
  }
}

}  // namespace
}  // namespace bytes
