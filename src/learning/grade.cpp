#include "learning/grade.h"

#include <algorithm>
#include <vector>

#include "base/hash.h"

namespace bytes::learning {

Grade grade(const content::Question& question, std::span<const std::string> chosen) {
  int correct = 0;
  int correct_chosen = 0;
  int wrong_chosen = 0;
  for (const content::Option& option : question.options) {
    const bool is_chosen = std::find(chosen.begin(), chosen.end(), option.id) != chosen.end();
    correct += option.correct;
    correct_chosen += is_chosen && option.correct;
    wrong_chosen += is_chosen && !option.correct;
  }
  Grade result;
  if (question.kind == content::QuestionKind::kSingle) {
    result.is_right = correct_chosen == 1 && wrong_chosen == 0;
    result.score = result.is_right ? 1 : 0;
  } else {
    result.is_right = correct > 0 && correct_chosen == correct && wrong_chosen == 0;
    result.score = correct == 0 ? 0 : std::max(0.0, static_cast<double>(correct_chosen - wrong_chosen) / correct);
  }
  return result;
}

std::string answer_key(const content::Question& question) {
  std::vector<std::string> parts;
  for (const content::Option& option : question.options) parts.push_back(option.id + (option.correct ? "+" : "-"));
  std::sort(parts.begin(), parts.end());
  std::uint64_t hash = kHashStart;
  for (const std::string& part : parts) hash = hash_of(" ", hash_of(part, hash));
  return to_hex(hash);
}

}  // namespace bytes::learning
