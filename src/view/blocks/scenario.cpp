#include <map>

#include "content/names.h"
#include "view/blocks/question_parts.h"
#include "view/blocks/scenario_parts.h"

namespace bytes::view {
namespace {

using content::CastMember;
using content::Choice;
using content::Node;
using content::Scenario;
using content::ScenarioState;
using content::Variable;
using outline::Attribute;
using outline::Element;
using outline::make;
using outline::Role;

class ScenarioView {
 public:
  explicit ScenarioView(const ScenarioParts& parts)
      : parts_(parts), scenario_(parts.scenario), progress_(parts.progress), id_(parts.id()) {}

  Element view() const {
    Element card = make(Role::kScenario, id_);
    card.add(make(Role::kKicker, id_ + ":kicker", plain(parts_.phrase("scenario-kicker"))));
    card.add(make(Role::kScenarioTitle, id_ + ":title", plain(scenario_.title)));
    if (!scenario_.text.empty()) card.add(make(Role::kParagraph, id_ + ":text", scenario_.text));
    if (progress_.is_cut()) card.add(make(Role::kNotice, id_ + ":cut", plain(parts_.phrase("scenario-cut"))));
    Element scenes = make(Role::kScenes, id_ + ":scenes");
    for (std::size_t i = 0; i <= progress_.steps().size(); ++i) scenes.add(scene(i));
    card.add(std::move(scenes));
    add_meters(card);
    if (!progress_.steps().empty()) {
      card.add(actions());
      card.add(view_path(parts_));
    }
    card.add(everything());
    return card;
  }

 private:
  // The scene that the run came to by so many steps, with the choice made there, or the choices there are.
  Element scene(std::size_t steps) const {
    const std::string id = parts_.scene_id(steps);
    const bool is_past = steps < progress_.steps().size();
    const int place = is_past ? progress_.steps()[steps].node : progress_.state().place;
    if (content::is_ending(scenario_, place)) return ending(content::ending_at(scenario_, place), id);
    Element scene = make(Role::kScene, id);
    const Node& node = content::node_at(scenario_, place);
    scene.set(Attribute::kTone, is_past ? "past" : "now");
    scene.add(make(Role::kSceneTitle, id + ":title", plain(parts_.title_of(place))));
    if (node.speaker >= 0) scene.add(speaker(scenario_.cast[static_cast<std::size_t>(node.speaker)], id));
    if (!node.text.empty()) {
      scene.add(make(node.speaker >= 0 ? Role::kSpeech : Role::kParagraph, id + ":text", node.text));
    }
    add_blocks(node, id, scene);
    if (is_past) {
      scene.add(make(Role::kChose, id + ":chose",
                     said(parts_.phrase("you-chose"), parts_.choice_of(progress_.steps()[steps]).text)));
    } else {
      scene.add(choices(node));
    }
    // Stands empty while there is a choice to make, so that what comes of it is announced.
    Element region = make(Role::kOutcome, id + ":outcome");
    if (is_past) add_outcome(steps, id, region);
    scene.add(std::move(region));
    return scene;
  }

  Element speaker(const CastMember& member, const std::string& id) const {
    Element speaker = make(Role::kSpeaker, id + ":speaker");
    if (!member.portrait.src.empty()) {
      speaker.add(view_picture(member.portrait, id + ":portrait", parts_.context.state, parts_.context.interface));
    }
    speaker.add(make(Role::kSpeakerName, id + ":name", plain(member.name)));
    if (!member.role.empty()) speaker.add(make(Role::kSpeakerRole, id + ":role", plain(member.role)));
    return speaker;
  }

  void add_blocks(const Node& node, const std::string& id, Element& scene) const {
    std::map<std::string_view, int> ordinals;
    for (const content::Block& block : node.blocks) {
      const std::string_view type = content::type_name(block.content);
      BlockContext context = parts_.context;
      context.id = id + "-" + std::string(type) + "-" + std::to_string(++ordinals[type]);
      scene.add(view_block(block, context));
    }
  }

  Element choices(const Node& node) const {
    Element choices = make(Role::kChoices, id_ + ":choices");
    choices.set(Attribute::kLabelledBy, id_ + ":choices-title");
    choices.add(make(Role::kChoicesTitle, id_ + ":choices-title", plain(parts_.phrase("choices-title"))));
    for (const Choice& choice : node.choices) {
      if (!content::is_offered(choice, progress_.state())) continue;
      choices.add(make(Role::kChoice, id_ + "/" + node.id + "/" + choice.id + ":take", choice.text));
    }
    return choices;
  }

  // What came of the choice, in words: the author's, and how each meter moved.
  void add_outcome(std::size_t step, const std::string& id, Element& region) const {
    const Choice& choice = parts_.choice_of(progress_.steps()[step]);
    if (scenario_.feedback == content::FeedbackTime::kAtOnce && !choice.feedback.empty()) {
      region.add(make(Role::kTold, id + ":told", choice.feedback));
    }
    const ScenarioState before = progress_.state_before(step);
    const ScenarioState after = progress_.state_before(step + 1);
    for (std::size_t i = 0; i < scenario_.variables.size(); ++i) {
      const Variable& variable = scenario_.variables[i];
      if (variable.label.empty() || before.values[i] == after.values[i]) continue;
      region.add(make(Role::kMeterChange, id + ":change-" + variable.name,
                      plain(parts_.phrase("meter-change", {{"name", variable.label},
                                                           {"before", std::to_string(before.values[i])},
                                                           {"after", std::to_string(after.values[i])}}))));
    }
  }

  void add_meters(Element& card) const {
    Element meters = make(Role::kMeters, id_ + ":meters");
    for (std::size_t i = 0; i < scenario_.variables.size(); ++i) {
      const Variable& variable = scenario_.variables[i];
      if (variable.label.empty()) continue;
      const std::string id = id_ + ":meter-" + variable.name;
      const std::string value = std::to_string(progress_.state().values[i]);
      Element label = make(Role::kMeterLabel, id + "-label",
                           plain(parts_.phrase("meter-value", {{"name", variable.label}, {"value", value}})));
      label.set(Attribute::kFor, id);
      Element meter = make(Role::kMeter, id);
      meter.set(Attribute::kMin, std::to_string(variable.min)).set(Attribute::kMax, std::to_string(variable.max));
      meter.set(Attribute::kValue, value);
      meters.add(std::move(label)).add(std::move(meter));
    }
    if (!meters.children.empty()) card.add(std::move(meters));
  }

  Element ending(const content::Ending& ending, const std::string& id) const {
    const std::string_view kind = content::kEndingKinds[static_cast<std::size_t>(ending.kind)];
    Element card = make(Role::kEnding, id);
    card.set(Attribute::kTone, kind);
    card.add(make(Role::kEndingKind, id + ":kind", plain(parts_.phrase("ending-" + std::string(kind)))));
    card.add(make(Role::kSceneTitle, id + ":title", plain(ending.title)));
    card.add(make(Role::kParagraph, id + ":text", ending.text));
    const std::string points = std::to_string(progress_.points());
    const std::string most = std::to_string(scenario_.most_points);
    if (scenario_.most_points > 0) {
      card.add(make(Role::kEndingNote, id + ":points",
                    plain(parts_.phrase("scenario-points", {{"points", points}, {"all", most}}))));
    }
    card.add(make(Role::kEndingNote, id + ":found",
                  plain(parts_.phrase("endings-found", {{"found", std::to_string(progress_.endings_seen())},
                                                        {"all", std::to_string(scenario_.endings.size())}}))));
    return card;
  }

  Element actions() const {
    Element actions = make(Role::kActions, id_ + ":actions");
    if (!progress_.has_ended() && progress_.can_return_to(progress_.steps().size() - 1)) {
      actions.add(make(Role::kButton, id_ + ":back", plain(parts_.phrase("scenario-back"))));
    }
    actions.add(make(Role::kButton, id_ + ":restart", plain(parts_.phrase("scenario-restart"))));
    return actions;
  }

  // The whole scenario as a book of numbered paragraphs would have it, for a page whose engine does not come.
  Element everything() const {
    Element details = make(Role::kAnswer, id_ + ":answer");
    details.add(make(Role::kAnswerSummary, id_ + ":answer-summary", plain(parts_.phrase("scenario-read"))));
    Element list = make(Role::kAnswerList, id_ + ":answer-list");
    for (std::size_t i = 0; i < scenario_.nodes.size(); ++i) {
      const Node& node = scenario_.nodes[i];
      const std::string id = id_ + "/" + node.id + ":answer";
      Element item = make(Role::kAnswerItem, id, said(parts_.title_of(static_cast<int>(i)), node.text));
      add_blocks(node, id, item);
      Element ways = make(Role::kAnswerList, id + "-ways");
      for (const Choice& choice : node.choices)
        ways.add(way(choice, id_ + "/" + node.id + "/" + choice.id + ":answer"));
      item.add(std::move(ways));
      list.add(std::move(item));
    }
    for (const content::Ending& ending : scenario_.endings) {
      list.add(make(Role::kAnswerItem, id_ + "/" + ending.id + ":answer", said(ending.title, ending.text)));
    }
    details.add(std::move(list));
    return details;
  }

  // A choice, on what it depends, what it changes, and a link to where it leads.
  Element way(const Choice& choice, const std::string& id) const {
    RichText text;
    if (choice.condition.is_there()) {
      append(text, {.text = parts_.phrase("only-if") + " "});
      append(text, {.text = choice.condition.source, .code = true});
      append(text, {.text = ": "});
    }
    text.insert(text.end(), choice.text.begin(), choice.text.end());
    append(text, {.text = " → "});
    append(text, {.text = parts_.title_of(choice.target), .href = "#" + id_ + "/" + choice.target_id + ":answer"});
    if (!choice.feedback.empty()) append(text, {.text = " — "});
    text.insert(text.end(), choice.feedback.begin(), choice.feedback.end());
    for (const content::Effect& effect : choice.effects) {
      append(text, {.text = " "});
      append(text, {.text = effect.value.source, .code = true});
    }
    return make(Role::kAnswerItem, id, std::move(text));
  }

  const ScenarioParts& parts_;
  const Scenario& scenario_;
  const learning::ScenarioProgress& progress_;
  const std::string& id_;
};

}  // namespace

std::string ScenarioParts::title_of(int place) const {
  if (content::is_ending(scenario, place)) return content::ending_at(scenario, place).title;
  const std::string& title = content::node_at(scenario, place).title;
  return title.empty() ? phrase("scene-number", {{"number", std::to_string(place + 1)}}) : title;
}

Element view_scenario(const content::ScenarioBlock& block, const BlockContext& context) {
  if (const learning::ScenarioProgress* progress = context.progress.scenario(context.id)) {
    return ScenarioView({block.scenario, context, *progress}).view();
  }
  const learning::ScenarioProgress untouched(block.scenario);
  return ScenarioView({block.scenario, context, untouched}).view();
}

}  // namespace bytes::view
