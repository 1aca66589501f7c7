#include "learning/typed.h"

#include <algorithm>

namespace bytes::learning {
namespace {

// Base and mark of a letter, as Unicode decomposes it.
struct Parts {
  char16_t letter, base, mark;
};

constexpr Parts kParts[] = {
    // Romanian.
    {0x218, 'S', 0x326}, {0x219, 's', 0x326}, {0x21A, 'T', 0x326}, {0x21B, 't', 0x326},
    // Greek.
    {0x386, 0x391, 0x301}, {0x388, 0x395, 0x301}, {0x389, 0x397, 0x301}, {0x38A, 0x399, 0x301}, {0x38C, 0x39F, 0x301},
    {0x38E, 0x3A5, 0x301}, {0x38F, 0x3A9, 0x301}, {0x390, 0x3CA, 0x301}, {0x3AA, 0x399, 0x308}, {0x3AB, 0x3A5, 0x308},
    {0x3AC, 0x3B1, 0x301}, {0x3AD, 0x3B5, 0x301}, {0x3AE, 0x3B7, 0x301}, {0x3AF, 0x3B9, 0x301}, {0x3B0, 0x3CB, 0x301},
    {0x3CA, 0x3B9, 0x308}, {0x3CB, 0x3C5, 0x308}, {0x3CC, 0x3BF, 0x301}, {0x3CD, 0x3C5, 0x301}, {0x3CE, 0x3C9, 0x301},
    // Cyrillic.
    {0x400, 0x415, 0x300}, {0x401, 0x415, 0x308}, {0x403, 0x413, 0x301}, {0x407, 0x406, 0x308}, {0x40C, 0x41A, 0x301},
    {0x40D, 0x418, 0x300}, {0x40E, 0x423, 0x306}, {0x419, 0x418, 0x306}, {0x439, 0x438, 0x306}, {0x450, 0x435, 0x300},
    {0x451, 0x435, 0x308}, {0x453, 0x433, 0x301}, {0x457, 0x456, 0x308}, {0x45C, 0x43A, 0x301}, {0x45D, 0x438, 0x300},
    {0x45E, 0x443, 0x306},
    // Arabic.
    {0x622, 0x627, 0x653}, {0x623, 0x627, 0x654}, {0x624, 0x648, 0x654}, {0x625, 0x627, 0x655}, {0x626, 0x64A, 0x654},
};

// U+00C0 to U+017F: the small letter that each is without its mark. A capital here stands for two letters (`pairs`),
// and a point for a letter of its own.
constexpr char kLatin[] =
    "aaaaaaEceeeeiiii.nooooo.ouuuuy.SaaaaaaEceeeeiiii.nooooo.ouuuuy.y"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiJJjjkk.lllllll"
    "lllnnnnnnn..ooooooOOrrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

// The mark that each has, as an index into kMarks; a point: none that could be taken away.
constexpr char kLatinMarks[] =
    "abcdef.gabceabce.dabcde..abceb..abcdef.gabceabce.dabcde..abceb.e"
    "hhiijjbbcckkllll..hhiikkjjllcciikkggcc..ddhhiijjk...ccgg.bbggll."
    "...bbggll...hhiimm..bbggllbbccggllggll..ddhhiiffmmjjccccebbkkll.";
constexpr char16_t kMarks[] = {0x300, 0x301, 0x302, 0x303, 0x308, 0x30A, 0x327,
                               0x304, 0x306, 0x328, 0x307, 0x30C, 0x30B};

constexpr char32_t kLatinStart = 0xC0;
constexpr char32_t kLatinEnd = 0x180;

// Where the ten digits of a script begin.
constexpr char16_t kDigits[] = {0x660,  0x6F0,  0x7C0,  0x966,  0x9E6,  0xA66,  0xAE6,  0xB66,  0xBE6,  0xC66,  0xCE6,  0xD66,
                                0xDE6,  0xE50,  0xED0,  0xF20,  0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90,
                                0x1B50, 0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0};

enum class Sort : unsigned char { kOther, kSpace, kUnseen, kAccent, kStop };

struct Range {
  char16_t first, last;
  Sort sort;
};

constexpr Range kRanges[] = {
    {0x9, 0xD, Sort::kSpace}, {0x20, 0x20, Sort::kSpace}, {0x85, 0x85, Sort::kSpace}, {0xA0, 0xA0, Sort::kSpace},
    {0x1680, 0x1680, Sort::kSpace}, {0x2000, 0x200A, Sort::kSpace}, {0x2028, 0x2029, Sort::kSpace},
    {0x202F, 0x202F, Sort::kSpace}, {0x205F, 0x205F, Sort::kSpace}, {0x3000, 0x3000, Sort::kSpace},
    // Joiners, marks of direction, variations: nobody types them knowingly.
    {0xAD, 0xAD, Sort::kUnseen}, {0x61C, 0x61C, Sort::kUnseen}, {0x200B, 0x200F, Sort::kUnseen},
    {0x202A, 0x202E, Sort::kUnseen}, {0x2060, 0x2069, Sort::kUnseen}, {0xFE00, 0xFE0F, Sort::kUnseen},
    {0xFEFF, 0xFEFF, Sort::kUnseen},
    // Latin, Hebrew, Arabic (with tatweel).
    {0x300, 0x36F, Sort::kAccent}, {0x591, 0x5BD, Sort::kAccent}, {0x5BF, 0x5BF, Sort::kAccent},
    {0x5C1, 0x5C2, Sort::kAccent}, {0x5C4, 0x5C5, Sort::kAccent}, {0x5C7, 0x5C7, Sort::kAccent},
    {0x610, 0x61A, Sort::kAccent}, {0x640, 0x640, Sort::kAccent}, {0x64B, 0x65F, Sort::kAccent},
    {0x670, 0x670, Sort::kAccent}, {0x6D6, 0x6DC, Sort::kAccent}, {0x6DF, 0x6E8, Sort::kAccent},
    {0x6EA, 0x6ED, Sort::kAccent}, {0x1AB0, 0x1AFF, Sort::kAccent}, {0x1DC0, 0x1DFF, Sort::kAccent},
    {0x20D0, 0x20FF, Sort::kAccent}, {0xFE20, 0xFE2F, Sort::kAccent},
    // What a sentence may end with.
    {'!', '!', Sort::kStop}, {'.', '.', Sort::kStop}, {':', ';', Sort::kStop}, {'?', '?', Sort::kStop},
    {0x37E, 0x37E, Sort::kStop}, {0x589, 0x589, Sort::kStop}, {0x60C, 0x60C, Sort::kStop},
    {0x61B, 0x61B, Sort::kStop}, {0x61F, 0x61F, Sort::kStop}, {0x6D4, 0x6D4, Sort::kStop},
    {0x964, 0x965, Sort::kStop}, {0x104A, 0x104B, Sort::kStop}, {0x1362, 0x1362, Sort::kStop},
    {0x17D4, 0x17D5, Sort::kStop}, {0x2026, 0x2026, Sort::kStop}, {0x203C, 0x203D, Sort::kStop},
    {0x2047, 0x2049, Sort::kStop}, {0x3001, 0x3002, Sort::kStop}, {0xFF61, 0xFF61, Sort::kStop},
    {0xFF64, 0xFF64, Sort::kStop},
};

Sort sort_of(char32_t c) {
  for (const Range& range : kRanges) {
    if (range.first <= c && c <= range.last) return range.sort;
  }
  return Sort::kOther;
}

bool is_continued(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

// The letter that begins at `at`, which goes on to the next.
char32_t next_letter(std::string_view text, std::size_t& at) {
  const auto first = static_cast<unsigned char>(text[at++]);
  int more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC0 ? 1 : 0;
  char32_t letter = more == 0 ? first : first & (0x3Fu >> more);
  for (; more > 0 && at < text.size() && is_continued(text[at]); --more) {
    letter = letter << 6 | (static_cast<unsigned char>(text[at++]) & 0x3Fu);
  }
  return letter;
}

void add_letter(char32_t c, std::string& text) {
  int more = c < 0x80 ? 0 : c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
  constexpr unsigned char kFirst[] = {0, 0xC0, 0xE0, 0xF0};
  text += static_cast<char>(kFirst[more] | (c >> (6 * more)));
  for (; more > 0; --more) text += static_cast<char>(0x80 | (c >> (6 * (more - 1)) & 0x3F));
}

// What a keyboard may write for the same sign, or a phone by itself.
char32_t usual(char32_t c) {
  if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;  // As wide as an ideogram.
  switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x2BC: return '\'';
    case 0x201C:
    case 0x201D:
    case 0x201E: return '"';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2212:
    case 0xFE63: return '-';
    default: return c;
  }
}

bool is_capital_latin(char32_t c) {
  if (c < 0x100) return c < 0xDF;
  const bool is_odd = c & 1;
  return (c >= 0x139 && c <= 0x148) || c >= 0x179 ? is_odd : !is_odd;
}

char32_t small_letter(char32_t c) {
  const auto is_between = [c](char32_t first, char32_t last) { return first <= c && c <= last; };
  if (is_between('A', 'Z') || is_between(0x391, 0x3A9) || is_between(0x410, 0x42F)) return c + 0x20;
  if (c == 0x3C2) return 0x3C3;  // A sigma at a word's end.
  if (c == 0xB5) return 0x3BC;   // Micro.
  if (is_between(0x400, 0x40F)) return c + 0x50;
  if (is_between(0x531, 0x556)) return c + 0x30;
  if (c == 0x4C0) return 0x4CF;
  if (is_between(0x4C1, 0x4CE)) return c + (c & 1);
  if (is_between(0x460, 0x481) || is_between(0x48A, 0x4BF) || is_between(0x4D0, 0x52F) || is_between(0x1E00, 0x1EFF)) return c | 1;
  // Letters that are written alike, or for one another.
  if (c == 0x649 || c == 0x6CC) return 0x64A;
  if (c == 0x6A9) return 0x643;
  if (c == 0x671) return 0x627;
  return c;
}

// A letter or mark without what makes no difference.
void add_folded(char32_t c, std::string& text) {
  if (c >= kLatinStart && c < kLatinEnd) {
    const char base = kLatin[c - kLatinStart];
    switch (base) {
      case 'E': text += "ae"; return;
      case 'O': text += "oe"; return;
      case 'S': text += "ss"; return;
      case 'J': text += "ij"; return;
      case '.': break;
      default: text += base; return;
    }
    // Eth, thorn and eng; what else has a point has no case.
    if (c == 0xD0 || c == 0xDE) c += 0x20;
    if (c == 0x14A) c += 1;
    return add_letter(c, text);
  }
  if (c == 0x1E9E) {
    text += "ss";
    return;
  }
  // In Cyrillic this is a letter, and no accent.
  if (sort_of(c) == Sort::kAccent && !(c == 0x306 && text.ends_with("\u0438"))) return;
  for (const char16_t zero : kDigits) {
    if (c - zero < 10) return add_letter('0' + (c - zero), text);
  }
  add_letter(small_letter(c), text);
}

// Takes a letter apart, as far as it has parts.
void add_parts(char32_t c, bool exact, std::string& text) {
  if (c >= kLatinStart && c < kLatinEnd && kLatinMarks[c - kLatinStart] != '.') {
    const auto base = static_cast<char32_t>(kLatin[c - kLatinStart]);
    add_parts(is_capital_latin(c) ? base - 32 : base, exact, text);
    return add_parts(kMarks[kLatinMarks[c - kLatinStart] - 'a'], exact, text);
  }
  for (const Parts& parts : kParts) {
    if (parts.letter != c) continue;
    add_parts(parts.base, exact, text);
    return add_parts(parts.mark, exact, text);
  }
  if (exact) {
    add_letter(c, text);
  } else {
    add_folded(c, text);
  }
}

// Where the last letter begins.
std::size_t last_letter(std::string_view text) {
  std::size_t at = text.size() - 1;
  while (at > 0 && is_continued(text[at])) --at;
  return at;
}

std::string_view bare(std::string_view text) {
  while (!text.empty()) {
    std::size_t at = last_letter(text);
    const std::size_t start = at;
    const char32_t last = next_letter(text, at);
    if (last != ' ' && sort_of(last) != Sort::kStop) break;
    text = text.substr(0, start);
  }
  while (text.starts_with("\u00a1") || text.starts_with("\u00bf")) text.remove_prefix(2);
  return text;
}

std::string folded(std::string_view text, bool exact) {
  std::string letters;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = usual(next_letter(text, at));
    const Sort sort = sort_of(c);
    if (sort == Sort::kSpace) {
      if (!letters.empty() && letters.back() != ' ') letters += ' ';
    } else if (sort != Sort::kUnseen) {
      add_parts(c, exact, letters);
    }
  }
  if (letters.ends_with(' ')) letters.pop_back();
  const std::string_view without = exact ? std::string_view() : bare(letters);
  return without.empty() ? letters : std::string(without);
}

// A number as it may be meant: `millionths`, and whether it is a little more, away from zero.
struct Amount {
  std::int64_t millionths = 0;
  bool is_more = false;
};

// The ways to read a number; none when it is no number.
struct Readings {
  int count = 0;
  Amount amounts[2];
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Separators in `whole` are passed over.
Amount amount_of(std::string_view whole, std::string_view part, bool is_negative) {
  constexpr std::int64_t kMost = 1'000'000'000'000;
  Amount amount;
  for (const char c : whole) {
    if (is_digit(c)) amount.millionths = std::min(amount.millionths * 10 + (c - '0'), kMost);
  }
  amount.millionths *= 1'000'000;
  std::int64_t unit = 100'000;
  for (const char c : part) {
    amount.is_more = amount.is_more || (unit == 0 && c != '0');
    amount.millionths += (c - '0') * unit;
    unit /= 10;
  }
  if (is_negative) amount.millionths = -amount.millionths;
  return amount;
}

// Whether its thousands are set apart, all by the same sign. In India only the last three digits are such a group, and
// what comes before has two.
bool are_thousands(std::string_view number) {
  const std::size_t first = number.find_first_not_of("0123456789");
  if (first == number.npos || first == 0 || first > 3 || number[0] == '0' || number[first] == 'p') return false;
  std::size_t length = 0;
  for (std::size_t i = first; i < number.size(); ++i) {
    const bool is_separator = !is_digit(number[i]);
    if (is_separator && (number[i] != number[first] || (i > first && length != 2 && length != 3))) return false;
    length = is_separator ? 0 : length + 1;
  }
  return length == 3;
}

Readings readings_of(std::string_view unit, std::string_view typed) {
  const std::string letters = folded(typed, false);
  const std::string name = folded(unit, false);
  std::string_view text = letters;
  if (!name.empty() && text.ends_with(name)) {
    text.remove_suffix(name.size());
  } else if (!name.empty() && text.starts_with(name)) {
    text.remove_prefix(name.size());
  }
  if (text.ends_with(' ')) text.remove_suffix(1);
  if (text.starts_with(' ')) text.remove_prefix(1);
  const bool is_negative = text.starts_with('-');
  if (is_negative || text.starts_with('+')) text.remove_prefix(1);
  if (text.starts_with(' ')) text.remove_prefix(1);

  // The Arabic signs for a point and for thousands become p and t.
  std::string number;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_letter(text, at);
    const char sign = c == 0x66B ? 'p' : c == 0x66C ? 't' : c == 0x60C ? ',' : c < 0x80 ? static_cast<char>(c) : '?';
    const bool is_ours = sign != 'p' && sign != 't';
    if (!is_digit(sign) && std::string_view(",.' ").find(sign) == std::string_view::npos && (is_ours || c < 0x80)) return {};
    number += sign;
  }
  Readings readings;
  const auto add = [&](std::string_view whole, std::string_view part) {
    readings.amounts[readings.count++] = amount_of(whole, part, is_negative);
  };
  const std::size_t last = number.find_last_not_of("0123456789");
  const std::string_view all = number;
  if (last == all.npos) {
    if (!all.empty()) add(all, {});
    return readings;
  }
  const std::string_view whole = all.substr(0, last);
  const bool can_be_point = std::string_view(",.p").find(all[last]) != std::string_view::npos && last + 1 < all.size();
  const std::size_t earlier = whole.find_first_not_of("0123456789");
  if (can_be_point && (earlier == whole.npos || (whole[earlier] != all[last] && are_thousands(whole)))) {
    add(whole, all.substr(last + 1));
  }
  if (are_thousands(all)) add(all, {});
  return readings;
}

}  // namespace

bool is_accepted(const std::vector<std::string>& accept, bool exact, std::string_view typed) {
  const std::string given = folded(typed, exact);
  return !given.empty() && std::any_of(accept.begin(), accept.end(),
                                       [&](const std::string& word) { return folded(word, exact) == given; });
}

bool holds_number(std::string_view unit, std::string_view typed) { return readings_of(unit, typed).count > 0; }

bool is_number(std::int64_t answer, std::int64_t tolerance, std::string_view unit, std::string_view typed) {
  const auto is_near = [&](std::int64_t millionths) {
    return answer - tolerance <= millionths && millionths <= answer + tolerance;
  };
  const Readings readings = readings_of(unit, typed);
  for (int i = 0; i < readings.count; ++i) {
    const Amount& amount = readings.amounts[i];
    const std::int64_t next = amount.millionths + (amount.millionths < 0 ? -1 : 1);
    if (is_near(amount.millionths) && (!amount.is_more || is_near(next))) return true;
  }
  return false;
}

}  // namespace bytes::learning
