// Conditions and effects of a scenario: a small typed language over its variables. It has no loops and no calls, so an
// expression always ends, and with every variable's range being finite a scenario's states can be counted.
//
//   condition   or < and < not < == != < <= > >= < + - < unary -      parentheses, true, false, whole numbers, names
//   effect      name = value      name += value      name -= value
//
// A hyphen is part of a name, so a minus has spaces around it. A one-of variable is compared with one of its own
// values, by that value's bare name. docs/scenarios.md is the author's page about it.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "content/origin.h"

namespace bytes::content {

enum class ValueType { kInteger, kBoolean, kOneOf };

// A value is an integer: itself, 0 or 1 for a boolean, or the place of a one-of value in its list.
struct Variable {
  std::string name;
  ValueType type = ValueType::kInteger;
  int start = 0;
  int min = 0;  // Every value it ever has lies from min to max: what is assigned beyond saturates.
  int max = 0;
  std::vector<std::string> values;  // One-of.
  std::string label;                // Shown to the learner as a meter; empty: not shown. Integers only.
  Origin position;

  friend bool operator==(const Variable&, const Variable&) = default;
};

enum class Operation : std::uint8_t {
  kConstant,  // Pushes `operand`.
  kVariable,  // Pushes the value of variable `operand`.
  kNegate,
  kNot,
  kAdd,
  kSubtract,
  kEqual,
  kNotEqual,
  kLess,
  kLessOrEqual,
  kGreater,
  kGreaterOrEqual,
  kAnd,
  kOr,
};

struct Instruction {
  Operation operation;
  int operand = 0;

  friend bool operator==(const Instruction&, const Instruction&) = default;
};

// Checked, and compiled for a stack machine.
struct Expression {
  std::string source;             // As it was written; empty: there is none.
  std::vector<Instruction> code;  // Leaves one value.
  Origin position;                // Of the string that `source` is.

  bool is_there() const { return !source.empty(); }
  friend bool operator==(const Expression&, const Expression&) = default;
};

struct Effect {
  int variable = 0;  // Index.
  Expression value;  // `source` is the whole effect; `code` is what is assigned, `trust + 1` for `trust += 1`.

  friend bool operator==(const Effect&, const Effect&) = default;
};

// What is wrong with an expression, for `Reading::error`: a code of content/codes.h with its details.
struct ExpressionProblem {
  std::size_t offset = 0;  // In the source, in bytes.
  std::string_view code;
  std::vector<std::string> details;
  std::vector<std::string_view> known;  // Names that could have been meant.
};

// These leave their target as it was, and fill `problem`, when the source can't be understood.
// Requires: `variables` outlives `problem`.
bool parse_condition(std::string_view source, std::span<const Variable> variables, Expression& target,
                     ExpressionProblem& problem);
bool parse_effect(std::string_view source, std::span<const Variable> variables, Effect& target,
                  ExpressionProblem& problem);

// Requires: the expression was parsed for these variables, and `values` has one for each.
std::int64_t evaluate(const Expression& expression, std::span<const int> values);

// Whether `word` can be a variable's name, or one of its values.
bool is_variable_name(std::string_view word);

}  // namespace bytes::content
