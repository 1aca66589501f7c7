#include "content/expression.h"

#include <algorithm>
#include <iterator>

#include "base/ascii.h"
#include "content/codes.h"

namespace bytes::content {
namespace {

constexpr int kDeepest = 24;            // Brackets, `not` and minus signs inside each other.
constexpr std::size_t kMostCode = 200;  // Instructions; a stack is never deeper.
constexpr std::size_t kLongestSource = 1000;
constexpr int kMostDigits = 9;
constexpr std::string_view kReserved[] = {"and", "or", "not", "true", "false"};

// Capital letters are none of ours, but a name with one in it is to be reported as a whole.
bool is_of_name(char c) {
  return is_small_letter(c) || is_digit(c) || c == '-' || c == '_' || (c >= 'A' && c <= 'Z') ||
         static_cast<unsigned char>(c) >= 0x80;
}

struct Sign {
  std::string_view text;
  Operation operation;
};

constexpr Sign kComparisons[] = {{"==", Operation::kEqual},       {"!=", Operation::kNotEqual},
                                 {"<=", Operation::kLessOrEqual}, {">=", Operation::kGreaterOrEqual},
                                 {"<", Operation::kLess},         {">", Operation::kGreater}};
// Longer ones first. Those of other languages are read as a whole, to be reported as a whole.
constexpr std::string_view kSigns[] = {"+=", "-=", "==", "!=", "<=", ">=", "=>", "=<", "<>", "&&", "||"};

const Sign* find_comparison(std::string_view token) {
  const auto found = std::find_if(std::begin(kComparisons), std::end(kComparisons),
                                  [&](const Sign& one) { return one.text == token; });
  return found == std::end(kComparisons) ? nullptr : found;
}

// A descent through the grammar, which checks types on its way and leaves code behind.
class Parser {
 public:
  Parser(std::string_view source, std::span<const Variable> variables, ExpressionProblem& problem)
      : source_(source), variables_(variables), problem_(problem) {
    move();
  }

  bool condition(Expression& target) {
    Value value;
    if (!is_sized() || !either(value) || !wants(value, ValueType::kBoolean)) return false;
    return ends() && finish(target);
  }

  bool effect(Effect& target) {
    if (!is_sized()) return false;
    const int variable = find_variable(token_);
    if (variable < 0) return is_name() ? fail_name(names()) : fail("name");
    const std::size_t offset = at_;
    move();
    const std::string_view sign = token_;
    if (sign != "=" && sign != "+=" && sign != "-=") return fail("assignment");
    const Variable& assigned = variables_[static_cast<std::size_t>(variable)];
    if (sign != "=") {
      if (assigned.type != ValueType::kInteger) return fail_type(ValueType::kInteger, assigned.type, offset);
      emit(Operation::kVariable, variable);
    }
    move();
    Value value;
    if (!either(value)) return false;
    if (assigned.type == ValueType::kOneOf) {
      if (!resolve(value, variable)) return false;
      if (value.type != ValueType::kOneOf) return fail_type(ValueType::kOneOf, value.type, value.offset);
      if (!has_values_of(value, assigned)) return fail_type(ValueType::kOneOf, ValueType::kOneOf, value.offset);
    } else if (!wants(value, assigned.type)) {
      return false;
    }
    if (sign != "=") emit(sign == "+=" ? Operation::kAdd : Operation::kSubtract);
    if (!ends() || !finish(target.value)) return false;
    target.variable = variable;
    return true;
  }

 private:
  struct Value {
    ValueType type = ValueType::kInteger;
    int variable = -1;      // One-of: whose values it has.
    std::string_view word;  // A bare name that no variable has: one of some variable's values. Not yet in the code.
    std::size_t offset = 0;
    std::size_t code = 0;  // Where its code begins.
  };

  bool is_name() const {
    return !token_.empty() && (is_of_name(token_[0]) && !is_digit(token_[0]) && token_[0] != '-');
  }

  // To the next token; empty at the end.
  void move() {
    at_ = end_;
    while (at_ < source_.size() && std::string_view(" \n\t").find(source_[at_]) != std::string_view::npos) ++at_;
    const std::string_view rest = source_.substr(at_);
    std::size_t length = rest.empty() ? 0 : 1;
    if (!rest.empty() && is_of_name(rest[0]) && rest[0] != '-') {
      while (length < rest.size() && is_of_name(rest[length])) ++length;
    } else {
      for (std::string_view sign : kSigns) {
        if (rest.substr(0, sign.size()) == sign) {
          length = sign.size();
          break;
        }
      }
    }
    end_ = at_ + length;
    token_ = rest.substr(0, length);
  }

  bool take(std::string_view token) {
    if (token_ != token) return false;
    move();
    return true;
  }

  bool either(Value& value) { return chain(value, "or", Operation::kOr, &Parser::both); }
  bool both(Value& value) { return chain(value, "and", Operation::kAnd, &Parser::negated); }

  bool chain(Value& value, std::string_view word, Operation operation, bool (Parser::*part)(Value&)) {
    if (!(this->*part)(value)) return false;
    while (token_ == word) {
      if (!wants(value, ValueType::kBoolean)) return false;
      move();
      Value next;
      if (!(this->*part)(next) || !wants(next, ValueType::kBoolean)) return false;
      emit(operation);
    }
    return true;
  }

  bool negated(Value& value) {
    if (token_ != "not") return compared(value);
    const std::size_t offset = at_;
    move();
    if (!enter() || !negated(value) || !wants(value, ValueType::kBoolean)) return false;
    --depth_;
    value.offset = offset;
    emit(Operation::kNot);
    return true;
  }

  bool compared(Value& left) {
    if (!sum(left)) return false;
    const Sign* sign = find_comparison(token_);
    if (!sign) {
      // What follows is named before the types are looked at: to whoever wrote `trust = 2` it is the sign that is
      // wrong.
      const bool is_whole = token_.empty() || token_ == ")" || token_ == "and" || token_ == "or";
      return is_whole || (left.word.empty() ? fail("operator") : fail_word(left));
    }
    move();
    Value right;
    if (!sum(right)) return false;
    const bool is_equality = sign->operation == Operation::kEqual || sign->operation == Operation::kNotEqual;
    if (!is_equality) {
      if (!wants(left, ValueType::kInteger) || !wants(right, ValueType::kInteger)) return false;
    } else {
      // A bare name takes its meaning from the other side.
      if (!left.word.empty() && !resolve(left, right.variable)) return false;
      if (!right.word.empty() && !resolve(right, left.variable)) return false;
      if (left.type != right.type) return fail_type(left.type, right.type, right.offset);
      if (left.type == ValueType::kOneOf &&
          !has_values_of(right, variables_[static_cast<std::size_t>(left.variable)])) {
        return fail_type(ValueType::kOneOf, ValueType::kOneOf, right.offset);
      }
    }
    emit(sign->operation);
    left.type = ValueType::kBoolean;
    left.variable = -1;
    // `1 < trust < 3` means something else in every language that takes it.
    return !find_comparison(token_) || fail("and");
  }

  bool sum(Value& value) {
    if (!signed_value(value)) return false;
    while (token_ == "+" || token_ == "-") {
      const Operation operation = token_ == "+" ? Operation::kAdd : Operation::kSubtract;
      if (!wants(value, ValueType::kInteger)) return false;
      move();
      Value next;
      if (!signed_value(next) || !wants(next, ValueType::kInteger)) return false;
      emit(operation);
    }
    return true;
  }

  bool signed_value(Value& value) {
    if (token_ != "-") return primary(value);
    const std::size_t offset = at_;
    move();
    if (!enter() || !signed_value(value) || !wants(value, ValueType::kInteger)) return false;
    --depth_;
    value.offset = offset;
    emit(Operation::kNegate);
    return true;
  }

  bool primary(Value& value) {
    value.offset = at_;
    value.code = code_.size();
    if (token_ == "(") {
      move();
      if (!enter() || !either(value)) return false;
      --depth_;
      return take(")") || fail(")");
    }
    if (!token_.empty() && is_digit(token_[0])) return number(value);
    if (token_ == "true" || token_ == "false") {
      value.type = ValueType::kBoolean;
      emit(Operation::kConstant, token_ == "true");
      move();
      return true;
    }
    const bool is_reserved = std::find(std::begin(kReserved), std::end(kReserved), token_) != std::end(kReserved);
    if (!is_name() || is_reserved) return fail("value");
    if (const int variable = find_variable(token_); variable >= 0) {
      value.type = variables_[static_cast<std::size_t>(variable)].type;
      if (value.type == ValueType::kOneOf) value.variable = variable;
      emit(Operation::kVariable, variable);
    } else {
      value.word = token_;
    }
    move();
    return true;
  }

  bool number(Value& value) {
    if (token_.size() > kMostDigits || !std::all_of(token_.begin(), token_.end(), is_digit)) return fail("number");
    int number = 0;
    for (char digit : token_) number = number * 10 + (digit - '0');
    value.type = ValueType::kInteger;
    emit(Operation::kConstant, number);
    move();
    return true;
  }

  // Makes a bare name one of the values of `variable` (-1: of none).
  bool resolve(Value& value, int variable) {
    if (value.word.empty()) return true;
    if (variable < 0) return fail_word(value);
    const std::vector<std::string>& values = variables_[static_cast<std::size_t>(variable)].values;
    const auto found = std::find(values.begin(), values.end(), value.word);
    if (found == values.end()) {
      at_ = value.offset;
      token_ = value.word;
      return fail_name({values.begin(), values.end()});
    }
    value.type = ValueType::kOneOf;
    value.variable = variable;
    value.word = {};
    code_.insert(code_.begin() + static_cast<std::ptrdiff_t>(value.code),
                 {Operation::kConstant, static_cast<int>(found - values.begin())});
    return true;
  }

  bool has_values_of(const Value& value, const Variable& variable) const {
    return variables_[static_cast<std::size_t>(value.variable)].values == variable.values;
  }

  bool wants(const Value& value, ValueType type) {
    if (!value.word.empty()) return fail_word(value);
    return value.type == type || fail_type(type, value.type, value.offset);
  }

  int find_variable(std::string_view name) const {
    const auto found = std::find_if(variables_.begin(), variables_.end(),
                                    [&](const Variable& variable) { return variable.name == name; });
    return found == variables_.end() ? -1 : static_cast<int>(found - variables_.begin());
  }

  std::vector<std::string_view> names() const {
    std::vector<std::string_view> names;
    for (const Variable& variable : variables_) names.push_back(variable.name);
    return names;
  }

  void emit(Operation operation, int operand = 0) { code_.push_back({operation, operand}); }

  bool is_sized() {
    if (token_.empty()) return fail("expression");
    return source_.size() <= kLongestSource || fail("shorter");
  }
  bool enter() { return ++depth_ <= kDeepest || fail("shorter"); }
  bool ends() { return token_.empty() || fail("operator"); }

  bool finish(Expression& target) {
    if (code_.size() > kMostCode) return fail("shorter");
    target.source = source_;
    target.code = std::move(code_);
    return true;
  }

  // `wanted` says to content/author/explain.cpp what could stand there instead.
  bool fail(std::string_view wanted) {
    return report(at_, codes::kExpressionSyntax, {std::string(token_), std::string(wanted)});
  }
  bool fail_type(ValueType wanted, ValueType found, std::size_t offset) {
    const auto digit = [](ValueType type) { return std::string(1, static_cast<char>('0' + static_cast<int>(type))); };
    return report(offset, codes::kExpressionType, {digit(found), digit(wanted)});
  }
  bool fail_word(const Value& value) {
    at_ = value.offset;
    token_ = value.word;
    return fail_name(names());
  }
  bool fail_name(std::vector<std::string_view> known) {
    problem_.known = std::move(known);
    return report(at_, codes::kExpressionName, {std::string(token_)});
  }
  // Always false.
  bool report(std::size_t offset, std::string_view code, std::vector<std::string> details) {
    problem_.offset = offset;
    problem_.code = code;
    problem_.details = std::move(details);
    return false;
  }

  std::string_view source_;
  std::span<const Variable> variables_;
  ExpressionProblem& problem_;
  std::string_view token_;  // The current token, and where it begins and ends.
  std::size_t at_ = 0;
  std::size_t end_ = 0;
  int depth_ = 0;
  std::vector<Instruction> code_;
};

}  // namespace

bool parse_condition(std::string_view source, std::span<const Variable> variables, Expression& target,
                     ExpressionProblem& problem) {
  return Parser(source, variables, problem).condition(target);
}

bool parse_effect(std::string_view source, std::span<const Variable> variables, Effect& target,
                  ExpressionProblem& problem) {
  return Parser(source, variables, problem).effect(target);
}

std::int64_t evaluate(const Expression& expression, std::span<const int> values) {
  std::int64_t stack[kMostCode + 1] = {};
  std::size_t top = 0;  // One above the last value; stack[0] stays unused.
  for (const Instruction& step : expression.code) {
    if (step.operation == Operation::kConstant || step.operation == Operation::kVariable) {
      stack[++top] =
          step.operation == Operation::kConstant ? step.operand : values[static_cast<std::size_t>(step.operand)];
      continue;
    }
    std::int64_t& last = stack[top];
    if (step.operation == Operation::kNegate) {
      last = -last;
      continue;
    }
    if (step.operation == Operation::kNot) {
      last = !last;
      continue;
    }
    const std::int64_t right = last;
    std::int64_t& left = stack[--top];
    switch (step.operation) {
      case Operation::kAdd: left += right; break;
      case Operation::kSubtract: left -= right; break;
      case Operation::kEqual: left = left == right; break;
      case Operation::kNotEqual: left = left != right; break;
      case Operation::kLess: left = left < right; break;
      case Operation::kLessOrEqual: left = left <= right; break;
      case Operation::kGreater: left = left > right; break;
      case Operation::kGreaterOrEqual: left = left >= right; break;
      case Operation::kAnd: left = left && right; break;
      default: left = left || right; break;
    }
  }
  return stack[top];
}

bool is_variable_name(std::string_view word) {
  const bool is_spelt =
      !word.empty() && is_small_letter(word[0]) && word.back() != '-' &&
      std::all_of(word.begin(), word.end(), [](char c) { return is_small_letter(c) || is_digit(c) || c == '-'; });
  return is_spelt && std::find(std::begin(kReserved), std::end(kReserved), word) == std::end(kReserved);
}

}  // namespace bytes::content
