// GIFT, Moodle's text format for questions, taken apart; what becomes of a question is gift.cpp's business. The dialect
// is that of Moodle's own importer (question/format/gift/format.php), told here in words of our own.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content/author/import/mapped_text.h"
#include "content/author/import/report.h"

namespace bytes::content {

enum class GiftFormat { kMoodle, kHtml, kPlain, kMarkdown };

// Escapes have been read: `\n` is a line break, and a line break of the file is a space.
struct GiftText {
  MappedText letters;
  GiftFormat format = GiftFormat::kMoodle;

  bool empty() const { return letters.empty(); }
};

enum class GiftKind { kDescription, kEssay, kChoice, kMatching, kTrueFalse, kShort, kNumber };

struct GiftAnswer {
  GiftText text;
  GiftText feedback;
  GiftText match;                // Matching: the right side.
  double weight = 0;             // In percent.
  bool has_weight = false;       // Whether the file says one, rather than a sign alone.
  bool is_marked_right = false;  // By `=`.
  std::size_t offset = 0;
};

struct GiftQuestion {
  GiftKind kind = GiftKind::kDescription;
  std::size_t offset = 0;
  std::string name;  // Between `::`; may be empty.
  std::string id;    // Of a comment `[id:…]`; may be empty.
  std::vector<std::string> tags;
  GiftText text;
  bool has_gap = false;  // The answers stand within the text, and `_____` is in their place.
  std::vector<GiftAnswer> answers;
  bool is_true = false;     // True or false: the right answer…
  GiftText wrong_feedback;  // …and what is said to each.
  GiftText right_feedback;
  GiftText general_feedback;
};

struct GiftCategory {
  std::string path;  // Empty: before any.
  std::size_t offset = 0;
  std::vector<GiftQuestion> questions;
};

// In the order of the file; a category that comes again goes on where it was. What cannot be read is reported and left
// out. `text` is what `prepare` made.
std::vector<GiftCategory> read_gift(std::string_view text, Report& report);

}  // namespace bytes::content
