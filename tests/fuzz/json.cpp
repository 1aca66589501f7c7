// JSON: every value stands where it says, what is read is written and read as the same, and what is not JSON is
// explained at a place that can be shown.
#include "content/json.h"

#include <algorithm>
#include <cstdio>
#include <utility>

#include "content/author/excerpt.h"
#include "content/author/explain.h"
#include "content/author/json_text.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/targets.h"

namespace bytes::fuzz {
namespace {

using content::JsonValue;

void write(const JsonValue& value, std::string& out) {
  const char* between = "";
  switch (value.kind) {
    case JsonValue::Kind::kNull: out += "null"; break;
    case JsonValue::Kind::kBoolean: out += value.boolean ? "true" : "false"; break;
    case JsonValue::Kind::kInteger: out += std::to_string(value.integer); break;
    case JsonValue::Kind::kNumber: {
      char digits[40];
      std::snprintf(digits, sizeof digits, "%.17g", value.number);
      out += digits;
      // A whole number too large for an integer.
      if (out.find_last_not_of("-0123456789") == out.npos || std::string(digits).find_first_of(".e") == std::string::npos)
        out += ".0";
      break;
    }
    case JsonValue::Kind::kString: content::write_json_string(value.string, out); break;
    case JsonValue::Kind::kArray:
      out += '[';
      for (const JsonValue& item : value.items) {
        out += std::exchange(between, ",");
        write(item, out);
      }
      out += ']';
      break;
    case JsonValue::Kind::kObject:
      out += '{';
      for (const content::JsonMember& member : value.members) {
        out += std::exchange(between, ",");
        content::write_json_string(member.key, out);
        out += ':';
        write(member.value, out);
      }
      out += '}';
      break;
  }
}

bool are_equal(const JsonValue& a, const JsonValue& b) {
  if (a.kind != b.kind || a.boolean != b.boolean || a.integer != b.integer || a.number != b.number ||
      a.string != b.string || a.items.size() != b.items.size() || a.members.size() != b.members.size()) {
    return false;
  }
  for (std::size_t i = 0; i < a.items.size(); ++i) {
    if (!are_equal(a.items[i], b.items[i])) return false;
  }
  for (std::size_t i = 0; i < a.members.size(); ++i) {
    if (a.members[i].key != b.members[i].key || !are_equal(a.members[i].value, b.members[i].value)) return false;
  }
  return true;
}

// The letter that stands there; 0 at the end of the text.
char letter_at(std::string_view text, Position position) {
  std::size_t at = text.starts_with("\xef\xbb\xbf") ? 3 : 0;
  for (int line = 1; line < position.line; ++line) {
    const std::size_t end = text.find('\n', at);
    if (end == text.npos) return 0;
    at = end + 1;
  }
  for (int column = 1; column < position.column && at < text.size(); ++column) {
    ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80) ++at;
  }
  return at < text.size() ? text[at] : '\0';
}

void expect_in_place(const JsonValue& value, std::string_view text) {
  const char letter = letter_at(text, value.position);
  const char* wanted = value.kind == JsonValue::Kind::kNull      ? "n"
                       : value.kind == JsonValue::Kind::kBoolean ? "tf"
                       : value.kind == JsonValue::Kind::kString  ? "\""
                       : value.kind == JsonValue::Kind::kArray   ? "["
                       : value.kind == JsonValue::Kind::kObject  ? "{"
                                                                 : "-0123456789";
  expect(letter != 0 && std::string_view(wanted).find(letter) != std::string_view::npos, "a value is not where it says");
  for (const JsonValue& item : value.items) expect_in_place(item, text);
  for (const content::JsonMember& member : value.members) {
    expect(letter_at(text, member.position) == '"', "a name is not where it says");
    expect_in_place(member.value, text);
  }
}

void expect_shown(const Diagnostic& problem, std::string_view input) {
  const content::Excerpt excerpt = content::excerpt_at(input, problem.position);
  const int letters = static_cast<int>(
      std::count_if(excerpt.line.begin(), excerpt.line.end(), [](unsigned char c) { return (c & 0xc0) != 0x80; }));
  expect(letters <= 102, "a line that is too long to be shown");
  expect(excerpt.caret >= 0 && excerpt.caret <= letters, "a caret beside its line");
  const bool steers = std::any_of(excerpt.line.begin(), excerpt.line.end(), [](char c) { return c >= 0 && c < ' '; });
  expect(!steers, "a control character in a line to be shown");
  content::caret_line(excerpt);
}

}  // namespace

void fuzz_json(std::string_view input) {
  Diagnostics found;
  const JsonValue value = content::parse_json(input, "a.json", found);
  const Diagnostics problems = content::explained(found, input);
  expect_of_use(problems, "a.json", input);
  for (const Diagnostic& problem : problems.all()) expect_shown(problem, input);
  if (!value.was_read()) return expect(found.has_errors(), "no value, and nobody says why");
  if (input.size() <= 2'000) expect_in_place(value, input);

  std::string text;
  write(value, text);
  Diagnostics again;
  const JsonValue second = content::parse_json(text, "a.json", again);
  expect(second.was_read() && are_equal(value, second), "written again it reads otherwise: " + text);
}

}  // namespace bytes::fuzz
