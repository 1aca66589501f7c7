// What a learner typed: words and numbers as people write them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace bytes::learning {

// Whether `typed` is one of `accept`. Spaces around it, more than one between words, and which kind of space, apostrophe or
// hyphen it is never make a difference, nor whether an accent is a character of its own (NFC, NFD); unless `exact`, neither
// do case, accents (in Latin letters up to U+017F, Greek, Cyrillic, Hebrew and Arabic, with alef's forms and tatweel), the
// script and the width of digits and letters, or punctuation at the end.
bool is_accepted(const std::vector<std::string>& accept, bool exact, std::string_view typed);

// Whether a number can be read in `typed`, with `unit` behind it or not.
bool holds_number(std::string_view unit, std::string_view typed);

// Whether a number as it can be read in `typed` lies within `tolerance` of `answer`, all in millionths. Decimal point or
// comma, thousands set apart by either, by spaces or by apostrophes, digits of any script. Where a number can be read in
// two ways (1,234), either counts. The unit may stand before or behind it; there are no exponents and no fractions.
bool is_number(std::int64_t answer, std::int64_t tolerance, std::string_view unit, std::string_view typed);

}  // namespace bytes::learning
