#include "content/author/fix.h"

#include <gtest/gtest.h>

#include <random>
#include <set>

#include "base/json_writer.h"
#include "content/author/rules.h"
#include "content/json.h"
#include "tests/content/support/files.h"

namespace bytes::content {
namespace {

std::string mended(std::string_view text, std::string_view folder = {}) {
  const auto found = with_missing_ids(text, folder);
  return found ? found->text : "no JSON";
}

TEST(Fix, MakesIdsOfWords) {
  const struct {
    std::string_view text, expected;
  } kTable[] = {
      {"Which of these could you ask a mentor?", "mentor"},
      {"What is it?", "what-is-it"},  // Words that say nothing are better than none.
      {"Say what you want in one sentence", "sentence"},
      {"Was heißt Übung, señor Łukasz?", "heisst-ubung-senor-lukasz"},
      {"**Water** boils at [100 °C](https://example.org/page)", "water-boils-100-c"},
      {"one-time pass", "onetime-pass"},
      {"Antidisestablishmentarianism and floccinaucinihilipilification", "antidisestablishmentarianism"},
      {"Donaudampfschifffahrtselektrizitätenhauptbetriebswerk", "donaudampfschifffahrtselektrizitatenhaup"},
      {"مرحبا", ""},
      {"…", ""},
      {"", ""},
      {"\xff\xfe", ""},
  };
  for (const auto& row : kTable) {
    // Addresses are no words; with_missing_ids takes them out first.
    const std::size_t address = row.text.find("](");
    const std::string text = std::string(row.text.substr(0, address));
    EXPECT_EQ(id_of_words(text), row.expected) << row.text;
  }
}

TEST(Fix, WritesAnIdInTheMannerOfTheFile) {
  const struct {
    std::string_view before, after;
  } kTable[] = {
      // A section, on one line, with spaces.
      {R"({ "id": "a", "sections": [ { "title": "Try it now" } ] })",
       R"({ "id": "a", "sections": [ { "id": "try-it-now", "title": "Try it now" } ] })"},
      // The same without.
      {R"({"id":"a","sections":[{"title":"Tea"}]})", R"({"id":"a","sections":[{"id":"tea","title":"Tea"}]})"},
      // Behind the type, on a line of its own.
      {"{\"id\": \"a\", \"sections\": [{\"id\": \"s\", \"blocks\": [\n  {\n\t\t\"type\": "
       "\"reflection\",\r\n\t\t\"prompt\": \"Tea?\"\n  }]}]}",
       "{\"id\": \"a\", \"sections\": [{\"id\": \"s\", \"blocks\": [\n  {\n\t\t\"type\": "
       "\"reflection\",\r\n\t\t\"id\": \"tea\",\r\n\t\t\"prompt\": \"Tea?\"\n  }]}]}"},
      // No words to take it from, and no name twice.
      {R"({"id":"a","sections":[{"x-a":1},{"title":"مرحبا"},{"id":"section-3"},{"x-a":[]}]})",
       R"({"id":"a","sections":[{"id":"section-1","x-a":1},{"id":"section-2","title":"مرحبا"},{"id":"section-3"},{"id":"section-4","x-a":[]}]})"},
      // What stays is taken, wherever it comes.
      {R"({"id":"a","sections":[{"title":"Tea"},{"id":"tea"}]})",
       R"({"id":"a","sections":[{"id":"tea-2","title":"Tea"},{"id":"tea"}]})"},
      // Options of a question are its own matter.
      {R"({"id":"a","sections":[{"id":"tea","blocks":[{"type":"question","prompt":"Tea?","options":[{"text":"Tea"},{"text":"Tea"},{"id":"x","text":["T",{"text":"oo"}]},{"text":["T",{"text":"oo"}]}]}]}]})",
       R"({"id":"a","sections":[{"id":"tea","blocks":[{"type":"question","id":"tea-2","prompt":"Tea?","options":[{"id":"tea","text":"Tea"},{"id":"tea-2","text":"Tea"},{"id":"x","text":["T",{"text":"oo"}]},{"id":"too","text":["T",{"text":"oo"}]}]}]}]})"},
      // Pairs and what belongs to none are told apart by the same ids.
      {R"({"id":"a","sections":[{"id":"s","blocks":[{"type":"question","id":"q","pairs":[{"text":"Cup"},{"text":"Tea","id":"x"}],"others":[{"text":"Cup"}]}]}]})",
       R"({"id":"a","sections":[{"id":"s","blocks":[{"type":"question","id":"q","pairs":[{"id":"cup","text":"Cup"},{"text":"Tea","id":"x"}],"others":[{"id":"cup-2","text":"Cup"}]}]}]})"},
      // Gaps are called as the text has them, where it is plain which is which.
      {R"({"id":"a","sections":[{"id":"s","blocks":[{"type":"question","id":"q","text":"\\{{no}} {{c}} {{b}} {{A}} {{a}}","gaps":[{"accept":["x"]},{"id":"b","options":[{"text":"Tea"}]},{"accept":["y"]}]}]}]})",
       R"({"id":"a","sections":[{"id":"s","blocks":[{"type":"question","id":"q","text":"\\{{no}} {{c}} {{b}} {{A}} {{a}}","gaps":[{"id":"c","accept":["x"]},{"id":"b","options":[{"id":"tea","text":"Tea"}]},{"id":"a","accept":["y"]}]}]}]})"},
      {R"({"id":"a","sections":[{"id":"s","blocks":[{"type":"question","id":"q","text":"{{a}} {{b}}","gaps":[{"accept":["x"]}]}]}]})",
       R"({"id":"a","sections":[{"id":"s","blocks":[{"type":"question","id":"q","text":"{{a}} {{b}}","gaps":[{"accept":["x"]}]}]}]})"},
      // A bank's questions are named like all others.
      {R"({"id":"a","sections":[{"id":"tea","blocks":[{"type":"bank","pick":1,"questions":[{"prompt":"Tea?","options":[{"text":"Yes"}]}]}]}]})",
       R"({"id":"a","sections":[{"id":"tea","blocks":[{"type":"bank","id":"bank-1","pick":1,"questions":[{"id":"tea-2","prompt":"Tea?","options":[{"id":"yes","text":"Yes"}]}]}]}]})"},
      {R"({"id":"a","sections":[{"id":"s","blocks":[{"type":"worksheet","lead":"People","fields":[{"label":"Name"},{"label":"When","options":[{"text":"Now"}]}]}]}]})",
       R"({"id":"a","sections":[{"id":"s","blocks":[{"type":"worksheet","id":"people","lead":"People","fields":[{"id":"name","label":"Name"},{"id":"when","label":"When","options":[{"id":"now","text":"Now"}]}]}]}]})"},
      // Only what needs one.
      {R"({"id":"a","sections":[{"id":"s","blocks":[{"type":"text","text":"T"},{"type":"checklist","lead":"Do","items":[{"text":"Tea"}]}]}]})",
       R"({"id":"a","sections":[{"id":"s","blocks":[{"type":"text","text":"T"},{"type":"checklist","id":"do","lead":"Do","items":[{"id":"tea","text":"Tea"}]}]}]})"},
      // A scenario is called after its file, unless it stands in the Byte.
      {R"({"id":"a","sections":[{"id":"s","blocks":[{"type":"scenario","src":"way.scenario.json"},{"type":"reflection","prompt":"Way"}]}]})",
       R"({"id":"a","sections":[{"id":"s","blocks":[{"type":"scenario","src":"way.scenario.json"},{"type":"reflection","id":"way-2","prompt":"Way"}]}]})"},
      {R"({"id":"a","sections":[{"id":"s","blocks":[{"type":"scenario","title":"Way","nodes":{"n":{"choices":[{"text":"Go"}]}}}]}]})",
       R"({"id":"a","sections":[{"id":"s","blocks":[{"type":"scenario","id":"way","title":"Way","nodes":{"n":{"choices":[{"id":"go","text":"Go"}]}}}]}]})"},
      // A byte-order mark, and letters of several bytes before the place.
      {"\xef\xbb\xbf{\"id\":\"a\",\"note\":\"日本\",\"sections\":[{\"title\":\"Tea\"}]}",
       "\xef\xbb\xbf{\"id\":\"a\",\"note\":\"日本\",\"sections\":[{\"id\":\"tea\",\"title\":\"Tea\"}]}"},
      // Ids that are wrong are for the author to mend.
      {R"({"id":"A!","sections":[{"id":"","title":"T"},{"id":7},{"id":"b"},{"id":"b"}]})", ""},
      // Nothing that could have one, or nothing at all.
      {R"({"id":"a","sections":[{},7,null,[]]})", ""},
      {R"({"id":"a","sections":{"title":"T"}})", ""},
      {"[]", ""},
      {"7", ""},
  };
  for (const auto& row : kTable)
    EXPECT_EQ(mended(row.before), row.after.empty() ? row.before : row.after) << row.before;
}

TEST(Fix, GivesAByteItsFoldersName) {
  EXPECT_EQ(mended(R"({ "$schema": "x", "format": 1, "title": "T" })", "ask-well"),
            R"({ "$schema": "x", "format": 1, "id": "ask-well", "title": "T" })");
  EXPECT_EQ(mended(R"({ "title": "T" })", "Ask well"), R"({ "title": "T" })");
  EXPECT_EQ(mended(R"({ "title": "T", "id": "b" })", "a"), R"({ "title": "T", "id": "b" })");
}

TEST(Fix, LeavesAloneWhatIsNoJson) {
  for (const std::string_view text : {"", "{", R"({"sections":[{"title":"T"},]})", "{\"a\":\"\xff\"}"}) {
    EXPECT_FALSE(with_missing_ids(text, "a")) << text;
    EXPECT_FALSE(scenario_with_missing_ids(text)) << text;
  }
}

TEST(Fix, SaysWhatItWroteAndWhere) {
  const auto found =
      with_missing_ids("{\"title\":\"T\",\n\"sections\":[{\"title\":\"日本 A\"},\n{\"title\":\"B\"}]}", "x");
  ASSERT_TRUE(found);
  ASSERT_EQ(found->ids.size(), 3u);
  EXPECT_EQ(found->ids[0].id, "x");
  EXPECT_EQ(found->ids[0].path, "");
  EXPECT_EQ(found->ids[0].position, (Position{1, 7}));
  EXPECT_EQ(found->ids[1].id, "a");
  EXPECT_EQ(found->ids[1].path, "sections[0]");
  EXPECT_EQ(found->ids[1].position, (Position{2, 19}));
  EXPECT_EQ(found->ids[2].position, (Position{3, 7}));
}

TEST(Fix, GivesChoicesIdsInAScenariosFile) {
  const auto found = scenario_with_missing_ids(
      R"({"nodes":{"a":{"choices":[{"text":"Go"},{"text":"Go"}]},"B b":{"choices":[{"text":"Stay"}]},"c":7}})");
  ASSERT_TRUE(found);
  EXPECT_EQ(
      found->text,
      R"({"nodes":{"a":{"choices":[{"id":"go","text":"Go"},{"id":"go-2","text":"Go"}]},"B b":{"choices":[{"text":"Stay"}]},"c":7}})");
}

// Writes a JSON value as authors do: now with line breaks, now without, and leaves out some of the ids.
class Scribbler {
 public:
  explicit Scribbler(unsigned seed) : random_(seed) {}

  std::string byte() {
    std::string sections;
    const int count = 1 + pick(4);
    for (int s = 0; s < count; ++s) {
      std::string blocks;
      const int size = 1 + pick(4);
      for (int b = 0; b < size; ++b) blocks += (b > 0 ? "," + gap() : "") + block();
      sections += (s > 0 ? "," + gap() : "") +
                  object({id(), field("title", words()), "\"blocks\"" + colon() + "[" + gap() + blocks + gap() + "]"});
    }
    return object({"\"format\": 1", "\"id\": \"a\"", "\"title\": \"A\"", "\"language\": \"en\"", "\"listed\":false",
                   "\"sections\"" + colon() + "[" + sections + "]"});
  }

 private:
  int pick(int count) { return static_cast<int>(random_() % static_cast<unsigned>(count)); }

  std::string gap() {
    constexpr std::string_view kGaps[] = {"", " ", "\n", "\n  ", "\r\n\t", "  "};
    return std::string(kGaps[pick(6)]);
  }

  std::string colon() { return gap() + ":" + gap(); }

  std::string words() {
    constexpr std::string_view kWords[] = {"tea",   "Mentor", "what", "\\\"is\\\"", "Übung",   "日本",
                                           "مرحبا", "{",      "id",   "…",          "\\u0041", "[a](b)"};
    std::string text;
    const int count = 1 + pick(3);
    for (int i = 0; i < count; ++i) text += (i > 0 ? " " : "") + std::string(kWords[pick(12)]);
    return text;
  }

  static std::string field(std::string_view name, std::string_view value) {
    return '"' + std::string(name) + "\": \"" + std::string(value) + '"';
  }

  // Often none, and never one that was given before.
  std::string id() { return pick(3) > 0 ? "" : field("id", "own-" + std::to_string(++ids_)); }

  std::string object(std::vector<std::string> fields) {
    std::string text;
    for (const std::string& one : fields) {
      if (one.empty()) continue;
      text += (text.empty() ? "" : ",") + gap() + one;
    }
    return "{" + text + gap() + "}";
  }

  std::string list(std::string_view name, int kind) {
    std::string items;
    for (int i = 0; i < 2 + pick(2); ++i) {
      items += (items.empty() ? "" : "," + gap()) +
               object({id(), field("text", words()), kind == 0 && i == 0 ? "\"correct\": true" : "",
                       pick(4) > 0 ? "" : field("note", "// x")});
    }
    return '"' + std::string(name) + '"' + colon() + "[" + gap() + items + "]";
  }

  std::string block() {
    switch (pick(5)) {
      case 0:
        return object(
            {field("type", "question"), id(), field("kind", "single"), field("prompt", words()), list("options", 0)});
      case 1: return object({field("lead", words()), id(), field("type", "checklist"), list("items", 1)});
      case 2: return object({id(), field("type", "reflection"), field("prompt", words())});
      case 3:
        return object(
            {field("type", "scenario"), id(), field("title", words()), field("start", "n"),
             "\"nodes\":{\"n\":" +
                 object({field("text", "T"),
                         "\"choices\":[" + object({id(), field("text", words()), field("goto", "e")}) + "]"}) +
                 "}",
             "\"endings\":{\"e\":{\"title\":\"E\",\"text\":\"E\"}}"});
      default: return object({field("type", "text"), field("text", words())});
    }
  }

  std::mt19937 random_;
  int ids_ = 0;
};

// Whether `longer` has all of `shorter` in its order.
bool is_subsequence(std::string_view shorter, std::string_view longer) {
  std::size_t found = 0;
  for (const char c : longer) found += found < shorter.size() && c == shorter[found];
  return found == shorter.size();
}

TEST(Fix, OfAnyByteReadsWithoutErrorsAndOnlyAdds) {
  int written = 0;
  for (unsigned seed = 1; seed <= 500; ++seed) {
    const std::string text = Scribbler(seed).byte();
    const auto found = with_missing_ids(text, "a");
    ASSERT_TRUE(found) << text;
    written += static_cast<int>(found->ids.size());
    Diagnostics diagnostics;
    check_byte(found->text, "a.json", {}, diagnostics);
    ASSERT_FALSE(diagnostics.has_errors()) << in_words(diagnostics) << found->text;
    ASSERT_TRUE(is_subsequence(text, found->text)) << text << '\n' << found->text;
    std::size_t added = 0;
    for (const WrittenId& id : found->ids) added += id.id.size();
    ASSERT_GE(found->text.size(), text.size() + added);
    const auto again = with_missing_ids(found->text, "a");
    ASSERT_TRUE(again);
    ASSERT_TRUE(again->ids.empty());
    ASSERT_EQ(again->text, found->text);
  }
  EXPECT_GT(written, 2'000);
}

TEST(Fix, SurvivesAnyText) {
  const std::string text = read_test_file("tests/data/bytes/valid/full.json");
  for (std::size_t size = 0; size < text.size(); size += 7) EXPECT_FALSE(with_missing_ids(text.substr(0, size), "a"));
  for (const std::string& name : names_in("tests/data/bytes/broken", ".json")) {
    const std::string broken = read_test_file("tests/data/bytes/broken/" + name + ".json");
    const auto found = with_missing_ids(broken, name);
    if (!found) continue;
    EXPECT_TRUE(is_subsequence(broken, found->text)) << name;
    Diagnostics diagnostics;
    EXPECT_TRUE(parse_json(found->text, name, diagnostics).was_read()) << name;
  }
}

}  // namespace
}  // namespace bytes::content
