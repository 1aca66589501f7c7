// What GIFT's typed answers say: numbers with their ranges, and the word that is missing in a text.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/rich_text.h"
#include "content/json.h"

namespace bytes::content {

// Where an answer stands within the text, as gift_syntax.cpp writes it.
inline constexpr std::string_view kMissingWord = "_____";
inline constexpr std::string_view kGapId = "gap";

// A sentence in JSON, with `{{gap}}` for its first missing word. Requires: `text` is not blank.
JsonValue text_with_gap(const RichText& text);

// `3`, `-3.5`, `1e3`.
bool is_gift_number(std::string_view text);

// In millionths, within what a number question can ask for.
struct NumberRange {
  std::int64_t answer = 0;
  std::int64_t tolerance = 0;
};

// `3`, `3:2`, `1..5`. False: it is none that can be asked for.
bool read_range(std::string_view letters, NumberRange& range);

}  // namespace bytes::content
