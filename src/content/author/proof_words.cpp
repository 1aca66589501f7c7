#include "content/author/proof_words.h"

#include "content/author/words.h"
#include "content/names.h"

namespace bytes::content {
namespace {

constexpr std::int64_t kMostWaysSaid = 1'000'000;

std::int64_t to_minutes(Milliseconds time) { return (time + 30'000) / 60'000; }

std::string ways_in_words(const Bound& ways) {
  if (ways.is_endless()) return "ways without end";
  if (ways.number > kMostWaysSaid) return "over a million ways";
  return counted(ways.number, "way", "ways");
}

}  // namespace

std::string range_in_words(const Bound& least, const Bound& most, std::string_view one, std::string_view several) {
  if (least.is_number() && least == most) return counted(least.number, one, several);
  if (least.is_number() && most.is_number()) {
    return grouped(least.number) + " to " + counted(most.number, one, several);
  }
  if (least.is_number() && most.is_endless()) return counted(least.number, one, several) + " or more";
  if (least.is_number()) return counted(least.number, one, several) + " at least";
  if (most.is_number()) return counted(most.number, one, several) + (least.is_endless() ? " or fewer" : " at most");
  if (least.is_endless() && most.is_endless()) return "any number of " + std::string(several);
  return "an unknown number of " + std::string(several);
}

std::string minutes_in_words(const Bound& shortest, const Bound& longest) {
  const auto in_whole = [](const Bound& time) { return time.is_number() ? Bound::of(to_minutes(time.number)) : time; };
  const Bound least = in_whole(shortest);
  const Bound most = in_whole(longest);
  // `0 minutes` would be a lie.
  if (least == Bound::of(0) && most.is_number()) {
    return (most.number > 1 ? "up to " : "") + in_minutes(longest.number);
  }
  if (least == Bound::of(0)) return "any number of minutes";
  return range_in_words(least, most, "minute", "minutes");
}

std::string ending_in_words(const Proof& proof, std::size_t ending) {
  const EndingProof& proven = proof.endings[ending];
  if (proven.states == 0) return proof.is_complete ? "nobody gets here" : "not among the states looked at";
  std::string words = range_in_words(proven.fewest_choices, proven.most_choices, "choice", "choices");
  if (!proof.is_complete) return words;
  if (proven.least_points != Bound::of(0) || proven.most_points != Bound::of(0)) {
    words += ", " + range_in_words(proven.least_points, proven.most_points, "point", "points");
  }
  return words + ", " + minutes_in_words(proven.shortest_reading, proven.longest_reading) + ", " +
         ways_in_words(proven.ways);
}

std::string counts_in_words(const Scenario& scenario, const Proof& proof) {
  std::int64_t choices = 0;
  for (const Node& node : scenario.nodes) choices += static_cast<std::int64_t>(node.choices.size());
  const auto size = [](const auto& list) { return static_cast<std::int64_t>(list.size()); };
  const std::string states = counted(static_cast<std::int64_t>(proof.states), "state", "states");
  return counted(size(scenario.nodes), "scene", "scenes") + ", " + counted(choices, "choice", "choices") + ", " +
         counted(size(scenario.variables), "variable", "variables") + ", " +
         counted(size(scenario.endings), "ending", "endings") + "; " +
         (proof.is_complete ? states + ", all of them looked at" : "more than the " + states + " that were looked at");
}

std::string summary_of(const Scenario& scenario, const Proof& proof) {
  std::string words = counts_in_words(scenario, proof) + ".\n";
  for (std::size_t e = 0; e < scenario.endings.size(); ++e) {
    const Ending& ending = scenario.endings[e];
    words += "  " + ending.id + " (" + std::string(kEndingKinds[static_cast<std::size_t>(ending.kind)]) +
             "): " + ending_in_words(proof, e) + '\n';
  }
  return words;
}

}  // namespace bytes::content
