#include "content/reading.h"

#include <utility>

#include "base/ascii.h"
#include "content/fields.h"
#include "content/placeholder.h"

namespace bytes::content {
namespace {

// So that a file of millions of mistakes ends in a list that someone can read.
constexpr int kMostProblems = 100;

// As a detail.
std::string_view digit_of(JsonValue::Kind kind) {
  return std::string_view("0123456").substr(static_cast<std::size_t>(kind), 1);
}

// The shape of BCP 47 (RFC 5646): a language of two or three letters, then parts of one to eight letters and digits.
bool is_language_tag(std::string_view tag) {
  std::size_t part_size = 0;
  bool is_first_part = true;
  for (std::size_t i = 0; i <= tag.size(); ++i) {
    if (i == tag.size() || tag[i] == '-') {
      if (part_size < (is_first_part ? 2u : 1u) || part_size > (is_first_part ? 3u : 8u)) return false;
      part_size = 0;
      is_first_part = false;
    } else if (is_letter(tag[i]) || (is_digit(tag[i]) && !is_first_part)) {
      ++part_size;
    } else {
      return false;
    }
  }
  return true;
}

// A relative name without anything that an address or another system reads as more than letters.
bool is_file_inside(std::string_view name) {
  if (name.find_first_of("\\:?#%*|<>\"\n") != std::string_view::npos) return false;
  for (std::size_t begin = 0; begin <= name.size();) {
    const std::size_t end = name.find('/', begin) == std::string_view::npos ? name.size() : name.find('/', begin);
    const std::string_view part = name.substr(begin, end - begin);
    if (part.empty() || part == "." || part == "..") return false;
    begin = end + 1;
  }
  return true;
}

// `<b>`, `</p>`, `<!-- -->`: what someone may have meant as HTML. `1 < 2` and `<3` are not.
bool has_html(std::string_view letters) {
  const std::size_t last_end = letters.rfind('>');
  if (last_end == std::string_view::npos) return false;
  for (std::size_t i = letters.find('<'); i < last_end; i = letters.find('<', i + 1)) {
    const char next = letters[i + 1];
    if (is_letter(next) || next == '/' || next == '!') return true;
  }
  return false;
}

// Around the id of a gap, where marks are still to be parsed: of the private use area, so no text needs them.
constexpr std::string_view kGapStart = "\xee\x80\x80";
constexpr std::string_view kGapEnd = "\xee\x80\x81";

void remove_all(std::string& text, std::string_view what) {
  for (std::size_t i = text.find(what); i != std::string::npos; i = text.find(what, i)) text.erase(i, what.size());
}

// `{{id}}` with those around its id instead.
void mark_gaps(std::string& text) {
  remove_all(text, kGapStart);
  remove_all(text, kGapEnd);
  for (std::size_t i = text.find(kPlaceholder); i != std::string::npos; i = text.find(kPlaceholder, i + 1)) {
    const std::size_t end = text.find("}}", i);
    if (end == std::string::npos) return;
    const std::string id = text.substr(i + kPlaceholder.size(), end - i - kPlaceholder.size());
    if ((i > 0 && text[i - 1] == '\\') || !is_id(id)) continue;
    text.replace(i, end + 2 - i, std::string(kGapStart) + id + std::string(kGapEnd));
  }
}

void append_with_gaps(RichText& target, Run run) {
  std::string_view left = run.text;
  std::size_t start = left.find(kGapStart);
  for (; start != left.npos; start = left.find(kGapStart)) {
    const std::size_t end = left.find(kGapEnd, start);
    if (end == left.npos) break;
    Run before = run;
    before.text = left.substr(0, start);
    append(target, std::move(before));
    Run gap;
    gap.gap = left.substr(start + kGapStart.size(), end - start - kGapStart.size());
    append(target, std::move(gap));
    left.remove_prefix(end + kGapEnd.size());
  }
  Run rest = run;
  rest.text = left;
  append(target, std::move(rest));
}

}  // namespace

bool is_id(std::string_view text) {
  for (char c : text) {
    if (!is_small_letter(c) && !is_digit(c) && c != '-') return false;
  }
  return !text.empty();
}

std::string path_of(const Place& place) {
  if (!place.parent) return {};
  std::string path = path_of(*place.parent);
  if (place.index >= 0) {
    path += '[';
    path += std::to_string(place.index);
    path += ']';
  } else {
    if (!path.empty()) path += '.';
    path += place.name;
  }
  return path;
}

Diagnostic Reading::diagnostic_at(const Place& place) const {
  Diagnostic diagnostic;
  diagnostic.file = file_;
  diagnostic.position = place.position;
  diagnostic.path = path_of(place);
  return diagnostic;
}

void Reading::report(Severity severity, const Place& place, std::string_view code, Details details,
                     std::span<const std::string_view> more) {
  // `more` can be as long as the file: it is copied for what is shown, and not for each of thousands of problems.
  const bool is_shown = is_strict() && errors_ + warnings_ < kMostProblems;
  Diagnostic diagnostic = diagnostic_at(place);
  diagnostic.severity = severity;
  diagnostic.code = code;
  diagnostic.details.assign(details.begin(), details.end());
  if (is_shown) diagnostic.details.insert(diagnostic.details.end(), more.begin(), more.end());
  add(std::move(diagnostic));
}

void Reading::add(Diagnostic diagnostic) {
  // Apart: a hundred warnings refuse nothing, and must not hide an error.
  int& count = diagnostic.severity == Severity::kError ? errors_ : warnings_;
  if (++count > kMostProblems + 1) return;
  if (count > kMostProblems) diagnostic.code = codes::kTooManyProblems;
  diagnostics_.add(std::move(diagnostic));
}

void Reading::wrong_type(const JsonValue& value, const Place& place, JsonValue::Kind wanted) {
  error(place, codes::kTypeWrong, {digit_of(value.kind), digit_of(wanted)});
}

void Reading::missing(std::string_view name, const Place& object, JsonValue::Kind wanted) {
  error(object, codes::kFieldMissing, {name, digit_of(wanted)});
}

void Reading::unknown_word(std::string_view word, const Place& place, Vocabulary vocabulary) {
  if (is_strict()) report(Severity::kError, place, codes::kValueUnknown, {vocabulary.what, word}, vocabulary.words);
}

void Reading::unknown_field(std::string_view what, const Place& place, std::span<const std::string_view> known) {
  if (is_strict()) report(Severity::kError, place, codes::kFieldUnknown, {place.name, what}, known);
}

std::string Reading::cleaned(const std::string& string, const Place& place) {
  std::string clean = string;
  bool has_control = false;
  for (char& c : clean) {
    if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7f) continue;
    if (c == '\n') continue;
    if (c != '\t' && c != '\r') has_control = true;
    c = ' ';
  }
  // What `byte build` wrote has them in runs of their own.
  if (may_have_gaps_ && is_authored()) mark_gaps(clean);
  if (!is_strict()) return clean;
  if (has_control) error(place, codes::kControlInText);
  for (std::size_t i = clean.find(kPlaceholder); i != std::string::npos; i = clean.find(kPlaceholder, i + 1)) {
    if (i > 0 && clean[i - 1] == '\\') continue;
    error(place, codes::kPlaceholderReserved);
    break;
  }
  return clean;
}

std::string Reading::unescaped(std::string letters) const {
  if (is_authored()) unescape_placeholders(letters);
  return letters;
}

bool Reading::check_not_blank(std::string_view letters, const Place& place) {
  if (letters.find_first_not_of(" \n") != std::string_view::npos) return true;
  error(place, codes::kTextEmpty);
  return false;
}

void Reading::check_no_html(std::string_view letters, const Place& place) {
  if (is_strict() && has_html(letters)) report(Severity::kWarning, place, codes::kHtmlInText, {}, {});
}

bool Reading::address(const JsonValue& value, const Place& place, std::string& target) {
  if (!value.is_string()) {
    wrong_type(value, place, JsonValue::Kind::kString);
    return false;
  }
  std::string letters = cleaned(value.string, place);
  if (!check_not_blank(letters, place)) return false;
  target = std::move(letters);
  return true;
}

bool Reading::letters(const JsonValue& value, const Place& place, std::string& target) {
  if (!address(value, place, target)) return false;
  target = unescaped(std::move(target));
  check_no_html(target, place);
  return true;
}

bool Reading::gapped_text(const JsonValue& value, const Place& place, RichText& target) {
  may_have_gaps_ = true;
  const bool was_read = text(value, place, target);
  may_have_gaps_ = false;
  return was_read;
}

bool Reading::text(const JsonValue& value, const Place& place, RichText& target) {
  RichText text;
  if (value.is_array()) {
    for (std::size_t i = 0; i < value.items.size(); ++i) {
      run(value.items[i], {&place, {}, static_cast<int>(i), value.items[i].position}, text);
    }
  } else if (!value.is_string()) {
    wrong_type(value, place, JsonValue::Kind::kString);
    return false;
  } else {
    RichText runs;
    if (options_.markup) {
      Diagnostics found;
      runs = options_.markup(cleaned(value.string, place), diagnostic_at(place), found);
      for (const Diagnostic& problem : found.all()) add(problem);
    } else {
      runs = plain(unescaped(cleaned(value.string, place)));
    }
    for (Run& run : runs) add_run(std::move(run), place, text);
  }
  if (!check_not_blank(letters_of(text), place)) return false;
  target = std::move(text);
  return true;
}

bool Reading::mathml(const JsonValue& value, const Place& place, MathNode& target) {
  if (!options_.math) return false;
  Diagnostics found;
  std::optional<MathNode> math = options_.math(value.string, diagnostic_at(place), found);
  for (const Diagnostic& problem : found.all()) add(problem);
  if (math) target = std::move(*math);
  return math.has_value();
}

void Reading::add_run(Run run, const Place& place, RichText& target) {
  if (!run.href.empty() && !is_safe_link(run.href)) {
    if (is_strict()) error(place, codes::kLinkUnsafe, {run.href});
    run.href.clear();
  }
  if (may_have_gaps_ && run.href.find(kGapStart) != std::string::npos) {
    if (is_strict()) error(place, codes::kPlaceholderReserved);
    run.href.clear();
  }
  if (!run.code) check_no_html(run.text, place);
  if (may_have_gaps_) return append_with_gaps(target, std::move(run));
  append(target, std::move(run));
}

void Reading::run(const JsonValue& value, const Place& place, RichText& target) {
  Run run;
  if (value.is_string()) {
    run.text = unescaped(cleaned(value.string, place));
  } else {
    Fields fields(*this, value, place);
    if (may_have_gaps_ && fields.has("gap")) {
      fields.id("gap", run.gap, Need::kRequired);
      fields.report_unknown("a gap in a text");
      if (fields.is_complete()) append(target, std::move(run));
      return;
    }
    if (const JsonValue* text = fields.take("text", JsonValue::Kind::kString, Need::kRequired)) {
      run.text = unescaped(cleaned(text->string, fields.at("text", *text)));
    }
    fields.boolean("strong", run.strong);
    fields.boolean("emphasis", run.emphasis);
    fields.boolean("code", run.code);
    const bool may_have_gaps = std::exchange(may_have_gaps_, false);
    fields.address("href", run.href);
    may_have_gaps_ = may_have_gaps;
    fields.language("language", run.language);
    fields.report_unknown("a run of text");
    if (!fields.is_complete()) return;
  }
  if (run.text.empty() && is_strict()) error(place, codes::kTextEmpty);
  add_run(std::move(run), place, target);
}

bool Reading::word(const JsonValue& value, const Place& place, std::string& target, bool (*is_right)(std::string_view),
                   std::string_view code) {
  if (!value.is_string()) {
    wrong_type(value, place, JsonValue::Kind::kString);
    return false;
  }
  if (!is_right(value.string)) {
    error(place, code, {value.string});
    return false;
  }
  target = value.string;
  return true;
}

bool Reading::id(const JsonValue& value, const Place& place, std::string& target) {
  return word(value, place, target, is_id, codes::kIdInvalid);
}

bool Reading::language(const JsonValue& value, const Place& place, std::string& target) {
  return word(value, place, target, is_language_tag, codes::kLanguageInvalid);
}

bool Reading::file(const JsonValue& value, const Place& place, std::string& target) {
  std::string name;
  if (!address(value, place, name)) return false;
  if (!is_file_inside(name)) {
    error(place, codes::kFileOutside, {name});
    return false;
  }
  target = std::move(name);
  return true;
}

}  // namespace bytes::content
