#include "content/author/explain_translation.h"

#include <string>
#include <vector>

#include "content/author/words.h"
#include "content/codes.h"

namespace bytes::content {
namespace {

constexpr std::size_t kLongestSource = 200;

constexpr std::string_view kRefresh = "byte translate lists them";

std::string unknown_key_remedy(const Diagnostic& problem) {
  const std::vector<std::string_view> known(problem.details.begin() + 1, problem.details.end());
  const std::string nearest = nearest_name(problem.details[0], known);
  if (!nearest.empty()) return "did you mean " + quoted(nearest) + '?';
  return "mend the key; byte translate keeps its text for you under x-unused";
}

}  // namespace

bool explain_translation(Diagnostic& problem) {
  const std::vector<std::string>& details = problem.details;
  if (problem.code == codes::kTranslationOfOtherByte) {
    problem.message = "this says it translates " + quoted(details[0]) + ", and it lies beside " + quoted(details[1]);
    problem.remedy =
        "write \"translates\": " + quoted(details[1]) + ", or put the file beside the Byte that it translates";
  } else if (problem.code == codes::kTranslationLanguage) {
    problem.message = "the language here is " + quoted(details[0]) + ", and the file's name says " + quoted(details[1]);
    problem.remedy = "give both the same";
  } else if (problem.code == codes::kTranslationNotOther) {
    problem.message = "the Byte itself is written in " + quoted(details[0]);
    problem.remedy = "translate it into another language, or take this file away";
  } else if (problem.code == codes::kTranslationMissing) {
    problem.message = details[0] + " of " + details[1] +
                      " strings are not translated yet, and learners read them in the Byte's own language";
    problem.remedy = kRefresh;
  } else if (problem.code == codes::kTranslationStale) {
    problem.message = "this translates what the source no longer says; it says \"" + shown(details[0], kLongestSource) +
                      "\" now, which is what learners read";
    problem.remedy = "mend the text, then take out its \"of\": byte translate writes the new one";
  } else if (problem.code == codes::kTranslationUnknownKey) {
    problem.message = "the Byte has no string " + quoted(details[0]);
    problem.remedy = unknown_key_remedy(problem);
  } else if (problem.code == codes::kTranslationGaps) {
    problem.message = "this translation does not have the gaps of its source";
    problem.remedy = "put each in once: " + details[0];
  } else if (problem.code == codes::kTranslationWithoutByte) {
    problem.message = "this is a translation, and beside it is no " + quoted(details[0]);
    problem.remedy = "put it beside the Byte that it translates, or take it away";
  } else {
    return false;
  }
  return true;
}

}  // namespace bytes::content
