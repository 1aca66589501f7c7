#include "content/author/playable.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <variant>
#include <vector>

#include "base/json_writer.h"
#include "content/decimal_text.h"
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
    picture_in("cover", byte.cover);
    if (!byte.author.name.empty()) {
      json_.key("author");
      json_.begin_object();
      letters("name", byte.author.name);
      letters("role", byte.author.role);
      picture_in("portrait", byte.author.portrait);
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
      letters("href", next.href);
      letters("language", next.language);
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
    if (!value.gap.empty()) {
      letters("gap", value.gap);
      return json_.end_object();
    }
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

  void decimal(std::string_view name, std::int64_t value, std::int64_t parts) {
    json_.key(name);
    json_.raw(decimal_text(value, parts));
  }

  // In percent of a picture.
  void percent(std::string_view name, int thousandths) { decimal(name, thousandths, 10); }

  void picture_in(std::string_view name, const Picture& value) {
    if (value.src.empty()) return;
    json_.key(name);
    json_.begin_object();
    picture(value);
    json_.end_object();
  }

  void options(const std::vector<Option>& all) {
    list("options", all, [&](const Option& option) {
      json_.begin_object();
      letters("id", option.id);
      text("text", option.text);
      flag("correct", option.correct, false);
      letters("group", option.group);
      texts("fares", option.fares);
      if (option.area != Area()) {
        percent("x", option.area.x);
        percent("y", option.area.y);
        percent("width", option.area.width);
        percent("height", option.area.height);
      }
      text("feedback", option.feedback);
      text("feedback-if-not-chosen", option.feedback_if_not_chosen);
      json_.end_object();
    });
  }

  template <class Groups>
  void groups(std::string_view name, const Groups& all) {
    if (all.empty()) return;
    json_.key(name);
    json_.begin_array();
    for (const Group& group : all) {
      json_.begin_object();
      letters("id", group.id);
      text("text", group.text);
      json_.end_object();
    }
    json_.end_array();
  }

  // `write(reply)` writes what it is to.
  template <class Write>
  void replies(const std::vector<Reply>& all, Write write) {
    list("replies", all, [&](const Reply& reply) {
      json_.begin_object();
      write(reply);
      text("text", reply.text);
      json_.end_object();
    });
  }

  // What the learner answers by, in the fields of its kind.
  void answers(const Question& question) {
    switch (question.kind) {
      case QuestionKind::kTrueFalse:
        json_.key("correct");
        json_.boolean(question.options.front().correct);
        text("feedback-true", question.options.front().feedback);
        return text("feedback-false", question.options.back().feedback);
      case QuestionKind::kScale:
        letters_as_number("from", question.options.front().id);
        letters_as_number("to", question.options.back().id);
        text("low", question.low);
        text("high", question.high);
        return replies(question.replies, [&](const Reply& reply) {
          json_.key("from");
          json_.integer(reply.from);
          json_.key("to");
          json_.integer(reply.to);
        });
      case QuestionKind::kMatch: return pairs(question);
      case QuestionKind::kBlanks:
        text("text", question.text);
        return list("gaps", question.gaps, [&](const Gap& gap) {
          json_.begin_object();
          letters("id", gap.id);
          words("accept", gap.accept);
          flag("exact", gap.exact, false);
          options(gap.options);
          text("feedback", gap.feedback);
          json_.end_object();
        });
      case QuestionKind::kShort:
        words("accept", question.accept);
        flag("exact", question.exact, false);
        return replies(question.replies, [&](const Reply& reply) { words("to", reply.words); });
      case QuestionKind::kNumber:
        decimal("answer", question.answer, kMillion);
        if (question.tolerance > 0) decimal("tolerance", question.tolerance, kMillion);
        letters("unit", question.unit);
        return replies(question.replies, [&](const Reply& reply) { decimal("to", reply.number, kMillion); });
      default:
        groups("groups", question.groups);
        texts("axes", question.axes);
        text("panel", question.panel);
        flag("many", question.many, false);
        return options(question.options);
    }
  }

  void letters_as_number(std::string_view name, const std::string& digits) {
    json_.key(name);
    json_.raw(digits);
  }

  void pairs(const Question& question) {
    json_.key("pairs");
    json_.begin_array();
    for (std::size_t i = 0; i < question.options.size(); ++i) {
      json_.begin_object();
      letters("id", question.options[i].id);
      text("text", question.options[i].text);
      text("with", question.groups[i].text);
      text("feedback", question.options[i].feedback);
      json_.end_object();
    }
    json_.end_array();
    groups("others", std::span(question.groups).subspan(question.options.size()));
  }

  void write_content(const Question& question) {
    const Question usual;
    letters("kind", kQuestionKinds[static_cast<std::size_t>(question.kind)]);
    text("prompt", question.prompt);
    picture_in("picture", question.picture);
    answers(question);
    texts("hints", question.hints);
    text("explanation", question.explanation);
    number("attempts", question.attempts, usual.attempts);
    number("points", question.points, usual.points);
    flag("partial-credit", question.partial_credit, usual.partial_credit);
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
      picture_in("portrait", member.portrait);
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

  void write_content(const CodeBlock& block) {
    letters("code", block.code);
    letters("syntax", block.syntax);
    text("caption", block.caption);
  }

  void write_content(const MathBlock& block) {
    json_.key("tree");
    math(block.math);
    text("caption", block.caption);
  }

  // ["mfrac", {"linethickness": "0"}, part, part], ["mi", "x"]
  void math(const MathNode& node) {
    json_.begin_array();
    json_.string(node.tag);
    if (!node.attributes.empty()) {
      json_.begin_object();
      for (const auto& [name, value] : node.attributes) letters(name, value);
      json_.end_object();
    }
    if (!node.text.empty()) json_.string(node.text);
    for (const MathNode& child : node.children) math(child);
    json_.end_array();
  }

  void write_content(const LabelledPictureBlock& block) {
    picture_in("picture", block.picture);
    list("markers", block.markers, [&](const Marker& marker) {
      json_.begin_object();
      letters("id", marker.id);
      percent("x", marker.x);
      percent("y", marker.y);
      text("title", marker.title);
      text("text", marker.text);
      json_.end_object();
    });
  }

  void write_content(const AccordionBlock& block) {
    list("items", block.items, [&](const AccordionItem& item) {
      json_.begin_object();
      text("title", item.title);
      text("text", item.text);
      list("blocks", item.blocks, [&](const Block& each) { this->block(each); });
      json_.end_object();
    });
  }

  void write_content(const FlashcardsBlock& block) {
    text("lead", block.lead);
    list("cards", block.cards, [&](const Flashcard& card) {
      json_.begin_object();
      text("front", card.front);
      text("back", card.back);
      picture_in("picture", card.picture);
      json_.end_object();
    });
  }

  void write_content(const WorksheetBlock& block) {
    text("lead", block.lead);
    text("row", block.row);
    number("most", block.most, WorksheetBlock().most);
    list("fields", block.fields, [&](const WorksheetField& field) {
      json_.begin_object();
      letters("id", field.id);
      letters("kind", kFieldKinds[static_cast<std::size_t>(field.kind)]);
      text("label", field.label);
      list("options", field.options, [&](const FieldOption& option) {
        json_.begin_object();
        letters("id", option.id);
        text("text", option.text);
        json_.end_object();
      });
      text("gap", field.gap);
      json_.end_object();
    });
    if (!block.has_map) return;
    json_.key("map");
    json_.begin_object();
    text("center", block.map_center);
    text("title", block.map_title);
    json_.end_object();
  }

  void write_content(const BankBlock& block) {
    number("pick", block.pick, 0);
    list("questions", block.questions, [&](const Block& question) {
      json_.begin_object();
      letters("id", question.id);
      letters("language", question.language);
      write_content(std::get<Question>(question.content));
      json_.end_object();
    });
  }

  void write_content(const UnknownBlock& block) { text("fallback", block.fallback); }

  JsonWriter json_;
};

}  // namespace

std::string write_playable(const Byte& byte) { return PlayableWriter().write(byte); }

}  // namespace bytes::content
