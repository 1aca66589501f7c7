#include "content/author/reading_time.h"

#include <variant>

#include "content/author/characters.h"

namespace bytes::content {
namespace {

constexpr Milliseconds kWord = 60'000 / 200;
constexpr Milliseconds kLetter = 60'000 / 400;

Milliseconds time_for(const std::vector<RichText>& texts) {
  Milliseconds time = 0;
  for (const RichText& text : texts) time += reading_time(text);
  return time;
}

struct BlockReader {
  Milliseconds operator()(const TextBlock& block) const { return reading_time(block.text); }
  Milliseconds operator()(const SubheadingBlock& block) const { return reading_time(block.text); }
  Milliseconds operator()(const ListBlock& block) const { return reading_time(block.lead) + time_for(block.items); }
  Milliseconds operator()(const CalloutBlock& block) const {
    return reading_time(block.title) + reading_time(block.text);
  }
  Milliseconds operator()(const ImageBlock& block) const { return reading_time(block.picture.caption); }
  Milliseconds operator()(const VideoBlock& block) const { return reading_time(block.recording.caption); }
  Milliseconds operator()(const AudioBlock& block) const { return reading_time(block.recording.caption); }
  Milliseconds operator()(const PictureStoryBlock& block) const {
    Milliseconds time = 0;
    for (const Picture& picture : block.pictures) time += reading_time(picture.caption);
    return time;
  }
  Milliseconds operator()(const EmbedBlock& block) const {
    return reading_time(block.title) + reading_time(block.text);
  }
  Milliseconds operator()(const TableBlock& block) const {
    Milliseconds time = reading_time(block.caption) + time_for(block.header);
    for (const std::vector<RichText>& row : block.rows) time += time_for(row);
    return time;
  }
  Milliseconds operator()(const CompareBlock& block) const {
    Milliseconds time = 0;
    for (const CompareSide& side : block.sides) time += reading_time(side.title) + time_for(side.items);
    return time;
  }
  Milliseconds operator()(const QuoteBlock& block) const { return reading_time(block.text) + reading_time(block.by); }
  Milliseconds operator()(const StepsBlock& block) const {
    Milliseconds time = 0;
    for (const Step& step : block.steps) time += reading_time(step.title) + reading_time(step.text);
    return time;
  }
  Milliseconds operator()(const LinkCardBlock& block) const {
    return reading_time(block.title) + reading_time(block.text);
  }
  Milliseconds operator()(const DividerBlock&) const { return 0; }
  Milliseconds operator()(const ChecklistBlock& block) const {
    Milliseconds time = reading_time(block.lead);
    for (const ChecklistItem& item : block.items) time += reading_time(item.text);
    return time;
  }
  Milliseconds operator()(const ReflectionBlock& block) const {
    return reading_time(block.prompt) + reading_time(block.example);
  }
  Milliseconds operator()(const Question& question) const {
    Milliseconds time = reading_time(question.prompt) + time_for(question.axes) + reading_time(question.panel) +
                        reading_time(question.explanation);
    for (const Option& option : question.options) time += reading_time(option.text) + time_for(option.fares);
    for (const Group& group : question.groups) time += reading_time(group.text);
    time += reading_time(question.low) + reading_time(question.high) + reading_time(question.text);
    for (const Gap& gap : question.gaps) {
      for (const Option& option : gap.options) time += reading_time(option.text);
    }
    return time + reading_time(question.picture.caption);
  }
  Milliseconds operator()(const ScenarioBlock&) const { return 0; }
  // Nobody reads a program at the pace of a sentence; its words are counted as such for want of a better measure.
  Milliseconds operator()(const CodeBlock& block) const {
    return reading_time(block.code) + reading_time(block.caption);
  }
  Milliseconds operator()(const MathBlock& block) const { return reading_time(block.caption); }
  Milliseconds operator()(const LabelledPictureBlock& block) const {
    Milliseconds time = reading_time(block.picture.caption);
    for (const Marker& marker : block.markers) time += reading_time(marker.title) + reading_time(marker.text);
    return time;
  }
  Milliseconds operator()(const AccordionBlock& block) const {
    Milliseconds time = 0;
    for (const AccordionItem& item : block.items) {
      time += reading_time(item.title) + reading_time(item.text);
      for (const Block& each : item.blocks) time += reading_time(each);
    }
    return time;
  }
  Milliseconds operator()(const FlashcardsBlock& block) const {
    Milliseconds time = reading_time(block.lead);
    for (const Flashcard& card : block.cards) time += reading_time(card.front) + reading_time(card.back);
    return time;
  }
  Milliseconds operator()(const WorksheetBlock& block) const {
    Milliseconds time = reading_time(block.lead);
    for (const WorksheetField& field : block.fields) {
      time += reading_time(field.label);
      for (const FieldOption& option : field.options) time += reading_time(option.text);
    }
    return time;
  }
  // As many of them as are asked, on average.
  Milliseconds operator()(const BankBlock& block) const {
    Milliseconds time = 0;
    for (const Block& question : block.questions) time += reading_time(question);
    return block.questions.empty() ? 0 : time * block.pick / static_cast<Milliseconds>(block.questions.size());
  }
  Milliseconds operator()(const UnknownBlock& block) const { return reading_time(block.fallback); }
};

}  // namespace

Milliseconds reading_time(std::string_view text) {
  Milliseconds time = 0;
  bool is_in_word = false;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = next_character(text, i);
    if (stands_for_itself(c)) {
      time += kLetter;
      is_in_word = false;
    } else if (is_space(c)) {
      is_in_word = false;
    } else if (!is_in_word && is_of_word(c)) {
      time += kWord;
      is_in_word = true;
    }
  }
  return time;
}

Milliseconds reading_time(const RichText& text) { return reading_time(letters_of(text)); }

Milliseconds reading_time(const Block& block) { return std::visit(BlockReader(), block.content); }

Milliseconds reading_time(const Byte& byte) {
  Milliseconds time = reading_time(byte.title) + reading_time(byte.summary);
  for (const Section& section : byte.sections) {
    time += reading_time(section.title);
    for (const Block& block : section.blocks) time += reading_time(block);
  }
  return time;
}

}  // namespace bytes::content
