#include "content/author/explain_scenario.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "content/author/explain_expression.h"
#include "content/author/sentences.h"
#include "content/author/words.h"
#include "content/codes.h"

namespace bytes::content {
namespace {

constexpr std::size_t kLongestWay = 700;   // Through a scenario.
constexpr std::size_t kMostWaysNamed = 3;  // To a place that nobody gets to.

constexpr Sentence kScenarioSentences[] = {
    {codes::kVariableName, R"("{0}" cannot be the name of a variable or of a value)",
     "use small letters a-z, digits and hyphens, with a letter first and no hyphen last; and, or, not, true and false "
     "are taken"},
    {codes::kRangeTurned, "the lowest value, {0}, is above the highest, {1}", "turn them round"},
    {codes::kNodeTextAndBlocks, R"(there are "text" and "blocks" here)",
     R"(keep one of the two; as a block, a text is { "type": "text", "text": "…" })"},
    {codes::kNodeBlockKept, R"(a block of type "{0}" keeps what a learner does, and a scene or an accordion cannot)",
     "put it into a section of the Byte, before or after this block"},

    {codes::kChoiceNeverOffered, R"(this choice is never offered: "{0}" is false whenever one gets here)",
     "change the condition, or what happens before, or take the choice out"},
    {codes::kConditionAlwaysTrue, R"("{0}" is true whenever one gets here)", "take it out if that is meant"},
    {codes::kVariableUnused, "no condition and no other variable depends on this one, and no learner sees it",
     R"(use it, show it with a "label", or take it out)"},
    {codes::kVariableConstant, "this variable is always {0}", R"(let a choice change it by "set", or take it out)"},
    {codes::kEffectOutOfRange, "{0} is beyond the variable's range from {1} to {2}, so it becomes {3}",
     "write a value of that range, or widen it"},
    {codes::kScenarioTooLarge, "the scenario has more than {0} states; nothing was looked at beyond these",
     "give its variables narrower ranges, or use fewer: then it can be proven that every run ends"},
    {codes::kNotAmongStates, "this {0} does not come up among the first {1} states; it may later",
     "make the scenario smaller to be sure"},
};

constexpr Sentence kUnknownPlaces[] = {
    {codes::kGotoUnknown, R"(there is no scene or ending "{0}")", "add it"},
    {codes::kSpeakerUnknown, R"(there is nobody called "{0}" in the cast)", R"(add them to "cast")"},
};

bool explain_place(Diagnostic& problem) {
  if (!say_unknown(problem, kUnknownPlaces)) return false;
  if (problem.code == codes::kGotoUnknown && std::string_view(problem.path).ends_with("start")) {
    problem.message = "there is no scene " + quoted(problem.details[0]) + " to start with";
  }
  return true;
}

// Why nobody gets to a place: all that leads there.
void explain_unreached(Diagnostic& problem) {
  const std::vector<std::string>& details = problem.details;
  const bool is_scene = problem.code == codes::kNodeUnreached;
  problem.message = is_scene ? "nobody gets to this scene: " : "nobody gets to this ending: ";
  problem.remedy = "let a choice lead here, or take it out";
  const std::size_t ways = details.size() / 3;
  if (ways == 0) {
    problem.message += "nothing leads here";
    return;
  }
  for (std::size_t i = 0; i < std::min(ways, kMostWaysNamed); ++i) {
    const std::string& scene = details[i * 3];
    const bool is_scene_unreached = details[i * 3 + 2] == "1";
    if (i > 0) problem.message += "; ";
    problem.message += "the choice " + quoted(details[i * 3 + 1]) + " of " + quoted(scene) + " leads here and ";
    problem.message += is_scene_unreached ? "nobody gets to " + quoted(scene) : std::string("is never offered");
  }
  if (ways > kMostWaysNamed) {
    problem.message += "; so it is with " + std::to_string(ways - kMostWaysNamed) + " more";
  } else if (ways == 1 && details[2] == "0") {
    problem.remedy = "change that choice's condition, let another lead here, or take it out";
  }
}

// ` after monday: wait, where trust = 2`, as far as there is something to say.
std::string after(const std::string& way, const std::string& values) {
  std::string words = way.empty() ? " at the start" : " after " + shown(way, kLongestWay);
  if (!values.empty()) words += ", where " + shown(values, kLongestWay);
  return words;
}

void explain_dead_end(Diagnostic& problem) {
  const std::vector<std::string>& details = problem.details;
  problem.message = "no choice is offered" + after(details[0], details[1]);
  if (details[2] != details[3]) problem.message += " (in " + details[2] + " of " + details[3] + " states)";
  problem.remedy = R"(add a choice without "if", or widen the condition of one)";
}

void explain_closed_loop(Diagnostic& problem) {
  const std::vector<std::string>& details = problem.details;
  problem.message = "no ending can be reached" + after(details[0], details[1]) + ": one goes round through " +
                    shown(details[2], kLongestWay) + " for ever";
  problem.remedy = "let a choice lead out of it";
}

void explain_endless_points(Diagnostic& problem) {
  const std::vector<std::string>& details = problem.details;
  problem.message = "points can be collected without end: " + shown(details[1], kLongestWay) + " brings " + details[2] +
                    " each time round, possible" + after(details[0], {});
  problem.remedy = "let the way round bring none, or make it possible only once";
}

}  // namespace

bool explain_scenario(Diagnostic& problem) {
  if (problem.code == codes::kNodeUnreached || problem.code == codes::kEndingUnreached) {
    return explain_unreached(problem), true;
  }
  if (problem.code == codes::kNodeDeadEnd) return explain_dead_end(problem), true;
  if (problem.code == codes::kLoopWithoutWayOut) return explain_closed_loop(problem), true;
  if (problem.code == codes::kPointsEndless) return explain_endless_points(problem), true;
  return say(problem, kScenarioSentences) || explain_place(problem) || explain_expressions(problem);
}

}  // namespace bytes::content
