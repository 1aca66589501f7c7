#include "content/author/explain_expression.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "content/author/sentences.h"
#include "content/author/words.h"
#include "content/codes.h"

namespace bytes::content {
namespace {

constexpr std::string_view kWordsOfExpressions[] = {"and", "or", "not", "true", "false"};

// `and` for `AND`; empty when it is no such word, or already written so.
std::string_view in_small_letters(std::string_view word) {
  std::string small(word);
  std::transform(small.begin(), small.end(), small.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? c | 0x20 : c; });
  const auto found = std::find(std::begin(kWordsOfExpressions), std::end(kWordsOfExpressions), small);
  return small == word || found == std::end(kWordsOfExpressions) ? std::string_view() : *found;
}

bool is_number(std::string_view word) {
  return !word.empty() && word.find_first_not_of("0123456789") == std::string_view::npos;
}

// `trust - 1` for `trust-1`, if `trust` is a name; else empty.
std::string with_spaces(std::string_view name, const std::vector<std::string_view>& known) {
  const auto is_known = [&](std::string_view word) {
    return std::find(known.begin(), known.end(), word) != known.end();
  };
  for (std::size_t hyphen = name.find('-'); hyphen != name.npos; hyphen = name.find('-', hyphen + 1)) {
    const std::string_view left = name.substr(0, hyphen);
    const std::string_view right = name.substr(hyphen + 1);
    if (!is_known(left) && !is_number(left)) continue;
    if (is_number(right) || is_known(right)) return std::string(left) + " - " + std::string(right);
  }
  return {};
}

bool begins_with_quotation_mark(std::string_view word) {
  for (std::string_view mark : {"\"", "'", "“", "”", "„", "‘", "’", "«", "»"}) {
    if (word.substr(0, mark.size()) == mark) return true;
  }
  return false;
}

constexpr std::string_view kWithoutMarks = "write it without quotation marks: path == move";

std::string remedy_for_name(const std::string& name, const std::vector<std::string_view>& known) {
  if (begins_with_quotation_mark(name)) return std::string(kWithoutMarks);
  if (const std::string_view word = in_small_letters(name); !word.empty()) return "write " + std::string(word);
  const std::string apart = with_spaces(name, known);
  if (!apart.empty()) return "put spaces around the minus: " + apart;
  return name.back() == '-' ? "put a space before the minus" : "";
}

constexpr Sentence kUnknownOperand[] = {
    {codes::kExpressionName, R"("{0}" is neither a variable nor a value here)", R"(add it to "variables")"},
};

bool explain_operand(Diagnostic& problem) {
  if (!say_unknown(problem, kUnknownOperand)) return false;
  const std::string& name = problem.details[0];
  const std::string remedy = remedy_for_name(name, {problem.details.begin() + 1, problem.details.end()});
  if (!remedy.empty()) problem.remedy = remedy;
  return true;
}

std::string_view value_in_words(const std::string& digit) {
  return digit == "0" ? "a number" : digit == "1" ? "true or false" : "one of several words";
}

void explain_expression_type(Diagnostic& problem) {
  const std::string& found = problem.details[0];
  const std::string& wanted = problem.details[1];
  if (found == "2" && wanted == "2") {
    problem.message = "these two variables have different values";
    problem.remedy = "write one of the variable's own values";
    return;
  }
  problem.message =
      "this is " + std::string(value_in_words(found)) + " where " + std::string(value_in_words(wanted)) + " belongs";
  problem.remedy = wanted == "0"   ? "write a number, or an integer variable"
                   : found == "2"  ? "compare it with one of its values: path == move"
                   : wanted == "1" ? "write true or false, a comparison such as trust >= 2, or a boolean variable"
                                   : "write one of the variable's values";
}

// What other languages write, and ours.
std::string_view our_spelling(std::string_view theirs) {
  constexpr std::pair<std::string_view, std::string_view> kSpellings[] = {
      {"&&", "and"}, {"&", "and"}, {"||", "or"}, {"|", "or"}, {"!", "not"}, {"=>", ">="}, {"=<", "<="},
      {"<>", "!="},  {"≥", ">="},  {"≤", "<="},  {"≠", "!="}, {"−", "-"},   {"–", "-"}};
  for (const auto& [sign, ours] : kSpellings) {
    if (sign == theirs) return ours;
  }
  return in_small_letters(theirs);
}

// What is wrong with it, by what stands there and what the parser looked for.
struct Misspelling {
  std::string_view found;   // Empty: anything, and in the sentences `{0}` stands for it. "end": there is nothing more.
  std::string_view wanted;  // Empty: anything.
  std::string_view message;
  std::string_view remedy;
};

constexpr std::string_view kEnd = "end";
constexpr std::string_view kOnlySums = "{0} is not known here: there are only + and -";
constexpr std::string_view kWriteSums = "write it as a sum, such as trust + trust";

// The first that fits.
constexpr Misspelling kMisspellings[] = {
    {"", "shorter", "this expression is too long, or has too many brackets inside each other",
     "keep a part of it in a variable of its own"},
    {"", "and", "only two things can be compared at a time", "join two comparisons by and: 1 < trust and trust < 3"},
    {"=", "operator", "a single = sets a value, and here values are compared", "write == instead of ="},
    {"=", ")", "a single = sets a value, and here values are compared", "write == instead of ="},
    {"=", "value", "there is an = too many", "write == to compare, = to set"},
    {"+=", "operator", "this sets a value, and here values are compared", R"(put it into "set", or write == instead)"},
    {"-=", "operator", "this sets a value, and here values are compared", R"(put it into "set", or write == instead)"},
    {"", "expression", "there is no expression here", "write one such as trust >= 2, or take this out"},
    {"*", "", kOnlySums, kWriteSums},
    {"×", "", kOnlySums, kWriteSums},
    {"/", "", kOnlySums, kWriteSums},
    {"÷", "", kOnlySums, kWriteSums},
    {"%", "", kOnlySums, kWriteSums},
    {".", "", "there are only whole numbers", "write one without a point"},
    {kEnd, ")", "a bracket is opened and never closed", "close it: )"},
    {")", "operator", "this bracket was never opened", "take it out, or open one before it: ("},
    {")", "value", "something is missing before this bracket", "write a variable, a number, true or false before it"},
    {kEnd, "value", "something is missing at the end", "write a variable, a number, true or false there"},
    {"", "value", "something is missing before {0}", "write a variable, a number, true or false before it"},
    {"", "name", "this does not begin with a variable", "write the variable first: trust += 1"},
    {"==", "assignment", "== compares, and here a value is set", "write = instead of =="},
    {kEnd, "assignment", "it does not say what happens to this variable", "go on with =, += or -=: trust += 1"},
    {"", "assignment", "{0} cannot follow the variable here", "go on with =, += or -=: trust += 1"},
    {"", "number", "{0} is neither a number nor a name", "begin a name with a letter"},
    {"", "", "{0} cannot stand here", "put and, or, or another operator before it, or end the expression there"},
};

void explain_expression(Diagnostic& problem) {
  const std::string& found = problem.details[0];
  const std::string& wanted = problem.details[1];
  if (const std::string_view ours = our_spelling(found); !ours.empty()) {
    problem.message = quoted(found) + " is not known here";
    problem.remedy = "write " + std::string(ours) + " instead of " + found;
    return;
  }
  if (begins_with_quotation_mark(found)) {
    problem.message = "quotation marks are not needed here";
    problem.remedy = kWithoutMarks;
    return;
  }
  if (const std::string apart = wanted == "number" ? with_spaces(found, {}) : std::string(); !apart.empty()) {
    problem.message = quoted(found) + " is not a number";
    problem.remedy = "put spaces around the minus: " + apart;
    return;
  }
  if (is_number(found) && wanted == "number") {
    problem.message = "this number is too large";
    problem.remedy = "write one of at most nine digits";
    return;
  }
  const std::string_view sign = found.empty() ? kEnd : std::string_view(found);
  for (const Misspelling& row : kMisspellings) {
    if ((!row.found.empty() && row.found != sign) || (!row.wanted.empty() && row.wanted != wanted)) continue;
    problem.message = row.message;
    if (const std::size_t gap = problem.message.find("{0}"); gap != std::string::npos) {
      problem.message.replace(gap, 3, quoted(found));
    }
    problem.remedy = row.remedy;
    return;
  }
}

}  // namespace

bool explain_expressions(Diagnostic& problem) {
  if (problem.code == codes::kExpressionSyntax) return explain_expression(problem), true;
  if (problem.code == codes::kExpressionType) return explain_expression_type(problem), true;
  return explain_operand(problem);
}

}  // namespace bytes::content
