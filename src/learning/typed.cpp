#include "learning/typed.h"

#include <algorithm>
#include <iterator>

namespace bytes::learning {
namespace {

using Letters = std::u32string;

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

// First and last.
struct Range {
  char16_t first, last;
};

template <std::size_t count>
bool is_in(const Range (&ranges)[count], char32_t c) {
  return std::any_of(std::begin(ranges), std::end(ranges), [c](Range range) { return range.first <= c && c <= range.last; });
}

constexpr Range kSpaces[] = {{0x9, 0xD}, {0x20, 0x20}, {0x85, 0x85}, {0xA0, 0xA0}, {0x1680, 0x1680}, {0x2000, 0x200A},
                             {0x2028, 0x2029}, {0x202F, 0x202F}, {0x205F, 0x205F}, {0x3000, 0x3000}};
// Joiners, marks of direction, variations: nobody types them knowingly.
constexpr Range kUnseen[] = {{0xAD, 0xAD}, {0x61C, 0x61C}, {0x200B, 0x200F}, {0x202A, 0x202E}, {0x2060, 0x2069},
                             {0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF}};
// Latin, Hebrew, Arabic (with tatweel).
constexpr Range kAccents[] = {{0x300, 0x36F}, {0x591, 0x5BD}, {0x5BF, 0x5BF}, {0x5C1, 0x5C2}, {0x5C4, 0x5C5}, {0x5C7, 0x5C7},
                              {0x610, 0x61A}, {0x640, 0x640}, {0x64B, 0x65F}, {0x670, 0x670}, {0x6D6, 0x6DC}, {0x6DF, 0x6E8},
                              {0x6EA, 0x6ED}, {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF}, {0x20D0, 0x20FF}, {0xFE20, 0xFE2F}};
// What a sentence may end with.
constexpr Range kStops[] = {{'!', '!'}, {',', ','}, {'.', '.'}, {':', ';'}, {'?', '?'}, {0x37E, 0x37E}, {0x589, 0x589},
                            {0x60C, 0x60C}, {0x61B, 0x61B}, {0x61F, 0x61F}, {0x6D4, 0x6D4}, {0x964, 0x965}, {0x104A, 0x104B},
                            {0x1362, 0x1362}, {0x17D4, 0x17D5}, {0x2026, 0x2026}, {0x203C, 0x203D}, {0x2047, 0x2049},
                            {0x3001, 0x3002}, {0xFF61, 0xFF61}, {0xFF64, 0xFF64}};

Letters decoded(std::string_view text) {
  Letters letters;
  for (std::size_t i = 0; i < text.size();) {
    const auto first = static_cast<unsigned char>(text[i++]);
    int more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC0 ? 1 : 0;
    char32_t c = more == 0 ? first : first & (0x3Fu >> more);
    for (; more > 0 && i < text.size() && (static_cast<unsigned char>(text[i]) & 0xC0) == 0x80; --more) {
      c = c << 6 | (static_cast<unsigned char>(text[i++]) & 0x3Fu);
    }
    letters += c;
  }
  return letters;
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

// Takes a letter apart, as far as it has parts.
void add_parts(char32_t c, Letters& letters) {
  if (c >= kLatinStart && c < kLatinEnd) {
    const char mark = kLatinMarks[c - kLatinStart];
    if (mark == '.') {
      letters += c;
    } else {
      const auto base = static_cast<char32_t>(kLatin[c - kLatinStart]);
      letters += is_capital_latin(c) ? base - 32 : base;
      letters += kMarks[mark - 'a'];
    }
    return;
  }
  const auto* found = std::find_if(std::begin(kParts), std::end(kParts), [c](const Parts& parts) { return parts.letter == c; });
  if (found == std::end(kParts)) {
    letters += c;
  } else {
    add_parts(found->base, letters);
    letters += found->mark;
  }
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

void add_folded(char32_t c, Letters& letters) {
  if (c >= kLatinStart && c < kLatinEnd) {
    const char base = kLatin[c - kLatinStart];
    switch (base) {
      case 'E': letters += U"ae"; return;
      case 'O': letters += U"oe"; return;
      case 'S': letters += U"ss"; return;
      case 'J': letters += U"ij"; return;
      case '.': break;
      default: letters += static_cast<char32_t>(base); return;
    }
    // Eth, thorn and eng; what else has a point has no case.
    if (c == 0xD0 || c == 0xDE) c += 0x20;
    if (c == 0x14A) c += 1;
    letters += c;
    return;
  }
  if (c == 0x1E9E) {
    letters += U"ss";
    return;
  }
  // In Cyrillic this is a letter, and no accent.
  if (c == 0x306 && !letters.empty() && letters.back() == 0x438) letters += c;
  if (is_in(kAccents, c)) return;
  const auto* digits = std::find_if(std::begin(kDigits), std::end(kDigits), [c](char16_t zero) { return c - zero < 10; });
  letters += digits == std::end(kDigits) ? small_letter(c) : U'0' + (c - *digits);
}

void trim_end(Letters& letters) {
  if (!letters.empty() && letters.back() == ' ') letters.pop_back();
}

Letters folded(std::string_view text, bool exact) {
  Letters apart;
  for (char32_t c : decoded(text)) {
    c = usual(c);
    if (is_in(kSpaces, c)) {
      if (!apart.empty() && apart.back() != ' ') apart += ' ';
    } else if (!is_in(kUnseen, c)) {
      add_parts(c, apart);
    }
  }
  trim_end(apart);
  if (exact) return apart;
  Letters letters;
  for (const char32_t c : apart) add_folded(c, letters);
  Letters bare = letters;
  while (!bare.empty() && is_in(kStops, bare.back())) {
    bare.pop_back();
    trim_end(bare);
  }
  while (!bare.empty() && (bare.front() == 0xA1 || bare.front() == 0xBF)) bare.erase(0, 1);
  return bare.empty() ? letters : bare;
}

constexpr char32_t kArabicPoint = 0x66B;
// Comma, point, apostrophe, space, and the Arabic signs for a point and for thousands.
constexpr std::u32string_view kSeparators = U",.' \u066B\u066C";
constexpr std::int64_t kMost = 1'000'000'000'000;

// A number as it may be meant: `millionths`, and whether it is a little more, away from zero.
struct Amount {
  std::int64_t millionths = 0;
  bool is_more = false;
};

Amount amount_of(const Letters& whole, const Letters& part, bool is_negative) {
  Amount amount;
  std::int64_t units = 0;
  for (const char32_t digit : whole) units = std::min(units * 10 + (digit - U'0'), kMost);
  amount.millionths = units * 1'000'000;
  std::int64_t unit = 100'000;
  for (const char32_t digit : part) {
    amount.is_more = amount.is_more || (unit == 0 && digit != '0');
    amount.millionths += (digit - U'0') * unit;
    unit /= 10;
  }
  if (is_negative) amount.millionths = -amount.millionths;
  return amount;
}

// Digits between separators.
struct Groups {
  std::vector<Letters> digits = std::vector<Letters>(1);
  std::vector<char32_t> separators;

  // Whether the first `count` groups are a whole number whose thousands are set apart, all by the same sign. In India
  // only the last three digits are such a group, and what comes before has two.
  bool are_thousands(std::size_t count) const {
    const std::size_t first = digits[0].size();
    if (first == 0 || first > 3 || digits[0][0] == '0' || digits[count - 1].size() != 3) return false;
    for (std::size_t i = 1; i < count; ++i) {
      if (separators[i - 1] != separators[0] || (digits[i].size() != 3 && digits[i].size() != 2)) return false;
    }
    return separators[0] != kArabicPoint;
  }

  Letters joined(std::size_t count) const {
    Letters all;
    for (std::size_t i = 0; i < count; ++i) all += digits[i];
    return all;
  }
};

// All ways to read it; none when it is no number.
std::vector<Amount> amounts_in(std::string_view unit, std::string_view typed) {
  Letters text = folded(typed, false);
  const Letters name = folded(unit, false);
  if (!name.empty() && text.ends_with(name)) {
    text.resize(text.size() - name.size());
  } else if (!name.empty() && text.starts_with(name)) {
    text.erase(0, name.size());
  }
  trim_end(text);
  if (text.starts_with(U' ')) text.erase(0, 1);
  const bool is_negative = text.starts_with(U'-');
  if (is_negative || text.starts_with(U'+')) text.erase(0, 1);
  if (text.starts_with(U' ')) text.erase(0, 1);

  Groups groups;
  for (const char32_t c : text) {
    if (c >= '0' && c <= '9') {
      groups.digits.back() += c;
    } else {
      // An Arabic comma is one, too.
      const char32_t separator = c == 0x60C ? U',' : c;
      if (kSeparators.find(separator) == std::u32string_view::npos) return {};
      groups.separators.push_back(separator);
      groups.digits.emplace_back();
    }
  }
  const std::size_t before = groups.separators.size();
  if (before == 0 && text.empty()) return {};
  std::vector<Amount> amounts;
  if (before == 0) {
    amounts.push_back(amount_of(text, {}, is_negative));
    return amounts;
  }
  const char32_t last = groups.separators.back();
  const bool can_be_point = last == ',' || last == '.' || last == kArabicPoint;
  if (can_be_point && !groups.digits.back().empty() &&
      (before == 1 || (groups.separators[0] != last && groups.are_thousands(before)))) {
    amounts.push_back(amount_of(groups.joined(before), groups.digits.back(), is_negative));
  }
  if (groups.are_thousands(before + 1)) amounts.push_back(amount_of(groups.joined(before + 1), {}, is_negative));
  return amounts;
}

}  // namespace

bool is_accepted(const std::vector<std::string>& accept, bool exact, std::string_view typed) {
  const Letters given = folded(typed, exact);
  return !given.empty() && std::any_of(accept.begin(), accept.end(),
                                       [&](const std::string& word) { return folded(word, exact) == given; });
}

bool holds_number(std::string_view unit, std::string_view typed) { return !amounts_in(unit, typed).empty(); }

bool is_number(std::int64_t answer, std::int64_t tolerance, std::string_view unit, std::string_view typed) {
  const auto is_near = [&](std::int64_t millionths) {
    return answer - tolerance <= millionths && millionths <= answer + tolerance;
  };
  const std::vector<Amount> amounts = amounts_in(unit, typed);
  return std::any_of(amounts.begin(), amounts.end(), [&](const Amount& amount) {
    const std::int64_t next = amount.millionths + (amount.millionths < 0 ? -1 : 1);
    return is_near(amount.millionths) && (!amount.is_more || is_near(next));
  });
}

}  // namespace bytes::learning
