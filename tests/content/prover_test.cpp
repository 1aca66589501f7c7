#include "content/author/prover.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "content/author/explain.h"
#include "content/author/proof_words.h"
#include "tests/content/support/files.h"
#include "tests/content/support/scenarios.h"

namespace bytes::content {
namespace {

// What is found, in sentences, a line each, in the order of the file.
std::string findings_in_words(const Proof& proof) {
  Diagnostics found;
  for (const Finding& finding : proof.findings) found.add(finding.problem);
  std::string words;
  const Diagnostics in_sentences = explained(found, {});
  for (Diagnostic problem : in_sentences.all()) {
    EXPECT_GT(problem.position.line, 0) << problem.path;
    EXPECT_FALSE(problem.message.empty()) << problem.code;
    EXPECT_FALSE(problem.remedy.empty()) << problem.code;
    problem.position = {};
    problem.remedy.clear();
    words += to_text(problem) + '\n';
  }
  return words;
}

Scenario scenario_in(std::string_view lines) { return scenario_of(scenario_json(lines)); }

struct FindingCase {
  std::string_view lines;
  std::string_view expected;  // What `findings_in_words` gives.
};

void expect_findings(std::initializer_list<FindingCase> table) {
  for (const FindingCase& row : table) {
    EXPECT_EQ(findings_in_words(prove(scenario_in(row.lines))), row.expected) << row.lines;
  }
}

TEST(Prover, FindsNothingInAScenarioThatKeepsWhatItPromises) {
  expect_findings({
      {"a: go -> end", ""},
      {"integer t 0 3\n"
       "a: more -> a | if t < 3 | set t += 1\n"
       "a: stop -> end",
       ""},
  });
}

TEST(Prover, FindsWhereNobodyGets) {
  expect_findings({
      {"a: go -> end\n"
       "b: go -> end",
       "nodes.b: warning: nobody gets to this scene: nothing leads here. [node-unreached]\n"},
      {"a: go -> end\n"
       "b: again -> b\n"
       "b: go -> end",
       "nodes.b: warning: nobody gets to this scene: nothing leads here. [node-unreached]\n"},
      {"a: go -> end\n"
       "ending lost",
       "endings.lost: warning: nobody gets to this ending: nothing leads here. [ending-unreached]\n"},
      {"boolean b\n"
       "a: go -> end | set b = false\n"
       "a: apply -> won | if b\n"
       "c: win -> won",
       "variables.b: note: this variable is always false. [variable-constant]\n"
       "nodes.a.choices[1].if: warning: this choice is never offered: \"b\" is false whenever one gets here. "
       "[choice-never-offered]\n"
       "nodes.c: warning: nobody gets to this scene: nothing leads here. [node-unreached]\n"
       "endings.won: warning: nobody gets to this ending: the choice \"apply\" of \"a\" leads here and is never "
       "offered; "
       "the choice \"win\" of \"c\" leads here and nobody gets to \"c\". [ending-unreached]\n"},
  });
}

TEST(Prover, FindsDeadEndsWithTheWayThere) {
  expect_findings({
      {"integer t 0 3\n"
       "a: up -> b | set t += 2\n"
       "a: wait -> b\n"
       "b: on -> c\n"
       "c: go -> end | if t >= 2",
       "nodes.c: no choice is offered after a: wait → b: on, where t = 0 (in 1 of 2 states). [node-dead-end]\n"},
      {"boolean b\n"
       "one-of w stay leave\n"
       "a: go -> end | if b and w == leave\n"
       "a: no -> end | if b",
       "variables.b: note: this variable is always false. [variable-constant]\n"
       "variables.w: note: this variable is always stay. [variable-constant]\n"
       "nodes.a: no choice is offered at the start, where b = false, w = stay. [node-dead-end]\n"
       "nodes.a.choices[0].if: warning: this choice is never offered: \"b and w == leave\" is false whenever one gets "
       "here. "
       "[choice-never-offered]\n"
       "nodes.a.choices[1].if: warning: this choice is never offered: \"b\" is false whenever one gets here. "
       "[choice-never-offered]\n"
       "endings.end: warning: nobody gets to this ending: the choice \"go\" of \"a\" leads here and is never offered; "
       "the choice \"no\" of \"a\" leads here and is never offered. [ending-unreached]\n"},
  });
}

TEST(Prover, FindsLoopsWithoutAWayOut) {
  expect_findings({
      {"a: go -> end\n"
       "a: lose -> b\n"
       "b: on -> c\n"
       "c: back -> b",
       "nodes.b: no ending can be reached after a: lose: one goes round through b and c for ever. "
       "[loop-without-way-out]\n"},
      // The way out is open only once.
      {"boolean b\n"
       "a: on -> b\n"
       "b: back -> a | set b = true\n"
       "b: out -> end | if not b",
       "nodes.a: no ending can be reached after a: on → b: back, where b = true: one goes round through a and b for "
       "ever. [loop-without-way-out]\n"},
      // A loop that leads into a dead end is none: the dead end is what is to be mended.
      {"boolean b\n"
       "a: again -> a\n"
       "a: go -> end\n"
       "a: on -> c\n"
       "c: out -> end | if b\n"
       "c: set -> end | if b | set b = true",
       "variables.b: note: this variable is always false. [variable-constant]\n"
       "nodes.c: no choice is offered after a: on, where b = false. [node-dead-end]\n"
       "nodes.c.choices[0].if: warning: this choice is never offered: \"b\" is false whenever one gets here. "
       "[choice-never-offered]\n"
       "nodes.c.choices[1].if: warning: this choice is never offered: \"b\" is false whenever one gets here. "
       "[choice-never-offered]\n"},
  });
}

TEST(Prover, FindsIdleConditionsVariablesAndEffects) {
  expect_findings({
      {"integer t 0 3\n"
       "a: go -> b | set t = 2\n"
       "b: go -> end | if t >= 2\n"
       "b: no -> end",
       "nodes.b.choices[0].if: note: \"t >= 2\" is true whenever one gets here. [condition-always-true]\n"},
      {"integer t 0 3\n"
       "a: go -> end | set t += 1",
       "variables.t: note: no condition and no other variable depends on this one, and no learner sees it. "
       "[variable-unused]\n"},
      {"integer t 0 3\n"
       "label t Trust\n"
       "a: go -> end | set t += 1",
       ""},
      {"integer t 0 3\n"
       "label t Trust\n"
       "a: go -> end",
       "variables.t: note: this variable is always 0. [variable-constant]\n"},
      {"integer t 0 3\n"
       "integer u 0 3\n"
       "label u Use\n"
       "a: again -> a | set t += 1\n"
       "a: go -> end | set u = t",
       ""},
      {"integer t 0 3\n"
       "label t Trust\n"
       "a: go -> end | set t = 4\n"
       "a: no -> end | set t = 1 - 2\n"
       "a: ok -> end | set t = 3",
       "nodes.a.choices[0].set[0]: warning: 4 is beyond the variable's range from 0 to 3, so it becomes 3. "
       "[effect-out-of-range]\n"
       "nodes.a.choices[1].set[0]: warning: -1 is beyond the variable's range from 0 to 3, so it becomes 0. "
       "[effect-out-of-range]\n"},
  });
}

TEST(Prover, FindsPointsWithoutEnd) {
  expect_findings({
      {"a: on -> b\n"
       "b: win -> c | points 3\n"
       "c: pay -> b | points -1\n"
       "c: go -> end",
       "nodes.b.choices[0]: warning: points can be collected without end: b: win → c: pay brings 2 each time round, "
       "possible after a: on. [points-endless]\n"},
      {"a: win -> a | points 1\n"
       "a: go -> end",
       "nodes.a.choices[0]: warning: points can be collected without end: a: win brings 1 each time round, possible at "
       "the start. [points-endless]\n"},
      // What is won is lost again.
      {"a: win -> b | points 2\n"
       "b: pay -> a | points -2\n"
       "b: go -> end",
       ""},
      // Once only.
      {"boolean b\n"
       "a: win -> a | if not b | set b = true | points 2\n"
       "a: go -> end",
       ""},
  });
}

TEST(Prover, KnowsWhatEndingsTake) {
  const struct {
    std::string_view lines;
    std::string_view expected;
  } kTable[] = {
      {"a: go -> end | points 2", "1 choice, 2 points, less than a minute, 1 way"},
      {"a: one -> b | points 2\n"
       "a: two -> end | points -1\n"
       "b: go -> end | points 5\n"
       "b: stay -> end",
       "1 to 2 choices, -1 to 7 points, less than a minute, 3 ways"},
      {"a: again -> a\n"
       "a: go -> end",
       "1 choice or more, any number of minutes, ways without end"},
      {"a: again -> a | points -1\n"
       "a: go -> end | points 3",
       "1 choice or more, 3 points or fewer, any number of minutes, ways without end"},
      {"a: win -> b | points 2\n"
       "b: pay -> a | points -2\n"
       "a: stop -> end | points 1\n"
       "b: go -> end",
       "1 choice or more, 1 to 2 points, any number of minutes, ways without end"},
      {"a: win -> b | points 2\n"
       "b: pay -> a | points -3\n"
       "b: go -> end",
       "2 choices or more, 2 points or fewer, any number of minutes, ways without end"},
      {"a: win -> a | points 2\n"
       "a: pay -> a | points -3\n"
       "a: go -> end",
       "1 choice or more, any number of points, any number of minutes, ways without end"},
      {"a: go -> other\n"
       "ending end",
       "nobody gets here"},
  };
  for (const auto& row : kTable) {
    const Scenario scenario = scenario_in(row.lines);
    const Proof proof = prove(scenario);
    const std::size_t end = scenario.endings[0].id == "end" ? 0 : 1;
    EXPECT_EQ(ending_in_words(proof, end), row.expected) << row.lines;
  }
}

TEST(Prover, MeasuresReadingByTheWay) {
  // The title's word, then the scene and its choice, each a word, and the ending's two; a choice more where two are
  // offered.
  const Proof proof = prove(scenario_in("a: go -> end\na: on -> b\nb: go -> end"));
  EXPECT_EQ(proof.endings[0].shortest_reading, Bound::of(6 * 300));
  EXPECT_EQ(proof.endings[0].longest_reading, Bound::of(8 * 300));
  EXPECT_EQ(shortest_reading(proof), Bound::of(6 * 300));
  EXPECT_EQ(longest_reading(proof), Bound::of(8 * 300));
}

TEST(Prover, GivesTheMostPointsOfAnyEnding) {
  EXPECT_EQ(most_points(prove(scenario_in("a: go -> end | points 3\na: on -> other | points 8"))), 8);
  EXPECT_EQ(most_points(prove(scenario_in("a: go -> end | points -3"))), 0);
  EXPECT_EQ(most_points(prove(scenario_in("a: go -> a | points 1\na: on -> end"))), 0) << "there is no end to them";
  EXPECT_EQ(most_points(prove(scenario_in("integer t 0 9\na: go -> a | set t += 1\na: on -> end | points 2"), {5})), 0)
      << "not known";
}

TEST(Prover, ClaimsOnlyWhatItSawOfAScenarioThatIsTooLarge) {
  const Scenario scenario = scenario_in(
      "integer t 0 900\n"
      "boolean stop\n"
      "a: more -> a | set t += 1\n"
      "a: late -> end | if t > 500\n"
      "a: trap -> b\n"
      "b: out -> end | if stop\n"
      "c: go -> never\n"
      "ending never");
  const Proof proof = prove(scenario, {200});
  EXPECT_FALSE(proof.is_complete);
  EXPECT_EQ(proof.states, 200u);
  EXPECT_EQ(
      findings_in_words(proof),
      "variables: warning: the scenario has more than 200 states; nothing was looked at beyond these. "
      "[scenario-too-large]\n"
      "variables.stop: note: this variable is always false. [variable-constant]\n"
      "nodes.a.choices[1].if: note: this choice does not come up among the first 200 states; it may later. "
      "[not-among-states]\n"
      "nodes.b: no choice is offered after a: trap, where t = 0, stop = false. "
      "[node-dead-end]\n"
      "nodes.b.choices[0].if: note: this choice does not come up among the first 200 states; it may later. "
      "[not-among-states]\n"
      "nodes.c: warning: nobody gets to this scene: nothing leads here. [node-unreached]\n"
      "endings.never: warning: nobody gets to this ending: the choice \"go\" of \"c\" leads here and nobody gets to "
      "\"c\". [ending-unreached]\n"
      "endings.end: note: this ending does not come up among the first 200 states; it may later. "
      "[not-among-states]\n");
  EXPECT_EQ(counts_in_words(scenario, proof),
            "3 scenes, 5 choices, 2 variables, 2 endings; more than the 200 states that were looked at");
  EXPECT_EQ(ending_in_words(proof, 1), "not among the states looked at");
  EXPECT_TRUE(prove(scenario, {10'000}).is_complete);
}

TEST(Prover, KeepsStatesApartThatTakeMoreThanAWord) {
  // Six ranges of two million values: a state's number has 126 bits.
  std::string lines;
  for (const char* name : {"u", "v", "w", "x", "y", "z"})
    lines += "integer " + std::string(name) + " -1000000 1000000\n";
  lines +=
      "a: all -> b | set u = 1000000 | set x = 1000000 | set z = 1000000\n"
      "a: one -> b | set z = 999999\n"
      "b: go -> end | if u == 1000000 and v == -1000000 and x == 1000000 and z == 1000000\n"
      "b: no -> other | if w + y == -2000000 and u < 0 and z == 999999";
  const Proof proof = prove(scenario_in(lines));
  EXPECT_TRUE(proof.is_complete);
  EXPECT_EQ(proof.states, 5u);
  EXPECT_EQ(proof.stuck, 0u);
  for (const EndingProof& ending : proof.endings) EXPECT_EQ(ending.states, 1u);
}

TEST(Prover, ShortensALongWay) {
  std::string lines;
  for (int i = 0; i < 20; ++i) lines += "n" + std::to_string(i) + ": go -> n" + std::to_string(i + 1) + "\n";
  lines += "n20: go -> end";
  const Scenario scenario = scenario_in(lines);
  const Proof proof = prove(scenario);
  EXPECT_EQ(
      in_words(scenario, proof.endings[0].way),
      "n0: go → n1: go → n2: go → n3: go → n4: go → n5: go → … (9 more) → n15: go → n16: go → n17: go → n18: go → "
      "n19: go → n20: go");
}

TEST(Prover, IsNotOverwhelmedByALongRun) {
  // 200,000 states in a row, and round again: recursion would need as many frames.
  const Proof proof =
      prove(scenario_in("integer t 0 199999\n"
                        "a: on -> a | if t < 199999 | set t += 1\n"
                        "a: round -> a | if t == 199999 | set t = 0\n"
                        "a: end -> end | if t == 199999"));
  EXPECT_TRUE(proof.is_complete);
  EXPECT_EQ(proof.states, 200'001u);
  EXPECT_EQ(proof.endings[0].fewest_choices, Bound::of(200'000));
  EXPECT_EQ(proof.endings[0].most_choices, Bound::endless());
  EXPECT_EQ(proof.stuck, 0u);
}

// The same by other means: sets, and going over everything until nothing changes.
class BruteForce {
 public:
  using State = std::pair<int, std::vector<int>>;
  struct Edge {
    int choice;
    State target;
  };
  static constexpr std::int64_t kNone = -1'000'000'000;
  static constexpr std::int64_t kEndless = 1'000'000'000;

  explicit BruteForce(const Scenario& scenario) : scenario_(scenario) {
    const ScenarioState start = first_state(scenario);
    explore({start.place, start.values});
  }

  const std::map<State, std::vector<Edge>>& edges() const { return edges_; }
  bool ends(const State& state) const { return is_ending(scenario_, state.first); }

  std::set<State> from_which_no_ending_is_reached() const {
    std::set<State> stuck;
    for (const auto& [state, ways] : edges_) stuck.insert(state);
    for (bool changes = true; changes;) {
      changes = false;
      for (const auto& [state, ways] : edges_) {
        const bool is_free = ends(state) || std::any_of(ways.begin(), ways.end(), [&](const Edge& edge) {
                               return stuck.count(edge.target) == 0;
                             });
        if (is_free && stuck.erase(state) > 0) changes = true;
      }
    }
    return stuck;
  }

  // For each state the greatest sum of a walk to it: as many rounds as there are states, after which whatever still
  // grows has no end.
  std::map<State, std::int64_t> greatest(const std::function<std::int64_t(const State&, int choice)>& weight) const {
    std::map<State, std::int64_t> best;
    for (const auto& [state, ways] : edges_) best[state] = kNone;
    const ScenarioState start = first_state(scenario_);
    best[{start.place, start.values}] = 0;
    const std::size_t rounds = edges_.size() + 1;
    for (std::size_t round = 0; round < 2 * rounds; ++round) {
      bool changes = false;
      for (const auto& [state, ways] : edges_) {
        if (best[state] == kNone) continue;
        for (const Edge& edge : ways) {
          const std::int64_t sum = best[state] == kEndless ? kEndless : best[state] + weight(state, edge.choice);
          if (sum <= best[edge.target]) continue;
          best[edge.target] = round >= rounds ? kEndless : sum;
          changes = true;
        }
      }
      if (!changes) break;
    }
    return best;
  }

  // The greatest over the states of a place.
  static Bound bound_at(const std::map<State, std::int64_t>& best, int place, int sign) {
    Bound bound;
    for (const auto& [state, sum] : best) {
      if (state.first != place) continue;
      if (sum == kEndless) return Bound::endless();
      if (!bound.is_number() || sum > bound.number * sign) bound = Bound::of(sum * sign);
    }
    return bound;
  }

 private:
  void explore(const State& first) {
    std::vector<State> waiting = {first};
    while (!waiting.empty()) {
      const State state = waiting.back();
      waiting.pop_back();
      if (!edges_.try_emplace(state).second || ends(state)) continue;
      const Node& node = node_at(scenario_, state.first);
      for (std::size_t i = 0; i < node.choices.size(); ++i) {
        ScenarioState next = {state.first, state.second};
        if (!is_offered(node.choices[i], next)) continue;
        follow(scenario_, node.choices[i], next);
        edges_[state].push_back({static_cast<int>(i), {next.place, next.values}});
        waiting.push_back({next.place, next.values});
      }
    }
  }

  const Scenario& scenario_;
  std::map<State, std::vector<Edge>> edges_;
};

// What a test has seen of all generated scenarios, so that it cannot pass by seeing nothing.
struct Seen {
  int stuck = 0;
  int sound = 0;
  int unreached = 0;
  int endless_points = 0;
  int numbers = 0;
};

void expect_same(const Scenario& scenario, Seen& seen) {
  const Proof proof = prove(scenario);
  const BruteForce brute(scenario);
  ASSERT_TRUE(proof.is_complete);
  EXPECT_EQ(proof.states, brute.edges().size());

  std::map<int, std::size_t> states, dead_ends;
  std::map<std::pair<int, int>, std::size_t> offered;
  std::size_t transitions = 0;
  for (const auto& [state, ways] : brute.edges()) {
    ++states[state.first];
    if (ways.empty()) ++dead_ends[state.first];
    for (const BruteForce::Edge& edge : ways) ++offered[{state.first, edge.choice}];
    transitions += ways.size();
  }
  EXPECT_EQ(proof.transitions, transitions);
  const auto stuck = brute.from_which_no_ending_is_reached();
  EXPECT_EQ(proof.stuck, stuck.size());
  const bool has_errors = std::any_of(proof.findings.begin(), proof.findings.end(), [](const Finding& finding) {
    return finding.problem.severity == Severity::kError;
  });
  EXPECT_EQ(has_errors, !stuck.empty()) << "an error says that somebody can get stuck, and only that";
  (stuck.empty() ? seen.sound : seen.stuck) += 1;

  for (std::size_t n = 0; n < scenario.nodes.size(); ++n) {
    const int node = static_cast<int>(n);
    EXPECT_EQ(proof.nodes[n].states, states[node]);
    EXPECT_EQ(proof.nodes[n].dead_ends, dead_ends[node]);
    seen.unreached += states[node] == 0;
    for (std::size_t c = 0; c < scenario.nodes[n].choices.size(); ++c) {
      const std::size_t count = offered[{node, static_cast<int>(c)}];
      EXPECT_EQ(proof.nodes[n].choices[c].offered, count);
    }
  }

  const auto points = [&](int sign) {
    return brute.greatest([&, sign](const BruteForce::State& state, int choice) {
      return sign * node_at(scenario, state.first).choices[static_cast<std::size_t>(choice)].points;
    });
  };
  const auto steps = [&](int sign) { return brute.greatest([sign](const BruteForce::State&, int) { return sign; }); };
  const auto most_points = points(1), least_points = points(-1), most_steps = steps(1), fewest_steps = steps(-1);
  for (std::size_t e = 0; e < scenario.endings.size(); ++e) {
    const int place = static_cast<int>(scenario.nodes.size() + e);
    const EndingProof& ending = proof.endings[e];
    EXPECT_EQ(ending.states, states[place]);
    EXPECT_EQ(ending.most_points, BruteForce::bound_at(most_points, place, 1));
    EXPECT_EQ(ending.least_points, BruteForce::bound_at(least_points, place, -1));
    EXPECT_EQ(ending.most_choices, BruteForce::bound_at(most_steps, place, 1));
    EXPECT_EQ(ending.fewest_choices, BruteForce::bound_at(fewest_steps, place, -1));
    seen.endless_points += ending.most_points.is_endless();
    seen.numbers += ending.most_points.is_number();
  }
}

TEST(Prover, AgreesWithBruteForceAboutScenariosByChance) {
  Seen seen;
  for (std::uint64_t seed = 0; seed < 600; ++seed) {
    ChanceOptions options;
    options.nodes = 1 + static_cast<int>(seed % 17);
    options.endings = 1 + static_cast<int>(seed % 3);
    options.variables = static_cast<int>(seed % 4);
    options.may_loop = seed % 5 != 0;
    const std::string json = scenario_by_chance(seed, options);
    SCOPED_TRACE(json);
    expect_same(scenario_of(json), seen);
    if (testing::Test::HasFailure()) return;
  }
  EXPECT_GT(seen.stuck, 100);
  EXPECT_GT(seen.sound, 100);
  EXPECT_GT(seen.unreached, 100);
  EXPECT_GT(seen.endless_points, 50);
  EXPECT_GT(seen.numbers, 200);
}

// Does the choices in turn; false when one is not offered.
bool replay(const Scenario& scenario, const std::vector<ProofStep>& way, ScenarioState& state) {
  state = first_state(scenario);
  for (const ProofStep& step : way) {
    if (state.place != step.node) return false;
    const Choice& choice = node_at(scenario, step.node).choices[static_cast<std::size_t>(step.choice)];
    if (!is_offered(choice, state)) return false;
    follow(scenario, choice, state);
  }
  return true;
}

TEST(Prover, SaysWaysThatCanBeGone) {
  int ways = 0;
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    const Scenario scenario = scenario_of(scenario_by_chance(seed));
    const Proof proof = prove(scenario);
    const auto expect_to_lead_to = [&](std::size_t place, const std::vector<ProofStep>& way) {
      ScenarioState state;
      EXPECT_TRUE(replay(scenario, way, state)) << seed;
      EXPECT_EQ(state.place, static_cast<int>(place)) << seed;
      ++ways;
    };
    for (std::size_t n = 0; n < proof.nodes.size(); ++n) {
      if (proof.nodes[n].states > 0) expect_to_lead_to(n, proof.nodes[n].way);
    }
    for (std::size_t e = 0; e < proof.endings.size(); ++e) {
      if (proof.endings[e].states > 0) expect_to_lead_to(proof.nodes.size() + e, proof.endings[e].way);
    }
  }
  EXPECT_GT(ways, 500);
}

TEST(Prover, LetsNobodyGetStuckWhereItSaysNobodyDoes) {
  int ended = 0;
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    const Scenario scenario = scenario_of(scenario_by_chance(seed));
    if (prove(scenario).stuck > 0) continue;
    for (std::uint64_t run = 0; run < 20; ++run) {
      Chance chance(seed * 1000 + run);
      ScenarioState state = first_state(scenario);
      for (int step = 0; step < 200 && !is_ending(scenario, state.place); ++step) {
        std::vector<const Choice*> offered;
        for (const Choice& choice : node_at(scenario, state.place).choices) {
          if (is_offered(choice, state)) offered.push_back(&choice);
        }
        ASSERT_FALSE(offered.empty()) << seed;
        follow(scenario, *offered[static_cast<std::size_t>(chance.below(static_cast<int>(offered.size())))], state);
      }
      ended += is_ending(scenario, state.place);
    }
  }
  EXPECT_GT(ended, 200);
}

}  // namespace
}  // namespace bytes::content
