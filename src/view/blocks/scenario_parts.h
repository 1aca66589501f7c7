// A scenario's card in two parts: the story as far as it has come (scenario.cpp), and the path through it with all that
// was seen on the way (scenario_path.cpp).
#pragma once

#include "view/blocks/blocks.h"

namespace bytes::view {

struct ScenarioParts {
  const content::Scenario& scenario;
  const BlockContext& context;
  const learning::ScenarioProgress& progress;

  const std::string& id() const { return context.id; }
  std::string phrase(std::string_view key, Interface::Arguments arguments = {}) const {
    return context.interface.phrase(key, arguments);
  }
  // Of the scene that a run came to by so many steps.
  std::string scene_id(std::size_t steps) const { return id() + ":scene-" + std::to_string(steps + 1); }
  // What a learner calls the scene or ending at that place.
  std::string title_of(int place) const;
  const content::Node& node_of(const learning::Step& step) const { return content::node_at(scenario, step.node); }
  const content::Choice& choice_of(const learning::Step& step) const {
    return node_of(step).choices[static_cast<std::size_t>(step.choice)];
  }
};

// The path: a stage where it is drawn as a map, and the same as a list, which at an ending says what each choice taught
// and leads back to where another could be made. Requires: some choice was made.
outline::Element view_path(const ScenarioParts& parts);

}  // namespace bytes::view
