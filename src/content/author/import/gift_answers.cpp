#include "content/author/import/gift_answers.h"

#include <cmath>
#include <cstdlib>
#include <string>

#include "base/ascii.h"
#include "content/author/import/author_json.h"
#include "content/question.h"

namespace bytes::content {
namespace {

bool read_millionths(std::string_view letters, std::int64_t& millionths) {
  if (!is_gift_number(letters)) return false;
  const double number = std::strtod(std::string(letters).c_str(), nullptr);
  if (!(std::fabs(number) <= static_cast<double>(kLargestAnswer))) return false;
  millionths = std::llround(number * static_cast<double>(kMillion));
  return true;
}

}  // namespace

JsonValue text_with_gap(const RichText& text) {
  RichText before;
  RichText after;
  bool has_gap = false;
  for (const Run& run : text) {
    const std::size_t at = has_gap ? run.text.npos : run.text.find(kMissingWord);
    Run left = run;
    left.text = run.text.substr(0, at);
    append(has_gap ? after : before, std::move(left));
    if (at == run.text.npos) continue;
    has_gap = true;
    Run right = run;
    right.text = run.text.substr(at + kMissingWord.size());
    append(after, std::move(right));
  }
  // What has no marks reads best as one string.
  const bool is_plain = letters_of(before).find_first_of("\\`*_[]<>&{}") == std::string::npos &&
                        letters_of(after).find_first_of("\\`*_[]<>&{}") == std::string::npos &&
                        before == plain(letters_of(before)) && after == plain(letters_of(after));
  if (is_plain) return json_string(letters_of(before) + "{{" + std::string(kGapId) + "}}" + letters_of(after));
  JsonValue runs = json_runs(before);
  JsonValue gap = json_object();
  put(gap, "gap", json_string(kGapId));
  runs.items.push_back(std::move(gap));
  JsonValue rest = json_runs(after);
  for (JsonValue& run : rest.items) runs.items.push_back(std::move(run));
  return runs;
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
