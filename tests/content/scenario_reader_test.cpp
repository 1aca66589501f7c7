#include "content/scenario_reader.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "content/author/markup.h"
#include "content/author/playable.h"
#include "content/author/rules.h"
#include "content/model.h"
#include "tests/content/support/files.h"

namespace bytes::content {
namespace {

const std::string kValidFolder = "tests/data/bytes/valid/";
const ReadOptions kAuthor = {.strict = true, .markup = read_markup};
const ReadOptions kPlayer = {.strict = false, .markup = {}};

// All fields but `format`: what a file holds, and a block.
constexpr std::string_view kWalk =
    R"("title":"A walk","start":"fork",)"
    R"("cast":[{"id":"owl","name":"The owl"},{"id":"hen","name":"The hen"}],)"
    R"("variables":{"luck":{"type":"integer","start":1,"min":0,"max":3},"wet":{"type":"boolean","start":false},)"
    R"("way":{"type":"one-of","values":["left","right"],"start":"right"}},)"
    R"("nodes":{"fork":{"speaker":"hen","text":"Where?","choices":[)"
    R"({"id":"on","text":"On","set":["luck += 1"],"goto":"hill"},)"
    R"({"id":"home","text":"Home","if":"luck > 0","goto":"home"}]},)"
    R"("hill":{"text":"Up.","choices":[{"id":"down","text":"Down","goto":"fork"}]}},)"
    R"("endings":{"home":{"title":"Home","text":"Soup."}})";

// With the only `old_part` of it turned into `new_part`.
std::string changed(std::string_view old_part, std::string_view new_part, std::string_view text = kWalk) {
  const std::size_t at = text.find(old_part);
  EXPECT_NE(at, text.npos) << old_part;
  EXPECT_EQ(text.find(old_part, at + 1), text.npos) << old_part;
  return std::string(text.substr(0, at)) + std::string(new_part) + std::string(text.substr(at + old_part.size()));
}

std::string file_with(std::string_view fields) { return "{\"format\":1," + std::string(fields) + "}"; }

std::string byte_with(std::string_view fields) {
  return R"({"format":1,"id":"test","title":"Test","language":"en","sections":[{"id":"start","blocks":[)"
         R"({"type":"scenario","id":"walk","fallback":"Walk by yourself.",)" +
         std::string(fields) + "}]}]}";
}

std::vector<std::string> codes_of(const Diagnostics& diagnostics) {
  std::vector<std::string> codes;
  for (const Diagnostic& problem : diagnostics.all()) codes.push_back(problem.code);
  return codes;
}

// What an author is told about a file of these fields.
std::vector<std::string> codes_in(std::string_view fields) {
  Diagnostics diagnostics;
  const std::optional<Scenario> scenario = read_scenario(file_with(fields), "walk", kAuthor, diagnostics);
  EXPECT_EQ(scenario && scenario->start >= 0, !diagnostics.has_errors()) << fields;
  return codes_of(diagnostics);
}

// The block as the player reads it.
BlockContent played(std::string_view fields) {
  Diagnostics diagnostics;
  const std::optional<Byte> byte = read_byte(byte_with(fields), "test", kPlayer, diagnostics);
  EXPECT_TRUE(byte && byte->sections.size() == 1 && byte->sections[0].blocks.size() == 1) << fields;
  return byte ? byte->sections[0].blocks[0].content : BlockContent();
}

Byte checked_valid(const std::string& name) {
  Diagnostics diagnostics;
  const auto read_file = [](std::string_view file) { return read_test_file(kValidFolder + std::string(file)); };
  std::optional<Byte> byte =
      check_byte(read_test_file(kValidFolder + name), name, {.folder = {}, .read_file = read_file}, diagnostics);
  EXPECT_EQ(in_words(without_notes(diagnostics)), "");
  return byte.value_or(Byte());
}

TEST(ScenarioReader, ReadsEveryFieldOfABlock) {
  const Byte byte = checked_valid("full.json");
  const Block& outer = byte.sections.at(10).blocks.at(0);
  EXPECT_EQ(outer.id, "crossroads");
  EXPECT_EQ(outer.language, "en");
  const ScenarioBlock& block = std::get<ScenarioBlock>(outer.content);
  EXPECT_EQ(block.src, "");
  EXPECT_FALSE(block.required);
  const Scenario& scenario = block.scenario;
  EXPECT_EQ(scenario.title, "Stay or go");
  EXPECT_TRUE(scenario.text.at(1).emphasis);
  EXPECT_EQ(scenario.feedback, FeedbackTime::kAtEnd);
  EXPECT_EQ(scenario.most_points, 3);

  ASSERT_EQ(scenario.cast.size(), 2u);
  EXPECT_EQ(scenario.cast[0].id, "ann");
  EXPECT_EQ(scenario.cast[0].name, "Ann");
  EXPECT_EQ(scenario.cast[0].role, "A friend");
  EXPECT_EQ(scenario.cast[0].portrait.src, "cover.svg");
  EXPECT_EQ(scenario.cast[0].portrait.alt, "Teal, and Ann.");
  EXPECT_EQ(scenario.cast[1], (CastMember{.id = "ben", .name = "Ben"}));

  ASSERT_EQ(scenario.variables.size(), 3u);
  EXPECT_EQ(scenario.variables[0], (Variable{.name = "trust", .min = -3, .max = 5, .label = "Trust"}));
  EXPECT_EQ(scenario.variables[1], (Variable{.name = "knows-ben", .type = ValueType::kBoolean, .max = 1}));
  EXPECT_EQ(scenario.variables[2],
            (Variable{.name = "way", .type = ValueType::kOneOf, .max = 1, .values = {"stay", "move-on"}}));

  EXPECT_EQ(scenario.start, 0);
  ASSERT_EQ(scenario.nodes.size(), 2u);
  const Node& morning = scenario.nodes[0];
  EXPECT_EQ(morning.id, "morning");
  EXPECT_EQ(morning.title, "Morning");
  EXPECT_EQ(morning.speaker, 0);
  EXPECT_EQ(letters_of(morning.text), "“Stay, or go?”");
  EXPECT_TRUE(morning.blocks.empty());
  EXPECT_TRUE(morning.can_go_back);
  ASSERT_EQ(morning.choices.size(), 2u);
  const Choice& ask = morning.choices[0];
  EXPECT_EQ(ask.id, "ask");
  EXPECT_TRUE(ask.text.at(1).strong);
  EXPECT_FALSE(ask.condition.is_there());
  ASSERT_EQ(ask.effects.size(), 2u);
  EXPECT_EQ(ask.effects[0].variable, 0);
  EXPECT_EQ(ask.effects[0].value.source, "trust += 1");
  EXPECT_EQ(ask.effects[1].variable, 1);
  EXPECT_EQ(letters_of(ask.feedback), "He helps.");
  EXPECT_EQ(ask.points, 2);
  EXPECT_EQ(ask.target_id, "noon");
  EXPECT_EQ(ask.target, 1);
  EXPECT_EQ(morning.choices[1].points, -1);

  const Node& noon = scenario.nodes[1];
  EXPECT_EQ(noon.title, "");
  EXPECT_EQ(noon.speaker, 1);
  EXPECT_TRUE(noon.text.empty());
  ASSERT_EQ(noon.blocks.size(), 2u);
  EXPECT_EQ(noon.blocks[0].id, "bell");
  EXPECT_EQ(letters_of(std::get<TextBlock>(noon.blocks[0].content).text), "The bell rings twelve.");
  EXPECT_EQ(std::get<ImageBlock>(noon.blocks[1].content).picture.src, "cover.svg");
  EXPECT_FALSE(noon.can_go_back);
  EXPECT_EQ(noon.choices.at(0).condition.source, "knows-ben and not (trust < 1 or way == move-on)");
  // Places of endings come behind those of nodes.
  EXPECT_EQ(noon.choices.at(0).target, 2);
  EXPECT_EQ(noon.choices.at(2).target, 5);

  ASSERT_EQ(scenario.endings.size(), 5u);
  const EndingKind kKinds[] = {EndingKind::kGood, EndingKind::kMixed, EndingKind::kBad, EndingKind::kOpen,
                               EndingKind::kSurprise};
  for (std::size_t i = 0; i < 5; ++i) EXPECT_EQ(scenario.endings[i].kind, kKinds[i]) << i;
  EXPECT_EQ(scenario.endings[0].id, "together");
  EXPECT_EQ(scenario.endings[0].title, "Together");
  EXPECT_TRUE(scenario.endings[0].text.at(1).strong);
}

TEST(ScenarioReader, ReadsAFileBesideTheByte) {
  const Byte byte = checked_valid("branching.json");
  const Block& outer = byte.sections.at(0).blocks.at(0);
  EXPECT_EQ(outer.id, "walk");
  const ScenarioBlock& block = std::get<ScenarioBlock>(outer.content);
  EXPECT_EQ(block.src, "walk.scenario.json");
  EXPECT_EQ(block.src_position, (Position{6, 36}));
  EXPECT_TRUE(block.required);
  const Scenario& scenario = block.scenario;
  EXPECT_EQ(scenario.title, "A walk");
  EXPECT_EQ(scenario.feedback, FeedbackTime::kAtOnce);
  EXPECT_EQ(scenario.start_position, (Position{9, 12}));
  EXPECT_EQ(scenario.variables.at(0).start, 2);
  EXPECT_EQ(scenario.variables.at(0).position, (Position{6, 5}));
  EXPECT_EQ(scenario.variables.at(1).start, 1);
  EXPECT_EQ(scenario.nodes.at(0).position, (Position{11, 5}));
  EXPECT_EQ(scenario.nodes.at(0).choices.at(0).position, (Position{12, 7}));
  EXPECT_EQ(scenario.nodes.at(0).choices.at(2).target, 0);
  EXPECT_EQ(scenario.nodes.at(1).choices.at(1).target, 3);
  EXPECT_EQ(scenario.endings.at(1).kind, EndingKind::kOpen);
  EXPECT_EQ(scenario.endings.at(1).position, (Position{20, 5}));
}

TEST(ScenarioReader, SaysTheSameOfABlockAndOfAFile) {
  Diagnostics in_file, in_byte;
  const std::optional<Scenario> read = read_scenario(file_with(kWalk), "walk", kAuthor, in_file);
  const std::optional<Byte> byte = read_byte(byte_with(kWalk), "test", kAuthor, in_byte);
  EXPECT_EQ(in_words(in_file), "");
  EXPECT_EQ(in_words(in_byte), "");
  ASSERT_TRUE(read && byte);
  EXPECT_TRUE(std::get<ScenarioBlock>(byte->sections[0].blocks[0].content).scenario == *read);
}

TEST(ScenarioReader, IsPlayedByItsStates) {
  const Byte byte = checked_valid("branching.json");
  const Scenario& scenario = std::get<ScenarioBlock>(byte.sections[0].blocks[0].content).scenario;
  ScenarioState state = first_state(scenario);
  EXPECT_EQ(state, (ScenarioState{0, {2, 1, 0}}));
  const std::vector<Choice>& at_fork = node_at(scenario, state.place).choices;
  EXPECT_TRUE(is_offered(at_fork[2], state));
  follow(scenario, at_fork[2], state);
  EXPECT_EQ(state, (ScenarioState{0, {3, 0, 0}}));
  EXPECT_FALSE(is_offered(at_fork[2], state));
  follow(scenario, at_fork[0], state);
  EXPECT_EQ(state, (ScenarioState{1, {2, 0, 1}}));
  follow(scenario, node_at(scenario, state.place).choices[0], state);
  EXPECT_TRUE(is_ending(scenario, state.place));
  EXPECT_EQ(id_at(scenario, state.place), "home");
  EXPECT_EQ(ending_at(scenario, state.place).title, "Home");
}

TEST(ScenarioReader, KnowsTheNameOfAFile) {
  const std::pair<std::string_view, std::string_view> kNames[] = {
      {"carolina.scenario.json", "carolina"},
      {"more/carolina.scenario.json", "carolina"},
      {"a.b.scenario.json", "a.b"},
      {".scenario.json", ""},
      {"more/.scenario.json", ""},
      {"scenario.json", ""},
      {"carolina.json", ""},
      {"carolina.scenario.json/a", ""},
      {"", ""},
  };
  for (const auto& [file, name] : kNames) EXPECT_EQ(scenario_name(file), name) << file;
}

TEST(ScenarioReader, TakesItsIdFromItsFile) {
  const struct {
    std::string_view fields;
    std::string_view id;
    std::vector<std::string> codes;
  } kBlocks[] = {
      {R"("src":"walk.scenario.json")", "walk", {}},
      {R"("src":"more/walk.scenario.json")", "walk", {}},
      {R"("src":"walk.scenario.json","id":"stroll")", "stroll", {}},
      {R"("src":"Walk.scenario.json")", "", {"field-missing"}},
      {R"("src":"a walk.scenario.json")", "", {"field-missing"}},
      {R"("src":"walk.json")", "", {"field-missing"}},
      {R"("src":"walk.json","id":"walk")", "walk", {}},
      {R"("src":"walk.scenario.json","id":"A walk")", "", {"id-invalid"}},
      {R"("src":"start.scenario.json")", "", {"id-duplicate"}},
      {R"("src":5)", "", {"field-missing", "type-wrong"}},
      {R"("src":"")", "", {"field-missing", "text-empty"}},
      {R"("src":"../walk.scenario.json")", "walk", {"file-outside"}},
      {R"("src":"walk.scenario.json","title":"A walk")", "walk", {"field-unknown"}},
  };
  for (const auto& [fields, id, codes] : kBlocks) {
    Diagnostics diagnostics;
    const std::optional<Byte> byte =
        read_byte(R"({"format":1,"id":"test","title":"Test","language":"en","sections":[{"id":"start","blocks":[)"
                  R"({"type":"scenario",)" +
                      std::string(fields) + "}]}]}",
                  "test", kAuthor, diagnostics);
    ASSERT_TRUE(byte) << fields;
    EXPECT_EQ(byte->sections[0].blocks[0].id, id) << fields;
    EXPECT_EQ(codes_of(diagnostics), codes) << fields;
  }
}

TEST(ScenarioReader, ReportsWhatIsWrong) {
  using Codes = std::vector<std::string>;
  const struct {
    std::string_view old_part;
    std::string_view new_part;
    Codes codes;
  } kChanges[] = {
      {R"("title":"A walk",)", "", {"field-missing"}},
      {R"("start":"fork",)", "", {"field-missing"}},
      {R"("start":"fork",)", R"("start":"frok",)", {"goto-unknown"}},
      {R"("start":"fork",)", R"("start":"home",)", {"goto-unknown"}},
      {R"("start":"fork",)", R"("start":"Fork",)", {"id-invalid"}},
      {R"("start":"fork",)", R"("start":"fork","feedback":"never",)", {"value-unknown"}},
      {R"("start":"fork",)", R"("start":"fork","most-points":-1,)", {"number-range"}},
      {R"("start":"fork",)", R"("start":"fork","shuffle":true,)", {"field-unknown"}},
      {R"("start":"fork",)", R"("start":"fork","note":5,"x-a":5,)", {}},
      {R"("name":"The hen")", R"("name":"The hen","age":3)", {"field-unknown"}},
      {R"("id":"hen")", R"("id":"owl")", {"id-duplicate", "speaker-unknown"}},
      {R"("speaker":"hen")", R"("speaker":"cow")", {"speaker-unknown"}},
      {R"("speaker":"hen")", R"("speaker":"The hen")", {"id-invalid"}},
      {R"("text":"Where?",)", "", {"field-missing"}},
      {R"("text":"Where?",)", R"("text":"",)", {"text-empty"}},
      {R"("text":"Where?",)", R"("text":"**Where","back":false,"title":"*A*",)", {}},
      {R"("text":"Where?",)", R"("text":"Where?","blocks":[{"type":"divider"}],)", {"node-text-and-blocks"}},
      {R"("text":"Where?",)", R"("blocks":[{"type":"divider"}],)", {}},
      {R"("text":"Where?",)", R"("blocks":[],)", {"list-empty"}},
      {R"("text":"Where?",)", R"("blocks":5,)", {"type-wrong"}},
      {R"("text":"Where?",)", R"("blocks":[{"type":"hologram"}],)", {"value-unknown"}},
      {R"("text":"Where?",)", R"("blocks":[{"type":"text"}],)", {"field-missing"}},
      {R"("text":"Where?",)",
       R"("blocks":[{"type":"divider","id":"a"},{"type":"divider","id":"a"}],)",
       {"id-duplicate"}},
      // Blocks of a scene do not share names with scenes.
      {R"("text":"Where?",)", R"("blocks":[{"type":"divider","id":"fork"}],)", {}},
      {R"("text":"Where?",)",
       R"("blocks":[{"type":"reflection","id":"a","prompt":"?"},{"type":"scenario","src":"b.scenario.json"}],)",
       {"node-block-kept", "node-block-kept"}},
      {R"("id":"home","text":"Home")", R"("id":"on","text":"Home")", {"id-duplicate"}},
      // Choices of two scenes may have the same id.
      {R"("id":"down","text":"Down")", R"("id":"on","text":"Down")", {}},
      {R"("choices":[{"id":"down","text":"Down","goto":"fork"}])", R"("choices":[])", {"list-empty"}},
      {R"("text":"Down",)", R"("text":"Down","points":100,)", {}},
      {R"("text":"Down",)", R"("text":"Down","points":-101,)", {"number-range"}},
      {R"("text":"Down",)", R"("text":"Down","set":[],)", {"list-empty"}},
      {R"("text":"Down",)", R"("text":"Down","set":["wet = true",5],)", {"type-wrong"}},
      {R"("text":"Down",)", R"("text":"Down","set":["dry = true","wet = 1"],)", {"expression-name", "expression-type"}},
      {R"("goto":"fork")", R"("goto":"moon")", {"goto-unknown"}},
      {R"("goto":"hill")", R"("goto":5)", {"type-wrong"}},
      {R"("if":"luck > 0")", R"("if":"luck >")", {"expression-syntax"}},
      {R"("if":"luck > 0")", R"("if":true)", {"type-wrong"}},
      {R"("hill":{)", R"("the hill":{)", {"goto-unknown", "id-invalid"}},
      {R"("hill":{)", R"("home":{)", {"goto-unknown", "id-duplicate"}},
      {R"("hill":{)", R"("hill":5,"gate":{)", {"type-wrong"}},
      {R"("title":"Home",)", "", {"field-missing"}},
      {R"("title":"Home",)", R"("title":"Home","kind":"great",)", {"value-unknown"}},
      {R"("title":"Home",)", R"("title":"Home","points":1,)", {"field-unknown"}},

      {R"("luck":{)", R"("not":{)", {"expression-name", "expression-name", "variable-name"}},
      {R"("type":"integer",)", "", {"field-missing"}},
      {R"("type":"integer",)", R"("type":"number",)", {"value-unknown"}},
      {R"("start":1,)", "", {"field-missing"}},
      {R"("start":1,)", R"("start":4,)", {"number-range"}},
      {R"("start":1,)", R"("start":true,)", {"type-wrong"}},
      {R"("min":0,)", "", {"field-missing"}},
      {R"("min":0,)", R"("min":3,)", {"number-range"}},
      {R"("min":0,)", R"("min":4,)", {"range-turned"}},
      {R"("min":0,)", R"("min":-1000001,)", {"number-range"}},
      {R"("max":3)", R"("max":3,"label":"Luck")", {}},
      {R"("max":3)", R"("max":3,"label":"*Luck*","values":["a"])", {"field-unknown"}},
      {R"("start":false)", R"("start":0)", {"type-wrong"}},
      {R"("start":false)", R"("start":false,"label":"Wet")", {"field-unknown"}},
      {R"("start":"right")", R"("start":"up")", {"value-unknown"}},
      {R"("start":"right")", R"("start":"right","max":1)", {"field-unknown"}},
      {R"("values":["left","right"],)", "", {"field-missing"}},
      {R"("values":["left","right"],)", R"("values":["left","right","left"],)", {"id-duplicate"}},
      {R"("values":["left","right"],)", R"("values":["left","right","luck"],)", {"id-duplicate"}},
      {R"("values":["left","right"],)", R"("values":["left","right","and"],)", {"variable-name"}},
      {R"("values":["left","right"],)", R"("values":["right"],)", {}},
  };
  for (const auto& [old_part, new_part, codes] : kChanges) {
    Codes found = codes_in(changed(old_part, new_part));
    std::sort(found.begin(), found.end());
    EXPECT_EQ(found, codes) << new_part;
  }
}

TEST(ScenarioReader, BlamesOnlyWhatIsMissing) {
  using Codes = std::vector<std::string>;
  const auto without = [](std::string_view begin, std::string_view end) {
    const std::size_t from = kWalk.find(begin);
    return std::string(kWalk.substr(0, from)) + std::string(kWalk.substr(kWalk.find(end, from)));
  };
  // The choice that leads to an ending, the speaker and the expressions are not to blame.
  EXPECT_EQ(codes_in(changed(R"(,"endings":{"home":{"title":"Home","text":"Soup."}})", "")), Codes{"field-missing"});
  EXPECT_EQ(codes_in(changed(R"("endings":{"home":{"title":"Home","text":"Soup."}})", R"("endings":[])")),
            Codes{"type-wrong"});
  EXPECT_EQ(codes_in(without(R"("nodes":)", R"("endings":)")), Codes{"field-missing"});
  EXPECT_EQ(codes_in(changed(R"("cast":[{"id":"owl","name":"The owl"},{"id":"hen","name":"The hen"}])", R"("cast":5)")),
            Codes{"type-wrong"});
  EXPECT_EQ(codes_in(changed(R"({"type":"integer","start":1,"min":0,"max":3})", "5")), Codes{"type-wrong"});
  // Without variables the names in expressions are.
  EXPECT_EQ(codes_in(without(R"("variables":)", R"("nodes":)")), (Codes{"expression-name", "expression-name"}));
}

TEST(ScenarioReader, ReportsNamesThatComeTwice) {
  Diagnostics diagnostics;
  const std::optional<Scenario> scenario =
      read_scenario(file_with(changed(R"("hill":{)", R"("fork":{"text":"Again.","choices":[]},"hill":{)")), "walk",
                    kAuthor, diagnostics);
  EXPECT_EQ(codes_of(diagnostics), (std::vector<std::string>{"json-duplicate-key", "list-empty"}));
  ASSERT_TRUE(scenario);
  EXPECT_LT(scenario->start, 0);
}

// Where the problem is, by line and column.
Position position_of(std::string_view code, std::string_view old_part, std::string_view new_part) {
  Diagnostics diagnostics;
  read_scenario(file_with('\n' + changed(old_part, '\n' + std::string(new_part))), "walk", kAuthor, diagnostics);
  EXPECT_EQ(diagnostics.all().size(), 1u) << new_part;
  if (diagnostics.all().empty()) return {};
  EXPECT_EQ(diagnostics.all()[0].code, code) << new_part;
  return diagnostics.all()[0].position;
}

TEST(ScenarioReader, PointsIntoExpressions) {
  const struct {
    std::string_view code;
    std::string_view condition;
    int column;  // Of the line that begins with `"if":"`, so 7 is the first character.
  } kConditions[] = {
      {"expression-name", R"("if":"lukc > 0")", 7},
      {"expression-syntax", R"("if":"luck > 0 0")", 16},
      {"expression-syntax", R"("if":"luck >")", 13},
      {"expression-type", R"("if":"wet and luck")", 15},
      {"expression-name", R"("if":"wet and é")", 15},
      {"expression-name", R"("if":"wet and éé é")", 15},
      {"expression-name", R"("if":"luck > 0 and é > 0 and 😀")", 20},
      {"expression-syntax", R"("if":"")", 7},
      {"expression-syntax", R"( "if" :   "luck > 0 0")", 21},
  };
  for (const auto& [code, condition, column] : kConditions) {
    EXPECT_EQ(position_of(code, R"("if":"luck > 0")", condition), (Position{3, column})) << condition;
  }
  EXPECT_EQ(position_of("expression-syntax", R"("luck += 1")", R"("luck += ")"), (Position{3, 10}));
  EXPECT_EQ(position_of("expression-name", R"("luck += 1")", R"(    "lukc += 1")"), (Position{3, 6}));
  EXPECT_EQ(position_of("speaker-unknown", R"("hen","text")", R"("cow","text")"), (Position{3, 1}));
  EXPECT_EQ(position_of("goto-unknown", R"("fork"}]}})", R"("frok"}]}})"), (Position{3, 1}));
}

TEST(ScenarioReader, HasAnUpperLimitForNames) {
  const auto cast = [](int members) {
    std::string list = R"("cast":[)";
    for (int i = 0; i < members; ++i) {
      const std::string id = i == 0 ? "hen" : "hen-" + std::to_string(i);
      list += (i == 0 ? "" : ",") + (R"({"id":")" + id) + R"(","name":"A hen"})";
    }
    return changed(R"("cast":[{"id":"owl","name":"The owl"},{"id":"hen","name":"The hen"}])", list + "]");
  };
  const auto variables = [](int count) {
    std::string list;
    for (int i = 3; i < count; ++i) list += "\"v" + std::to_string(i) + R"(":{"type":"boolean","start":true},)";
    return changed(R"("variables":{)", R"("variables":{)" + list);
  };
  const auto values = [](int count) {
    std::string list = R"("values":["right")";
    for (int i = 1; i < count; ++i) list += ",\"v" + std::to_string(i) + '"';
    return changed(R"("values":["left","right"])", list + "]");
  };
  using Codes = std::vector<std::string>;
  EXPECT_EQ(codes_in(cast(100)), Codes());
  EXPECT_EQ(codes_in(cast(101)), Codes{"list-too-long"});
  EXPECT_EQ(codes_in(variables(100)), Codes());
  const Codes too_many = codes_in(variables(101));
  EXPECT_EQ(std::count(too_many.begin(), too_many.end(), "list-too-long"), 1);
  EXPECT_EQ(codes_in(values(100)), Codes());
  EXPECT_EQ(codes_in(values(101)), Codes{"list-too-long"});
}

// Nodes in a row, each of seven values.
std::string row_of_nodes(int count, bool lead_on) {
  std::string nodes = R"("title":"A row","start":"n0","nodes":{)";
  for (int i = 0; i < count; ++i) {
    const bool is_last = i + 1 == count;
    const std::string target = is_last ? "end" : "n" + std::to_string(lead_on ? i + 1 : i + count);
    nodes += (i == 0 ? "\"n" : ",\"n") + std::to_string(i) +
             R"(":{"text":"On.","choices":[{"id":"on","text":"On","goto":")" + target + "\"}]}";
  }
  return nodes + R"(},"endings":{"end":{"title":"End","text":"End."}})";
}

// What grows with the square of the nodes would take minutes.
TEST(ScenarioReader, ReadsTwentyThousandNodes) {
  constexpr int kNodes = 20'000;
  Diagnostics diagnostics;
  const std::optional<Scenario> scenario =
      read_scenario(file_with(row_of_nodes(kNodes, true)), "row", kAuthor, diagnostics);
  EXPECT_EQ(in_words(diagnostics), "");
  ASSERT_TRUE(scenario);
  ASSERT_EQ(scenario->nodes.size(), static_cast<std::size_t>(kNodes));
  for (int i = 0; i < kNodes; ++i) EXPECT_EQ(node_at(*scenario, i).choices[0].target, i + 1);
  EXPECT_TRUE(is_ending(*scenario, kNodes));

  EXPECT_TRUE(std::holds_alternative<ScenarioBlock>(played(row_of_nodes(kNodes, true))));
}

TEST(ScenarioReader, ReportsTwentyThousandUnknownNames) {
  Diagnostics diagnostics;
  EXPECT_TRUE(read_scenario(file_with(row_of_nodes(20'000, false)), "row", kAuthor, diagnostics));
  ASSERT_EQ(diagnostics.all().size(), 101u);
  EXPECT_EQ(diagnostics.all()[0].code, "goto-unknown");
  EXPECT_EQ(diagnostics.all().back().code, "too-many-problems");
  EXPECT_TRUE(std::holds_alternative<UnknownBlock>(played(row_of_nodes(20'000, false))));
}

TEST(ScenarioReader, RefusesAHundredThousandNodes) {
  std::string nodes = R"("title":"A row","start":"n0","endings":{"end":0},"nodes":{"n0":{})";
  for (int i = 1; i < 100'000; ++i) nodes += ",\"n" + std::to_string(i) + R"(":{"text":0,"choices":0})";
  Diagnostics diagnostics;
  EXPECT_FALSE(read_scenario(file_with(nodes + "}"), "row", kAuthor, diagnostics));
  EXPECT_EQ(codes_of(diagnostics), std::vector<std::string>{"json-too-many-values"});
}

TEST(ScenarioReader, SurvivesAFileCutOffAtAnyByte) {
  const std::string text = read_test_file(kValidFolder + "walk.scenario.json");
  for (std::size_t size = 0; size < text.find_last_of('}'); ++size) {
    Diagnostics diagnostics;
    EXPECT_FALSE(read_scenario(text.substr(0, size), "walk", kAuthor, diagnostics));
    EXPECT_EQ(diagnostics.all().size(), 1u);
  }
}

TEST(ScenarioReader, ReadsNoOtherFormat) {
  for (std::string_view text : {R"({"format":2,"title":"A walk"})", "[]", "5", "null", "\"walk\"", "", "{"}) {
    Diagnostics diagnostics;
    EXPECT_FALSE(read_scenario(text, "walk", kAuthor, diagnostics)) << text;
    EXPECT_TRUE(diagnostics.has_errors()) << text;
  }
}

TEST(LenientScenario, IsPassedOverWithAnyError) {
  const std::pair<std::string_view, std::string_view> kChanges[] = {
      {R"("title":"A walk",)", ""},
      {R"("start":"fork",)", R"("start":"moon",)"},
      {R"("start":"fork",)", R"("start":"home",)"},
      {R"("id":"hen")", R"("id":"The hen")"},
      {R"("speaker":"hen")", R"("speaker":"cow")"},
      {R"("text":"Where?",)", ""},
      {R"("text":"Where?",)", R"("blocks":[{"type":"reflection","id":"a","prompt":"?"}],)"},
      {R"("text":"Where?",)", R"("blocks":[{"type":"question"}],)"},
      {R"("text":"Where?",)", R"("blocks":[{"type":"image","src":"../a.svg","alt":"A"}],)"},
      {R"("text":"Where?",)", R"("text":"Where?","blocks":[{"type":"divider"}],)"},
      {R"("if":"luck > 0")", R"("if":"luck >> 0")"},
      {R"("if":"luck > 0")", R"("if":"luck(0) > 0")"},
      {R"("set":["luck += 1"])", R"("set":["luck *= 1"])"},
      {R"("goto":"hill")", R"("goto":"moon")"},
      {R"("id":"home","text":"Home")", R"("id":"on","text":"Home")"},
      {R"("hill":{)", R"("home":{)"},
      {R"("hill":{)", R"("fork":{"text":"Again.","choices":[{"id":"a","text":"A","goto":"home"}]},"hill":{)"},
      // Of a type that a newer version may know: nobody can say what it does.
      {R"("type":"integer",)", R"("type":"clock",)"},
      {R"({"type":"boolean","start":false})", R"({"type":"text","start":"a","min":0,"max":1})"},
      {R"("min":0,)", R"("min":4,)"},
      {R"("start":1,)", R"("start":9,)"},
      {R"("start":"right")", R"("start":"up")"},
      {R"("values":["left","right"],)", R"("values":["left","right","luck"],)"},
  };
  for (const auto& [old_part, new_part] : kChanges) {
    const BlockContent content = played(changed(old_part, new_part));
    const auto* unknown = std::get_if<UnknownBlock>(&content);
    ASSERT_NE(unknown, nullptr) << new_part;
    EXPECT_EQ(unknown->type, "scenario") << new_part;
    EXPECT_EQ(letters_of(unknown->fallback), "Walk by yourself.") << new_part;
  }
  // `byte build` writes what is in its file into the page, so there is no other file to read.
  EXPECT_TRUE(std::holds_alternative<UnknownBlock>(played(R"("src":"walk.scenario.json")")));
}

TEST(LenientScenario, PassesOverWhatItDoesNotKnow) {
  const std::pair<std::string_view, std::string_view> kChanges[] = {
      {R"("start":"fork",)", R"("start":"fork","weather":"fine","feedback":"in-the-middle",)"},
      {R"("name":"The hen")", R"("name":"The hen","age":3)"},
      {R"("max":3)", R"("max":3,"step":2)"},
      {R"("text":"Where?",)", R"("text":"Where?","sound":"wind",)"},
      {R"("text":"Where?",)", R"("blocks":[{"type":"hologram","fallback":"Look!"}],)"},
      {R"("text":"Down",)", R"("text":"Down","key":"d",)"},
      {R"("title":"Home",)", R"("title":"Home","kind":"bittersweet","music":true,)"},
  };
  for (const auto& [old_part, new_part] : kChanges) {
    const BlockContent content = played(changed(old_part, new_part));
    const auto* block = std::get_if<ScenarioBlock>(&content);
    ASSERT_NE(block, nullptr) << new_part;
    EXPECT_EQ(block->scenario.start, 0);
    EXPECT_EQ(block->scenario.feedback, FeedbackTime::kAtOnce);
    EXPECT_EQ(block->scenario.endings[0].kind, EndingKind::kOpen);
  }
}

TEST(Playable, IsPassedOverWhenAScenarioHasNoStart) {
  Diagnostics diagnostics;
  const std::optional<Byte> byte = read_byte(byte_with(R"("src":"walk.scenario.json")"), "test", kAuthor, diagnostics);
  ASSERT_TRUE(byte);
  const std::optional<Byte> read = read_byte(write_playable(*byte), "playable", kPlayer, diagnostics);
  ASSERT_TRUE(read);
  EXPECT_TRUE(std::holds_alternative<UnknownBlock>(read->sections[0].blocks[0].content));
}

}  // namespace
}  // namespace bytes::content
