#include "content/author/import/gift_answers.h"

#include <cmath>
#include <cstdlib>
#include <string>

#include "base/ascii.h"
#include "content/author/import/author_json.h"
#include "content/question.h"

namespace bytes::content {
namespace {

// In place of the missing word while the text is turned into markup: of the private use area, so no text needs it.
constexpr std::string_view kGapMark = "\xee\x80\x80";

// The first `what`; false when there is none.
bool replace_first(std::string& text, std::string_view what, std::string_view by) {
  const std::size_t place = text.find(what);
  if (place == text.npos) return false;
  text.replace(place, what.size(), by);
  return true;
}

bool read_millionths(std::string_view letters, std::int64_t& millionths) {
  if (!is_gift_number(letters)) return false;
  const double number = std::strtod(std::string(letters).c_str(), nullptr);
  if (!(std::fabs(number) <= static_cast<double>(kLargestAnswer))) return false;
  millionths = std::llround(number * static_cast<double>(kMillion));
  return true;
}

}  // namespace

JsonValue text_with_gap(RichText text) {
  bool is_marked = false;
  for (Run& run : text) {
    while (replace_first(run.text, kGapMark, {})) {
    }
    is_marked = is_marked || replace_first(run.text, kMissingWord, kGapMark);
  }
  const std::string gap = "{{" + std::string(kGapId) + "}}";
  JsonValue json = json_text(text);
  replace_first(json.string, kGapMark, gap);
  for (JsonValue& run : json.items) {
    replace_first(run.string, kGapMark, gap);
    for (JsonMember& member : run.members) replace_first(member.value.string, kGapMark, gap);
  }
  return json;
}

bool is_gift_number(std::string_view text) {
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) text.remove_prefix(1);
  std::size_t digits = 0;
  std::size_t points = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c >= '0' && c <= '9') {
      ++digits;
    } else if ((c == 'e' || c == 'E') && digits > 0 && i + 1 < text.size()) {
      const std::size_t sign = text[i + 1] == '-' || text[i + 1] == '+' ? 1 : 0;
      const std::string_view exponent = text.substr(i + 1 + sign);
      return !exponent.empty() && exponent.find_first_not_of("0123456789") == exponent.npos;
    } else if (c != '.' || ++points > 1) {
      return false;
    }
  }
  return digits > 0;
}

bool read_range(std::string_view letters, NumberRange& range) {
  if (const std::size_t dots = letters.find(".."); dots != letters.npos && dots > 0) {
    std::int64_t low = 0;
    std::int64_t high = 0;
    if (!read_millionths(trimmed(letters.substr(0, dots)), low)) return false;
    if (!read_millionths(trimmed(letters.substr(dots + 2)), high) || high < low) return false;
    range.answer = low + (high - low) / 2;
    range.tolerance = high - range.answer;
    return true;
  }
  const std::size_t colon = letters.find(':');
  if (!read_millionths(trimmed(letters.substr(0, colon)), range.answer)) return false;
  if (colon == letters.npos) return true;
  return read_millionths(trimmed(letters.substr(colon + 1)), range.tolerance) && range.tolerance >= 0;
}

}  // namespace bytes::content
