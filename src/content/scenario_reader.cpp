#include "content/scenario_reader.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "content/block_reader.h"
#include "content/model.h"
#include "content/names.h"

namespace bytes::content {
namespace {

constexpr int kFarthestValue = 1'000'000;
constexpr int kMostPoints = 100;
// Members of the cast, variables, values of one: more than any story needs, and few enough to be looked for one by one.
constexpr std::size_t kMostNamed = 100;

class ScenarioReader {
 public:
  ScenarioReader(Reading& reading, Fields& fields, Scenario& scenario)
      : reading_(reading), fields_(fields), scenario_(scenario) {}

  void read() {
    fields_.letters("title", scenario_.title, Need::kRequired);
    fields_.text("text", scenario_.text);
    fields_.choice("feedback", {"feedback time", kFeedbackTimes}, scenario_.feedback);
    fields_.integer("most-points", scenario_.most_points, 0, 1'000'000);
    read_cast();
    read_variables();
    // Names first: what a choice leads to may come later.
    const JsonValue* nodes = fields_.take("nodes", JsonValue::Kind::kObject, Need::kRequired);
    const JsonValue* endings = fields_.take("endings", JsonValue::Kind::kObject, Need::kRequired);
    if (nodes) add_names(*nodes, fields_.at("nodes", *nodes));
    if (endings) add_names(*endings, fields_.at("endings", *endings));
    has_all_names_ = nodes && endings;
    if (nodes) read_nodes(*nodes, fields_.at("nodes", *nodes));
    if (endings) read_endings(*endings, fields_.at("endings", *endings));
    std::string start;
    fields_.id("start", start, Need::kRequired);
    if (nodes && !nodes->members.empty() && !start.empty())
      scenario_.start = place_of(start, "start", fields_, scenario_.nodes.size());
    if (const JsonValue* value = fields_.value().find("start")) scenario_.start_position = Origin(value->position);
  }

 private:
  void check_length(std::string_view name, const Fields& fields) {
    const JsonValue* list = fields.value().find(name);
    const std::size_t length = list ? list->items.size() + list->members.size() : 0;
    if (length <= kMostNamed) return;
    reading_.error(fields.at(name, *list), codes::kListTooLong, {std::to_string(length), std::to_string(kMostNamed)});
  }

  void read_cast() {
    NameTable ids;
    check_length("cast", fields_);
    fields_.each("cast", Need::kOptional, [&](const JsonValue& value, const Place& place) {
      if (scenario_.cast.size() == kMostNamed) return;
      Fields fields(reading_, value, place);
      CastMember& member = scenario_.cast.emplace_back();
      fields.unique_id(member.id, ids, Need::kRequired);
      fields.letters("name", member.name, Need::kRequired);
      fields.letters("role", member.role);
      read_picture_in(reading_, fields, "portrait", member.portrait);
      fields.report_unknown("a member of the cast");
    });
  }

  void read_variables() {
    const JsonValue* variables = fields_.take("variables", JsonValue::Kind::kObject);
    if (!variables) return;
    const Place place = fields_.at("variables", *variables);
    check_length("variables", fields_);
    for (const JsonMember& member : variables->members) {
      if (scenario_.variables.size() < kMostNamed) read_variable(member, place);
    }
    for (std::size_t i = 0; i < scenario_.variables.size(); ++i) {
      const JsonMember& member = variables->members[i];
      if (!scenario_.variables[i].values.empty()) check_values(member.value, {&place, member.key, -1, member.position});
    }
  }

  // A bare name in an expression means one thing only.
  void check_values(const JsonValue& variable, const Place& place) {
    const JsonValue& values = *variable.find("values");
    const Place values_place = {&place, "values", -1, values.position};
    for (std::size_t i = 0; i < std::min(values.items.size(), kMostNamed); ++i) {
      const JsonValue& value = values.items[i];
      const auto same = std::find_if(scenario_.variables.begin(), scenario_.variables.end(),
                                     [&](const Variable& other) { return other.name == value.string; });
      if (same == scenario_.variables.end()) continue;
      reading_.error({&values_place, {}, static_cast<int>(i), value.position}, codes::kIdDuplicate,
                     {value.string, std::to_string(same->position.line), std::to_string(same->position.column)});
    }
  }

  void read_variable(const JsonMember& member, const Place& variables) {
    const Place place = {&variables, member.key, -1, member.position};
    Fields fields(reading_, member.value, place);
    Variable& variable = scenario_.variables.emplace_back();
    variable.name = member.key;
    variable.position = Origin(member.position);
    if (!is_variable_name(member.key)) reading_.error(place, codes::kVariableName, {member.key});
    fields.choice("type", {"type of variable", kValueTypes}, variable.type, Need::kRequired);
    if (!fields.is_complete()) {
      // What its other fields should be, and how expressions may use it, depends on this. Not known to a lenient reader
      // either, who said nothing.
      has_all_types_ = false;
      fields_.set_incomplete();
      return;
    }
    switch (variable.type) {
      case ValueType::kInteger: {
        fields.integer("min", variable.min, -kFarthestValue, kFarthestValue, Need::kRequired);
        fields.integer("max", variable.max, -kFarthestValue, kFarthestValue, Need::kRequired);
        const bool is_turned = fields.is_complete() && variable.min > variable.max;
        if (is_turned) {
          reading_.error(fields.at("min", *member.value.find("min")), codes::kRangeTurned,
                         {std::to_string(variable.min), std::to_string(variable.max)});
        }
        // Without a range there is nothing to compare with, and its lack has been reported.
        const bool has_range = fields.is_complete() && !is_turned;
        fields.integer("start", variable.start, has_range ? variable.min : -kFarthestValue,
                       has_range ? variable.max : kFarthestValue, Need::kRequired);
        fields.letters("label", variable.label);
        break;
      }
      case ValueType::kBoolean: {
        bool start = false;
        fields.boolean("start", start, Need::kRequired);
        variable.start = start;
        variable.max = 1;
        break;
      }
      case ValueType::kOneOf: read_values(fields, variable);
    }
    fields.report_unknown("a variable of type " + std::string(kValueTypes[static_cast<std::size_t>(variable.type)]));
  }

  void read_values(Fields& fields, Variable& variable) {
    NameTable names;
    check_length("values", fields);
    fields.each("values", Need::kRequired, [&](const JsonValue& value, const Place& place) {
      if (variable.values.size() == kMostNamed) return;
      if (!value.is_string()) return reading_.wrong_type(value, place, JsonValue::Kind::kString);
      if (!is_variable_name(value.string)) reading_.error(place, codes::kVariableName, {value.string});
      if (const Position* first = names.add(value.string, value.position)) {
        reading_.error(place, codes::kIdDuplicate,
                       {value.string, std::to_string(first->line), std::to_string(first->column)});
      }
      variable.values.push_back(value.string);
    });
    variable.max = std::max(0, static_cast<int>(variable.values.size()) - 1);
    if (variable.values.empty()) has_all_types_ = false;
    const JsonValue* start = fields.take("start", JsonValue::Kind::kString, Need::kRequired);
    if (!start || variable.values.empty()) return;
    const auto found = std::find(variable.values.begin(), variable.values.end(), start->string);
    if (found != variable.values.end()) {
      variable.start = static_cast<int>(found - variable.values.begin());
    } else {
      const std::vector<std::string_view> known(variable.values.begin(), variable.values.end());
      reading_.error(fields.at("start", *start), codes::kValueUnknown, {"value", start->string}, known);
    }
  }

  // The places of all that is named in `object`, which come behind those that are there.
  void add_names(const JsonValue& object, const Place& place) {
    if (object.members.empty()) reading_.error(place, codes::kListEmpty);
    const std::size_t before = positions_.size();
    for (const JsonMember& member : object.members) {
      const Place member_place = {&place, member.key, -1, member.position};
      if (!is_id(member.key)) reading_.error(member_place, codes::kIdInvalid, {member.key});
      const auto [known, is_new] = places_.try_emplace(member.key, positions_.size());
      positions_.push_back(member.position);
      names_.push_back(member.key);
      if (is_new) continue;
      fields_.set_incomplete();
      // Two of one object were reported when the file was read.
      const Position first = positions_[known->second];
      if (known->second < before) {
        reading_.error(member_place, codes::kIdDuplicate,
                       {member.key, std::to_string(first.line), std::to_string(first.column)});
      }
    }
  }

  // -1, after a report, when nothing among the first `count` places goes by that name.
  int place_of(const std::string& name, std::string_view field, Fields& fields, std::size_t count) {
    const auto found = places_.find(name);
    if (found != places_.end() && found->second < count) return static_cast<int>(found->second);
    reading_.error(fields.at(field, *fields.value().find(field)), codes::kGotoUnknown, {name},
                   std::span(names_).first(count));
    return -1;
  }

  void read_nodes(const JsonValue& nodes, const Place& nodes_place) {
    NameTable block_ids;
    scenario_.nodes.reserve(nodes.members.size());
    for (const JsonMember& member : nodes.members) {
      const Place place = {&nodes_place, member.key, -1, member.position};
      Node& node = scenario_.nodes.emplace_back();
      node.id = member.key;
      node.position = Origin(member.position);
      read_node(member.value, place, block_ids, node);
    }
  }

  void read_node(const JsonValue& value, const Place& place, NameTable& block_ids, Node& node) {
    Fields fields(reading_, value, place);
    fields.letters("title", node.title);
    read_speaker(fields, node);
    const bool has_blocks = fields.has("blocks");
    fields.text("text", node.text, has_blocks ? Need::kOptional : Need::kRequired);
    if (has_blocks && fields.has("text")) {
      reading_.error(fields.at("text", *value.find("text")), codes::kNodeTextAndBlocks);
    }
    fields.each("blocks", Need::kOptional, [&](const JsonValue& item, const Place& block_place) {
      Block& block = node.blocks.emplace_back();
      read_block(reading_, item, block_place, block_ids, block);
      if (!is_kept(type_name(block.content))) return;
      reading_.error(block_place, codes::kNodeBlockKept, {type_name(block.content)});
    });
    fields.boolean("back", node.can_go_back);
    NameTable choice_ids;
    fields.each("choices", Need::kRequired, [&](const JsonValue& item, const Place& choice_place) {
      read_choice(item, choice_place, choice_ids, node.choices.emplace_back());
    });
    fields.report_unknown("a scene");
  }

  void read_speaker(Fields& fields, Node& node) {
    std::string speaker;
    fields.id("speaker", speaker);
    if (speaker.empty()) return;
    std::vector<std::string_view> known;
    for (const CastMember& member : scenario_.cast) {
      if (member.id == speaker) node.speaker = static_cast<int>(&member - scenario_.cast.data());
      if (!member.id.empty()) known.push_back(member.id);
    }
    // Without a cast that could be read there is nothing to compare with, and that has been reported.
    if (node.speaker >= 0 || (known.empty() && fields_.has("cast"))) return;
    reading_.error(fields.at("speaker", *fields.value().find("speaker")), codes::kSpeakerUnknown, {speaker}, known);
  }

  void read_choice(const JsonValue& value, const Place& place, NameTable& ids, Choice& choice) {
    Fields fields(reading_, value, place);
    choice.position = Origin(place.position);
    fields.unique_id(choice.id, ids, Need::kRequired);
    fields.text("text", choice.text, Need::kRequired);
    if (const JsonValue* condition = fields.take("if", JsonValue::Kind::kString)) {
      ExpressionProblem problem;
      choice.condition.position = Origin(condition->position);
      if (has_all_types_ && !parse_condition(condition->string, scenario_.variables, choice.condition, problem)) {
        report(problem, *condition, fields.at("if", *condition));
      }
    }
    fields.each("set", Need::kOptional, [&](const JsonValue& item, const Place& effect_place) {
      if (!item.is_string()) return reading_.wrong_type(item, effect_place, JsonValue::Kind::kString);
      if (!has_all_types_) return;
      ExpressionProblem problem;
      Effect effect;
      effect.value.position = Origin(item.position);
      if (parse_effect(item.string, scenario_.variables, effect, problem)) {
        choice.effects.push_back(std::move(effect));
      } else {
        report(problem, item, effect_place);
      }
    });
    fields.text("feedback", choice.feedback);
    fields.integer("points", choice.points, -kMostPoints, kMostPoints);
    fields.id("goto", choice.target_id, Need::kRequired);
    if (has_all_names_ && !choice.target_id.empty())
      choice.target = place_of(choice.target_id, "goto", fields, positions_.size());
    fields.report_unknown("a choice");
  }

  // Points at the character, as far as the string is written without escapes.
  void report(const ExpressionProblem& problem, const JsonValue& value, Place place) {
    const std::string_view before = std::string_view(value.string).substr(0, problem.offset);
    place.position.column += 1 + static_cast<int>(std::count_if(before.begin(), before.end(), [](char c) {
                               return (static_cast<unsigned char>(c) & 0xc0) != 0x80;
                             }));
    std::vector<std::string_view> more(problem.details.begin(), problem.details.end());
    more.insert(more.end(), problem.known.begin(), problem.known.end());
    reading_.error(place, problem.code, {}, more);
  }

  void read_endings(const JsonValue& endings, const Place& endings_place) {
    scenario_.endings.reserve(endings.members.size());
    for (const JsonMember& member : endings.members) {
      const Place place = {&endings_place, member.key, -1, member.position};
      Fields fields(reading_, member.value, place);
      Ending& ending = scenario_.endings.emplace_back();
      ending.id = member.key;
      ending.position = Origin(member.position);
      fields.choice("kind", {"kind of ending", kEndingKinds}, ending.kind);
      fields.letters("title", ending.title, Need::kRequired);
      fields.text("text", ending.text, Need::kRequired);
      fields.report_unknown("an ending");
    }
  }

  Reading& reading_;
  Fields& fields_;
  Scenario& scenario_;
  std::unordered_map<std::string_view, std::size_t> places_;
  std::vector<Position> positions_;  // By place.
  std::vector<std::string_view> names_;
  // When something is missing from these, what refers to it is not to blame.
  bool has_all_names_ = false;
  bool has_all_types_ = true;
};

}  // namespace

void read_scenario_fields(Reading& reading, Fields& fields, Scenario& scenario) {
  const int errors_before = reading.errors();
  ScenarioReader(reading, fields, scenario).read();
  if (reading.errors() > errors_before) fields.set_incomplete();
  if (!fields.is_complete()) scenario.start = -1;
}

std::optional<Scenario> read_scenario(std::string_view text, std::string_view file, const ReadOptions& options,
                                      Diagnostics& diagnostics) {
  const JsonValue root = parse_json(text, file, diagnostics);
  if (!root.was_read()) return std::nullopt;
  Reading reading(file, options, diagnostics);
  const Place place = {nullptr, {}, -1, root.position};
  Fields fields(reading, root, place);
  if (!fields.format()) return std::nullopt;
  Scenario scenario;
  read_scenario_fields(reading, fields, scenario);
  fields.report_unknown("a scenario");
  // Names used twice were reported by the parser.
  if (diagnostics.has_errors()) scenario.start = -1;
  return scenario;
}

std::string_view scenario_name(std::string_view file) {
  constexpr std::string_view kEnding = ".scenario.json";
  file.remove_prefix(file.rfind('/') + 1);
  if (file.size() <= kEnding.size() || file.substr(file.size() - kEnding.size()) != kEnding) return {};
  return file.substr(0, file.size() - kEnding.size());
}

}  // namespace bytes::content
