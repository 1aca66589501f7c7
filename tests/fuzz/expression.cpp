// Conditions and effects: what is read has a value, within what its type has, and what is not read is explained.
#include "content/expression.h"

#include <limits>

#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/targets.h"

namespace bytes::fuzz {
namespace {

using namespace content;

const std::vector<Variable>& variables() {
  static const std::vector<Variable> all = [] {
    Variable trust{.name = "trust", .min = -3, .max = 5};
    Variable large{.name = "good-will",
                   .min = std::numeric_limits<int>::min(),
                   .max = std::numeric_limits<int>::max()};
    Variable applied{.name = "applied", .type = ValueType::kBoolean, .max = 1};
    Variable path{.name = "path", .type = ValueType::kOneOf, .max = 2, .values = {"stay", "move", "leave"}};
    return std::vector<Variable>{trust, large, applied, path};
  }();
  return all;
}

void expect_explained(const ExpressionProblem& problem, std::string_view input) {
  expect(!problem.code.empty(), "an expression is refused without a reason");
  expect(problem.offset <= input.size(), "a place outside of the expression");
}

}  // namespace

void fuzz_expression(std::string_view input) {
  constexpr int kValues[][4] = {{0, 0, 0, 0}, {5, std::numeric_limits<int>::max(), 1, 2},
                                {-3, std::numeric_limits<int>::min(), 0, 1}};
  Expression condition;
  ExpressionProblem problem;
  if (parse_condition(input, variables(), condition, problem)) {
    expect(condition.source == input && !condition.code.empty(), "a condition that is not what was written");
    for (const auto& values : kValues) {
      const std::int64_t value = evaluate(condition, values);
      expect(value == 0 || value == 1, "a condition that is neither true nor false");
    }
    // In brackets it means the same.
    Expression again;
    ExpressionProblem none;
    if (parse_condition("(" + std::string(input) + ")", variables(), again, none)) {
      for (const auto& values : kValues) {
        expect(evaluate(again, values) == evaluate(condition, values), "brackets change a condition");
      }
    }
  } else {
    expect(!condition.is_there(), "a condition that was refused is there");
    expect_explained(problem, input);
  }

  Effect effect;
  ExpressionProblem trouble;
  if (parse_effect(input, variables(), effect, trouble)) {
    expect(effect.variable >= 0 && effect.variable < static_cast<int>(variables().size()), "no such variable");
    for (const auto& values : kValues) evaluate(effect.value, values);
  } else {
    expect_explained(trouble, input);
  }
}

}  // namespace bytes::fuzz
