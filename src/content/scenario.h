// A branching scenario: people, variables, scenes that offer choices, and endings.
//
// It is a finite state machine. A state is a place and a value for each variable; a choice leads from one to the next
// and depends on nothing else, so the same choices always give the same run. `learning` plays it, the prover
// (content/author/prover.h) walks through all of it, both by the functions below.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/rich_text.h"
#include "content/expression.h"
#include "content/media.h"
#include "content/origin.h"

namespace bytes::content {

struct Block;

struct CastMember {
  std::string id;
  std::string name;
  std::string role;
  Picture portrait;  // `src` is empty when there is none.

  friend bool operator==(const CastMember&, const CastMember&) = default;
};

struct Choice {
  std::string id;  // Unique within its node.
  RichText text;
  Expression condition;         // Without one it is always offered.
  std::vector<Effect> effects;  // Happen in this order.
  RichText feedback;            // What came of it, and what it teaches; may be empty.
  int points = 0;
  std::string target_id;  // A node's or an ending's.
  int target = -1;        // Its place. Below 0 only in a scenario with errors.
  Origin position;

  friend bool operator==(const Choice&, const Choice&) = default;
};

// A scene.
struct Node {
  std::string id;  // Unique among nodes and endings.
  std::string title;
  int speaker = -1;           // Index into the cast; -1: nobody.
  RichText text;              // Or else blocks.
  std::vector<Block> blocks;  // None that keeps answers.
  std::vector<Choice> choices;
  bool can_go_back = true;  // Whether the choice that led here can be taken back.
  Origin position;

  friend bool operator==(const Node&, const Node&) = default;
};

enum class EndingKind { kGood, kMixed, kBad, kOpen, kSurprise };

struct Ending {
  std::string id;
  EndingKind kind = EndingKind::kOpen;
  std::string title;
  RichText text;
  Origin position;

  friend bool operator==(const Ending&, const Ending&) = default;
};

enum class FeedbackTime { kAtOnce, kAtEnd };

struct Scenario {
  std::string title;
  RichText text;  // An introduction; may be empty.
  FeedbackTime feedback = FeedbackTime::kAtOnce;
  std::vector<CastMember> cast;
  std::vector<Variable> variables;
  int start = -1;           // A node. Below 0 only in a scenario with errors.
  std::vector<Node> nodes;  // In the order of the file.
  std::vector<Ending> endings;
  int most_points = 0;  // That any run can end with; `byte build` fills it in. 0: not known, or there are none.
  Origin start_position;

  friend bool operator==(const Scenario&, const Scenario&) = default;
};

// A place is a node's index, or the number of nodes and an ending's index.
inline bool is_ending(const Scenario& scenario, int place) { return place >= static_cast<int>(scenario.nodes.size()); }
const Node& node_at(const Scenario& scenario, int place);
const Ending& ending_at(const Scenario& scenario, int place);
const std::string& id_at(const Scenario& scenario, int place);

struct ScenarioState {
  int place = 0;
  std::vector<int> values;  // Of each variable.

  friend bool operator==(const ScenarioState&, const ScenarioState&) = default;
};

// Requires of all three: the scenario was read without errors, and the state is one of its own.
ScenarioState first_state(const Scenario& scenario);
bool is_offered(const Choice& choice, const ScenarioState& state);
// Goes where the choice leads. Requires: it is offered.
void follow(const Scenario& scenario, const Choice& choice, ScenarioState& state);

}  // namespace bytes::content
