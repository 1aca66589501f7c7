#include "content/expression.h"

#include <gtest/gtest.h>

#include <random>

#include "content/author/explain.h"
#include "content/codes.h"
#include "content/model.h"
#include "tests/content/support/files.h"

namespace bytes::content {
namespace {

using Values = std::vector<int>;

Variable integer(std::string name, int min, int max) { return {.name = std::move(name), .min = min, .max = max}; }

Variable boolean(std::string name) { return {.name = std::move(name), .type = ValueType::kBoolean, .max = 1}; }

Variable one_of(std::string name, std::vector<std::string> values) {
  const int max = static_cast<int>(values.size()) - 1;
  return {.name = std::move(name), .type = ValueType::kOneOf, .max = max, .values = std::move(values)};
}

// Each value of `path` and `way` goes by its place: stay 0, move 1, move-on 2.
const std::vector<Variable> kVariables = {
    integer("trust", -3, 5),
    integer("good-will", -1'000'000, 1'000'000),
    boolean("applied"),
    boolean("seen"),
    one_of("path", {"stay", "move", "move-on"}),
    one_of("way", {"stay", "move", "move-on"}),
    one_of("mood", {"calm", "cross"}),
};
// In the order of the variables.
const Values kUsual = {2, 10, 1, 0, 1, 2, 0};

std::int64_t value_of(std::string_view source, const Values& values = kUsual) {
  Expression expression;
  ExpressionProblem problem;
  EXPECT_TRUE(parse_condition(source, kVariables, expression, problem)) << source << ": " << problem.code;
  EXPECT_EQ(expression.source, source);
  return expression.is_there() ? evaluate(expression, values) : -1;
}

struct Refused {
  std::size_t offset;
  std::string_view code;
  std::vector<std::string> details;

  friend bool operator==(const Refused&, const Refused&) = default;
};

std::ostream& operator<<(std::ostream& out, const Refused& refused) {
  out << refused.offset << ' ' << refused.code;
  for (const std::string& detail : refused.details) out << " '" << detail << '\'';
  return out;
}

Refused refusal_of_condition(std::string_view source) {
  Expression expression;
  ExpressionProblem problem;
  EXPECT_FALSE(parse_condition(source, kVariables, expression, problem)) << source;
  EXPECT_EQ(expression, Expression()) << source;
  return {problem.offset, problem.code, problem.details};
}

Refused refusal_of_effect(std::string_view source) {
  Effect effect;
  ExpressionProblem problem;
  EXPECT_FALSE(parse_effect(source, kVariables, effect, problem)) << source;
  EXPECT_EQ(effect, Effect()) << source;
  return {problem.offset, problem.code, problem.details};
}

// What the variables are after these effects.
Values after(const std::vector<std::string_view>& effects, const Values& before = kUsual) {
  Scenario scenario;
  scenario.variables = kVariables;
  Choice choice;
  for (std::string_view source : effects) {
    Effect effect;
    ExpressionProblem problem;
    EXPECT_TRUE(parse_effect(source, kVariables, effect, problem)) << source << ": " << problem.code;
    EXPECT_EQ(effect.value.source, source);
    choice.effects.push_back(std::move(effect));
  }
  ScenarioState state{.place = 0, .values = before};
  follow(scenario, choice, state);
  return state.values;
}

TEST(Expression, HasItsValue) {
  const struct {
    std::string_view source;
    std::int64_t value;
  } kCases[] = {
      {"true", 1},
      {"false", 0},
      {"applied", 1},
      {"seen", 0},
      {"trust == 2", 1},
      {"trust != 2", 0},
      {"trust < 2", 0},
      {"trust <= 2", 1},
      {"trust > 2", 0},
      {"trust >= 2", 1},
      {"2 >= trust", 1},
      {"0 == 000", 1},
      {"999999999 > good-will", 1},
      {"trust + 1 == 3", 1},
      {"trust - 1 == 1", 1},
      {"-trust == -2", 1},
      {"- - trust == 2", 1},
      {"--trust == 2", 1},
      {"3 - -2 == 5", 1},
      {"good-will - trust == 8", 1},
      {"applied == true", 1},
      {"seen != true", 1},
      {"applied == seen", 0},
      {"applied == (trust > 1)", 1},
      {"(trust > 1) == applied", 1},
      {"(trust > 1) == (trust > 5)", 0},
      {"path == move", 1},
      {"move == path", 1},
      {"path != move", 0},
      {"stay != path", 1},
      {"path == way", 0},
      {"path != way", 1},
      {"way == move-on", 1},
      {"way == move", 0},
      {"(path) == ((move))", 1},
      {"(way == stay) == false", 1},
      {"mood == calm", 1},
      {"mood == cross", 0},
      {"  trust\n==\t2  ", 1},
      {"trust==2", 1},
      {"(trust)==(2)", 1},
  };
  for (const auto& [source, value] : kCases) EXPECT_EQ(value_of(source), value) << source;
}

TEST(Expression, BindsByPrecedence) {
  const struct {
    std::string_view source;
    std::string_view same;
    std::string_view other;
  } kCases[] = {
      {"applied or seen and seen", "applied or (seen and seen)", "(applied or seen) and seen"},
      {"seen and seen or applied", "(seen and seen) or applied", "seen and (seen or applied)"},
      {"not seen or applied", "(not seen) or applied", "not (seen or applied)"},
      {"not seen and seen", "(not seen) and seen", "not (seen and seen)"},
      {"not trust > 1 and seen", "(not (trust > 1)) and seen", "not (trust > 1 and seen)"},
      {"not seen == applied", "not (seen == applied)", ""},
      {"trust + 1 > 2", "(trust + 1) > 2", ""},
      {"2 < trust + 1", "2 < (trust + 1)", ""},
      {"trust - 1 - 1 == 0", "((trust - 1) - 1) == 0", "trust - (1 - 1) == 0"},
      {"trust - 1 + 1 == 2", "((trust - 1) + 1) == 2", "trust - (1 + 1) == 2"},
      {"-trust + 1 == -1", "(-trust) + 1 == -1", "-(trust + 1) == -1"},
      {"not not applied", "not (not applied)", ""},
  };
  for (const auto& [source, same, other] : kCases) {
    bool differs = other.empty();
    for (int bits = 0; bits < 16; ++bits) {
      const Values values = {bits >> 2, 0, bits & 1, (bits >> 1) & 1, 0, 0, 0};
      EXPECT_EQ(value_of(source, values), value_of(same, values)) << source;
      differs |= !other.empty() && value_of(source, values) != value_of(other, values);
    }
    EXPECT_TRUE(differs) << source << " says no more than " << other;
  }
}

TEST(Expression, IsALogicOfTwoValues) {
  for (int bits = 0; bits < 4; ++bits) {
    const bool a = bits & 1, b = bits & 2;
    const Values values = {0, 0, a, b, 0, 0, 0};
    EXPECT_EQ(value_of("applied and seen", values), a && b);
    EXPECT_EQ(value_of("applied or seen", values), a || b);
    EXPECT_EQ(value_of("not applied", values), !a);
    EXPECT_EQ(value_of("not not applied", values), a);
    EXPECT_EQ(value_of("not not not applied", values), !a);
    EXPECT_EQ(value_of("applied == seen", values), a == b);
    EXPECT_EQ(value_of("applied != seen", values), a != b);
  }
}

TEST(Effect, SetsOneVariable) {
  const struct {
    std::string_view source;
    std::size_t variable;
    int value;
  } kCases[] = {
      {"trust = 4", 0, 4},
      {"trust=4", 0, 4},
      {"trust += 1", 0, 3},
      {"trust+=1", 0, 3},
      {"trust -= 1", 0, 1},
      {"trust -= -1", 0, 3},
      {"trust = -trust", 0, -2},
      {"trust -= 1 - 2", 0, 3},
      {"trust = good-will - 9", 0, 1},
      {"good-will -= trust + 1", 1, 7},
      {"good-will = 2 - good-will", 1, -8},
      {"applied = false", 2, 0},
      {"seen = trust > 1 and path == move", 3, 1},
      {"seen = not seen", 3, 1},
      {"seen = applied", 3, 1},
      {"seen = path == way", 3, 0},
      {"path = stay", 4, 0},
      {"path = move-on", 4, 2},
      {"path = (move-on)", 4, 2},
      {"path = way", 4, 2},
      {"mood = cross", 6, 1},
  };
  for (const auto& [source, variable, value] : kCases) {
    Values expected = kUsual;
    expected[variable] = value;
    EXPECT_EQ(after({source}), expected) << source;
  }
}

TEST(Effect, SaturatesWhenItIsAssignedAndNotBefore) {
  const struct {
    std::vector<std::string_view> effects;
    int trust;
  } kCases[] = {
      {{"trust += 100"}, 5},
      {{"trust -= 100"}, -3},
      {{"trust = 999999999 + 999999999 + 999999999"}, 5},
      {{"trust = -999999999 - 999999999 - 999999999"}, -3},
      {{"trust = trust + 100 - 100"}, 2},
      {{"trust += 100 - 100"}, 2},
      {{"trust += 100", "trust -= 100"}, -3},
      {{"trust += 100", "trust -= 1"}, 4},
      {{"trust -= 1", "trust += 100"}, 5},
  };
  for (const auto& [effects, trust] : kCases) EXPECT_EQ(after(effects)[0], trust) << effects[0];
  // A comparison sees what was not yet cut off.
  EXPECT_EQ(value_of("trust + 100 > 5"), 1);
}

TEST(Effect, HappensAfterThoseBeforeIt) {
  EXPECT_EQ(after({"trust = 1", "good-will = trust", "trust = 3", "seen = good-will < trust"}),
            (Values{3, 1, 1, 1, 1, 2, 0}));
}

TEST(Expression, IsRefusedWithItsPlaceAndWhatCouldStandThere) {
  const std::string_view syntax = codes::kExpressionSyntax;
  const struct {
    std::string_view source;
    Refused refused;
  } kCases[] = {
      {"", {0, syntax, {"", "expression"}}},
      {"  ", {2, syntax, {"", "expression"}}},
      {"trust >", {7, syntax, {"", "value"}}},
      {"trust > ", {8, syntax, {"", "value"}}},
      {"> 2", {0, syntax, {">", "value"}}},
      {"trust > and", {8, syntax, {"and", "value"}}},
      {"not", {3, syntax, {"", "value"}}},
      {"trust > not seen", {8, syntax, {"not", "value"}}},
      {"()", {1, syntax, {")", "value"}}},
      {"(trust > 1", {10, syntax, {"", ")"}}},
      {"trust > 1)", {9, syntax, {")", "operator"}}},
      {"(trust > 1 seen)", {11, syntax, {"seen", ")"}}},
      {"trust > 1 seen", {10, syntax, {"seen", "operator"}}},
      {"seen seen", {5, syntax, {"seen", "operator"}}},
      {"trust = 2", {6, syntax, {"=", "operator"}}},
      {"seen = true", {5, syntax, {"=", "operator"}}},
      {"trust === 2", {8, syntax, {"=", "value"}}},
      {"trust += 2", {6, syntax, {"+=", "operator"}}},
      {"trust -=2 == 1", {6, syntax, {"-=", "operator"}}},
      {"seen && applied", {5, syntax, {"&&", "operator"}}},
      {"trust > 1 || seen", {10, syntax, {"||", "operator"}}},
      {"!seen", {0, syntax, {"!", "value"}}},
      {"trust => 2", {6, syntax, {"=>", "operator"}}},
      {"trust <> 2", {6, syntax, {"<>", "operator"}}},
      {"trust * 2 > 1", {6, syntax, {"*", "operator"}}},
      {"trust > 1.5", {9, syntax, {".", "operator"}}},
      {"1 < trust < 3", {10, syntax, {"<", "and"}}},
      {"seen == seen == seen", {13, syntax, {"==", "and"}}},
      {"trust > 1234567890", {8, syntax, {"1234567890", "number"}}},
      {"trust > 5-2", {8, syntax, {"5-2", "number"}}},
      {"trust > 2nd", {8, syntax, {"2nd", "number"}}},
      {"trust>=2and(seen)", {7, syntax, {"2and", "number"}}},
      {"path == \"move\"", {8, syntax, {"\"", "value"}}},
      {"trust ≥ 2", {6, syntax, {"≥", "operator"}}},

      {"luck > 1", {0, codes::kExpressionName, {"luck"}}},
      {"trust-1 > 0", {0, codes::kExpressionName, {"trust-1"}}},
      {"good - will > 0", {0, codes::kExpressionName, {"good"}}},
      {"Trust > 1", {0, codes::kExpressionName, {"Trust"}}},
      {"luck = 1", {0, codes::kExpressionName, {"luck"}}},
      {"seen and luck", {9, codes::kExpressionName, {"luck"}}},
      {"not luck", {4, codes::kExpressionName, {"luck"}}},
      {"-luck > 1", {1, codes::kExpressionName, {"luck"}}},
      {"path == calm", {8, codes::kExpressionName, {"calm"}}},
      {"calm == path", {0, codes::kExpressionName, {"calm"}}},
      {"move", {0, codes::kExpressionName, {"move"}}},
      {"stay == move", {0, codes::kExpressionName, {"stay"}}},
      {"trust == move", {9, codes::kExpressionName, {"move"}}},
      {"seen == yes", {8, codes::kExpressionName, {"yes"}}},
      {"path == move or stay", {16, codes::kExpressionName, {"stay"}}},
      {"seen == True", {8, codes::kExpressionName, {"True"}}},
      {"(path == move) == stay", {18, codes::kExpressionName, {"stay"}}},

      // The type found and the one wanted: 0 integer, 1 boolean, 2 one-of.
      {"trust", {0, codes::kExpressionType, {"0", "1"}}},
      {"path", {0, codes::kExpressionType, {"2", "1"}}},
      {"trust + 1", {0, codes::kExpressionType, {"0", "1"}}},
      {"seen and trust", {9, codes::kExpressionType, {"0", "1"}}},
      {"trust or seen", {0, codes::kExpressionType, {"0", "1"}}},
      {"not trust", {4, codes::kExpressionType, {"0", "1"}}},
      {"-seen > 1", {1, codes::kExpressionType, {"1", "0"}}},
      {"seen > 1", {0, codes::kExpressionType, {"1", "0"}}},
      {"1 > seen", {4, codes::kExpressionType, {"1", "0"}}},
      {"seen + 1 > 1", {0, codes::kExpressionType, {"1", "0"}}},
      {"1 + path > 1", {4, codes::kExpressionType, {"2", "0"}}},
      {"trust == true", {9, codes::kExpressionType, {"1", "0"}}},
      {"seen == 1", {8, codes::kExpressionType, {"0", "1"}}},
      {"path == 1", {8, codes::kExpressionType, {"0", "2"}}},
      {"path == mood", {8, codes::kExpressionType, {"2", "2"}}},
      {"path < move", {0, codes::kExpressionType, {"2", "0"}}},
  };
  for (const auto& [source, refused] : kCases) EXPECT_EQ(refusal_of_condition(source), refused) << source;
}

TEST(Effect, IsRefusedWithItsPlaceAndWhatCouldStandThere) {
  const std::string_view syntax = codes::kExpressionSyntax;
  const struct {
    std::string_view source;
    Refused refused;
  } kCases[] = {
      {"", {0, syntax, {"", "expression"}}},
      {"trust", {5, syntax, {"", "assignment"}}},
      {"trust == 2", {6, syntax, {"==", "assignment"}}},
      {"trust++", {5, syntax, {"+", "assignment"}}},
      {"trust + 1", {6, syntax, {"+", "assignment"}}},
      {"trust =", {7, syntax, {"", "value"}}},
      {"+= 1", {0, syntax, {"+=", "name"}}},
      {"2 = trust", {0, syntax, {"2", "name"}}},
      {"trust = 2 3", {10, syntax, {"3", "operator"}}},
      {"trust = good-will = 2", {18, syntax, {"=", "operator"}}},

      {"luck = 1", {0, codes::kExpressionName, {"luck"}}},
      {"true = seen", {0, codes::kExpressionName, {"true"}}},
      {"trust-= 1", {0, codes::kExpressionName, {"trust-"}}},
      {"path = up", {7, codes::kExpressionName, {"up"}}},
      {"path = calm", {7, codes::kExpressionName, {"calm"}}},
      {"trust = move", {8, codes::kExpressionName, {"move"}}},
      {"seen = yes", {7, codes::kExpressionName, {"yes"}}},

      {"trust = seen", {8, codes::kExpressionType, {"1", "0"}}},
      {"trust = path", {8, codes::kExpressionType, {"2", "0"}}},
      {"trust += seen", {9, codes::kExpressionType, {"1", "0"}}},
      {"seen = 1", {7, codes::kExpressionType, {"0", "1"}}},
      {"seen += 1", {0, codes::kExpressionType, {"1", "0"}}},
      {"path -= 1", {0, codes::kExpressionType, {"2", "0"}}},
      {"path = 1", {7, codes::kExpressionType, {"0", "2"}}},
      {"path = true", {7, codes::kExpressionType, {"1", "2"}}},
      {"path = mood", {7, codes::kExpressionType, {"2", "2"}}},
      {"path = path == move", {7, codes::kExpressionType, {"1", "2"}}},
  };
  for (const auto& [source, refused] : kCases) EXPECT_EQ(refusal_of_effect(source), refused) << source;
}

TEST(Expression, KnowsWhichNamesCouldBeMeant) {
  Expression expression;
  ExpressionProblem problem;
  parse_condition("luck > 1", kVariables, expression, problem);
  EXPECT_EQ(problem.known,
            (std::vector<std::string_view>{"trust", "good-will", "applied", "seen", "path", "way", "mood"}));
  parse_condition("mood == angry", kVariables, expression, problem);
  EXPECT_EQ(problem.known, (std::vector<std::string_view>{"calm", "cross"}));
}

std::string repeated(std::string_view part, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += part;
  return text;
}

TEST(Expression, IsRefusedWhenItIsTooLongOrTooDeep) {
  const auto is_too_much = [](const std::string& source) {
    const Refused refused = refusal_of_condition(source);
    return refused.code == codes::kExpressionSyntax && refused.details.back() == "shorter";
  };
  EXPECT_EQ(value_of(repeated("(", 24) + "true" + repeated(")", 24)), 1);
  EXPECT_EQ(value_of(repeated("not ", 24) + "true"), 1);
  EXPECT_EQ(value_of(repeated("-", 24) + "trust == 2"), 1);
  EXPECT_EQ(value_of(repeated("not (", 12) + "true" + repeated(")", 12)), 1);
  // Behind each other they are not deep.
  EXPECT_EQ(value_of(repeated("(not false) and ", 60) + "true"), 1);
  EXPECT_TRUE(is_too_much(repeated("(", 25) + "true" + repeated(")", 25)));
  EXPECT_TRUE(is_too_much(repeated("not ", 25) + "true"));
  EXPECT_TRUE(is_too_much(repeated("-", 25) + "trust == 2"));
  EXPECT_TRUE(is_too_much(repeated("not (", 13) + "true" + repeated(")", 13)));

  EXPECT_EQ(value_of("1 > " + repeated("1 + ", 98) + "1"), 0);
  EXPECT_TRUE(is_too_much("1 > " + repeated("1 + ", 99) + "1"));

  EXPECT_EQ(value_of("true" + repeated(" ", 996)), 1);
  EXPECT_TRUE(is_too_much("true" + repeated(" ", 997)));
  for (std::string_view part : {"(", "not ", "-", "1+", "a", "9", "\xff", "((-", "== ", "\"", "true and "}) {
    EXPECT_TRUE(is_too_much(repeated(part, 1'000'000))) << part;
    const std::string effect = "trust = " + repeated(part, 1'000'000);
    EXPECT_EQ(refusal_of_effect(effect).details.back(), "shorter") << part;
  }
}

TEST(Expression, NamesAreSmallLettersDigitsAndHyphens) {
  for (std::string_view name : {"a", "trust", "good-will", "a1", "a-1", "a--b", "nota", "or-else", "truer", "a-true"}) {
    EXPECT_TRUE(is_variable_name(name)) << name;
  }
  for (std::string_view name : {"",    "-", "-a",  "a-", "1",   "1a",   "A",     "aB",  "a b", "a_b",
                                "a.b", "é", "and", "or", "not", "true", "false", "a\n", " a",  "{{a}}"}) {
    EXPECT_FALSE(is_variable_name(name)) << name;
  }
}

// Whether the code leaves one value and never takes one that is not there.
bool is_balanced(const Expression& expression) {
  int depth = 0;
  for (const Instruction& step : expression.code) {
    const bool pushes = step.operation == Operation::kConstant || step.operation == Operation::kVariable;
    const bool takes_one = step.operation == Operation::kNegate || step.operation == Operation::kNot;
    if (pushes) {
      ++depth;
    } else if (depth < (takes_one ? 1 : 2)) {
      return false;
    } else if (!takes_one) {
      --depth;
    }
    if (step.operation == Operation::kVariable &&
        (step.operand < 0 || static_cast<std::size_t>(step.operand) >= kVariables.size())) {
      return false;
    }
  }
  return depth == 1;
}

// Whatever is wrong has a place in the source, and a sentence with a remedy.
void expect_to_be_explained(std::string_view source, const ExpressionProblem& problem) {
  EXPECT_LE(problem.offset, source.size()) << source;
  Diagnostic diagnostic;
  diagnostic.code = problem.code;
  diagnostic.details = problem.details;
  diagnostic.details.insert(diagnostic.details.end(), problem.known.begin(), problem.known.end());
  Diagnostics found;
  found.add(diagnostic);
  const Diagnostics all = explained(found, {});
  EXPECT_FALSE(all.all()[0].message.empty()) << source << ' ' << problem.code;
  EXPECT_FALSE(all.all()[0].remedy.empty()) << source << ' ' << problem.code;
  EXPECT_EQ(all.all()[0].message.find("{0}"), std::string::npos) << source;
}

TEST(Expression, OfRandomTokensParsesOrReports) {
  constexpr std::string_view kTokens[] = {
      "trust", "good-will", "applied", "seen", "path",  "way", "mood", "stay", "move", "move-on",    "calm", "luck",
      "and",   "or",        "not",     "true", "false", "(",   ")",    "==",   "!=",   "<",          "<=",   ">",
      ">=",    "+",         "-",       "=",    "+=",    "-=",  "0",    "1",    "12",   "1234567890", "&&",   "||",
      "!",     "*",         "\"",      "“",    "é",     "\n",  "\x01", "\xff", ".",    ",",          "2nd",  "trust-",
  };
  std::mt19937 random(20260101);
  int parsed = 0;
  for (int round = 0; round < 60'000; ++round) {
    std::string source;
    // Short ones are often right; half of them get spaces between.
    const int length = 1 + static_cast<int>(random() % 9);
    const bool has_spaces = random() % 4 != 0;
    for (int i = 0; i < length; ++i) {
      source += kTokens[random() % (random() % 2 ? 29 : std::size(kTokens))];
      if (has_spaces) source += ' ';
    }
    Expression condition;
    ExpressionProblem problem;
    if (parse_condition(source, kVariables, condition, problem)) {
      ++parsed;
      ASSERT_TRUE(is_balanced(condition)) << source;
      const std::int64_t value = evaluate(condition, kUsual);
      EXPECT_TRUE(value == 0 || value == 1) << source;
    } else {
      expect_to_be_explained(source, problem);
    }
    Effect effect;
    if (parse_effect(source, kVariables, effect, problem)) {
      ++parsed;
      ASSERT_TRUE(is_balanced(effect.value)) << source;
      after({source});
    } else {
      expect_to_be_explained(source, problem);
    }
  }
  EXPECT_GT(parsed, 500);
}

TEST(Expression, OfRandomBytesParsesOrReports) {
  std::mt19937 random(7);
  for (int round = 0; round < 20'000; ++round) {
    std::string source = random() % 2 ? "trust = " : "";
    for (std::size_t i = random() % 12; i > 0; --i) source += static_cast<char>(random());
    Expression condition;
    Effect effect;
    ExpressionProblem problem;
    if (!parse_condition(source, kVariables, condition, problem)) expect_to_be_explained(source, problem);
    if (!parse_effect(source, kVariables, effect, problem)) expect_to_be_explained(source, problem);
  }
}

// Writes random expressions and knows their values, because it computes them while it writes: what the parser is
// compared with shares nothing with it.
class RandomExpression {
 public:
  RandomExpression(unsigned seed, const Values& values) : random_(seed), values_(values) {}

  struct Written {
    std::string text;
    std::int64_t value = 0;
    int level = 6;  // 0 or, 1 and, 2 not, 3 comparison, 4 sum, 5 minus, 6 all else.
  };

  Written boolean(int depth) {
    switch (depth > 0 ? random_() % 7 : 6) {
      case 0: {
        const Written left = at_level(0, boolean(depth - 1)), right = at_level(1, boolean(depth - 1));
        return {left.text + " or " + right.text, left.value || right.value, 0};
      }
      case 1: {
        const Written left = at_level(1, boolean(depth - 1)), right = at_level(2, boolean(depth - 1));
        return {left.text + " and " + right.text, left.value && right.value, 1};
      }
      case 2: {
        const Written inner = at_level(2, boolean(depth - 1));
        return {"not " + inner.text, !inner.value, 2};
      }
      case 3:
      case 4: return comparison(at_level(4, number(depth - 1)), at_level(4, number(depth - 1)), 6);
      case 5: return equality(depth - 1);
      default: return variable_or(2 + random_() % 2, random_() % 2 == 0);
    }
  }

  Written number(int depth) {
    switch (depth > 0 ? random_() % 4 : 3) {
      case 0: {
        const Written left = at_level(4, number(depth - 1)), right = at_level(5, number(depth - 1));
        return {left.text + " + " + right.text, left.value + right.value, 4};
      }
      case 1: {
        const Written left = at_level(4, number(depth - 1)), right = at_level(5, number(depth - 1));
        return {left.text + (random_() % 2 ? " - " : " -") + right.text, left.value - right.value, 4};
      }
      case 2: {
        const Written inner = at_level(5, number(depth - 1));
        return {"-" + inner.text, -inner.value, 5};
      }
      default: {
        if (random_() % 2) return variable_or(random_() % 2, false);
        const int literal = static_cast<int>(random_() % 20);
        return {std::to_string(literal), literal};
      }
    }
  }

 private:
  Written equality(int depth) {
    if (random_() % 2) return comparison(at_level(4, boolean(depth)), at_level(4, boolean(depth)), 2);
    const std::size_t variable = 4 + random_() % 3;
    const std::size_t value = random_() % kVariables[variable].values.size();
    Written left = {kVariables[variable].name, values_[variable]};
    Written right = {kVariables[variable].values[value], static_cast<int>(value)};
    if (variable < 6 && random_() % 3 == 0) right = {kVariables[9 - variable].name, values_[9 - variable]};
    if (random_() % 2) std::swap(left, right);
    return comparison(at_level(4, left), at_level(4, right), 2);
  }

  // One of the first `signs` signs.
  Written comparison(const Written& left, const Written& right, unsigned signs) {
    const std::int64_t a = left.value, b = right.value;
    const struct {
      std::string_view sign;
      bool value;
    } kSigns[] = {{"==", a == b}, {"!=", a != b}, {"<", a < b}, {"<=", a <= b}, {">", a > b}, {">=", a >= b}};
    const auto& [sign, value] = kSigns[random_() % signs];
    const std::string space = random_() % 2 ? " " : "";
    return {left.text + space + std::string(sign) + space + right.text, value, 3};
  }

  Written variable_or(std::size_t variable, bool takes_literal) {
    if (!takes_literal) return {kVariables[variable].name, values_[variable]};
    const bool literal = random_() % 2;
    return {literal ? "true" : "false", literal};
  }

  // In brackets where they are needed, and sometimes where they are not.
  Written at_level(int level, Written written) {
    if (written.level >= level && random_() % 5 != 0) return written;
    return {'(' + written.text + ')', written.value, 6};
  }

  std::mt19937 random_;
  const Values& values_;
};

TEST(Expression, AgreesWithAnotherEvaluator) {
  std::mt19937 random(11);
  int parsed = 0;
  int differences = 0;
  for (unsigned round = 0; round < 20'000; ++round) {
    Values values;
    for (const Variable& variable : kVariables) {
      const int span = std::min(variable.max - variable.min + 1, 20);
      values.push_back(std::max(variable.min, -10) + static_cast<int>(random() % static_cast<unsigned>(span)));
    }
    RandomExpression writer(round, values);
    const RandomExpression::Written condition = writer.boolean(5);
    if (condition.text.size() > 300) continue;
    ++parsed;
    EXPECT_EQ(value_of(condition.text, values), condition.value) << condition.text;
    differences += condition.value == 0;

    const RandomExpression::Written number = writer.number(4);
    const std::string effect = "good-will = " + number.text;
    EXPECT_EQ(after({effect}, values)[1], number.value) << effect;
    const std::string more = "good-will -= " + number.text;
    EXPECT_EQ(after({more}, values)[1], values[1] - number.value) << more;
  }
  EXPECT_GT(parsed, 15'000);
  EXPECT_GT(differences, 3'000);
  EXPECT_LT(differences, parsed - 3'000);
}

}  // namespace
}  // namespace bytes::content
