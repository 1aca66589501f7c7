#include "content/author/import/ids.h"

#include <cstdint>

#include "base/ascii.h"

namespace bytes::content {
namespace {

constexpr std::size_t kLongestMadeId = 40;

// Of the letters from U+00C0 to U+017F, in their order; `.` for what is no letter of a word.
constexpr std::string_view kLatin =
    "A A A A A A AEC E E E E I I I I D N O O O O O . O U U U U Y THss"
    "a a a a a a aec e e e e i i i i d n o o o o o . o u u u u y thy "
    "A a A a A a C c C c C c C c D d D d E e E e E e E e E e G g G g "
    "G g G g H h H h I i I i I i I i I i IJijJ j K k k L l L l L l L "
    "l L l N n N n N n n N n O o O o O o OEoeR r R r R r S s S s S s "
    "S s T t T t T t U u U u U u U u U u U u W w Y y Y Z z Z z Z z s ";

}  // namespace

std::string id_from(std::string_view words) {
  std::string id;
  bool wants_hyphen = false;
  const auto add = [&](char c) {
    if (wants_hyphen && !id.empty()) id += '-';
    wants_hyphen = false;
    id += small(c);
  };
  for (std::size_t i = 0; i < words.size(); ++i) {
    const unsigned char c = static_cast<unsigned char>(words[i]);
    if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
      add(words[i]);
    } else if (c >= 0xc3 && c <= 0xc5 && i + 1 < words.size()) {
      const std::size_t code_point = (c & 0x1fu) << 6 | (static_cast<unsigned char>(words[i + 1]) & 0x3fu);
      ++i;
      const std::string_view letters = kLatin.substr((code_point - 0xc0) * 2, 2);
      if (letters[0] == '.') wants_hyphen = true;
      for (char letter : letters) {
        if (letter != ' ' && letter != '.') add(letter);
      }
    } else if (c == '\'' || c == 0xcc || c == 0xcd || (c == 0xe2 && words.substr(i, 3) == "\u2019")) {
      // Apostrophes and accents on their own are inside a word.
      if (c == 0xe2) i += 2;
      if (c == 0xcc || c == 0xcd) ++i;
    } else {
      wants_hyphen = true;
    }
  }
  if (id.size() > kLongestMadeId) {
    const std::size_t hyphen = id.rfind('-', kLongestMadeId);
    id.resize(hyphen == id.npos || hyphen == 0 ? kLongestMadeId : hyphen);
  }
  return id;
}

std::string Ids::unique(std::string_view words, std::string_view fallback) {
  std::string base = id_from(words);
  if (base.empty()) base = fallback;
  std::string id = base;
  if (used_.insert(id).second) return id;
  int& last = last_.try_emplace(base, 1).first->second;
  do {
    id = base + '-' + std::to_string(++last);
  } while (!used_.insert(id).second);
  return id;
}

}  // namespace bytes::content
