#include "learning/grade.h"

#include <algorithm>
#include <vector>

#include "base/hash.h"

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

// The group that an option was put into; empty when it has none yet.
std::string group_of(const Option& option, const Answer& answer) {
  auto found = answer.placed.find(option.id);
  return found == answer.placed.end() ? std::string() : found->second;
}

Grade grade_sorted(const Question& question, const Answer& answer) {
  const auto in_place = std::count_if(question.options.begin(), question.options.end(), [&](const Option& option) {
    return group_of(option, answer) == option.group;
  });
  const auto all = static_cast<std::ptrdiff_t>(question.options.size());
  return {.is_right = all > 0 && in_place == all,
          .score = all == 0 ? 0 : static_cast<double>(in_place) / static_cast<double>(all)};
}

}  // namespace

bool is_complete(const Question& question, const Answer& answer) {
  if (question.kind == QuestionKind::kSort) {
    return std::all_of(question.options.begin(), question.options.end(),
                       [&](const Option& option) { return !group_of(option, answer).empty(); });
  }
  const bool is_sure = question.kind != QuestionKind::kJudgement || answer.confidence > 0;
  return is_sure && !answer.chosen.empty();
}

Grade grade(const Question& question, const Answer& answer) {
  switch (question.kind) {
    case QuestionKind::kSort: return grade_sorted(question, answer);
    case QuestionKind::kJudgement: return {.is_right = false, .score = 1};
    default: break;
  }
  const auto [correct, correct_chosen, wrong_chosen] = count_chosen(question, answer);
  Grade result;
  if (question.kind == QuestionKind::kSingle) {
    result.is_right = correct_chosen == 1 && wrong_chosen == 0;
    result.score = result.is_right ? 1 : 0;
  } else {
    result.is_right = correct > 0 && correct_chosen == correct && wrong_chosen == 0;
    result.score = correct == 0 ? 0 : std::max(0.0, static_cast<double>(correct_chosen - wrong_chosen) / correct);
  }
  return result;
}

std::string answer_key(const Question& question) {
  std::vector<std::string> parts;
  for (const Option& option : question.options) {
    parts.push_back(option.id + (option.correct ? "+" : "-") + option.group);
  }
  std::sort(parts.begin(), parts.end());
  std::uint64_t hash = kHashStart;
  for (const std::string& part : parts) hash = hash_of(" ", hash_of(part, hash));
  return to_hex(hash);
}

}  // namespace bytes::learning
