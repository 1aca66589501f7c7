#include "content/author/sentences.h"

#include "content/author/words.h"

namespace bytes::content {
namespace {

constexpr std::size_t kMostShown = 8;  // Names in one sentence.

// `write one of stay, move, or `; empty when there are none, or too many to read.
std::string one_of(const std::vector<std::string_view>& known) {
  if (known.empty() || known.size() > kMostShown) return {};
  std::string text = "write ";
  text += known.size() == 1 ? "" : "one of ";
  for (std::string_view name : known) text += shown(name) + ", ";
  return text + "or ";
}

}  // namespace

std::string filled(std::string_view sentence, const std::vector<std::string>& details, std::size_t longest) {
  std::string text;
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    const bool is_gap = sentence[i] == '{' && i + 2 < sentence.size() && sentence[i + 2] == '}';
    if (!is_gap) {
      text += sentence[i];
      continue;
    }
    const std::size_t detail = static_cast<std::size_t>(sentence[i + 1] - '0');
    if (detail < details.size()) text += shown(details[detail], longest);
    i += 2;
  }
  return text;
}

bool say(Diagnostic& problem, std::span<const Sentence> sentences) {
  for (const Sentence& sentence : sentences) {
    if (sentence.code != problem.code) continue;
    problem.message = filled(sentence.message, problem.details);
    problem.remedy = filled(sentence.remedy, problem.details);
    return true;
  }
  return false;
}

bool say_unknown(Diagnostic& problem, std::span<const Sentence> sentences) {
  if (!say(problem, sentences)) return false;
  const std::vector<std::string_view> known = {problem.details.begin() + 1, problem.details.end()};
  const std::string nearest = nearest_name(problem.details[0], known);
  problem.remedy = nearest.empty() ? one_of(known) + problem.remedy : "did you mean " + quoted(nearest) + '?';
  return true;
}

}  // namespace bytes::content
