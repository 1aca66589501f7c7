// The blocks that most Bytes do without.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/rich_text.h"
#include "content/media.h"

namespace bytes::content {

struct Block;

// A program, or anything else whose lines and spaces matter.
struct CodeBlock {
  std::string code;    // Lines end with a line feed.
  std::string syntax;  // What the language is called, such as `Python`; may be empty.
  RichText caption;    // May be empty.

  friend bool operator==(const CodeBlock&, const CodeBlock&) = default;
};

// An element of MathML Core.
struct MathNode {
  std::string tag;
  std::string text;  // Of a token; else empty.
  std::vector<std::pair<std::string, std::string>> attributes;
  std::vector<MathNode> children;

  friend bool operator==(const MathNode&, const MathNode&) = default;
};

struct MathBlock {
  MathNode math;  // Its tag is `math`.
  RichText caption;

  friend bool operator==(const MathBlock&, const MathBlock&) = default;
};

// A place on a picture, and what is to be said about it.
struct Marker {
  std::string id;  // Unique on its picture; may be empty.
  int x = 0;  // Thousandths of the picture's width and height.
  int y = 0;
  RichText title;
  RichText text;  // May be empty.

  friend bool operator==(const Marker&, const Marker&) = default;
};

struct LabelledPictureBlock {
  Picture picture;
  std::vector<Marker> markers;

  friend bool operator==(const LabelledPictureBlock&, const LabelledPictureBlock&) = default;
};

// What is open only when a learner wants it.
struct AccordionItem {
  RichText title;
  RichText text;              // Or else blocks.
  std::vector<Block> blocks;  // None that keeps answers.

  friend bool operator==(const AccordionItem&, const AccordionItem&) = default;
};

struct AccordionBlock {
  std::vector<AccordionItem> items;

  friend bool operator==(const AccordionBlock&, const AccordionBlock&) = default;
};

struct Flashcard {
  RichText front;
  RichText back;
  Picture picture;  // On the front; `src` is empty when there is none.

  friend bool operator==(const Flashcard&, const Flashcard&) = default;
};

struct FlashcardsBlock {
  RichText lead;  // May be empty.
  std::vector<Flashcard> cards;

  friend bool operator==(const FlashcardsBlock&, const FlashcardsBlock&) = default;
};

enum class FieldKind { kWords, kYesNo, kChoice };

struct FieldOption {
  std::string id;  // Unique within the field.
  RichText text;

  friend bool operator==(const FieldOption&, const FieldOption&) = default;
};

// A column of a worksheet.
struct WorksheetField {
  std::string id;  // Unique within the worksheet.
  FieldKind kind = FieldKind::kWords;
  RichText label;
  std::vector<FieldOption> options;  // Choice: at least two.
  RichText gap;                      // Yes-no: what is said while no row has it; may be empty.

  friend bool operator==(const WorksheetField&, const WorksheetField&) = default;
};

inline constexpr int kMostRows = 40;

// A table that a learner fills in, row by row, which may be drawn as a map: the rows around a centre, on the side of
// each yes-no field that they have.
struct WorksheetBlock {
  RichText lead;
  RichText row;   // What a row is called, such as `Person`.
  int most = 12;  // Rows, kMostRows at most.
  std::vector<WorksheetField> fields;  // The first holds words, and names the row.
  bool has_map = false;
  RichText map_center;  // Who or what is in the middle, such as `You`.
  RichText map_title;   // May be empty.

  friend bool operator==(const WorksheetBlock&, const WorksheetBlock&) = default;
};

// Questions of which a learner is asked some, drawn by lot.
struct BankBlock {
  int pick = 1;
  std::vector<Block> questions;  // Each is a `Question`, or in a newer format an UnknownBlock.

  friend bool operator==(const BankBlock&, const BankBlock&) = default;
};

}  // namespace bytes::content
