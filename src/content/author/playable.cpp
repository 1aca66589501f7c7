#include "content/author/playable.h"

#include <string_view>
#include <variant>
#include <vector>

#include "base/json_writer.h"
#include "content/names.h"

namespace bytes::content {
namespace {

// Each writes one member and leaves out what the reader assumes anyway.
class PlayableWriter {
 public:
  std::string write(const Byte& byte) {
    json_.begin_object();
    json_.key("format");
    json_.integer(1);
    words("needs", byte.needs);
    letters("id", byte.id);
    words("formerly", byte.formerly);
    letters("title", byte.title);
    letters("summary", byte.summary);
    letters("objective", byte.objective);
    letters("language", byte.language);
    number("minutes", byte.minutes, 0);
    letters("level", byte.level);
    words("topics", byte.topics);
    words("skills", byte.skills);
    if (!byte.cover.src.empty()) {
      json_.key("cover");
      json_.begin_object();
      picture(byte.cover);
      json_.end_object();
    }
    if (!byte.author.name.empty()) {
      json_.key("author");
      json_.begin_object();
      letters("name", byte.author.name);
      letters("role", byte.author.role);
      if (!byte.author.portrait.src.empty()) {
        json_.key("portrait");
        json_.begin_object();
        picture(byte.author.portrait);
        json_.end_object();
      }
      text("text", byte.author.text);
      json_.end_object();
    }
    list("credits", byte.credits, [&](const Credit& credit) {
      json_.begin_object();
      text("text", credit.text);
      json_.end_object();
    });
    letters("license", byte.license);
    flag("listed", byte.listed, true);
    list("next", byte.next, [&](const NextByte& next) {
      json_.begin_object();
      letters("byte", next.id);
      letters("title", next.title);
      number("minutes", next.minutes, 0);
      flag("roadmap", next.is_roadmap, false);
      json_.end_object();
    });
    if (byte.cost != Cost()) {
      json_.key("cost");
      json_.begin_object();
      number("text", byte.cost.text, 0);
      number("pictures", byte.cost.pictures, 0);
      number("video", byte.cost.video, 0);
      number("sound", byte.cost.sound, 0);
      json_.end_object();
    }
    list("editions", byte.editions, [&](const Edition& edition) {
      json_.begin_object();
      letters("language", edition.language);
      letters("name", edition.name);
      letters("href", edition.href);
      json_.end_object();
    });
    list("sections", byte.sections, [&](const Section& section) {
      json_.begin_object();
      letters("id", section.id);
      text("title", section.title);
      flag("gate", section.gate, false);
      list("blocks", section.blocks, [&](const Block& each) { block(each); });
      json_.end_object();
    });
    json_.end_object();
    return json_.take();
  }

 private:
  void letters(std::string_view name, std::string_view value) {
    if (value.empty()) return;
    json_.key(name);
    json_.string(value);
  }

  void number(std::string_view name, int value, int usual) {
    if (value == usual) return;
    json_.key(name);
    json_.integer(value);
  }

  void flag(std::string_view name, bool value, bool usual) {
    if (value == usual) return;
    json_.key(name);
    json_.boolean(value);
  }

  template <class Item, class Write>
  void list(std::string_view name, const std::vector<Item>& items, Write write) {
    if (items.empty()) return;
    json_.key(name);
    json_.begin_array();
    for (const Item& item : items) write(item);
    json_.end_array();
  }

  // An object with a member for each, which goes by its id or name.
  template <class Item, class Write>
  void named(std::string_view name, const std::vector<Item>& items, Write write) {
    if (items.empty()) return;
    json_.key(name);
    json_.begin_object();
    for (const Item& item : items) {
      if constexpr (requires { item.id; }) {
        json_.key(item.id);
      } else {
        json_.key(item.name);
      }
      json_.begin_object();
      write(item);
      json_.end_object();
    }
    json_.end_object();
  }

  void words(std::string_view name, const std::vector<std::string>& values) {
    list(name, values, [&](const std::string& value) { json_.string(value); });
  }

  void texts(std::string_view name, const std::vector<RichText>& values) {
    list(name, values, [&](const RichText& value) { runs(value); });
  }

  void text(std::string_view name, const RichText& value) {
    if (value.empty()) return;
    json_.key(name);
    runs(value);
  }

  void runs(const RichText& value) {
    if (value.size() == 1 && is_unmarked(value[0])) return json_.string(value[0].text);
    json_.begin_array();
    for (const Run& each : value) run(each);
    json_.end_array();
  }

  static bool is_unmarked(const Run& run) { return have_same_marks(run, Run()); }

  void run(const Run& value) {
    if (is_unmarked(value)) return json_.string(value.text);
    json_.begin_object();
    letters("text", value.text);
    flag("strong", value.strong, false);
    flag("emphasis", value.emphasis, false);
    flag("code", value.code, false);
    letters("href", value.href);
    letters("language", value.language);
    json_.end_object();
  }

  void size(int width, int height) {
    number("width", width, 0);
    number("height", height, 0);
  }

  void file(const File& value) {
    letters("src", value.src);
    number("bytes", value.bytes, 0);
  }

  void file(std::string_view name, const File& value) {
    if (value.src.empty()) return;
    json_.key(name);
    json_.begin_object();
    file(value);
    json_.end_object();
  }

  void recording(const Recording& value) {
    file(value);
    list("tracks", value.tracks, [&](const Track& track) {
      json_.begin_object();
      file(track);
      letters("language", track.language);
      letters("label", track.label);
      json_.end_object();
    });
    texts("transcript", value.transcript);
    text("caption", value.caption);
    text("credit", value.credit);
  }

  void picture(const Picture& value) {
    file(value);
    letters("alt", value.alt);
    flag("decorative", value.decorative, false);
    text("caption", value.caption);
    text("credit", value.credit);
    size(value.width, value.height);
    file("still", value.still);
  }

  void block(const Block& value) {
    json_.begin_object();
    letters("type", type_name(value.content));
    letters("id", value.id);
    letters("language", value.language);
    std::visit([&](const auto& content) { write_content(content); }, value.content);
    json_.end_object();
  }

  void write_content(const TextBlock& block) { text("text", block.text); }

  void write_content(const SubheadingBlock& block) { text("text", block.text); }

  void write_content(const ListBlock& block) {
    if (block.style != ListStyle()) letters("style", kListStyles[static_cast<std::size_t>(block.style)]);
    text("lead", block.lead);
    texts("items", block.items);
  }

  void write_content(const CalloutBlock& block) {
    letters("style", kCalloutStyles[static_cast<std::size_t>(block.style)]);
    text("title", block.title);
    text("text", block.text);
  }

  void write_content(const ImageBlock& block) { picture(block.picture); }

  void write_content(const VideoBlock& block) {
    recording(block.recording);
    file("poster", block.poster);
    size(block.width, block.height);
  }

  void write_content(const AudioBlock& block) { recording(block.recording); }

  void write_content(const PictureStoryBlock& block) {
    list("pictures", block.pictures, [&](const Picture& each) {
      json_.begin_object();
      picture(each);
      json_.end_object();
    });
    if (block.sound.src.empty()) return;
    json_.key("sound");
    json_.begin_object();
    recording(block.sound);
    json_.end_object();
  }

  void write_content(const EmbedBlock& block) {
    letters("src", block.src);
    letters("title", block.title);
    text("text", block.text);
    size(block.width, block.height);
  }

  void write_content(const TableBlock& block) {
    text("caption", block.caption);
    texts("header", block.header);
    list("rows", block.rows, [&](const std::vector<RichText>& row) {
      json_.begin_array();
      for (const RichText& cell : row) {
        if (cell.empty()) {
          json_.string("");
        } else {
          runs(cell);
        }
      }
      json_.end_array();
    });
  }

  void write_content(const CompareBlock& block) {
    list("sides", block.sides, [&](const CompareSide& side) {
      json_.begin_object();
      text("title", side.title);
      texts("items", side.items);
      json_.end_object();
    });
  }

  void write_content(const QuoteBlock& block) {
    text("text", block.text);
    text("by", block.by);
  }

  void write_content(const StepsBlock& block) {
    list("steps", block.steps, [&](const Step& step) {
      json_.begin_object();
      text("title", step.title);
      text("text", step.text);
      json_.end_object();
    });
  }

  void write_content(const LinkCardBlock& block) {
    letters("href", block.href);
    text("title", block.title);
    text("text", block.text);
  }

  void write_content(const DividerBlock&) {}

  void write_content(const ChecklistBlock& block) {
    text("lead", block.lead);
    list("items", block.items, [&](const ChecklistItem& item) {
      json_.begin_object();
      letters("id", item.id);
      text("text", item.text);
      json_.end_object();
    });
  }

  void write_content(const ReflectionBlock& block) {
    text("prompt", block.prompt);
    text("example", block.example);
  }

  void write_content(const Question& question) {
    const Question usual;
    letters("kind", kQuestionKinds[static_cast<std::size_t>(question.kind)]);
    text("prompt", question.prompt);
    list("groups", question.groups, [&](const Group& group) {
      json_.begin_object();
      letters("id", group.id);
      text("text", group.text);
      json_.end_object();
    });
    texts("axes", question.axes);
    text("panel", question.panel);
    list("options", question.options, [&](const Option& option) {
      json_.begin_object();
      letters("id", option.id);
      text("text", option.text);
      flag("correct", option.correct, false);
      letters("group", option.group);
      texts("fares", option.fares);
      text("feedback", option.feedback);
      text("feedback-if-not-chosen", option.feedback_if_not_chosen);
      json_.end_object();
    });
    texts("hints", question.hints);
    text("explanation", question.explanation);
    number("attempts", question.attempts, usual.attempts);
    number("points", question.points, usual.points);
    flag("shuffle", question.shuffle, usual.shuffle);
    flag("required", question.required, usual.required);
  }

  // With all that its file holds: the player loads no second file.
  void write_content(const ScenarioBlock& block) {
    flag("required", block.required, true);
    const Scenario& scenario = block.scenario;
    if (scenario.start < 0) return;  // Whose file was not read, or has errors.
    letters("title", scenario.title);
    text("text", scenario.text);
    if (scenario.feedback != FeedbackTime()) {
      letters("feedback", kFeedbackTimes[static_cast<std::size_t>(scenario.feedback)]);
    }
    number("most-points", scenario.most_points, 0);
    list("cast", scenario.cast, [&](const CastMember& member) {
      json_.begin_object();
      letters("id", member.id);
      letters("name", member.name);
      letters("role", member.role);
      if (!member.portrait.src.empty()) {
        json_.key("portrait");
        json_.begin_object();
        picture(member.portrait);
        json_.end_object();
      }
      json_.end_object();
    });
    named("variables", scenario.variables, [&](const Variable& variable) { write_variable(variable); });
    letters("start", node_at(scenario, scenario.start).id);
    named("nodes", scenario.nodes, [&](const Node& node) { write_node(scenario, node); });
    named("endings", scenario.endings, [&](const Ending& ending) {
      letters("kind", kEndingKinds[static_cast<std::size_t>(ending.kind)]);
      letters("title", ending.title);
      text("text", ending.text);
    });
  }

  void write_variable(const Variable& variable) {
    letters("type", kValueTypes[static_cast<std::size_t>(variable.type)]);
    json_.key("start");
    switch (variable.type) {
      case ValueType::kInteger: json_.integer(variable.start); break;
      case ValueType::kBoolean: return json_.boolean(variable.start != 0);
      case ValueType::kOneOf: json_.string(variable.values[static_cast<std::size_t>(variable.start)]); break;
    }
    if (variable.type == ValueType::kOneOf) return words("values", variable.values);
    json_.key("min");
    json_.integer(variable.min);
    json_.key("max");
    json_.integer(variable.max);
    letters("label", variable.label);
  }

  void write_node(const Scenario& scenario, const Node& node) {
    letters("title", node.title);
    if (node.speaker >= 0) letters("speaker", scenario.cast[static_cast<std::size_t>(node.speaker)].id);
    text("text", node.text);
    list("blocks", node.blocks, [&](const Block& each) { block(each); });
    flag("back", node.can_go_back, true);
    list("choices", node.choices, [&](const Choice& choice) {
      json_.begin_object();
      letters("id", choice.id);
      text("text", choice.text);
      letters("if", choice.condition.source);
      list("set", choice.effects, [&](const Effect& effect) { json_.string(effect.value.source); });
      text("feedback", choice.feedback);
      number("points", choice.points, 0);
      letters("goto", choice.target_id);
      json_.end_object();
    });
  }

  void write_content(const UnknownBlock& block) { text("fallback", block.fallback); }

  JsonWriter json_;
};

}  // namespace

std::string write_playable(const Byte& byte) { return PlayableWriter().write(byte); }

}  // namespace bytes::content
