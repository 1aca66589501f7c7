// What a Byte is: the lesson as its author wrote it, immutable once read.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/rich_text.h"
#include "content/further_blocks.h"
#include "content/media.h"
#include "content/origin.h"
#include "content/question.h"
#include "content/scenario.h"

namespace bytes::content {

struct TextBlock {
  RichText text;

  friend bool operator==(const TextBlock&, const TextBlock&) = default;
};

struct SubheadingBlock {
  RichText text;

  friend bool operator==(const SubheadingBlock&, const SubheadingBlock&) = default;
};

enum class ListStyle { kBullet, kNumber, kCheck, kCross };

struct ListBlock {
  ListStyle style = ListStyle::kBullet;
  RichText lead;  // May be empty.
  std::vector<RichText> items;

  friend bool operator==(const ListBlock&, const ListBlock&) = default;
};

enum class CalloutStyle { kDidYouKnow, kTip, kNote, kWarning, kExample };

struct CalloutBlock {
  CalloutStyle style = CalloutStyle::kNote;
  RichText title;  // Empty: the style's own title is shown.
  RichText text;

  friend bool operator==(const CalloutBlock&, const CalloutBlock&) = default;
};

struct ImageBlock {
  Picture picture;

  friend bool operator==(const ImageBlock&, const ImageBlock&) = default;
};

struct VideoBlock {
  Recording recording;
  File poster;    // What is seen before it starts; may be none.
  int width = 0;  // CSS px, as `height`; when the author gives none `byte build` takes the poster's. 0: not known.
  int height = 0;

  friend bool operator==(const VideoBlock&, const VideoBlock&) = default;
};

struct AudioBlock {
  Recording recording;

  friend bool operator==(const AudioBlock&, const AudioBlock&) = default;
};

// Pictures one after the other, each with a caption.
struct PictureStoryBlock {
  std::vector<Picture> pictures;
  Recording sound;  // The story told; may be none.

  friend bool operator==(const PictureStoryBlock&, const PictureStoryBlock&) = default;
};

// Another site's page, which is loaded only when a learner asks for it.
struct EmbedBlock {
  std::string src;  // `host_of` knows its host.
  std::string title;
  RichText text;  // May be empty.
  int width = 0;  // CSS px; with `height` its shape. 0: 16 to 9.
  int height = 0;

  friend bool operator==(const EmbedBlock&, const EmbedBlock&) = default;
};

// Rows all as long as the header.
struct TableBlock {
  RichText caption;  // May be empty.
  std::vector<RichText> header;
  std::vector<std::vector<RichText>> rows;

  friend bool operator==(const TableBlock&, const TableBlock&) = default;
};

struct CompareSide {
  RichText title;
  std::vector<RichText> items;

  friend bool operator==(const CompareSide&, const CompareSide&) = default;
};

struct CompareBlock {
  std::vector<CompareSide> sides;  // Two.

  friend bool operator==(const CompareBlock&, const CompareBlock&) = default;
};

struct QuoteBlock {
  RichText text;
  RichText by;  // Who said it; may be empty.

  friend bool operator==(const QuoteBlock&, const QuoteBlock&) = default;
};

struct Step {
  RichText title;
  RichText text;  // May be empty.

  friend bool operator==(const Step&, const Step&) = default;
};

struct StepsBlock {
  std::vector<Step> steps;

  friend bool operator==(const StepsBlock&, const StepsBlock&) = default;
};

struct LinkCardBlock {
  std::string href;  // As `is_safe_link` has it.
  RichText title;
  RichText text;  // May be empty.

  friend bool operator==(const LinkCardBlock&, const LinkCardBlock&) = default;
};

struct DividerBlock {
  friend bool operator==(const DividerBlock&, const DividerBlock&) = default;
};

// Something a learner can have done; the tick is kept under the checklist's id and this one.
struct ChecklistItem {
  std::string id;  // Unique within the checklist.
  RichText text;

  friend bool operator==(const ChecklistItem&, const ChecklistItem&) = default;
};

struct ChecklistBlock {
  RichText lead;
  std::vector<ChecklistItem> items;

  friend bool operator==(const ChecklistBlock&, const ChecklistBlock&) = default;
};

// Room for a learner's own words, which are kept under the block's id.
struct ReflectionBlock {
  RichText prompt;
  RichText example;  // May be empty.

  friend bool operator==(const ReflectionBlock&, const ReflectionBlock&) = default;
};

// A story whose course its reader chooses: `src` names a file of its own, or its fields stand in the block.
struct ScenarioBlock {
  std::string src;        // Empty: in the block.
  Origin src_position;
  bool required = true;   // A gate before what comes after it opens only when it has been played to an ending.
  Scenario scenario;

  friend bool operator==(const ScenarioBlock&, const ScenarioBlock&) = default;
};

// A block of a type that this player does not know: newer than it, or misspelt. The checker refuses it.
struct UnknownBlock {
  std::string type;
  RichText fallback;  // May be empty.

  friend bool operator==(const UnknownBlock&, const UnknownBlock&) = default;
};

using BlockContent =
    std::variant<TextBlock, SubheadingBlock, ListBlock, CalloutBlock, ImageBlock, VideoBlock, AudioBlock,
                 PictureStoryBlock, EmbedBlock, TableBlock, CompareBlock, QuoteBlock, StepsBlock, LinkCardBlock,
                 DividerBlock, ChecklistBlock, ReflectionBlock, Question, ScenarioBlock, CodeBlock, MathBlock,
                 LabelledPictureBlock, AccordionBlock, FlashcardsBlock, WorksheetBlock, BankBlock, UnknownBlock>;

struct Block {
  std::string id;        // Authored; empty when the author gave none (never where something is stored under it).
  std::string language;  // Empty: the Byte's.
  Origin position;
  BlockContent content;

  friend bool operator==(const Block&, const Block&) = default;
};

struct Section {
  std::string id;
  RichText title;  // May be empty.
  bool gate = false;  // What comes after it opens when its required questions are finished.
  std::vector<Block> blocks;

  friend bool operator==(const Section&, const Section&) = default;
};

struct Author {
  std::string name;
  std::string role;
  Picture portrait;  // `src` is empty when there is none.
  RichText text;     // A line about them; may be empty.

  friend bool operator==(const Author&, const Author&) = default;
};

struct Credit {
  RichText text;

  friend bool operator==(const Credit&, const Credit&) = default;
};

// Another Byte of the same site, to go on with. `byte build` fills in title and minutes, and adds the roadmaps that the Byte
// is in.
struct NextByte {
  std::string id;
  std::string title;
  int minutes = 0;
  bool is_roadmap = false;
  // `byte build` fills these in for a page in another language than that Byte's own.
  std::string href{};      // The page, from that Byte's folder. Empty: `index.html`.
  std::string language{};  // The title's, where it is not the page's.
  Origin position;

  friend bool operator==(const NextByte&, const NextByte&) = default;
};

// What opening a Byte downloads, in bytes of the files as they are; `byte build` fills it in (0: not known, or
// nothing). What several Bytes share, the player itself, is in none.
struct Cost {
  int text = 0;      // Its page, with the lesson's data in it.
  int pictures = 0;  // Cover, portrait, stills and posters too; each file once.
  // These come only when a learner asks for them.
  int video = 0;  // Pictures that move are counted here.
  int sound = 0;

  friend bool operator==(const Cost&, const Cost&) = default;
};

// The same Byte in another language; `byte build` fills them in.
struct Edition {
  std::string language;
  std::string name;  // What the language calls itself.
  std::string href;  // From the Byte's folder.

  friend bool operator==(const Edition&, const Edition&) = default;
};

struct Byte {
  std::string id;
  Origin id_position;
  std::vector<std::string> needs;     // Parts of the format without which the Byte makes no sense.
  std::vector<std::string> formerly;  // Ids that it had before, so that learners' answers are found again.
  std::string title;
  std::string summary;
  std::string objective;
  std::string language = "en";
  int minutes = 0;
  std::string level;
  std::vector<std::string> topics;
  std::vector<std::string> skills;
  Picture cover;  // `src` is empty when there is none.
  Author author;  // `name` is empty when there is none.
  std::vector<Credit> credits;
  std::string license;
  bool listed = true;
  std::vector<NextByte> next;
  Cost cost;
  std::vector<Edition> editions;  // The others.
  std::vector<Section> sections;

  friend bool operator==(const Byte&, const Byte&) = default;
};

// `video.example.org` of `https://video.example.org/a/b`. Empty when the address is not https, or its host is not spelt
// in plain letters: a name is shown to learners and written into the page's policy as it stands.
std::string_view host_of(std::string_view address);

// The item of that id; null when there is none.
const ChecklistItem* find_item(const ChecklistBlock& checklist, std::string_view id);
const WorksheetField* find_field(const WorksheetBlock& worksheet, std::string_view id);

// The block of that id in any section, or in a bank of questions; null when there is none.
const Block* find_block(const Byte& byte, std::string_view id);

// Whether it has any of the vocabulary that most Bytes do without, and that only the larger of the learner's engines knows:
// kinds of questions from true-false on, types of blocks from code on.
bool uses_further(const Byte& byte);

// The block's type as the format spells it ("text", "question", ...).
std::string_view type_name(const BlockContent& content);

}  // namespace bytes::content
