#include "content/author/explain_roadmap.h"

#include <string>
#include <string_view>
#include <vector>

#include "content/author/roadmap_codes.h"
#include "content/author/words.h"

namespace bytes::content {
namespace {

constexpr std::size_t kLongestCircle = 200;

// `did you mean "…"?`, or `otherwise`.
std::string nearest_or(const Diagnostic& problem, std::string_view otherwise) {
  const std::vector<std::string_view> known(problem.details.begin() + 1, problem.details.end());
  const std::string nearest = nearest_name(problem.details[0], known);
  return nearest.empty() ? std::string(otherwise) : "did you mean " + quoted(nearest) + '?';
}

}  // namespace

bool explain_roadmap(Diagnostic& problem) {
  const std::vector<std::string>& details = problem.details;
  if (problem.code == codes::kRoadmapIdNotName) {
    problem.message = "the id " + quoted(details[0]) + " is not the name of its file, " + quoted(details[1] + ".json");
    problem.remedy = "give both the same name: it is a part of the roadmap's address";
  } else if (problem.code == codes::kRoadmapByteUnknown) {
    problem.message = "there is no lesson " + quoted(details[0]) + " in bytes/";
    problem.remedy = nearest_or(problem, "mend the id, or take it out of the roadmap");
  } else if (problem.code == codes::kRoadmapByteTwice) {
    problem.message = quoted(details[0]) + " is in this roadmap already, in line " + details[1] + ", column " + details[2];
    problem.remedy = "take one of them out";
  } else if (problem.code == codes::kRoadmapByteUnlisted) {
    problem.message = "the roadmap is in the catalogue, and its lesson " + quoted(details[0]) + " is not";
    problem.remedy = R"(take "listed": false out of the lesson, or write it into the roadmap too)";
  } else if (problem.code == codes::kRoadmapAfterUnknown) {
    problem.message = "this roadmap has no lesson " + quoted(details[0]) + " that another could come after";
    problem.remedy = nearest_or(problem, R"(add it to "bytes", or take it out of "after")");
  } else if (problem.code == codes::kRoadmapAfterLater) {
    problem.message = quoted(details[1]) + " is to come after " + quoted(details[0]) + ", which stands below it";
    problem.remedy = "move " + quoted(details[0]) + " up: learners go through the list from top to bottom";
  } else if (problem.code == codes::kRoadmapAfterCircle) {
    problem.message = "these lessons come after each other in a circle: " + shown(details[0], kLongestCircle);
    problem.remedy = R"(take one of them out of "after"; as it is, nobody could begin)";
  } else {
    return false;
  }
  return true;
}

}  // namespace bytes::content
