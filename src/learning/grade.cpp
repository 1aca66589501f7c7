#include "learning/grade.h"

#include <algorithm>
#include <vector>

#include "base/hash.h"
#include "learning/typed.h"

namespace bytes::learning {
namespace {

using content::Option;
using content::Question;
using content::QuestionKind;

// How many of the options that there are were chosen.
struct Count {
  int correct = 0;
  int correct_chosen = 0;
  int wrong_chosen = 0;
};

Count count_chosen(const Question& question, const Answer& answer) {
  Count count;
  for (const Option& option : question.options) {
    const bool is_chosen = answer.chosen.count(option.id) > 0;
    count.correct += option.correct;
    count.correct_chosen += is_chosen && option.correct;
    count.wrong_chosen += is_chosen && !option.correct;
  }
  return count;
}

Grade share(std::ptrdiff_t right, std::ptrdiff_t all) {
  return {.is_right = all > 0 && right == all, .score = all == 0 ? 0 : static_cast<double>(right) / static_cast<double>(all)};
}

Grade grade_sorted(const Question& question, const Answer& answer) {
  const auto in_place = std::count_if(question.options.begin(), question.options.end(), [&](const Option& option) {
    return value_in(answer.placed, option.id) == option.group;
  });
  return share(in_place, static_cast<std::ptrdiff_t>(question.options.size()));
}

bool is_blank(std::string_view text) { return text.find_first_not_of(" \n\t") == text.npos; }

bool is_filled(const content::Gap& gap, const Answer& answer) {
  if (gap.options.empty()) return !is_blank(value_in(answer.written, gap.id));
  return answer.placed.count(gap.id) > 0;
}

Grade grade_order(const Question& question, const Answer& answer) {
  const std::size_t count = question.options.size();
  if (answer.order.size() != count || count < 2) return {};
  std::ptrdiff_t followed = 0;
  for (std::size_t i = 1; i < count; ++i) {
    const auto next = std::find(answer.order.begin(), answer.order.end(), question.options[i - 1].id);
    followed += next != answer.order.end() && next + 1 != answer.order.end() && next[1] == question.options[i].id;
  }
  return share(followed, static_cast<std::ptrdiff_t>(count) - 1);
}

Grade grade_blanks(const Question& question, const Answer& answer) {
  const auto right = std::count_if(question.gaps.begin(), question.gaps.end(),
                                   [&](const content::Gap& gap) { return is_right(gap, answer); });
  return share(right, static_cast<std::ptrdiff_t>(question.gaps.size()));
}

Grade grade_fully(const Question& question, const Answer& answer) {
  switch (question.kind) {
    case QuestionKind::kSort:
    case QuestionKind::kMatch: return grade_sorted(question, answer);
    case QuestionKind::kOrder: return grade_order(question, answer);
    case QuestionKind::kBlanks: return grade_blanks(question, answer);
    case QuestionKind::kShort: return share(is_accepted(question.accept, question.exact, value_in(answer.written, "")), 1);
    case QuestionKind::kNumber:
      return share(is_number(question.answer, question.tolerance, question.unit, value_in(answer.written, "")), 1);
    default: break;
  }
  if (!content::is_graded(question)) return {.is_right = false, .score = 1};
  const auto [correct, correct_chosen, wrong_chosen] = count_chosen(question, answer);
  const bool is_right = correct > 0 && correct_chosen == correct && wrong_chosen == 0;
  if (!content::takes_many(question)) return {.is_right = is_right, .score = is_right ? 1.0 : 0.0};
  return {.is_right = is_right,
          .score = correct == 0 ? 0 : std::max(0.0, static_cast<double>(correct_chosen - wrong_chosen) / correct)};
}

}  // namespace

const std::string& value_in(const std::map<std::string, std::string>& answers, const std::string& id) {
  static const std::string nothing;
  auto found = answers.find(id);
  return found == answers.end() ? nothing : found->second;
}

bool is_right(const content::Gap& gap, const Answer& answer) {
  if (gap.options.empty()) return is_accepted(gap.accept, gap.exact, value_in(answer.written, gap.id));
  const Option* option = content::find_option(gap, value_in(answer.placed, gap.id));
  return option && option->correct;
}

bool is_complete(const Question& question, const Answer& answer) {
  switch (question.kind) {
    case QuestionKind::kSort:
    case QuestionKind::kMatch:
      return std::all_of(question.options.begin(), question.options.end(),
                         [&](const Option& option) { return !value_in(answer.placed, option.id).empty(); });
    case QuestionKind::kOrder: return !answer.order.empty();
    case QuestionKind::kBlanks:
      return std::all_of(question.gaps.begin(), question.gaps.end(),
                         [&](const content::Gap& gap) { return is_filled(gap, answer); });
    case QuestionKind::kShort: return !is_blank(value_in(answer.written, ""));
    case QuestionKind::kNumber: return holds_number(question.unit, value_in(answer.written, ""));
    case QuestionKind::kJudgement: return answer.confidence > 0 && !answer.chosen.empty();
    default: return !answer.chosen.empty();
  }
}

Grade grade(const Question& question, const Answer& answer) {
  Grade grade = grade_fully(question, answer);
  if (!question.partial_credit && grade.score < 1) grade.score = 0;
  return grade;
}

std::string answer_key(const Question& question) {
  std::vector<std::string> parts;
  for (const Option& option : question.options) {
    parts.push_back(option.id + (option.correct ? "+" : "-") + option.group);
  }
  for (const content::Gap& gap : question.gaps) {
    std::string part = gap.id + '=';
    for (const std::string& word : gap.accept) part += word + '|';
    for (const Option& option : gap.options) part += option.id + (option.correct ? "+" : "-");
    parts.push_back(std::move(part));
  }
  for (const std::string& word : question.accept) parts.push_back('=' + word);
  if (question.kind == QuestionKind::kNumber) {
    parts.push_back(std::to_string(question.answer) + '~' + std::to_string(question.tolerance));
  }
  // In an order question the right order is the answer.
  if (question.kind != QuestionKind::kOrder) std::sort(parts.begin(), parts.end());
  std::uint64_t hash = kHashStart;
  for (const std::string& part : parts) hash = hash_of(" ", hash_of(part, hash));
  return to_hex(hash);
}

}  // namespace bytes::learning
