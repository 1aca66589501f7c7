// Text with inline marks, the form every sentence of a Byte takes once it has been read.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace bytes {

// A stretch of text whose marks are all the same. `text` is UTF-8 and is never parsed again.
struct Run {
  std::string text;
  bool strong = false;
  bool emphasis = false;
  bool code = false;
  std::string href{};      // Empty, or an address that `is_safe_link` accepts.
  std::string language{};  // Empty (as its surroundings), or a BCP 47 tag.
  std::string gap{};       // Empty, or the id of a gap that a learner fills in: it stands in place of `text`.

  friend bool operator==(const Run&, const Run&) = default;
};

// Runs in reading order; no run is empty, except that one with a gap has no text. An empty list is "no text".
using RichText = std::vector<Run>;

// One unmarked run, or no run when `text` is empty.
RichText plain(std::string_view text);

// The letters alone, marks dropped; a gap as `{{id}}`.
std::string letters_of(const RichText& text);

// True when `a` and `b` differ at most in their letters.
bool have_same_marks(const Run& a, const Run& b);

// Adds `run` at the end; joins it to the last run when their marks are the same, and drops it when it is empty.
void append(RichText& text, Run run);

// True for https, mailto and tel links and for relative links that stay inside the site. Everything else is refused,
// by parsed scheme and never by prefix: control characters and white space do not hide one. Relative links are meant
// from a Byte's page, `bytes/<id>/`: more than two folders up is outside the site.
bool is_safe_link(std::string_view href);

}  // namespace bytes
