// What is asked of a learner: one struct for every kind of question, whose members say which kinds have them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/rich_text.h"
#include "content/media.h"

namespace bytes::content {

enum class QuestionKind {
  kSingle,
  kMultiple,
  kSort,
  kJudgement,
  kTrueFalse,
  kPoll,
  kScale,
  kOrder,
  kMatch,
  kBlanks,
  kShort,
  kNumber,
  kHotspot
};

// A part of a picture, in thousandths of its width and height from its upper left corner.
struct Area {
  int x = 0;
  int y = 0;
  int width = 0;
  int height = 0;

  friend bool operator==(const Area&, const Area&) = default;
};

struct Option {
  std::string id;  // Unique within the question.
  RichText text;
  bool correct = false;         // Single, multiple, true-false, hotspot, and in a gap.
  std::string group;            // Sort, match: where it belongs.
  std::vector<RichText> fares;  // Judgement: how it does on each axis of the question.
  Area area;                    // Hotspot.
  RichText feedback;            // Shown when it was chosen; may be empty.
  RichText feedback_if_not_chosen;  // Shown when the question is over and it was not chosen; may be empty.

  friend bool operator==(const Option&, const Option&) = default;
};

// Where the cards of a sort question go. Of a match question: what can be matched with an option.
struct Group {
  std::string id;  // Unique within the question.
  RichText text;

  friend bool operator==(const Group&, const Group&) = default;
};

// A place in a text that a learner fills in.
struct Gap {
  std::string id;                   // Unique within the question.
  std::vector<std::string> accept;  // What is right when it is typed; empty when it is chosen.
  bool exact = false;               // As in `Question`.
  std::vector<Option> options;      // What it is chosen from, or none.
  RichText feedback;                // Shown when it was wrong; may be empty.

  friend bool operator==(const Gap&, const Gap&) = default;
};

// What is said to an answer that its author expected.
struct Reply {
  std::vector<std::string> words;  // Short: the answers.
  std::int64_t number = 0;         // Number: the answer, in millionths.
  int from = 0;                    // Scale: the first and the last step.
  int to = 0;
  RichText text;

  friend bool operator==(const Reply&, const Reply&) = default;
};

// A number question's numbers are whole millionths, so that equal is equal everywhere.
inline constexpr std::int64_t kMillion = 1'000'000;
inline constexpr std::int64_t kLargestAnswer = 1'000'000'000;

struct Question {
  QuestionKind kind = QuestionKind::kSingle;
  RichText prompt;
  Picture picture;              // Below the prompt; `src` is empty when there is none.
  std::vector<Option> options;  // At least two, but for blanks, short and number, which have none. Order: in the right
                                // order. True-false: `true` and `false`, without texts. Scale: its numbers, likewise.
  std::vector<Group> groups;    // Sort: at least two. Match: what belongs to the options, in their order and by their
                                // ids, and then what belongs to none.
  std::vector<RichText> axes;   // Judgement: what the options trade off, at least one.
  RichText panel;               // Judgement: what the author's panel thought; may be empty.
  RichText low;                 // Scale: what the first and the last step mean.
  RichText high;
  RichText text;                    // Blanks: with runs that are gaps.
  std::vector<Gap> gaps;            // Blanks: each is in the text once.
  std::vector<std::string> accept;  // Short: what is right.
  bool exact = false;     // Short, and of a gap: whether case, accents, spaces and a last full stop make a difference.
  std::int64_t answer = 0;     // Number: in millionths, as `tolerance`.
  std::int64_t tolerance = 0;  // Number: how far off is still right.
  std::string unit;            // Number: may be empty.
  bool many = false;           // Hotspot: several are to be found.
  std::vector<Reply> replies;  // Scale, short, number.
  std::vector<RichText> hints;  // Shown one after the other, on request.
  RichText explanation;         // Shown when it is answered, or when no try is left.
  int attempts = 0;             // How many tries; 0: as many as the learner likes.
  int points = 1;
  bool partial_credit = true;  // Whether what is partly right earns a part of them.
  bool shuffle = false;
  bool required = true;

  friend bool operator==(const Question&, const Question&) = default;
};

// Whether some answers to it are right and others wrong.
inline bool is_graded(const Question& question) {
  return question.kind != QuestionKind::kJudgement && question.kind != QuestionKind::kPoll &&
         question.kind != QuestionKind::kScale;
}

// Whether its options are chosen, one or several.
inline bool is_choice(const Question& question) {
  switch (question.kind) {
    case QuestionKind::kSort:
    case QuestionKind::kOrder:
    case QuestionKind::kMatch:
    case QuestionKind::kBlanks:
    case QuestionKind::kShort:
    case QuestionKind::kNumber: return false;
    default: return true;
  }
}

// Of those: whether more than one can be chosen.
inline bool takes_many(const Question& question) {
  return question.kind == QuestionKind::kMultiple || (question.kind == QuestionKind::kHotspot && question.many);
}

// The option, group or gap of that id; null when there is none.
const Option* find_option(const Question& question, std::string_view id);
const Group* find_group(const Question& question, std::string_view id);
const Gap* find_gap(const Question& question, std::string_view id);
const Option* find_option(const Gap& gap, std::string_view id);

}  // namespace bytes::content
