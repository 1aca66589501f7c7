#include "base/json_writer.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <limits>

namespace bytes {
namespace {

TEST(JsonWriter, PutsCommasBetweenAndNowhereElse) {
  JsonWriter json;
  json.begin_object();
  json.key("a");
  json.begin_array();
  json.integer(1);
  json.begin_object();
  json.end_object();
  json.begin_array();
  json.end_array();
  json.null();
  json.end_array();
  json.key("b");
  json.boolean(true);
  json.key("c");
  json.raw("[2,3]");
  json.key("d");
  json.string("e");
  json.end_object();
  EXPECT_EQ(json.text(), R"({"a":[1,{},[],null],"b":true,"c":[2,3],"d":"e"})");
}

TEST(JsonWriter, EscapesWhatJsonAndHtmlWouldMisread) {
  const struct {
    std::string_view text;
    std::string_view json;
  } kStrings[] = {
      {"plain", R"("plain")"},
      {"\"\\/", R"("\"\\/")"},
      {"\n\t\r\b\f", R"("\n\u0009\u000d\u0008\u000c")"},
      {std::string_view("\0\x1f\x7f", 3), "\"\\u0000\\u001f\x7f\""},
      {"</script><!--", R"("\u003c/script>\u003c!--")"},
      {"é 😀 ع", "\"é 😀 ع\""},
  };
  for (const auto& [text, expected] : kStrings) {
    JsonWriter json;
    json.string(text);
    EXPECT_EQ(json.text(), expected);
  }
}

TEST(JsonWriter, WritesNumbersThatReadBackTheSame) {
  for (double number : {0.0, 0.1, 1.0 / 3, -2.5, 1e21, 1e-7, 123456789.125, 5e-324, 1.7976931348623157e308}) {
    JsonWriter json;
    json.number(number);
    EXPECT_EQ(std::strtod(json.text().c_str(), nullptr), number) << json.text();
  }
  const struct {
    double number;
    std::string_view json;
  } kNumbers[] = {
      {0.1, "0.1"},
      {3, "3"},
      {std::numeric_limits<double>::infinity(), "null"},
      {std::numeric_limits<double>::quiet_NaN(), "null"},
  };
  for (const auto& [number, expected] : kNumbers) {
    JsonWriter json;
    json.number(number);
    EXPECT_EQ(json.text(), expected);
  }
}

TEST(JsonWriter, WritesEveryInteger) {
  JsonWriter json;
  json.begin_array();
  json.integer(std::numeric_limits<std::int64_t>::min());
  json.integer(std::numeric_limits<std::int64_t>::max());
  json.end_array();
  EXPECT_EQ(json.take(), "[-9223372036854775808,9223372036854775807]");
}

}  // namespace
}  // namespace bytes
