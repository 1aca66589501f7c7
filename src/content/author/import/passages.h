// What a stretch of marked-up text comes to: paragraphs and list items, in their order.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/rich_text.h"
#include "content/author/import/report.h"
#include "content/json.h"

namespace bytes::content {

enum class PassageKind { kParagraph, kItem, kNumberedItem };

struct Passage {
  PassageKind kind = PassageKind::kParagraph;
  RichText text;  // Tidied, not empty.
  std::size_t offset = 0;
};

using Passages = std::vector<Passage>;

// All of it as one sentence, for where there is room for no more.
RichText in_one(const Passages& passages);

// A text block for each paragraph, a list block for the items between them.
void add_blocks(const Passages& passages, std::vector<JsonValue>& blocks);

// An address that may stand, or nothing after a report. Of an `http:` address `letters` become what stands behind the
// words instead.
std::string checked_link(std::string_view href, std::size_t offset, Report& report, std::string& letters);

// What an entity such as `&eacute;` stands for; itself when it is none.
std::string entity_letters(std::string_view entity);

// Says once for a text that it has formulas, which stay letters.
void report_formulas(std::string_view text, std::size_t offset, Report& report);

}  // namespace bytes::content
