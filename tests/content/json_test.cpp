#include "content/json.h"

#include <gtest/gtest.h>

#include <random>

#include "content/author/explain.h"
#include "tests/content/support/files.h"
#include "tests/support/effort.h"

namespace bytes::content {
namespace {

const std::string kFull = "tests/data/bytes/valid/full.json";

JsonValue parse(std::string_view text) {
  Diagnostics diagnostics;
  JsonValue value = parse_json(text, "test.json", diagnostics);
  EXPECT_EQ(in_words(explained(diagnostics, text)), "");
  return value;
}

// Of the only problem of `text`.
std::string code_of(std::string_view text, const JsonLimits& limits = {}) {
  Diagnostics diagnostics;
  const JsonValue value = parse_json(text, "test.json", diagnostics, limits);
  EXPECT_FALSE(value.was_read());
  EXPECT_EQ(diagnostics.all().size(), 1u);
  return diagnostics.all().empty() ? "" : diagnostics.all()[0].code;
}

TEST(JsonReader, ReadsEveryKindOfValue) {
  using Kind = JsonValue::Kind;
  const struct {
    std::string_view text;
    Kind kind;
  } kValues[] = {{"null", Kind::kNull},       {"true", Kind::kBoolean},    {"false", Kind::kBoolean},
                 {"0", Kind::kInteger},       {"-7", Kind::kInteger},      {"5.0", Kind::kInteger},
                 {"1e2", Kind::kInteger},     {"2.5", Kind::kNumber},      {"18446744073709551615", Kind::kNumber},
                 {"1e300", Kind::kNumber},    {"\"text\"", Kind::kString}, {"[]", Kind::kArray},
                 {"{}", Kind::kObject},       {" [1, 2] ", Kind::kArray},  {"\"\\u00e9\\ud83d\\ude00\"", Kind::kString},
                 {"-0", Kind::kInteger},      {"-0.5e-3", Kind::kNumber},  {"\xef\xbb\xbf{}", Kind::kObject},
                 {"\r\n\t 1", Kind::kInteger}};
  for (const auto& [text, kind] : kValues) EXPECT_EQ(parse(text).kind, kind) << text;

  EXPECT_EQ(parse("-9223372036854775808").integer, std::numeric_limits<std::int64_t>::min());
  EXPECT_EQ(parse("9223372036854775807").integer, std::numeric_limits<std::int64_t>::max());
  EXPECT_EQ(parse("1e2").integer, 100);
  EXPECT_EQ(parse("3").number, 3);
  EXPECT_EQ(parse("2.5").number, 2.5);
  EXPECT_TRUE(parse("true").boolean);
  EXPECT_EQ(parse(R"("\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00")").string, "\"\\/\b\f\n\r\té😀");
}

TEST(JsonReader, KnowsWhereEachValueAndNameStands) {
  const JsonValue root = parse("\xef\xbb\xbf{ \"é😀\": [1,\r\n  -2.5e3 , \"a\\\"b\"],\n\t\"b\" : { \"c\": null} }");
  EXPECT_EQ(root.position, (Position{1, 1}));
  ASSERT_EQ(root.members.size(), 2u);
  EXPECT_EQ(root.members[0].position, (Position{1, 3}));
  const JsonValue& list = root.members[0].value;
  EXPECT_EQ(list.position, (Position{1, 9}));
  ASSERT_EQ(list.items.size(), 3u);
  EXPECT_EQ(list.items[0].position, (Position{1, 10}));
  EXPECT_EQ(list.items[1].position, (Position{2, 3}));
  EXPECT_EQ(list.items[2].position, (Position{2, 12}));
  EXPECT_EQ(root.members[1].position, (Position{3, 2}));
  EXPECT_EQ(root.members[1].value.members[0].value.position, (Position{3, 15}));
}

TEST(JsonReader, FindsMembersByName) {
  const JsonValue root = parse(R"({ "a": 1, "b": 2 })");
  ASSERT_NE(root.find("b"), nullptr);
  EXPECT_EQ(root.find("b")->integer, 2);
  EXPECT_EQ(root.find("c"), nullptr);
  EXPECT_EQ(parse("[]").find("a"), nullptr);
}

TEST(JsonReader, KeepsAndReportsDuplicateNames) {
  Diagnostics diagnostics;
  const std::string_view text = "{ \"a\": { \"b\": 1,\n\"c\": 2, \"b\": 3, \"b\": 4 } }";
  const JsonValue root = parse_json(text, "test.json", diagnostics);
  EXPECT_EQ(root.members[0].value.members.size(), 4u);
  EXPECT_EQ(root.members[0].value.find("b")->integer, 1);
  EXPECT_EQ(in_words(explained(diagnostics, text)),
            "test.json:2:9: a.b: this name was used before in the same object, in line 1, column 10 — keep one of the "
            "two. [json-duplicate-key]\n"
            "test.json:2:17: a.b: this name was used before in the same object, in line 1, column 10 — keep one of the "
            "two. [json-duplicate-key]\n");
}

TEST(JsonReader, FindsDuplicatesAmongVeryManyNames) {
  std::string text = "{";
  for (int i = 0; i < 50'000; ++i) text += "\"" + std::to_string(i) + "\":0,";
  text += "\"49999\":0}";
  Diagnostics diagnostics;
  EXPECT_EQ(parse_json(text, "test.json", diagnostics).members.size(), 50'001u);
  EXPECT_EQ(diagnostics.all().size(), 1u);
}

TEST(JsonReader, ReportsAtMostAHundredDuplicates) {
  std::string text = "{\"a\":0";
  for (int i = 0; i < 10'000; ++i) text += ",\"a\":0";
  Diagnostics diagnostics;
  parse_json(text + "}", "test.json", diagnostics);
  EXPECT_EQ(diagnostics.all().size(), 100u);
}

TEST(JsonReader, RefusesWhatIsNotJson) {
  for (std::string_view text : {"",
                                " ",
                                "{",
                                "[",
                                "}",
                                "]",
                                "[1,]",
                                "[,1]",
                                "{\"a\"}",
                                "{\"a\":}",
                                "{\"a\":1,}",
                                "{1:2}",
                                "[1 2]",
                                "nul",
                                "truefalse",
                                "01",
                                "1.",
                                ".5",
                                "+1",
                                "-",
                                "1e",
                                "1e999",
                                "NaN",
                                "Infinity",
                                "'a'",
                                "\"a",
                                "\"\t\"",
                                "\"\\x\"",
                                "\"\\u12g4\"",
                                "\"\\ud800\"",
                                "\"\\udc00\"",
                                "\"\\ud800\\ud800\"",
                                "1 2",
                                "{} {}",
                                "// c\n1",
                                "\xff",
                                "\"\xc3\"",
                                "\"\xc0\x80\"",
                                "\"\xed\xa0\x80\"",
                                "\"\xf4\x90\x80\x80\"",
                                "\xef\xbb\xbf",
                                "\xef\xbb\xbf\xef\xbb\xbf{}",
                                "\xfe\xff"}) {
    EXPECT_EQ(code_of(text), "json-syntax") << text;
  }
  EXPECT_EQ(code_of(std::string_view("{}\0", 3)), "json-syntax");
  EXPECT_EQ(code_of(std::string_view("{\0}", 3)), "json-syntax");
}

TEST(JsonReader, EndsAtItsLimitsWithOneSentence) {
  EXPECT_EQ(code_of("[[[]]]", {.depth = 2}), "json-too-deep");
  EXPECT_EQ(code_of("[1,2,3]", {.values = 3}), "json-too-many-values");
  EXPECT_EQ(code_of("[1,2,3]", {.bytes = 6}), "json-too-big");
  Diagnostics none;
  EXPECT_TRUE(parse_json("[[1,2]]", "test.json", none, {.bytes = 7, .values = 4, .depth = 2}).was_read());
}

TEST(JsonReader, SurvivesHostileSizes) {
  EXPECT_EQ(code_of(std::string(10'000, '[')), "json-too-deep");
  std::string objects;
  for (int i = 0; i < 10'000; ++i) objects += "{\"a\":";
  EXPECT_EQ(code_of(objects), "json-too-deep");
  EXPECT_EQ(code_of(std::string(20u << 20, ' ')), "json-too-big");
  EXPECT_EQ(code_of("\"" + std::string(20u << 20, 'a') + "\""), "json-too-big");
  std::string zeros = "[0";
  for (int i = 0; i < 1'000'000; ++i) zeros += ",0";
  EXPECT_EQ(code_of(zeros + "]"), "json-too-many-values");
  const std::string text = "\"" + std::string(3u << 20, 'a') + "\"";
  EXPECT_EQ(parse(text).string.size(), 3u << 20);
}

// What the parser refuses, the words explain: they come from a second reading that must agree with the first.
void expect_explained(const std::string& text) {
  Diagnostics diagnostics;
  if (parse_json(text, "test.json", diagnostics).was_read()) return;
  ASSERT_EQ(diagnostics.all().size(), 1u);
  const Diagnostic problem = explained(diagnostics, text).all()[0];
  EXPECT_FALSE(problem.message.empty()) << text;
  EXPECT_FALSE(problem.remedy.empty()) << text;
  int lines = 1;
  for (char c : text) lines += c == '\n';
  EXPECT_LE(problem.position.line, lines);
  if (problem.message != "something follows after the end") return;
  // This is also what is said when the second reading finds no fault; then nothing follows there.
  const std::size_t last = text.find_last_not_of(" \t\r\n");
  EXPECT_FALSE(problem.position.line == lines && text[last] == '\n') << text;
}

TEST(JsonReader, ExplainsAFileCutOffAtAnyByte) {
  const std::string every_sign =
      R"({"a": "\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00 é😀", "b": [-0, 1.5e-10, 2E+3, true, false, null, {}, []]})";
  const std::string folder = "tests/data/bytes/valid/";
  for (const std::string& text : {every_sign, read_test_file(kFull), read_test_file(folder + "blocks.json"),
                                  read_test_file(folder + "right-to-left.json")}) {
    const std::size_t end = text.find_last_of('}');
    for (std::size_t size = 0; size <= end; size += stride_in(text)) {
      const std::string part = text.substr(0, size);
      Diagnostics diagnostics;
      ASSERT_FALSE(parse_json(part, "test.json", diagnostics).was_read()) << part;
      expect_explained(part);
    }
  }
}

TEST(JsonReader, ExplainsRandomDamage) {
  const std::string whole = read_test_file(kFull);
  std::mt19937 random(1);
  const std::string_view kSigns = "{}[]\",:\\'0-9eE.+trufalsn/# \n\t\xff\xc3\x80";
  for (int i = 0; i < 3'000; ++i) {
    std::string text = whole.substr(random() % 2'000, 400 + random() % 2'000);
    if (i % 2 == 0) text = whole;
    for (int changes = 1 + static_cast<int>(random() % 3); changes > 0; --changes) {
      const std::size_t at = random() % text.size();
      const char sign = kSigns[random() % kSigns.size()];
      if (random() % 3 == 0) text.erase(at, 1 + random() % 3);
      if (random() % 2 == 0) text.insert(at, 1, sign);
      if (at < text.size()) text[at] = sign;
    }
    expect_explained(text);
  }
}

}  // namespace
}  // namespace bytes::content
