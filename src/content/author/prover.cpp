#include "content/author/prover.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "content/author/components.h"
#include "content/author/state_space.h"
#include "content/codes.h"

namespace bytes::content {
namespace {

using State = StateSpace::State;
using Way = StateSpace::Way;

constexpr std::size_t kMostValues = 8;      // Of variables, in a message.
constexpr std::size_t kMostNodesNamed = 6;  // The same.
constexpr std::size_t kMostSteps = 12;      // The same.
constexpr std::size_t kMostLoopsReported = 20;

std::string in_words(const Variable& variable, int value) {
  switch (variable.type) {
    case ValueType::kInteger: return std::to_string(value);
    case ValueType::kBoolean: return value ? "true" : "false";
    case ValueType::kOneOf: return variable.values[static_cast<std::size_t>(value)];
  }
  return {};
}

bool reads(const Expression& expression, int variable) {
  return std::any_of(expression.code.begin(), expression.code.end(), [&](const Instruction& one) {
    return one.operation == Operation::kVariable && one.operand == variable;
  });
}

bool is_constant(const Expression& expression) {
  return std::none_of(expression.code.begin(), expression.code.end(),
                      [](const Instruction& one) { return one.operation == Operation::kVariable; });
}

template <class Visit>
void for_each_choice(const Scenario& scenario, Visit visit) {
  for (std::size_t n = 0; n < scenario.nodes.size(); ++n) {
    const std::vector<Choice>& choices = scenario.nodes[n].choices;
    for (std::size_t c = 0; c < choices.size(); ++c) visit(static_cast<int>(n), static_cast<int>(c), choices[c]);
  }
}

class Prover {
 public:
  Prover(const Scenario& scenario, const ProofOptions& options)
      : scenario_(scenario), space_(scenario, options.most_states), components_(space_) {}

  Proof prove() {
    proof_.states = space_.size();
    proof_.transitions = space_.count_of_ways();
    proof_.is_complete = space_.is_complete();
    if (!proof_.is_complete) report_size();
    count();
    find_unreached();
    find_unoffered();
    find_dead_ends();
    find_closed_loops();
    find_endless_points();
    find_idle_variables();
    find_cut_off_effects();
    measure_endings();
    return std::move(proof_);
  }

 private:
  std::size_t nodes() const { return scenario_.nodes.size(); }

  // Places and paths of what is reported.

  Finding at_variable(const Variable& variable) const {
    Finding finding;
    finding.problem.position = variable.position;
    finding.problem.path = "variables." + variable.name;
    return finding;
  }

  Finding at_place(int place) const {
    Finding finding;
    finding.place = place;
    const bool ends = is_ending(scenario_, place);
    finding.problem.position = ends ? ending_at(scenario_, place).position : node_at(scenario_, place).position;
    finding.problem.path = (ends ? "endings." : "nodes.") + id_at(scenario_, place);
    return finding;
  }

  Finding at_choice(int node, int index, std::string_view field = {}) const {
    Finding finding = at_place(node);
    finding.choice = index;
    finding.problem.position = choice(node, index).position;
    finding.problem.path += ".choices[" + std::to_string(index) + "]" + std::string(field);
    return finding;
  }

  Finding at_condition(int node, int index) const {
    Finding finding = at_choice(node, index, ".if");
    finding.problem.position = choice(node, index).condition.position;
    return finding;
  }

  void report(Finding finding, Severity severity, std::string_view code, std::vector<std::string> details) {
    finding.problem.severity = severity;
    finding.problem.code = code;
    finding.problem.details = std::move(details);
    proof_.findings.push_back(std::move(finding));
  }

  // Something was not seen, which proves nothing as long as there are other states.
  void report_unseen(Finding finding, std::string_view what) {
    report(std::move(finding), Severity::kNote, codes::kNotAmongStates,
           {std::string(what), std::to_string(space_.size())});
  }

  const Choice& choice(int node, int index) const {
    return node_at(scenario_, node).choices[static_cast<std::size_t>(index)];
  }

  NodeProof& node_proof(int node) { return proof_.nodes[static_cast<std::size_t>(node)]; }

  std::size_t states_at(int place) const {
    const std::size_t index = static_cast<std::size_t>(place);
    return index < nodes() ? proof_.nodes[index].states : proof_.endings[index - nodes()].states;
  }

  std::vector<ProofStep> way_to(State state) const {
    std::vector<ProofStep> way;
    while (state > 0) {
      const StateSpace::Origin origin = space_.origin(state);
      way.push_back({space_.place(origin.state), static_cast<int>(origin.choice)});
      state = origin.state;
    }
    std::reverse(way.begin(), way.end());
    return way;
  }

  std::string way_in_words(State state) const { return content::in_words(scenario_, way_to(state)); }

  // `trust = 2, applied = false`; empty without variables.
  std::string values_in_words(State state) const {
    const ScenarioState values = space_.at(state);
    std::string words;
    for (std::size_t i = 0; i < scenario_.variables.size(); ++i) {
      const Variable& variable = scenario_.variables[i];
      if (i == kMostValues) return words + ", …";
      words += (i == 0 ? "" : ", ") + variable.name + " = " + in_words(variable, values.values[i]);
    }
    return words;
  }

  // What is found.

  void report_size() {
    // Without variables there are no more states than places.
    Finding finding =
        scenario_.variables.empty() ? at_place(scenario_.start) : at_variable(scenario_.variables.front());
    finding.place = -1;
    finding.problem.path = "variables";
    report(std::move(finding), Severity::kWarning, codes::kScenarioTooLarge, {std::to_string(space_.size())});
  }

  void count() {
    proof_.nodes.resize(nodes());
    proof_.endings.resize(scenario_.endings.size());
    for (std::size_t n = 0; n < nodes(); ++n) proof_.nodes[n].choices.resize(scenario_.nodes[n].choices.size());
    for (std::size_t i = 0; i < space_.size(); ++i) {
      const State state = static_cast<State>(i);
      const int place = space_.place(state);
      if (is_ending(scenario_, place)) {
        EndingProof& ending = proof_.endings[static_cast<std::size_t>(place) - nodes()];
        if (ending.states++ == 0) ending.way = way_to(state);
        continue;
      }
      NodeProof& node = node_proof(place);
      if (node.states++ == 0) node.way = way_to(state);
      for (const Way& way : space_.ways(state)) ++node.choices[way.choice].offered;
      node.dead_ends += space_.is_explored(state) && space_.ways(state).empty();
    }
  }

  // Places that choices lead to, be their conditions what they may.
  std::vector<char> led_to() const {
    std::vector<char> is_led_to(nodes() + scenario_.endings.size());
    std::vector<int> waiting = {scenario_.start};
    is_led_to[static_cast<std::size_t>(scenario_.start)] = 1;
    while (!waiting.empty()) {
      const int place = waiting.back();
      waiting.pop_back();
      if (is_ending(scenario_, place)) continue;
      for (const Choice& each : node_at(scenario_, place).choices) {
        if (!std::exchange(is_led_to[static_cast<std::size_t>(each.target)], 1)) waiting.push_back(each.target);
      }
    }
    return is_led_to;
  }

  void find_unreached() {
    const std::vector<char> is_led_to = led_to();
    for (std::size_t i = 0; i < is_led_to.size(); ++i) {
      const int place = static_cast<int>(i);
      if (states_at(place) > 0) continue;
      const bool ends = is_ending(scenario_, place);
      if (!proof_.is_complete && is_led_to[i]) {
        report_unseen(at_place(place), ends ? "ending" : "scene");
        continue;
      }
      // What leads here: scene, choice, and whether it is the scene that nobody gets to.
      std::vector<std::string> details;
      for_each_choice(scenario_, [&](int node, int, const Choice& each) {
        if (each.target != place || node == place) return;
        details.insert(details.end(), {node_at(scenario_, node).id, each.id, states_at(node) == 0 ? "1" : "0"});
      });
      report(at_place(place), Severity::kWarning, ends ? codes::kEndingUnreached : codes::kNodeUnreached,
             std::move(details));
    }
  }

  void find_unoffered() {
    for_each_choice(scenario_, [&](int node, int index, const Choice& each) {
      const std::size_t states = states_at(node);
      if (!each.condition.is_there() || states == 0) return;
      const std::size_t offered = node_proof(node).choices[static_cast<std::size_t>(index)].offered;
      const std::vector<std::string> details = {each.condition.source};
      if (offered == 0 && !proof_.is_complete) {
        report_unseen(at_condition(node, index), "choice");
      } else if (offered == 0) {
        report(at_condition(node, index), Severity::kWarning, codes::kChoiceNeverOffered, details);
      } else if (offered == states && proof_.is_complete) {
        report(at_condition(node, index), Severity::kNote, codes::kConditionAlwaysTrue, details);
      }
    });
  }

  void find_dead_ends() {
    std::vector<char> is_reported(nodes());
    for (std::size_t i = 0; i < space_.size(); ++i) {
      const State state = static_cast<State>(i);
      const int place = space_.place(state);
      if (is_ending(scenario_, place) || !space_.is_explored(state) || !space_.ways(state).empty()) continue;
      if (std::exchange(is_reported[static_cast<std::size_t>(place)], 1)) continue;
      const NodeProof& node = node_proof(place);
      // How many there are in all is not known before all are.
      const std::string of_them = std::to_string(proof_.is_complete ? node.dead_ends : node.states);
      report(at_place(place), Severity::kError, codes::kNodeDeadEnd,
             {way_in_words(state), values_in_words(state), of_them, std::to_string(node.states)});
    }
  }

  // Loops that no way leads out of; and on the way there, from how many states no ending can be reached. What is not
  // explored may lead to one.
  void find_closed_loops() {
    std::vector<char> can_end(components_.size());
    std::vector<State> closed;  // The first state of each such loop.
    for (std::size_t c = 0; c < components_.size(); ++c) {
      bool is_left = false;
      for (State state : components_.members(c)) {
        const bool ends = is_ending(scenario_, space_.place(state));
        can_end[c] |= ends || !space_.is_explored(state);
        for (const Way& way : space_.ways(state)) {
          const std::uint32_t target = components_.of(way.target);
          is_left |= target != c;
          if (target != c) can_end[c] |= can_end[target];
        }
      }
      if (!can_end[c]) proof_.stuck += components_.members(c).size();
      if (components_.is_loop(c) && !is_left) closed.push_back(components_.members(c)[0]);
    }
    std::sort(closed.begin(), closed.end());
    std::vector<char> is_reported(nodes());
    for (State first : closed) {
      std::vector<int> round;
      bool is_new = false;
      for (State state : components_.members(components_.of(first))) {
        const int node = space_.place(state);
        if (std::find(round.begin(), round.end(), node) == round.end()) round.push_back(node);
        is_new |= !is_reported[static_cast<std::size_t>(node)];
      }
      if (!is_new) continue;
      for (int node : round) is_reported[static_cast<std::size_t>(node)] = 1;
      report(at_place(space_.place(first)), Severity::kError, codes::kLoopWithoutWayOut,
             {way_in_words(first), values_in_words(first), names_of(round)});
    }
  }

  // `monday, lunch and tea`.
  std::string names_of(const std::vector<int>& places) const {
    std::string names;
    for (std::size_t i = 0; i < places.size(); ++i) {
      if (i == kMostNodesNamed) return names + " and " + std::to_string(places.size() - i) + " others";
      if (i > 0) names += i + 1 == places.size() ? " and " : ", ";
      names += id_at(scenario_, places[i]);
    }
    return names;
  }

  Weight points() const {
    return [this](State state, const Way& way) -> std::int64_t {
      return choice(space_.place(state), static_cast<int>(way.choice)).points;
    };
  }

  void find_endless_points() {
    std::vector<Loop> loops = growing_loops(space_, components_, points());
    std::sort(loops.begin(), loops.end(), [](const Loop& a, const Loop& b) { return a.start < b.start; });
    std::vector<char> is_reported(nodes());
    std::size_t reported = 0;
    for (const Loop& loop : loops) {
      std::vector<ProofStep> round;
      std::int64_t gain = 0;
      ProofStep best;
      int most = 0;
      bool is_new = false;
      State state = loop.start;
      for (std::uint32_t index : loop.choices) {
        const ProofStep step = {space_.place(state), static_cast<int>(index)};
        const int its_points = choice(step.node, step.choice).points;
        gain += its_points;
        if (its_points > most) best = step;
        most = std::max(most, its_points);
        is_new |= !is_reported[static_cast<std::size_t>(step.node)];
        round.push_back(step);
        state = target_of(state, index);
      }
      if (!is_new || reported++ >= kMostLoopsReported) continue;
      for (const ProofStep& step : round) is_reported[static_cast<std::size_t>(step.node)] = 1;
      report(at_choice(best.node, best.choice), Severity::kWarning, codes::kPointsEndless,
             {way_in_words(loop.start), content::in_words(scenario_, round), std::to_string(gain)});
    }
  }

  // Requires: the choice is offered there.
  State target_of(State state, std::uint32_t choice) const {
    const std::span<const Way> ways = space_.ways(state);
    return std::find_if(ways.begin(), ways.end(), [&](const Way& way) { return way.choice == choice; })->target;
  }

  void find_idle_variables() {
    const std::vector<Variable>& variables = scenario_.variables;
    std::vector<char> is_read(variables.size());
    std::vector<char> is_set(variables.size());
    for_each_choice(scenario_, [&](int, int, const Choice& each) {
      for (std::size_t i = 0; i < variables.size(); ++i) {
        const int variable = static_cast<int>(i);
        is_read[i] |= reads(each.condition, variable);
        for (const Effect& effect : each.effects) {
          is_set[i] |= effect.variable == variable;
          is_read[i] |= effect.variable != variable && reads(effect.value, variable);
        }
      }
    });
    const std::vector<char> changes = proof_.is_complete ? which_change() : is_set;
    for (std::size_t i = 0; i < variables.size(); ++i) {
      const Variable& variable = variables[i];
      const bool is_of_use = is_read[i] || !variable.label.empty();
      if (!is_of_use) {
        report(at_variable(variable), Severity::kNote, codes::kVariableUnused, {});
      } else if (!changes[i]) {
        report(at_variable(variable), Severity::kNote, codes::kVariableConstant, {in_words(variable, variable.start)});
      }
    }
  }

  std::vector<char> which_change() const {
    std::vector<char> changes(scenario_.variables.size());
    std::size_t left = changes.size();
    for (std::size_t i = 0; i < space_.size() && left > 0; ++i) {
      const ScenarioState state = space_.at(static_cast<State>(i));
      for (std::size_t v = 0; v < changes.size(); ++v) {
        if (state.values[v] != scenario_.variables[v].start && !std::exchange(changes[v], 1)) --left;
      }
    }
    return changes;
  }

  void find_cut_off_effects() {
    for_each_choice(scenario_, [&](int node, int index, const Choice& each) {
      for (std::size_t e = 0; e < each.effects.size(); ++e) {
        const Effect& effect = each.effects[e];
        if (!is_constant(effect.value)) continue;
        const Variable& variable = scenario_.variables[static_cast<std::size_t>(effect.variable)];
        const std::int64_t value = evaluate(effect.value, {});
        if (value >= variable.min && value <= variable.max) continue;
        Finding finding = at_choice(node, index, ".set[" + std::to_string(e) + "]");
        finding.problem.position = effect.value.position;
        report(std::move(finding), Severity::kWarning, codes::kEffectOutOfRange,
               {std::to_string(value), std::to_string(variable.min), std::to_string(variable.max),
                std::to_string(value < variable.min ? variable.min : variable.max)});
      }
    });
  }

  // Reading a scene is reading what it says and all that it offers; what a choice brings is read on the way.
  std::vector<Milliseconds> times_in_states() const {
    std::vector<Milliseconds> of_nodes;
    std::vector<std::vector<Milliseconds>> of_choices;
    for (const Node& node : scenario_.nodes) {
      Milliseconds time = reading_time(node.title) + reading_time(node.text);
      for (const Block& block : node.blocks) time += reading_time(block);
      of_nodes.push_back(time);
      std::vector<Milliseconds>& choices = of_choices.emplace_back();
      for (const Choice& each : node.choices) choices.push_back(reading_time(each.text));
    }
    std::vector<Milliseconds> times(space_.size());
    for (std::size_t i = 0; i < times.size(); ++i) {
      const State state = static_cast<State>(i);
      const std::size_t place = static_cast<std::size_t>(space_.place(state));
      if (place >= nodes()) continue;
      times[i] = of_nodes[place];
      for (const Way& way : space_.ways(state)) times[i] += of_choices[place][way.choice];
    }
    return times;
  }

  void measure_endings() {
    for (EndingProof& ending : proof_.endings) {
      if (ending.states > 0) ending.fewest_choices = Bound::of(static_cast<std::int64_t>(ending.way.size()));
    }
    if (!proof_.is_complete) return;
    measure(
        Extreme::kMost, [](State, const Way&) { return 1; }, &EndingProof::most_choices);
    measure(Extreme::kLeast, points(), &EndingProof::least_points);
    measure(Extreme::kMost, points(), &EndingProof::most_points);

    const std::vector<Milliseconds> times = times_in_states();
    std::vector<std::vector<Milliseconds>> feedback;
    for (const Node& node : scenario_.nodes) {
      std::vector<Milliseconds>& row = feedback.emplace_back();
      for (const Choice& each : node.choices) row.push_back(reading_time(each.feedback));
    }
    const Weight on_the_way = [&](State state, const Way& way) {
      return times[state] + feedback[static_cast<std::size_t>(space_.place(state))][way.choice];
    };
    measure(Extreme::kLeast, on_the_way, &EndingProof::shortest_reading);
    measure(Extreme::kMost, on_the_way, &EndingProof::longest_reading);
    const Milliseconds before = reading_time(scenario_.title) + reading_time(scenario_.text);
    for (std::size_t e = 0; e < proof_.endings.size(); ++e) {
      const Ending& ending = scenario_.endings[e];
      const Milliseconds around = before + reading_time(ending.title) + reading_time(ending.text);
      for (Bound* reading : {&proof_.endings[e].shortest_reading, &proof_.endings[e].longest_reading}) {
        if (reading->is_number()) reading->number += around;
      }
    }
    merge(counts_of_walks(space_, components_), &EndingProof::ways,
          [](const Bound& a, const Bound& b) { return Bound::of(std::min(kMostWalks, a.number + b.number)); });
  }

  void measure(Extreme extreme, const Weight& weight, Bound EndingProof::*target) {
    merge(sums(space_, components_, extreme, weight), target, [&](const Bound& a, const Bound& b) {
      return Bound::of(extreme == Extreme::kLeast ? std::min(a.number, b.number) : std::max(a.number, b.number));
    });
  }

  // What is known of an ending's states becomes what is known of the ending. What has no end outweighs what is not
  // known.
  template <class Join>
  void merge(const std::vector<Bound>& bounds, Bound EndingProof::*target, Join join) {
    std::vector<char> is_first(proof_.endings.size(), 1);
    for (std::size_t i = 0; i < bounds.size(); ++i) {
      const std::size_t place = static_cast<std::size_t>(space_.place(static_cast<State>(i)));
      if (place < nodes()) continue;
      Bound& known = proof_.endings[place - nodes()].*target;
      if (std::exchange(is_first[place - nodes()], 0)) {
        known = bounds[i];
      } else if (known.is_number() && bounds[i].is_number()) {
        known = join(known, bounds[i]);
      } else if (known.is_number() || bounds[i].is_endless()) {
        known = bounds[i];
      }
    }
  }

  const Scenario& scenario_;
  StateSpace space_;
  Components components_;
  Proof proof_;
};

Bound extreme_of(const Proof& proof, Bound EndingProof::*bound, Extreme extreme) {
  Bound result;
  bool is_first = true;
  for (const EndingProof& ending : proof.endings) {
    if (ending.states == 0) continue;
    const Bound& one = ending.*bound;
    if (!one.is_number()) return one;
    const bool is_beyond = extreme == Extreme::kLeast ? one.number < result.number : one.number > result.number;
    if (std::exchange(is_first, false) || is_beyond) result = one;
  }
  return result;
}

}  // namespace

Proof prove(const Scenario& scenario, const ProofOptions& options) { return Prover(scenario, options).prove(); }

int most_points(const Proof& proof) {
  const Bound most = extreme_of(proof, &EndingProof::most_points, Extreme::kMost);
  return most.is_number() ? static_cast<int>(std::clamp<std::int64_t>(most.number, 0, 1'000'000)) : 0;
}

Bound shortest_reading(const Proof& proof) {
  return extreme_of(proof, &EndingProof::shortest_reading, Extreme::kLeast);
}

Bound longest_reading(const Proof& proof) { return extreme_of(proof, &EndingProof::longest_reading, Extreme::kMost); }

std::string in_words(const Scenario& scenario, const std::vector<ProofStep>& way) {
  std::string words;
  for (std::size_t i = 0; i < way.size(); ++i) {
    if (i > 0) words += " → ";
    if (way.size() > kMostSteps && i == kMostSteps / 2) {
      const std::size_t left_out = way.size() - kMostSteps;
      words += "… (" + std::to_string(left_out) + " more) → ";
      i += left_out;
    }
    const Node& node = node_at(scenario, way[i].node);
    words += node.id + ": " + node.choices[static_cast<std::size_t>(way[i].choice)].id;
  }
  return words;
}

}  // namespace bytes::content
