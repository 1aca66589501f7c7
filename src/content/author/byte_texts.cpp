#include "content/author/byte_texts.h"

#include <string>
#include <utility>
#include <variant>

namespace bytes::content {
namespace {

std::string field(const std::string& path, std::string_view name) {
  return path.empty() ? std::string(name) : path + '.' + std::string(name);
}

std::string item(const std::string& path, std::string_view name, std::size_t index) {
  return (name.empty() ? path : field(path, name)) + '[' + std::to_string(index) + ']';
}

class TextWalker {
 public:
  TextWalker(const Byte& byte, const std::function<void(const ByteText&)>& visit)
      : byte_(byte), visit_(visit), language_(byte.language) {}

  void walk() {
    say(TextUse::kHeading, plain(byte_.title), "title");
    say(TextUse::kSummary, plain(byte_.summary), "summary");
    say(TextUse::kSummary, plain(byte_.objective), "objective");
    if (!byte_.cover.src.empty()) say_picture(byte_.cover, "cover");
    for (std::size_t s = 0; s < byte_.sections.size(); ++s) {
      const Section& section = byte_.sections[s];
      const std::string path = "sections[" + std::to_string(s) + "]";
      say(TextUse::kHeading, section.title, path + ".title");
      say_blocks(section.blocks, path);
    }
  }

 private:
  void say(TextUse use, const RichText& text, std::string path) {
    if (!text.empty()) visit_({use, text, {scenario_, std::move(path)}, language_});
  }

  void say_all(TextUse use, const std::vector<RichText>& texts, const std::string& path, std::string_view name) {
    for (std::size_t i = 0; i < texts.size(); ++i) say(use, texts[i], item(path, name, i));
  }

  void say_picture(const Picture& picture, const std::string& path) {
    say(TextUse::kAlt, plain(picture.alt), field(path, "alt"));
    say(TextUse::kParagraph, picture.caption, field(path, "caption"));
  }

  void say_recording(const Recording& recording, const std::string& path) {
    say(TextUse::kParagraph, recording.caption, field(path, "caption"));
    say_all(TextUse::kTranscript, recording.transcript, path, "transcript");
  }

  void say_blocks(const std::vector<Block>& blocks, const std::string& around) {
    for (std::size_t b = 0; b < blocks.size(); ++b) {
      const std::string_view outer = language_;
      if (!blocks[b].language.empty()) language_ = blocks[b].language;
      path_ = item(around, "blocks", b);
      std::visit(*this, blocks[b].content);
      language_ = outer;
    }
  }

  void say_pairs(const Question& question) {
    say(TextUse::kPrompt, question.prompt, path_ + ".prompt");
    say_picture(question.picture, path_ + ".picture");
    for (std::size_t i = 0; i < question.groups.size(); ++i) {
      const bool is_pair = i < question.options.size();
      const std::string place = is_pair ? item(path_, "pairs", i) : item(path_, "others", i - question.options.size());
      if (is_pair) say(TextUse::kOption, question.options[i].text, place + ".text");
      say(TextUse::kOption, question.groups[i].text, place + (is_pair ? ".with" : ".text"));
      if (is_pair) say(TextUse::kReply, question.options[i].feedback, place + ".feedback");
    }
    say_replies(question);
  }

  // What comes after an answer.
  void say_replies(const Question& question) {
    for (std::size_t i = 0; i < question.replies.size(); ++i) {
      say(TextUse::kReply, question.replies[i].text, item(path_, "replies", i) + ".text");
    }
    say_all(TextUse::kReply, question.hints, path_, "hints");
    say(TextUse::kReply, question.panel, path_ + ".panel");
    say(TextUse::kReply, question.explanation, path_ + ".explanation");
  }

  // `path`: a copy, since the blocks of scenes leave another in `path_`.
  void say_scenario(const Scenario& scenario, std::string path) {
    say(TextUse::kHeading, plain(scenario.title), field(path, "title"));
    say(TextUse::kParagraph, scenario.text, field(path, "text"));
    for (const Node& node : scenario.nodes) {
      const std::string place = field(field(path, "nodes"), node.id);
      say(TextUse::kHeading, plain(node.title), place + ".title");
      say(TextUse::kParagraph, node.text, place + ".text");
      say_blocks(node.blocks, place);
      for (std::size_t c = 0; c < node.choices.size(); ++c) {
        const std::string choice = item(place, "choices", c);
        say(TextUse::kOption, node.choices[c].text, choice + ".text");
        say(TextUse::kReply, node.choices[c].feedback, choice + ".feedback");
      }
    }
    for (const Ending& ending : scenario.endings) {
      const std::string place = field(field(path, "endings"), ending.id);
      say(TextUse::kHeading, plain(ending.title), place + ".title");
      say(TextUse::kParagraph, ending.text, place + ".text");
    }
  }

 public:
  // Of the block at `path_`.
  void operator()(const TextBlock& block) { say(TextUse::kParagraph, block.text, path_ + ".text"); }
  void operator()(const SubheadingBlock& block) { say(TextUse::kHeading, block.text, path_ + ".text"); }
  void operator()(const ListBlock& block) {
    say(TextUse::kItem, block.lead, path_ + ".lead");
    say_all(TextUse::kItem, block.items, path_, "items");
  }
  void operator()(const CalloutBlock& block) {
    say(TextUse::kHeading, block.title, path_ + ".title");
    say(TextUse::kParagraph, block.text, path_ + ".text");
  }
  void operator()(const ImageBlock& block) { say_picture(block.picture, path_); }
  void operator()(const VideoBlock& block) { say_recording(block.recording, path_); }
  void operator()(const AudioBlock& block) { say_recording(block.recording, path_); }
  void operator()(const PictureStoryBlock& block) {
    for (std::size_t i = 0; i < block.pictures.size(); ++i) say_picture(block.pictures[i], item(path_, "pictures", i));
    say_recording(block.sound, path_ + ".sound");
  }
  void operator()(const EmbedBlock& block) {
    say(TextUse::kHeading, plain(block.title), path_ + ".title");
    say(TextUse::kParagraph, block.text, path_ + ".text");
  }
  void operator()(const TableBlock& block) {
    say(TextUse::kLabel, block.caption, path_ + ".caption");
    say_all(TextUse::kLabel, block.header, path_, "header");
    for (std::size_t r = 0; r < block.rows.size(); ++r) {
      say_all(TextUse::kLabel, block.rows[r], item(path_, "rows", r), {});
    }
  }
  void operator()(const CompareBlock& block) {
    for (std::size_t i = 0; i < block.sides.size(); ++i) {
      const std::string side = item(path_, "sides", i);
      say(TextUse::kHeading, block.sides[i].title, side + ".title");
      say_all(TextUse::kItem, block.sides[i].items, side, "items");
    }
  }
  void operator()(const QuoteBlock& block) {
    say(TextUse::kParagraph, block.text, path_ + ".text");
    say(TextUse::kLabel, block.by, path_ + ".by");
  }
  void operator()(const StepsBlock& block) {
    for (std::size_t i = 0; i < block.steps.size(); ++i) {
      say(TextUse::kHeading, block.steps[i].title, item(path_, "steps", i) + ".title");
      say(TextUse::kParagraph, block.steps[i].text, item(path_, "steps", i) + ".text");
    }
  }
  void operator()(const LinkCardBlock& block) {
    say(TextUse::kHeading, block.title, path_ + ".title");
    say(TextUse::kParagraph, block.text, path_ + ".text");
  }
  void operator()(const DividerBlock&) {}
  void operator()(const ChecklistBlock& block) {
    say(TextUse::kItem, block.lead, path_ + ".lead");
    for (std::size_t i = 0; i < block.items.size(); ++i) {
      say(TextUse::kItem, block.items[i].text, item(path_, "items", i) + ".text");
    }
  }
  void operator()(const ReflectionBlock& block) {
    say(TextUse::kPrompt, block.prompt, path_ + ".prompt");
    say(TextUse::kReply, block.example, path_ + ".example");
  }
  void operator()(const Question& question) {
    if (question.kind == QuestionKind::kMatch) return say_pairs(question);
    if (question.kind == QuestionKind::kTrueFalse) {
      say(TextUse::kPrompt, question.prompt, path_ + ".prompt");
      for (const Option& option : question.options) say(TextUse::kReply, option.feedback, path_ + ".feedback-" + option.id);
      return say_replies(question);
    }
    say(TextUse::kPrompt, question.prompt, path_ + ".prompt");
    say_picture(question.picture, path_ + ".picture");
    say(TextUse::kLabel, question.low, path_ + ".low");
    say(TextUse::kLabel, question.high, path_ + ".high");
    say(TextUse::kPrompt, question.text, path_ + ".text");
    for (std::size_t i = 0; i < question.gaps.size(); ++i) {
      const Gap& gap = question.gaps[i];
      const std::string place = item(path_, "gaps", i);
      for (std::size_t k = 0; k < gap.options.size(); ++k) {
        say(TextUse::kOption, gap.options[k].text, item(place, "options", k) + ".text");
        say(TextUse::kReply, gap.options[k].feedback, item(place, "options", k) + ".feedback");
      }
      say(TextUse::kReply, gap.feedback, place + ".feedback");
    }
    for (std::size_t i = 0; i < question.groups.size(); ++i) {
      say(TextUse::kLabel, question.groups[i].text, item(path_, "groups", i) + ".text");
    }
    say_all(TextUse::kLabel, question.axes, path_, "axes");
    for (std::size_t i = 0; i < question.options.size(); ++i) {
      const Option& option = question.options[i];
      const std::string place = item(path_, "options", i);
      say(TextUse::kOption, option.text, place + ".text");
      say_all(TextUse::kLabel, option.fares, place, "fares");
      say(TextUse::kReply, option.feedback, place + ".feedback");
      say(TextUse::kReply, option.feedback_if_not_chosen, place + ".feedback-if-not-chosen");
    }
    say_replies(question);
  }
  void operator()(const ScenarioBlock& block) {
    if (block.src.empty()) return say_scenario(block.scenario, path_);
    scenario_ = block.src;
    say_scenario(block.scenario, {});
    scenario_.clear();
  }
  void operator()(const CodeBlock& block) { say(TextUse::kLabel, block.caption, path_ + ".caption"); }
  void operator()(const MathBlock& block) { say(TextUse::kLabel, block.caption, path_ + ".caption"); }
  void operator()(const LabelledPictureBlock& block) {
    say_picture(block.picture, path_ + ".picture");
    for (std::size_t i = 0; i < block.markers.size(); ++i) {
      say(TextUse::kHeading, block.markers[i].title, item(path_, "markers", i) + ".title");
      say(TextUse::kParagraph, block.markers[i].text, item(path_, "markers", i) + ".text");
    }
  }
  void operator()(const AccordionBlock& block) {
    const std::string path = path_;
    for (std::size_t i = 0; i < block.items.size(); ++i) {
      const std::string place = item(path, "items", i);
      say(TextUse::kHeading, block.items[i].title, place + ".title");
      say(TextUse::kParagraph, block.items[i].text, place + ".text");
      say_blocks(block.items[i].blocks, place);
    }
  }
  void operator()(const FlashcardsBlock& block) {
    say(TextUse::kItem, block.lead, path_ + ".lead");
    for (std::size_t i = 0; i < block.cards.size(); ++i) {
      const std::string place = item(path_, "cards", i);
      say(TextUse::kItem, block.cards[i].front, place + ".front");
      say_picture(block.cards[i].picture, place + ".picture");
      say(TextUse::kParagraph, block.cards[i].back, place + ".back");
    }
  }
  void operator()(const WorksheetBlock& block) {
    say(TextUse::kPrompt, block.lead, path_ + ".lead");
    say(TextUse::kLabel, block.row, path_ + ".row");
    for (std::size_t i = 0; i < block.fields.size(); ++i) {
      const std::string place = item(path_, "fields", i);
      say(TextUse::kLabel, block.fields[i].label, place + ".label");
      for (std::size_t k = 0; k < block.fields[i].options.size(); ++k) {
        say(TextUse::kLabel, block.fields[i].options[k].text, item(place, "options", k) + ".text");
      }
      say(TextUse::kReply, block.fields[i].gap, place + ".gap");
    }
    say(TextUse::kLabel, block.map_center, path_ + ".map.center");
    say(TextUse::kLabel, block.map_title, path_ + ".map.title");
  }
  void operator()(const BankBlock& block) {
    const std::string path = path_;
    for (std::size_t i = 0; i < block.questions.size(); ++i) {
      path_ = item(path, "questions", i);
      std::visit(*this, block.questions[i].content);
    }
  }
  void operator()(const UnknownBlock&) {}

 private:
  const Byte& byte_;
  const std::function<void(const ByteText&)>& visit_;
  std::string_view language_;
  std::string scenario_;  // The file, while one is walked through.
  std::string path_;
};

}  // namespace

void visit_texts(const Byte& byte, const std::function<void(const ByteText&)>& visit) {
  TextWalker(byte, visit).walk();
}

std::string primary_language(std::string_view tag) {
  std::string language(tag.substr(0, tag.find('-')));
  for (char& c : language) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  return language;
}

}  // namespace bytes::content
