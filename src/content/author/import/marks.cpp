#include "content/author/import/marks.h"

#include <algorithm>
#include <cstddef>
#include <span>
#include <utility>

#include "base/ascii.h"
#include "content/author/markup.h"

namespace bytes::content {
namespace {

using Runs = std::span<const Run>;

// In code a backslash is a letter, so the fence must be longer than any inside.
std::string code_span(std::string_view letters) {
  std::size_t longest = 0;
  std::size_t length = 0;
  for (char c : letters) {
    length = c == '`' ? length + 1 : 0;
    longest = std::max(longest, length);
  }
  const std::string fence(longest + 1, '`');
  const bool needs_space =
      letters.front() == '`' || letters.back() == '`' || (letters.front() == ' ' && letters.back() == ' ');
  const std::string_view space = needs_space ? " " : "";
  return fence + std::string(space) + escape_placeholders(letters) + std::string(space) + fence;
}

std::string link_target(std::string_view href) {
  const bool is_simple = href.find_first_of("()<>&\\*_`[]") == href.npos;
  if (is_simple) return std::string(href);
  std::string target;
  for (char c : href) {
    if (std::string_view("()<>&\\*_`[]").find(c) != std::string_view::npos) target += '\\';
    target += c;
  }
  return target;
}

template <class Same>
std::size_t length_of_group(Runs runs, Same same) {
  std::size_t length = 1;
  while (length < runs.size() && same(runs[0], runs[length])) ++length;
  return length;
}

std::string write_emphasis(Runs runs) {
  std::string text;
  while (!runs.empty()) {
    const std::size_t length =
        length_of_group(runs, [](const Run& a, const Run& b) { return a.emphasis == b.emphasis; });
    const std::string_view mark = runs[0].emphasis ? "*" : "";
    text += mark;
    for (const Run& run : runs.first(length)) text += run.code ? code_span(run.text) : escape_marks(run.text);
    text += mark;
    runs = runs.subspan(length);
  }
  return text;
}

std::string write_strong(Runs runs) {
  std::string text;
  while (!runs.empty()) {
    const std::size_t length = length_of_group(runs, [](const Run& a, const Run& b) { return a.strong == b.strong; });
    const std::string_view mark = runs[0].strong ? "**" : "";
    text += mark;
    text += write_emphasis(runs.first(length));
    text += mark;
    runs = runs.subspan(length);
  }
  return text;
}

std::string write_links(Runs runs) {
  std::string text;
  while (!runs.empty()) {
    const std::size_t length = length_of_group(runs, [](const Run& a, const Run& b) { return a.href == b.href; });
    const std::string words = write_strong(runs.first(length));
    text += runs[0].href.empty() ? words : '[' + words + "](" + link_target(runs[0].href) + ')';
    runs = runs.subspan(length);
  }
  return text;
}

bool reads_back(const std::string& markup, const RichText& text) {
  // Braces are no mark for read_markup, but a placeholder for the reader of a Byte.
  for (std::size_t i = markup.find("{{"); i != markup.npos; i = markup.find("{{", i + 1)) {
    if (i == 0 || markup[i - 1] != '\\') return false;
  }
  Diagnostics diagnostics;
  return read_markup(markup, {}, diagnostics) == text && diagnostics.all().empty();
}

}  // namespace

std::string escape_marks(std::string_view text) {
  std::string escaped;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const char next = i + 1 < text.size() ? text[i + 1] : '\0';
    // md4c finds an address in more than `<` with a letter behind it.
    bool is_mark = std::string_view("\\*_`[]<").find(c) != std::string_view::npos;
    if (c == '&') is_mark = is_letter(next) || next == '#';
    if (c == '{') is_mark = next == '{' || (i > 0 && text[i - 1] == '{');
    if (is_mark) escaped += '\\';
    escaped += c;
  }
  return escaped;
}

std::string escape_placeholders(std::string_view text) {
  std::string escaped;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t braces = 0;
    while (i + braces < text.size() && text[i + braces] == '{') ++braces;
    if (braces == 0) {
      escaped += text[i++];
      continue;
    }
    i += braces;
    // `{\{{` for three: every pair has its backslash, and none of them stands behind another brace.
    if (braces % 2 == 1) escaped += '{';
    for (std::size_t pair = 0; pair < braces / 2; ++pair) escaped += "\\{{";
  }
  return escaped;
}

RichText tidied(const RichText& text) {
  const auto is_space = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
  RichText tidy;
  bool wants_space = false;
  for (const Run& run : text) {
    // Its marks without its letters, of which there may be many.
    const Run marks = {{}, run.strong, run.emphasis, run.code, run.href, run.language};
    for (std::size_t i = 0, end = 0; i < run.text.size(); i = end) {
      while (end < run.text.size() && is_space(run.text[end]) == is_space(run.text[i])) ++end;
      Run part = marks;
      if (is_space(run.text[i])) {
        // Inside of code the number of spaces can matter.
        if (run.code && i > 0 && end < run.text.size()) {
          part.text.assign(end - i, ' ');
          append(tidy, std::move(part));
        } else {
          wants_space = !tidy.empty();
        }
        continue;
      }
      part.text = run.text.substr(i, end - i);
      if (wants_space) {
        // It has the marks that both its neighbours have: `**a **b` would be no emphasis.
        Run space;
        space.text = " ";
        space.strong = tidy.back().strong && part.strong;
        space.emphasis = tidy.back().emphasis && part.emphasis;
        if (tidy.back().href == part.href) space.href = part.href;
        append(tidy, std::move(space));
        wants_space = false;
      }
      append(tidy, std::move(part));
    }
  }
  return tidy;
}

std::string markup_of(const RichText& text) {
  // What needs no backslash is not given one.
  if (text.size() == 1 && have_same_marks(text[0], Run()) && reads_back(text[0].text, text)) return text[0].text;
  std::string markup = write_links(text);
  return reads_back(markup, text) ? markup : std::string();
}

}  // namespace bytes::content
