#include "content/author/translatable.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include "base/hash.h"

namespace bytes::content {
namespace {

// The names of the Byte's own parts, with which keys begin.
constexpr std::string_view kOwnParts[] = {"topics", "skills", "cover", "author", "credits"};

// A thing with strings in it: what their keys and paths begin with.
struct Spot {
  std::string key;
  FilePlace place;
  Block* block = nullptr;
  Block* around = nullptr;
  FilePlace block_place = {};
  bool has_key = true;

  // The field `name`; in keys it may go by another.
  Spot field(std::string_view name) const { return below(name, name); }
  Spot below(std::string_view path, std::string_view name) const {
    Spot spot = *this;
    if (!path.empty()) (spot.place.path += spot.place.path.empty() ? "" : ".") += path;
    if (!name.empty()) (spot.key += spot.key.empty() ? "" : "/") += name;
    return spot;
  }
  // The item of a list, known by its place or by a name.
  Spot item(std::size_t index) const { return item(index, std::to_string(index)); }
  Spot item(std::size_t index, std::string_view name) const {
    Spot spot = below({}, name);
    spot.place.path += '[' + std::to_string(index) + ']';
    return spot;
  }
};

class Walk {
 public:
  explicit Walk(const std::function<void(const TranslatableString&)>& visit) : visit_(visit) {}

  void byte(Byte& byte) {
    const Spot root;
    letters(root.field("title"), byte.title);
    letters(root.field("summary"), byte.summary);
    letters(root.field("objective"), byte.objective);
    words(root.field("topics"), byte.topics);
    words(root.field("skills"), byte.skills);
    picture(root.field("cover"), byte.cover);
    for (std::size_t i = 0; i < byte.sections.size(); ++i) {
      Section& section = byte.sections[i];
      const Spot spot = root.below("sections", {}).item(i, section.id);
      text(spot.field("title"), section.title);
      for (std::size_t k = 0; k < section.blocks.size(); ++k) {
        const bool is_own_part =
            std::find(std::begin(kOwnParts), std::end(kOwnParts), section.blocks[k].id) != std::end(kOwnParts);
        Spot place = spot.below("blocks", {});
        if (!is_own_part) place.key.clear();
        block(place.item(k, section.blocks[k].id), section.blocks[k]);
      }
    }
    const Spot author = root.field("author");
    letters(author.field("name"), byte.author.name);
    letters(author.field("role"), byte.author.role);
    picture(author.field("portrait"), byte.author.portrait);
    text(author.field("text"), byte.author.text);
    for (std::size_t i = 0; i < byte.credits.size(); ++i) {
      text(root.field("credits").item(i).below("text", {}), byte.credits[i].text);
    }
  }

 private:
  void visit(const Spot& spot, TranslatableString string) {
    if (spot.has_key) string.key = spot.key;
    string.place = spot.place;
    string.block = spot.block;
    string.around = spot.around;
    string.block_place = spot.block_place;
    visit_(string);
  }

  void letters(const Spot& spot, std::string& value, StringKind kind = StringKind::kLetters) {
    if (value.empty()) return;
    TranslatableString string;
    string.kind = kind;
    string.letters = &value;
    visit(spot, std::move(string));
  }

  void text(const Spot& spot, RichText& value) {
    if (value.empty()) return;
    TranslatableString string;
    string.text = &value;
    visit(spot, std::move(string));
  }

  void file(const Spot& spot, File& value, Track* track = nullptr) {
    if (value.src.empty()) return;
    TranslatableString string;
    string.kind = StringKind::kFile;
    string.file = &value;
    string.track = track;
    visit(spot, std::move(string));
  }

  void words(const Spot& spot, std::vector<std::string>& values) {
    for (std::size_t i = 0; i < values.size(); ++i) letters(spot.item(i), values[i]);
  }

  // What a learner may type. Other languages have other words, and not as many.
  void accepted(const Spot& spot, std::vector<std::string>& values) {
    if (values.empty()) return;
    TranslatableString string;
    string.kind = StringKind::kWords;
    string.words = &values;
    visit(spot, std::move(string));
  }

  void gapped_text(const Spot& spot, RichText& value) {
    if (value.empty()) return;
    TranslatableString string;
    string.kind = StringKind::kGappedText;
    string.text = &value;
    visit(spot, std::move(string));
  }

  void texts(const Spot& spot, std::vector<RichText>& values) {
    for (std::size_t i = 0; i < values.size(); ++i) text(spot.item(i), values[i]);
  }

  void picture(const Spot& spot, Picture& value) {
    file(spot.field("src"), value);
    letters(spot.field("alt"), value.alt);
    text(spot.field("caption"), value.caption);
    text(spot.field("credit"), value.credit);
    file(spot.field("still").field("src"), value.still);
  }

  void recording(const Spot& spot, Recording& value) {
    file(spot.field("src"), value);
    for (std::size_t i = 0; i < value.tracks.size(); ++i) {
      const Spot track = spot.field("tracks").item(i);
      file(track.field("src"), value.tracks[i], &value.tracks[i]);
      letters(track.field("label"), value.tracks[i].label);
    }
    text(spot.field("caption"), value.caption);
    text(spot.field("credit"), value.credit);
    texts(spot.field("transcript"), value.transcript);
  }

  void block(Spot spot, Block& block) {
    spot.around = spot.block;
    spot.block = &block;
    spot.block_place = spot.place;
    spot.has_key &= !block.id.empty();
    std::visit([&](auto& content) { strings(spot, content); }, block.content);
  }

  void strings(const Spot& spot, TextBlock& block) { text(spot.field("text"), block.text); }
  void strings(const Spot& spot, SubheadingBlock& block) { text(spot.field("text"), block.text); }
  void strings(const Spot& spot, ListBlock& block) {
    text(spot.field("lead"), block.lead);
    texts(spot.field("items"), block.items);
  }
  void strings(const Spot& spot, CalloutBlock& block) {
    text(spot.field("title"), block.title);
    text(spot.field("text"), block.text);
  }
  void strings(const Spot& spot, ImageBlock& block) { picture(spot, block.picture); }
  void strings(const Spot& spot, VideoBlock& block) {
    file(spot.field("poster").field("src"), block.poster);
    recording(spot, block.recording);
  }
  void strings(const Spot& spot, AudioBlock& block) { recording(spot, block.recording); }
  void strings(const Spot& spot, PictureStoryBlock& block) {
    for (std::size_t i = 0; i < block.pictures.size(); ++i) picture(spot.field("pictures").item(i), block.pictures[i]);
    recording(spot.field("sound"), block.sound);
  }
  void strings(const Spot& spot, EmbedBlock& block) {
    letters(spot.field("src"), block.src, StringKind::kEmbed);
    letters(spot.field("title"), block.title);
    text(spot.field("text"), block.text);
  }
  void strings(const Spot& spot, TableBlock& block) {
    text(spot.field("caption"), block.caption);
    texts(spot.field("header"), block.header);
    for (std::size_t i = 0; i < block.rows.size(); ++i) texts(spot.field("rows").item(i), block.rows[i]);
  }
  void strings(const Spot& spot, CompareBlock& block) {
    for (std::size_t i = 0; i < block.sides.size(); ++i) {
      const Spot side = spot.field("sides").item(i);
      text(side.field("title"), block.sides[i].title);
      texts(side.field("items"), block.sides[i].items);
    }
  }
  void strings(const Spot& spot, QuoteBlock& block) {
    text(spot.field("text"), block.text);
    text(spot.field("by"), block.by);
  }
  void strings(const Spot& spot, StepsBlock& block) {
    for (std::size_t i = 0; i < block.steps.size(); ++i) {
      const Spot step = spot.field("steps").item(i);
      text(step.field("title"), block.steps[i].title);
      text(step.field("text"), block.steps[i].text);
    }
  }
  void strings(const Spot& spot, LinkCardBlock& block) {
    letters(spot.field("href"), block.href, StringKind::kLink);
    text(spot.field("title"), block.title);
    text(spot.field("text"), block.text);
  }
  void strings(const Spot&, DividerBlock&) {}
  void strings(const Spot& spot, ChecklistBlock& block) {
    text(spot.field("lead"), block.lead);
    for (std::size_t i = 0; i < block.items.size(); ++i) {
      text(spot.below("items", {}).item(i, block.items[i].id).field("text"), block.items[i].text);
    }
  }
  void strings(const Spot& spot, ReflectionBlock& block) {
    text(spot.field("prompt"), block.prompt);
    text(spot.field("example"), block.example);
  }
  void strings(const Spot& spot, Question& question) {
    text(spot.field("prompt"), question.prompt);
    picture(spot.field("picture"), question.picture);
    if (question.kind == QuestionKind::kMatch) {
      pairs(spot, question);
    } else if (question.kind == QuestionKind::kTrueFalse) {
      for (Option& option : question.options) text(spot.field("feedback-" + option.id), option.feedback);
    } else if (question.kind != QuestionKind::kScale) {
      groups_and_options(spot, question);
    }
    text(spot.field("low"), question.low);
    text(spot.field("high"), question.high);
    accepted(spot.field("accept"), question.accept);
    letters(spot.field("unit"), question.unit);
    gapped_text(spot.field("text"), question.text);
    for (std::size_t i = 0; i < question.gaps.size(); ++i) {
      Gap& gap = question.gaps[i];
      const Spot place = spot.below("gaps", {}).item(i, gap.id);
      accepted(place.field("accept"), gap.accept);
      options(place, gap.options);
      text(place.field("feedback"), gap.feedback);
    }
    for (std::size_t i = 0; i < question.replies.size(); ++i) {
      const Spot reply = spot.field("replies").item(i);
      accepted(reply.field("to"), question.replies[i].words);
      text(reply.field("text"), question.replies[i].text);
    }
    texts(spot.field("hints"), question.hints);
    text(spot.field("panel"), question.panel);
    text(spot.field("explanation"), question.explanation);
  }
  void pairs(const Spot& spot, Question& question) {
    for (std::size_t i = 0; i < question.groups.size(); ++i) {
      const bool is_pair = i < question.options.size();
      const Spot place = is_pair ? spot.below("pairs", {}).item(i, question.groups[i].id)
                                 : spot.below("others", {}).item(i - question.options.size(), question.groups[i].id);
      if (is_pair) text(place.field("text"), question.options[i].text);
      text(place.field(is_pair ? "with" : "text"), question.groups[i].text);
      if (is_pair) text(place.field("feedback"), question.options[i].feedback);
    }
  }
  void options(const Spot& spot, std::vector<Option>& options) {
    for (std::size_t i = 0; i < options.size(); ++i) {
      Option& option = options[i];
      const Spot place = spot.below("options", {}).item(i, option.id);
      text(place.field("text"), option.text);
      texts(place.field("fares"), option.fares);
      text(place.field("feedback"), option.feedback);
      text(place.field("feedback-if-not-chosen"), option.feedback_if_not_chosen);
    }
  }
  void groups_and_options(const Spot& spot, Question& question) {
    for (std::size_t i = 0; i < question.groups.size(); ++i) {
      text(spot.field("groups").item(i, question.groups[i].id).field("text"), question.groups[i].text);
    }
    texts(spot.field("axes"), question.axes);
    options(spot, question.options);
  }
  void strings(Spot spot, ScenarioBlock& block) {
    if (!block.src.empty()) spot.place = {block.src, {}};
    Scenario& scenario = block.scenario;
    letters(spot.field("title"), scenario.title);
    text(spot.field("text"), scenario.text);
    for (std::size_t i = 0; i < scenario.cast.size(); ++i) {
      CastMember& member = scenario.cast[i];
      const Spot place = spot.field("cast").item(i, member.id);
      letters(place.field("name"), member.name);
      letters(place.field("role"), member.role);
      picture(place.field("portrait"), member.portrait);
    }
    for (Variable& variable : scenario.variables) {
      letters(spot.field("variables").field(variable.name).field("label"), variable.label);
    }
    for (Node& node : scenario.nodes) scene(spot.field("nodes").field(node.id), node);
    for (Ending& ending : scenario.endings) {
      const Spot place = spot.field("endings").field(ending.id);
      letters(place.field("title"), ending.title);
      text(place.field("text"), ending.text);
    }
  }
  void strings(const Spot& spot, CodeBlock& block) { text(spot.field("caption"), block.caption); }
  void strings(const Spot& spot, MathBlock& block) { text(spot.field("caption"), block.caption); }
  void strings(const Spot& spot, LabelledPictureBlock& block) {
    picture(spot.field("picture"), block.picture);
    for (std::size_t i = 0; i < block.markers.size(); ++i) {
      const std::string& id = block.markers[i].id;
      const Spot place = spot.field("markers").item(i, id.empty() ? std::to_string(i) : id);
      text(place.field("title"), block.markers[i].title);
      text(place.field("text"), block.markers[i].text);
    }
  }
  void strings(const Spot& spot, AccordionBlock& block) {
    for (std::size_t i = 0; i < block.items.size(); ++i) {
      AccordionItem& item = block.items[i];
      const Spot place = spot.field("items").item(i);
      text(place.field("title"), item.title);
      text(place.field("text"), item.text);
      for (std::size_t k = 0; k < item.blocks.size(); ++k) {
        this->block(place.field("blocks").item(k, item.blocks[k].id), item.blocks[k]);
      }
    }
  }
  void strings(const Spot& spot, FlashcardsBlock& block) {
    text(spot.field("lead"), block.lead);
    for (std::size_t i = 0; i < block.cards.size(); ++i) {
      const Spot place = spot.field("cards").item(i);
      text(place.field("front"), block.cards[i].front);
      text(place.field("back"), block.cards[i].back);
      picture(place.field("picture"), block.cards[i].picture);
    }
  }
  void strings(const Spot& spot, WorksheetBlock& block) {
    text(spot.field("lead"), block.lead);
    text(spot.field("row"), block.row);
    for (std::size_t i = 0; i < block.fields.size(); ++i) {
      WorksheetField& field = block.fields[i];
      const Spot place = spot.below("fields", {}).item(i, field.id);
      text(place.field("label"), field.label);
      for (std::size_t k = 0; k < field.options.size(); ++k) {
        text(place.below("options", {}).item(k, field.options[k].id).field("text"), field.options[k].text);
      }
      text(place.field("gap"), field.gap);
    }
    text(spot.field("map").field("center"), block.map_center);
    text(spot.field("map").field("title"), block.map_title);
  }
  void strings(const Spot& spot, BankBlock& block) {
    for (std::size_t i = 0; i < block.questions.size(); ++i) {
      Spot place = spot.below("questions", {});
      place.key.clear();  // Its questions have ids of their own.
      this->block(place.item(i, block.questions[i].id), block.questions[i]);
    }
  }
  void strings(const Spot&, UnknownBlock&) {}

  void scene(const Spot& spot, Node& node) {
    letters(spot.field("title"), node.title);
    text(spot.field("text"), node.text);
    for (std::size_t i = 0; i < node.blocks.size(); ++i) {
      block(spot.field("blocks").item(i, node.blocks[i].id), node.blocks[i]);
    }
    for (std::size_t i = 0; i < node.choices.size(); ++i) {
      const Spot place = spot.below("choices", {}).item(i, node.choices[i].id);
      text(place.field("text"), node.choices[i].text);
      text(place.field("feedback"), node.choices[i].feedback);
    }
  }

  const std::function<void(const TranslatableString&)>& visit_;
};

std::uint64_t hash_of(const std::vector<std::string>& words) {
  std::uint64_t hash = kHashStart;
  for (const std::string& word : words) hash = bytes::hash_of(word + '\1', hash);
  return hash;
}

std::uint64_t hash_of(const RichText& text) {
  std::uint64_t hash = kHashStart;
  for (const Run& run : text) {
    if (have_same_marks(run, Run())) {
      hash = bytes::hash_of(run.text, hash);
      continue;
    }
    // Between control characters, which no text holds.
    const char marks[] = {1, run.strong ? '1' : '0', run.emphasis ? '1' : '0', run.code ? '1' : '0'};
    hash = bytes::hash_of({marks, std::size(marks)}, hash);
    hash = bytes::hash_of(run.href + '\1' + run.language + '\1' + run.text + '\1' + run.gap, hash);
  }
  return hash;
}

}  // namespace

void visit_strings(Byte& byte, const std::function<void(const TranslatableString&)>& visit) { Walk(visit).byte(byte); }

std::string source_hash(const TranslatableString& string) {
  const std::uint64_t hash = string.text    ? hash_of(*string.text)
                             : string.words ? hash_of(*string.words)
                             : string.file  ? bytes::hash_of(string.file->src)
                                            : bytes::hash_of(*string.letters);
  return to_hex(hash).substr(0, 10);
}

}  // namespace bytes::content
