#include "base/rich_text.h"

#include <utility>

#include "base/ascii.h"

namespace bytes {
namespace {

// A Byte's page is `bytes/<id>/index.html`, so its links may climb this many folders and still be inside the site.
constexpr int kFoldersAboveByte = 2;

bool equals_ignoring_case(std::string_view text, std::string_view lower_case) {
  if (text.size() != lower_case.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (small(text[i]) != lower_case[i]) return false;
  }
  return true;
}

// `..` in any of the spellings that the URL standard reads as such. A `%2e` counts for a dot there.
bool is_parent_folder(std::string_view segment) {
  int dots = 0;
  while (!segment.empty()) {
    if (segment.front() == '.') {
      segment.remove_prefix(1);
    } else if (equals_ignoring_case(segment.substr(0, 3), "%2e")) {
      segment.remove_prefix(3);
    } else {
      return false;
    }
    ++dots;
  }
  return dots == 2;
}

bool stays_inside_site(std::string_view path) {
  int folders_above = kFoldersAboveByte;
  while (!path.empty()) {
    const std::size_t slash = path.find('/');
    const std::string_view segment = path.substr(0, slash);
    if (is_parent_folder(segment)) {
      if (--folders_above < 0) return false;
    } else if (slash != std::string_view::npos && segment != "." && !segment.empty()) {
      ++folders_above;
    }
    if (slash == std::string_view::npos) break;
    path.remove_prefix(slash + 1);
  }
  return true;
}

}  // namespace

bool have_same_marks(const Run& a, const Run& b) {
  return a.strong == b.strong && a.emphasis == b.emphasis && a.code == b.code && a.href == b.href &&
         a.language == b.language && a.gap == b.gap;
}

void append(RichText& text, Run run) {
  if (run.text.empty() && run.gap.empty()) return;
  if (run.gap.empty() && !text.empty() && have_same_marks(text.back(), run)) {
    text.back().text += run.text;
  } else {
    text.push_back(std::move(run));
  }
}

RichText plain(std::string_view text) {
  RichText runs;
  Run run;
  run.text = text;
  append(runs, std::move(run));
  return runs;
}

std::string letters_of(const RichText& text) {
  std::string letters;
  for (const Run& run : text) letters += run.gap.empty() ? run.text : "{{" + run.gap + "}}";
  return letters;
}

bool is_safe_link(std::string_view href) {
  if (href.empty()) return false;
  // Browsers drop control characters and white space at the ends, tabs and line breaks anywhere, and read a backslash
  // as a slash. No address needs them, so none may hold them.
  for (char c : href) {
    if (static_cast<unsigned char>(c) <= 0x20 || c == 0x7f || c == '\\') return false;
  }
  const std::size_t scheme_end = href.find_first_of(":/?#");
  if (scheme_end != std::string_view::npos && href[scheme_end] == ':') {
    const std::string_view scheme = href.substr(0, scheme_end);
    const std::string_view rest = href.substr(scheme_end + 1);
    if (equals_ignoring_case(scheme, "https")) return rest.size() > 2 && rest.substr(0, 2) == "//" && rest[2] != '/';
    return !rest.empty() && (equals_ignoring_case(scheme, "mailto") || equals_ignoring_case(scheme, "tel"));
  }
  if (href.front() == '/') return false;  // Another site (`//`), or the host's root, which need not be the site's.
  return stays_inside_site(href.substr(0, href.find_first_of("?#")));
}

}  // namespace bytes
