// All that a Byte says, text by text.
#pragma once

#include <functional>
#include <string_view>

#include "content/author/files.h"
#include "content/model.h"

namespace bytes::content {

enum class TextUse {
  kHeading,     // Titles and subheadings.
  kSummary,     // Summary and objective.
  kParagraph,   // What stands on the page in sentences.
  kItem,        // Of a list, a checklist, a comparison.
  kLabel,       // A word or two: cells of a table, axes, groups, who said a quote.
  kPrompt,      // What is asked.
  kOption,      // What can be answered, or chosen in a scene.
  kReply,       // What comes after an answer or a choice, and hints.
  kAlt,         // In place of a picture.
  kTranscript,  // In place of a recording.
};

struct ByteText {
  TextUse use;
  const RichText& text;
  FilePlace place;
  std::string_view language;  // A BCP 47 tag; a run may have one of its own.
};

// In reading order, with the scenarios' texts; not its credits, its author, or names. None is empty.
void visit_texts(const Byte& byte, const std::function<void(const ByteText&)>& visit);

// `en` of `en-GB`; small letters.
std::string primary_language(std::string_view tag);

}  // namespace bytes::content
