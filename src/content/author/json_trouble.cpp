#include "content/author/json_trouble.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "content/author/words.h"
#include "content/codes.h"

namespace bytes::content {
namespace {

bool is_hexadecimal(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
bool is_of_word(char c) { return is_letter(c) || c == '_' || c == '$'; }
bool starts(std::string_view text, std::size_t offset, std::string_view with) {
  return text.substr(offset, with.size()) == with;
}

// The offset of the first byte that is not well-formed UTF-8 (Unicode 15, table 3-7), or npos. A NUL counts as one: in
// no text file does it belong, and it marks UTF-16.
std::size_t find_invalid_utf8(std::string_view text) {
  std::size_t i = 0;
  while (i < text.size()) {
    const unsigned char lead = static_cast<unsigned char>(text[i]);
    std::size_t length = 1;
    unsigned char lowest = 0x80;
    unsigned char highest = 0xbf;
    if (lead >= 0x80 || lead == 0) {
      if (lead >= 0xc2 && lead <= 0xdf) {
        length = 2;
      } else if (lead >= 0xe0 && lead <= 0xef) {
        length = 3;
        if (lead == 0xe0) lowest = 0xa0;
        if (lead == 0xed) highest = 0x9f;
      } else if (lead >= 0xf0 && lead <= 0xf4) {
        length = 4;
        if (lead == 0xf0) lowest = 0x90;
        if (lead == 0xf4) highest = 0x8f;
      } else {
        return i;
      }
      if (i + length > text.size()) return i;
      for (std::size_t k = 1; k < length; ++k) {
        const unsigned char c = static_cast<unsigned char>(text[i + k]);
        if (c < lowest || c > highest) return i;
        lowest = 0x80;
        highest = 0xbf;
      }
    }
    i += length;
  }
  return std::string_view::npos;
}

// Reads tokens as long as they are right, then says what is wrong with the next.
class Explainer {
 public:
  explicit Explainer(std::string_view text) : text_(text) {
    if (starts(text, 0, "\xef\xbb\xbf")) offset_ = 3;
  }

  JsonTrouble explain() {
    while (step()) {
    }
    const std::size_t next = skip_space(offset_);
    switch (expects_) {
      case Expects::kDocument:
        if (is_over(next))
          return {text_.size(), codes::kJsonEmpty, "the file is empty", "start it with { and end it with }"};
        return value(next);
      case Expects::kFirstItem: return value(next);
      case Expects::kFirstName: return name(next);
      case Expects::kColon: return after_name(next);
      case Expects::kSeparator: return after_value(next);
      case Expects::kEnd: break;
    }
    if (is_comment(next)) return comment(next);
    return trouble(next, "something follows after the end",
                   "take it out, or look for one closing bracket too many before it");
  }

 private:
  // What may come after the last token that was right.
  enum class Expects {
    kDocument,   // Nothing was read yet.
    kFirstItem,  // After `[`.
    kFirstName,  // After `{`.
    kColon,      // After a name.
    kSeparator,  // After a value: a comma or the end of its list or object.
    kEnd,        // After the document.
  };

  struct Container {
    bool is_object = false;
    std::size_t offset = 0;
  };

  static JsonTrouble trouble(std::size_t offset, std::string message, std::string remedy) {
    return {offset, codes::kJsonSyntax, std::move(message), std::move(remedy)};
  }

  // Moves past the next token, with the comma or colon before it. False when it is wrong or there is none.
  bool step() {
    std::size_t next = skip_space(offset_);
    const char closing = open_.empty() ? '\0' : closer();
    switch (expects_) {
      case Expects::kEnd: return false;
      case Expects::kDocument: return take_value(next);
      case Expects::kFirstItem: return at(next) == closing ? close(next) : take_value(next);
      case Expects::kFirstName: return at(next) == closing ? close(next) : take_name(next);
      case Expects::kColon: return at(next) == ':' && take_value(skip_space(next + 1));
      case Expects::kSeparator: break;
    }
    if (at(next) == closing) return close(next);
    if (at(next) != ',') return false;
    next = skip_space(next + 1);
    return open_.back().is_object ? take_name(next) : take_value(next);
  }

  bool close(std::size_t offset) {
    open_.pop_back();
    return move_past_value(offset + 1);
  }

  bool take_name(std::size_t offset) {
    const std::size_t end = at(offset) == '"' ? string_end(offset) : std::string_view::npos;
    if (end == std::string_view::npos) return false;
    last_name_ = text_.substr(offset + 1, end - offset - 2);
    offset_ = end;
    expects_ = Expects::kColon;
    return true;
  }

  bool take_value(std::size_t offset) {
    const char c = at(offset);
    if (is_over(offset)) return false;
    if (c == '{' || c == '[') {
      open_.push_back({c == '{', offset});
      offset_ = offset + 1;
      expects_ = c == '{' ? Expects::kFirstName : Expects::kFirstItem;
      return true;
    }
    if (is_of_word(c)) {
      const std::string_view literal = word(offset);
      const bool is_known = literal == "true" || literal == "false" || literal == "null";
      return is_known && move_past_value(offset + literal.size());
    }
    const std::size_t end = c == '"' ? string_end(offset) : number_end(offset);
    return end != std::string_view::npos && move_past_value(end);
  }

  bool move_past_value(std::size_t offset) {
    offset_ = offset;
    expects_ = open_.empty() ? Expects::kEnd : Expects::kSeparator;
    return true;
  }

  std::size_t skip_space(std::size_t offset) const {
    return std::min(text_.find_first_not_of(" \t\r\n", offset), text_.size());
  }
  // Just after the string that begins at `begin`, or npos.
  std::size_t string_end(std::size_t begin) const {
    std::size_t end = begin;
    return string_trouble(begin, end) ? std::string_view::npos : end;
  }
  // Just after the number that begins at `i`, or npos.
  std::size_t number_end(std::size_t i) const {
    const std::size_t begin = i;
    const auto take_digits = [&] {
      const std::size_t first = i;
      while (is_digit(at(i))) ++i;
      return i > first;
    };
    if (at(i) == '-') ++i;
    if (at(i) == '0') {
      ++i;
    } else if (!take_digits()) {
      return std::string_view::npos;
    }
    if (at(i) == '.') {
      ++i;
      if (!take_digits()) return std::string_view::npos;
    }
    if (at(i) == 'e' || at(i) == 'E') {
      ++i;
      if (at(i) == '+' || at(i) == '-') ++i;
      if (!take_digits()) return std::string_view::npos;
    }
    const double number = std::strtod(std::string(text_.substr(begin, i - begin)).c_str(), nullptr);
    return std::isfinite(number) ? i : std::string_view::npos;
  }

  char at(std::size_t offset) const { return offset < text_.size() ? text_[offset] : '\0'; }
  bool is_over(std::size_t offset) const { return offset >= text_.size(); }
  bool is_comment(std::size_t offset) const {
    return starts(text_, offset, "//") || starts(text_, offset, "/*") || at(offset) == '#';
  }
  // Typewriter and typographic quotation marks that are not JSON's.
  bool is_foreign_quote(std::size_t offset) const {
    for (std::string_view quote : {"'", "`", "“", "”", "„", "‘", "’", "«", "»"}) {
      if (starts(text_, offset, quote)) return true;
    }
    return false;
  }

  char closer() const { return open_.back().is_object ? '}' : ']'; }
  std::string opener_in_words() const {
    return std::string("the ") + (open_.back().is_object ? '{' : '[') + " of line " +
           std::to_string(line_of(open_.back().offset));
  }
  bool is_inside() const { return !open_.empty(); }
  std::ptrdiff_t line_of(std::size_t offset) const {
    return std::count(text_.begin(), text_.begin() + static_cast<std::ptrdiff_t>(offset), '\n') + 1;
  }

  JsonTrouble over() const {
    return trouble(
        text_.size(), "the file ends here, but " + opener_in_words() + " is not closed",
        std::string("write the missing ") + closer() + ", or save the whole file again if its end was cut off");
  }

  static JsonTrouble comment(std::size_t offset) {
    return trouble(offset, "JSON has no comments", "put it into a \"note\" field, which is yours to use anywhere");
  }

  static JsonTrouble foreign_quote(std::size_t offset) {
    return trouble(offset, "these are not the quotation marks that JSON knows", "write \" before and after");
  }

  static JsonTrouble number(std::size_t offset) {
    return trouble(offset, "this number cannot be read", "write digits as in 5, -3 or 0.5, with no zero or + in front");
  }

  JsonTrouble after_value(std::size_t next) const {
    if (is_over(next)) return over();
    const char c = at(next);
    if (is_digit(c) && next == offset_ && text_[next - 1] == '0') return number(next - 1);
    if (c == ',') {
      const std::size_t after = skip_space(next + 1);
      if (is_over(after)) return over();
      if (at(after) == closer()) {
        return trouble(next, "a comma stands before the end", "take it out: commas only stand between");
      }
      return open_.back().is_object ? name(after) : value(after);
    }
    if (c == '}' || c == ']') return wrong_closer(next);
    if (c == ':') {
      return trouble(
          next, "a colon stands after a value",
          open_.back().is_object ? "write a comma between two fields" : "put \"name\": value pairs into { }");
    }
    if (is_comment(next)) return comment(next);
    const bool is_value =
        c == '"' || c == '{' || c == '[' || c == '-' || is_digit(c) || is_of_word(c) || is_foreign_quote(next);
    if (is_value) return trouble(offset_, "a comma is missing here", "write , between this and what comes next");
    return unexpected(next);
  }

  JsonTrouble after_name(std::size_t next) const {
    if (is_over(next)) return over();
    if (at(next) == ':') {
      const std::size_t after = skip_space(next + 1);
      const char c = at(after);
      if (c == ',' || c == '}' || c == ']') return no_value(after);
      return value(after);
    }
    if (at(next) == ',' || at(next) == '}') return no_value(next);
    return trouble(offset_, "a colon is missing after " + quoted(last_name_), "write : between a name and its value");
  }

  JsonTrouble no_value(std::size_t offset) const {
    return trouble(offset, quoted(last_name_) + " has no value", "write a value after it, or take the name out");
  }

  JsonTrouble wrong_closer(std::size_t offset) const {
    return trouble(offset, std::string("this ") + at(offset) + " cannot close " + opener_in_words(),
                   std::string("write ") + closer() + " first, or take this out");
  }

  JsonTrouble name(std::size_t offset) const {
    if (is_over(offset)) return over();
    const char c = at(offset);
    if (c == '"') return string(offset);
    if (is_foreign_quote(offset)) return foreign_quote(offset);
    if (is_comment(offset)) return comment(offset);
    if (c == ',') return trouble(offset, "a comma stands where a name belongs", "take it out");
    if (c == ']' || c == '}') return wrong_closer(offset);
    if (is_of_word(c)) {
      return trouble(offset, "the name " + quoted(word(offset)) + " is not in quotation marks",
                     "write \" before and after");
    }
    return trouble(offset, "a field begins with its name", "write \"name\": before the value");
  }

  JsonTrouble value(std::size_t offset) const {
    if (is_over(offset)) return over();
    const char c = at(offset);
    if (c == '"') return string(offset);
    if (is_foreign_quote(offset)) return foreign_quote(offset);
    if (is_comment(offset)) return comment(offset);
    if (c == ',') {
      return trouble(offset, "a comma stands where a value belongs", "take it out, or write the value before it");
    }
    if ((c == ']' || c == '}') && is_inside()) return wrong_closer(offset);
    if (is_digit(c) || c == '-' || c == '+' || c == '.') return number(offset);
    if (is_of_word(c)) {
      return trouble(offset, quoted(word(offset)) + " is not a value",
                     "put text in \" \", or write true, false or null in small letters");
    }
    return unexpected(offset);
  }

  JsonTrouble string(std::size_t begin) const {
    std::size_t end = begin;
    return *string_trouble(begin, end);
  }

  // What is wrong with the string that begins at `begin`; moves `end` past it when nothing is.
  std::optional<JsonTrouble> string_trouble(std::size_t begin, std::size_t& end) const {
    std::size_t i = begin + 1;
    while (!is_over(i) && at(i) != '"') {
      const char c = at(i);
      if (c == '\n' || c == '\r') {
        return trouble(begin, "this text is not closed in its line",
                       "end it with \", and write \\n for a line break inside it");
      }
      if (static_cast<unsigned char>(c) < 0x20) {
        return trouble(i, "a control character stands in the text",
                       c == '\t' ? "write a space, or \\t for a tab" : "take it out");
      }
      if (c != '\\') {
        ++i;
      } else if (at(i + 1) != 'u') {
        if (!is_over(i + 1) && std::string_view("\"\\/bfnrt").find(at(i + 1)) == std::string_view::npos) {
          return trouble(i, "this is not one of the signs that JSON writes with \\", "write \\\\ for a backslash");
        }
        i += 2;
      } else {
        const std::optional<unsigned> unit = utf16_unit(i);
        if (!unit) return trouble(i, "\\u asks for four hexadecimal digits", "write the character itself instead");
        const bool is_first_half = *unit >= 0xd800 && *unit < 0xdc00;
        const unsigned second = is_first_half ? utf16_unit(i + 6).value_or(0) : 0;
        const bool has_second_half = second >= 0xdc00 && second < 0xe000;
        if ((*unit >= 0xd800 && *unit < 0xe000) && !has_second_half) {
          return trouble(i, "this is half of a character that JSON writes with two \\u",
                         "write the character itself instead");
        }
        i += has_second_half ? 12 : 6;
      }
    }
    if (is_over(i)) {
      return trouble(begin, "this text is not closed before the file ends",
                     "end it with \", or save the whole file again if its end was cut off");
    }
    end = i + 1;
    return std::nullopt;
  }

  // The number of the `\uXXXX` at `offset`.
  std::optional<unsigned> utf16_unit(std::size_t offset) const {
    if (!starts(text_, offset, "\\u")) return std::nullopt;
    const std::string digits(text_.substr(std::min(offset + 2, text_.size()), 4));
    if (digits.size() < 4 || !std::all_of(digits.begin(), digits.end(), is_hexadecimal)) return std::nullopt;
    return static_cast<unsigned>(std::strtoul(digits.c_str(), nullptr, 16));
  }

  std::string_view word(std::size_t offset) const {
    std::size_t end = offset;
    while (is_of_word(at(end)) || is_digit(at(end)) || at(end) == '-') ++end;
    return text_.substr(offset, end - offset);
  }

  JsonTrouble unexpected(std::size_t offset) const {
    std::size_t end = offset + 1;
    while ((static_cast<unsigned char>(at(end)) & 0xc0) == 0x80) ++end;  // The rest of one UTF-8 character.
    return trouble(offset, quoted(text_.substr(offset, end - offset)) + " cannot stand here",
                   "take it out, or put text in \" \"");
  }

  std::string_view text_;
  std::size_t offset_ = 0;  // Just after the last token that was right.
  Expects expects_ = Expects::kDocument;
  std::vector<Container> open_;
  std::string_view last_name_;
};

}  // namespace

JsonTrouble explain_json_trouble(std::string_view text) {
  JsonTrouble trouble = Explainer(text).explain();
  const std::size_t invalid = find_invalid_utf8(text);
  if (invalid > trouble.offset) return trouble;
  return {invalid, codes::kJsonNotUtf8, "this is not UTF-8 text", "save the file with the encoding UTF-8"};
}

}  // namespace bytes::content
