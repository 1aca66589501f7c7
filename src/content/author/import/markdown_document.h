// A Markdown document as a tree: CommonMark 0.31 with tables and task lists, as md4c reads it, with the place of each
// part.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/rich_text.h"
#include "content/author/import/mapped_text.h"
#include "content/author/import/passages.h"

namespace bytes::content {

// A stretch of a paragraph: text, or a picture in it.
struct DocumentPiece {
  RichText text;  // Not tidied: line breaks are in it. Of a picture: its description.
  bool is_picture = false;
  std::string src;  // As it is written.
  std::string title;
  std::size_t offset = 0;
};

struct DocumentBlock {
  enum class Kind { kParagraph, kHeading, kList, kItem, kQuote, kCode, kHtml, kRule, kTable, kRow, kCell };

  Kind kind = Kind::kParagraph;
  std::size_t offset = 0;    // Of its first letters in the file; where it has none, of the line that it should be in.
  int level = 0;             // Heading.
  bool is_numbered = false;  // List.
  unsigned start = 1;        // Numbered list.
  bool is_task = false;      // Item.
  bool is_done = false;      // Item that is a task: whether it is ticked.
  std::vector<DocumentPiece> pieces;    // Paragraph, heading, cell; an item whose list is tight.
  std::string code;                     // Code.
  MappedText html;                      // HTML.
  std::vector<DocumentBlock> children;  // List, item, quote, table, row.
};

// Links are checked, safe HTML marks are marks, and what is left out is said. `text` is what `prepare` made of a file,
// or a part of it.
std::vector<DocumentBlock> read_document(const MappedText& text, Report& report);

// All of a block's text in one line; pictures in it are left out, after a report, but for their description.
RichText text_of(const std::vector<DocumentPiece>& pieces, Report& report);

// The document as paragraphs and list items, for where there is room for nothing else.
Passages passages_of(const std::vector<DocumentBlock>& blocks, Report& report);

}  // namespace bytes::content
