#include "content/author/scenario_map.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <set>

#include "content/author/explain.h"
#include "content/author/svg_text.h"
#include "content/json.h"
#include "tests/content/support/files.h"
#include "tests/content/support/scenarios.h"

namespace bytes::content {
namespace {

std::string map_of(const Scenario& scenario, const ProofOptions& options = {}) {
  Proof proof = prove(scenario, options);
  for (Finding& finding : proof.findings) {
    Diagnostics one;
    one.add(finding.problem);
    const Diagnostics in_sentences = explained(one, {});
    finding.problem = in_sentences.all().front();
  }
  return scenario_map(scenario, proof);
}

std::string map_of(std::string_view lines) { return map_of(scenario_of(scenario_json(lines))); }

bool has(const std::string& svg, std::string_view text) { return svg.find(text) != std::string::npos; }

// The words of all texts, in order, a space between lines.
std::string words_of(const std::string& svg) {
  std::string words;
  for (std::size_t at = svg.find("<text "); at != std::string::npos; at = svg.find("<text ", at + 1)) {
    const std::size_t begin = svg.find('>', at) + 1;
    words += svg.substr(begin, svg.find('<', begin) - begin) + ' ';
  }
  return words;
}

TEST(ScenarioMap, ShowsEveryPlaceChoiceAndVariableInWords) {
  const std::string words =
      words_of(map_of("integer trust 0 3\n"
                      "label trust Trust\n"
                      "boolean seen\n"
                      "one-of way stay leave\n"
                      "monday: ask -> lunch | set trust += 1 | set seen = true | points 2\n"
                      "monday: wait -> lunch\n"
                      "lunch: talk -> promoted | if trust >= 1 and seen\n"
                      "lunch: go -> gone | set way = leave\n"
                      "lunch: back -> monday | if way == leave"));
  for (std::string_view expected :
       {"T ", "2 scenes, 5 choices, 3 variables, 2 endings", "trust: 0 to 3, starts at 0, shown as “Trust”",
        "seen: true or false, starts false", "way: stay or leave, starts as stay", "monday", "the start", "ask",
        "set trust += 1, seen = true", "+2 points", "if trust &gt;= 1 and seen", "offered in 1 of 2 states",
        "promoted: open ending", "2 choices, 2 points, less than a minute, 1 way"}) {
    EXPECT_TRUE(has(words, expected)) << expected << "\n" << words;
  }
}

TEST(ScenarioMap, ShowsWhatWasFoundWhereItIs) {
  const std::string svg = map_of(
      "boolean b\n"
      "integer t 0 3\n"
      "a: never -> lost | if b\n"
      "a: always -> end | if t == 0\n"
      "a: trap -> b1\n"
      "a: down -> c\n"
      "a: win -> a | points 2\n"
      "b1: on -> b2\n"
      "b2: on -> b1\n"
      "c: out -> end | if b\n"
      "island: go -> end");
  const std::string words = words_of(svg);
  for (std::string_view expected :
       {"never offered", "the condition is always true", "cannot be reached nothing leads here",
        "cannot be reached the choice &quot;never&quot; of", "no ending can be reached after a: trap",
        "no choice is offered after a: down", "points can be collected", "b: this variable is always false"}) {
    EXPECT_TRUE(has(words, expected)) << expected << "\n" << words;
  }
  EXPECT_TRUE(has(svg, "class=\"card broken\""));
  EXPECT_TRUE(has(svg, "class=\"card unseen\""));
  EXPECT_TRUE(has(svg, "class=\"card start\""));
  EXPECT_TRUE(has(svg, "class=\"way to-0 never\"") || has(svg, "never\" d="));
}

TEST(ScenarioMap, SaysOfALargeScenarioThatItWasNotAllLookedAt) {
  const std::string words = words_of(
      map_of(scenario_of(scenario_json("integer t 0 900\na: up -> a | set t += 1\na: go -> end | if t > 800")), {50}));
  EXPECT_TRUE(has(words, "the scenario has more than 50 states")) << words;
  EXPECT_TRUE(has(words, "this ending does not come up among")) << words;
}

TEST(ScenarioMap, TakesNoMarkupFromItsAuthor) {
  Scenario scenario = scenario_of(scenario_json("a: go -> end"));
  const std::string hostile = "</text></title><script>alert('&amp;')</script>\"'\x01";
  scenario.title = scenario.nodes[0].title = scenario.endings[0].title = hostile;
  scenario.nodes[0].text = scenario.nodes[0].choices[0].text = scenario.endings[0].text = plain(hostile);
  const std::string svg = map_of(scenario);
  EXPECT_FALSE(has(svg, "<script"));
  EXPECT_FALSE(has(svg, "\x01"));
  EXPECT_TRUE(has(svg, "&lt;script&gt;"));
}

TEST(ScenarioMap, LetsNoCardLieOnAnother) {
  struct Rect {
    float left, top, right, bottom;
  };
  const auto number = [](const std::string& svg, std::size_t at, std::string_view name) {
    const std::size_t begin = svg.find(std::string(name) + "=\"", at) + name.size() + 2;
    return std::strtof(svg.c_str() + begin, nullptr);
  };
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    ChanceOptions options;
    options.nodes = 1 + static_cast<int>(seed % 20);
    const std::string svg = map_of(scenario_of(scenario_by_chance(seed, options)));
    const float width = number(svg, 0, "width"), height = number(svg, 0, "height");
    std::vector<Rect> cards;
    for (std::size_t at = svg.find("<rect class=\"card"); at != std::string::npos;
         at = svg.find("<rect class=\"card", at + 1)) {
      const float left = number(svg, at, " x"), top = number(svg, at, " y");
      cards.push_back({left, top, left + number(svg, at, " width"), top + number(svg, at, " height")});
    }
    EXPECT_EQ(cards.size(), static_cast<std::size_t>(options.nodes + options.endings));
    for (std::size_t i = 0; i < cards.size(); ++i) {
      const Rect& a = cards[i];
      EXPECT_TRUE(a.left >= 0 && a.top >= 0 && a.right <= width && a.bottom <= height) << seed;
      for (std::size_t j = 0; j < i; ++j) {
        const Rect& b = cards[j];
        EXPECT_TRUE(a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top) << seed;
      }
    }
  }
}

// A copy, since a drawing by itself can ask nobody.
TEST(ScenarioMap, HasTheColoursOfTheTheme) {
  Diagnostics diagnostics;
  const JsonValue theme = parse_json(read_test_file("assets/theme.json"), "theme", diagnostics);
  const auto colours_of = [&](std::string_view name) {
    std::set<std::string> colours;
    for (const JsonMember& member : theme.find("themes")->find(name)->members) colours.insert(member.value.string);
    return colours;
  };
  const std::string svg = map_of("a: go -> end");
  const std::size_t dark = svg.find("prefers-color-scheme: dark");
  ASSERT_NE(dark, std::string::npos);
  int colours = 0;
  for (std::size_t at = svg.find('#'); at != std::string::npos; at = svg.find('#', at + 1)) {
    EXPECT_EQ(colours_of(at < dark ? "light" : "dark").count(svg.substr(at, 7)), 1u) << svg.substr(at, 7);
    ++colours;
  }
  EXPECT_GT(colours, 30);
}

TEST(SvgText, IsWrappedAtSpacesAndWhereThereAreNone) {
  const float ten = text_width("aaaaaaaaaa", 10);
  const struct {
    std::string_view text;
    std::size_t most;
    std::vector<std::string> expected;
  } kTable[] = {
      {"", 3, {}},
      {"  ", 3, {}},
      {"one two three", 3, {"one two", "three"}},
      {"aaaaaaaaaaaaaaa b", 3, {"aaaaaaaaaa", "aaaaa b"}},
      {"one two three four five", 2, {"one two", "three four…"}},
      {"漢字漢字漢字漢字", 3, {"漢字漢字漢", "字漢字"}},
      {"漢字漢字漢。字", 3, {"漢字漢字", "漢。字"}},
      {"é é é", 3, {"é é é"}},
  };
  for (const auto& row : kTable) EXPECT_EQ(wrapped(row.text, 10, ten, row.most), row.expected) << row.text;
}

TEST(SvgText, KnowsItsDirection) {
  EXPECT_TRUE(runs_right_to_left("مرحبا"));
  EXPECT_TRUE(runs_right_to_left("12: שלום"));
  EXPECT_TRUE(runs_right_to_left("“مرحبا”"));
  EXPECT_FALSE(runs_right_to_left("Hello مرحبا"));
  EXPECT_FALSE(runs_right_to_left("été"));
  EXPECT_FALSE(runs_right_to_left("漢字"));
  EXPECT_FALSE(runs_right_to_left("12 + 3"));
}

}  // namespace
}  // namespace bytes::content
