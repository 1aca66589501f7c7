#include "content/json_trouble.h"

#include <utility>

#include "content/words.h"

namespace bytes::content {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$'; }
bool starts(std::string_view text, std::size_t offset, std::string_view with) {
  return text.substr(offset, with.size()) == with;
}

class Explainer {
 public:
  Explainer(std::string_view text, const JsonStop& stop) : text_(text), stop_(stop) {}

  JsonTrouble explain() const {
    const std::size_t next = skip_json_space(text_, stop_.offset);
    switch (stop_.expects) {
      case JsonExpects::kDocument:
      case JsonExpects::kFirstItem: return value(next);
      case JsonExpects::kFirstName: return name(next);
      case JsonExpects::kColon: return after_name(next);
      case JsonExpects::kSeparator: return after_value(next);
      case JsonExpects::kEnd: break;
    }
    if (is_comment(next)) return comment(next);
    return {next, "something follows after the end", "take it out, or look for one closing bracket too many before it"};
  }

 private:
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

  char closer() const { return stop_.in_object ? '}' : ']'; }
  std::string opener_in_words() const {
    return std::string("the ") + (stop_.in_object ? '{' : '[') + " of line " + std::to_string(stop_.opened.line);
  }
  bool is_inside() const { return stop_.expects != JsonExpects::kDocument && stop_.expects != JsonExpects::kEnd; }

  JsonTrouble over() const {
    if (!is_inside())
      return {text_.size(), "the file ends before anything is in it", "start it with { and end it with }"};
    return {text_.size(), "the file ends here, but " + opener_in_words() + " is not closed",
            std::string("write the missing ") + closer() + ", or save the whole file again if its end was cut off"};
  }

  static JsonTrouble comment(std::size_t offset) {
    return {offset, "JSON has no comments", "put it into a \"note\" field, which is yours to use anywhere"};
  }

  static JsonTrouble foreign_quote(std::size_t offset) {
    return {offset, "these are not the quotation marks that JSON knows", "write \" before and after"};
  }

  static JsonTrouble number(std::size_t offset) {
    return {offset, "this number cannot be read", "write digits as in 5, -3 or 0.5, with no zero or + in front"};
  }

  JsonTrouble after_value(std::size_t next) const {
    if (is_over(next)) return over();
    const char c = at(next);
    if (is_digit(c) && next == stop_.offset && text_[next - 1] == '0') return number(next - 1);
    if (c == ',') {
      const std::size_t after = skip_json_space(text_, next + 1);
      if (is_over(after)) return over();
      if (at(after) == closer())
        return {next, "a comma stands before the end", "take it out: commas only stand between"};
      return stop_.in_object ? name(after) : value(after);
    }
    if (c == '}' || c == ']') return wrong_closer(next);
    if (c == ':') {
      return {next, "a colon stands after a value",
              stop_.in_object ? "write a comma between two fields" : "put \"name\": value pairs into { }"};
    }
    if (is_comment(next)) return comment(next);
    const bool is_value =
        c == '"' || c == '{' || c == '[' || c == '-' || is_digit(c) || is_letter(c) || is_foreign_quote(next);
    if (is_value) return {stop_.offset, "a comma is missing here", "write , between this and what comes next"};
    return unexpected(next);
  }

  JsonTrouble after_name(std::size_t next) const {
    if (is_over(next)) return over();
    if (at(next) == ':') {
      const std::size_t after = skip_json_space(text_, next + 1);
      const char c = at(after);
      if (c == ',' || c == '}' || c == ']') return no_value(after);
      return value(after);
    }
    if (at(next) == ',' || at(next) == '}') return no_value(next);
    return {stop_.offset, "a colon is missing after " + quoted(stop_.last_name),
            "write : between a name and its value"};
  }

  JsonTrouble no_value(std::size_t offset) const {
    return {offset, quoted(stop_.last_name) + " has no value", "write a value after it, or take the name out"};
  }

  JsonTrouble wrong_closer(std::size_t offset) const {
    return {offset, std::string("this ") + at(offset) + " cannot close " + opener_in_words(),
            std::string("write ") + closer() + " first, or take this out"};
  }

  JsonTrouble name(std::size_t offset) const {
    if (is_over(offset)) return over();
    const char c = at(offset);
    if (c == '"') return string(offset);
    if (is_foreign_quote(offset)) return foreign_quote(offset);
    if (is_comment(offset)) return comment(offset);
    if (c == ',') return {offset, "a comma stands where a name belongs", "take it out"};
    if (c == ']' || c == '}') return wrong_closer(offset);
    if (is_letter(c))
      return {offset, "the name " + quoted(word(offset)) + " is not in quotation marks", "write \" before and after"};
    return {offset, "a field begins with its name", "write \"name\": before the value"};
  }

  JsonTrouble value(std::size_t offset) const {
    if (is_over(offset)) return over();
    const char c = at(offset);
    if (c == '"') return string(offset);
    if (is_foreign_quote(offset)) return foreign_quote(offset);
    if (is_comment(offset)) return comment(offset);
    if (c == ',') return {offset, "a comma stands where a value belongs", "take it out, or write the value before it"};
    if ((c == ']' || c == '}') && is_inside()) return wrong_closer(offset);
    if (is_digit(c) || c == '-' || c == '+' || c == '.') {
      return number(offset);
    }
    if (is_letter(c)) {
      return {offset, quoted(word(offset)) + " is not a value",
              "put text in \" \", or write true, false or null in small letters"};
    }
    return unexpected(offset);
  }

  // The string that begins at `begin` is at fault: finds where.
  JsonTrouble string(std::size_t begin) const {
    std::size_t i = begin + 1;
    while (!is_over(i) && at(i) != '"') {
      const char c = at(i);
      if (c == '\n' || c == '\r') {
        return {begin, "this text is not closed in its line",
                "end it with \", and write \\n for a line break inside it"};
      }
      if (static_cast<unsigned char>(c) < 0x20) {
        return {i, "a control character stands in the text",
                c == '\t' ? "write a space, or \\t for a tab" : "take it out"};
      }
      if (c == '\\') {
        ++i;
        if (at(i) == 'u') {
          for (std::size_t digit = 1; digit <= 4; ++digit) {
            const char d = at(i + digit);
            if (!is_digit(d) && !(d >= 'a' && d <= 'f') && !(d >= 'A' && d <= 'F')) {
              return {i - 1, "\\u asks for four hexadecimal digits", "write the character itself instead"};
            }
          }
        } else if (!is_over(i) && std::string_view("\"\\/bfnrt").find(at(i)) == std::string_view::npos) {
          return {i - 1, "this is not one of the signs that JSON writes with \\", "write \\\\ for a backslash"};
        }
      }
      ++i;
    }
    if (is_over(i))
      return {begin, "this text is not closed before the file ends",
              "end it with \", or save the whole file again if its end was cut off"};
    return {begin, "this text holds half of a two-part \\u sign", "write the character itself instead"};
  }

  std::string_view word(std::size_t offset) const {
    std::size_t end = offset;
    while (is_letter(at(end)) || is_digit(at(end)) || at(end) == '-') ++end;
    return text_.substr(offset, end - offset);
  }

  JsonTrouble unexpected(std::size_t offset) const {
    std::size_t end = offset + 1;
    while ((static_cast<unsigned char>(at(end)) & 0xc0) == 0x80) ++end;  // The rest of one UTF-8 character.
    return {offset, quoted(text_.substr(offset, end - offset)) + " cannot stand here",
            "take it out, or put text in \" \""};
  }

  std::string_view text_;
  const JsonStop& stop_;
};

}  // namespace

std::size_t skip_json_space(std::string_view text, std::size_t offset) {
  while (offset < text.size() &&
         (text[offset] == ' ' || text[offset] == '\t' || text[offset] == '\n' || text[offset] == '\r')) {
    ++offset;
  }
  return offset;
}

JsonTrouble explain_json_trouble(std::string_view text, const JsonStop& stop) {
  return Explainer(text, stop).explain();
}

}  // namespace bytes::content
