#include "content/reading.h"

#include <vector>

#include "content/fields.h"
#include "content/words.h"

namespace bytes::content {
namespace {

// So that a file of millions of mistakes ends in a list that someone can read.
constexpr int kMostProblems = 200;

constexpr std::string_view kPlaceholder = "{{";

std::string_view in_words(JsonValue::Kind kind) {
  constexpr std::string_view kWords[] = {"null", "true or false", "a number", "a number",
                                         "text", "a list",        "an object"};
  return kWords[static_cast<std::size_t>(kind)];
}

// How to write a value of that kind.
std::string_view how_to_write(JsonValue::Kind kind) {
  constexpr std::string_view kRemedies[] = {"",
                                            "write true or false, without quotation marks",
                                            "write a whole number, without quotation marks",
                                            "write a number, without quotation marks",
                                            "put it in quotation marks: \"…\"",
                                            "put it in square brackets: [ … ]",
                                            "put its fields in braces: { … }"};
  return kRemedies[static_cast<std::size_t>(kind)];
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_small_letter(char c) { return c >= 'a' && c <= 'z'; }
bool is_letter(char c) { return is_small_letter(static_cast<char>(c | 0x20)); }

bool is_id(std::string_view text) {
  for (char c : text) {
    if (!is_small_letter(c) && !is_digit(c) && c != '-') return false;
  }
  return !text.empty();
}

// The shape of BCP 47 (RFC 5646): a language of two to eight letters, then parts of one to eight letters and digits.
bool is_language_tag(std::string_view tag) {
  std::size_t part_size = 0;
  bool is_first_part = true;
  for (std::size_t i = 0; i <= tag.size(); ++i) {
    if (i == tag.size() || tag[i] == '-') {
      if (part_size < (is_first_part ? 2u : 1u) || part_size > 8) return false;
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

// `<b>`, `</p`, `<!--`: what someone may have meant as HTML. `1 < 2` and `<3` are not.
bool has_html(std::string_view letters) {
  for (std::size_t i = 0; i + 1 < letters.size(); ++i) {
    if (letters[i] == '<' && (is_letter(letters[i + 1]) || letters[i + 1] == '/' || letters[i + 1] == '!') &&
        letters.find('>', i) != std::string_view::npos) {
      return true;
    }
  }
  return false;
}

}  // namespace

std::string path_of(const Place& place) {
  if (!place.parent) return {};
  std::string path = path_of(*place.parent);
  if (place.index >= 0) {
    path += '[';
    path += std::to_string(place.index);
    path += ']';
  } else {
    if (!path.empty()) path += '.';
    path += shown(place.name);
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

void Reading::report(Severity severity, const Place& place, std::string_view code, std::string message,
                     std::string remedy) {
  if (++problems_ > kMostProblems + 1) return;
  Diagnostic diagnostic = diagnostic_at(place);
  if (problems_ > kMostProblems) {
    severity = Severity::kError;
    message = "there are more problems than these";
    remedy = "mend these first";
    code = codes::kTooManyProblems;
  }
  diagnostic.severity = severity;
  diagnostic.message = std::move(message);
  diagnostic.remedy = std::move(remedy);
  diagnostic.code = code;
  diagnostics_.add(std::move(diagnostic));
}

void Reading::wrong_type(const JsonValue& value, const Place& place, JsonValue::Kind wanted) {
  std::string message = "this is ";
  message += in_words(value.kind);
  if (wanted == JsonValue::Kind::kInteger && value.kind == JsonValue::Kind::kNumber) message += " with a fraction";
  message += " where ";
  message += in_words(wanted);
  message += " belongs";
  error(place, codes::kTypeWrong, std::move(message), std::string(how_to_write(wanted)));
}

void Reading::unknown_word(std::string_view word, const Place& place, Vocabulary vocabulary) {
  if (!is_strict()) return;
  std::string message(vocabulary.what);
  message += ' ';
  message += quoted(word);
  for (std::string_view later : vocabulary.later) {
    if (word != later) continue;
    error(place, codes::kValueNotYetKnown, message + " is not yet known to this version",
          "leave it out until then, or use another");
    return;
  }
  std::string remedy;
  const std::string nearest = nearest_name(word, {vocabulary.known.begin(), vocabulary.known.end()});
  if (!nearest.empty()) {
    remedy = "did you mean " + quoted(nearest) + '?';
  } else {
    remedy = "write one of ";
    for (std::string_view known : vocabulary.known) {
      remedy += known;
      remedy += known == vocabulary.known.back() ? "" : ", ";
    }
  }
  error(place, codes::kValueUnknown, message + " is not known", std::move(remedy));
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
  if (!is_strict()) return clean;
  if (has_control) error(place, codes::kControlInText, "a control character stands in the text", "take it out");
  for (std::size_t i = clean.find(kPlaceholder); i != std::string::npos; i = clean.find(kPlaceholder, i + 2)) {
    if (i > 0 && clean[i - 1] == '\\') continue;
    error(place, codes::kPlaceholderReserved, "{{ is kept for placeholders, which this version does not know",
          "write \\\\{{ to show these letters");
    break;
  }
  return clean;
}

std::string Reading::letters_in(const std::string& string, const Place& place) {
  std::string letters = cleaned(string, place);
  if (!is_authored()) return letters;
  for (std::size_t i = letters.find(kPlaceholder, 1); i != std::string::npos; i = letters.find(kPlaceholder, i + 2)) {
    if (letters[i - 1] == '\\') letters.erase(--i, 1);
  }
  return letters;
}

bool Reading::check_not_blank(std::string_view letters, const Place& place) {
  if (letters.find_first_not_of(" \n") != std::string_view::npos) return true;
  error(place, codes::kTextEmpty, "there is no text here", "write it, or take the field out");
  return false;
}

bool Reading::letters(const JsonValue& value, const Place& place, std::string& target) {
  if (!value.is_string()) {
    wrong_type(value, place, JsonValue::Kind::kString);
    return false;
  }
  std::string letters = letters_in(value.string, place);
  if (!check_not_blank(letters, place)) return false;
  target = std::move(letters);
  return true;
}

bool Reading::text(const JsonValue& value, const Place& place, RichText& target) {
  RichText runs;
  if (value.is_array()) {
    for (std::size_t i = 0; i < value.items.size(); ++i) {
      run(value.items[i], {&place, {}, static_cast<int>(i), value.items[i].position}, runs);
    }
  } else if (!value.is_string()) {
    wrong_type(value, place, JsonValue::Kind::kString);
    return false;
  } else if (options_.markup) {
    runs = options_.markup(cleaned(value.string, place), diagnostic_at(place), diagnostics_);
  } else {
    runs = plain(letters_in(value.string, place));
  }
  if (!check_not_blank(letters_of(runs), place)) return false;
  target.clear();
  for (Run& checked : runs) {
    if (!checked.href.empty() && !is_safe_link(checked.href)) {
      if (is_strict()) {
        error(place, codes::kLinkUnsafe, "the link " + quoted(checked.href) + " is not safe to follow",
              "link to https, mailto or tel, or to a page of this site such as ../other-byte/");
      }
      checked.href.clear();
    }
    if (is_strict() && !checked.code && has_html(checked.text)) {
      warning(place, codes::kHtmlInText, "HTML is shown as letters",
              "write **strong**, *emphasis*, `code` or [a link](https://…) instead");
    }
    append(target, std::move(checked));
  }
  return true;
}

void Reading::run(const JsonValue& value, const Place& place, RichText& target) {
  Run run;
  if (value.is_string()) {
    run.text = letters_in(value.string, place);
  } else {
    Fields fields(*this, value, place);
    if (const JsonValue* text = fields.take("text", JsonValue::Kind::kString, Need::kRequired)) {
      run.text = letters_in(text->string, fields.at("text", *text));
    }
    fields.boolean("strong", run.strong);
    fields.boolean("emphasis", run.emphasis);
    fields.boolean("code", run.code);
    fields.letters("href", run.href);
    fields.language("language", run.language);
    fields.report_unknown("a run of text");
    if (!fields.is_complete()) return;
  }
  if (run.text.empty() && is_strict()) error(place, codes::kTextEmpty, "this run has no text", "take it out");
  append(target, std::move(run));
}

bool Reading::id(const JsonValue& value, const Place& place, std::string& target) {
  if (!value.is_string()) {
    wrong_type(value, place, JsonValue::Kind::kString);
    return false;
  }
  if (!is_id(value.string)) {
    error(place, codes::kIdInvalid, quoted(value.string) + " cannot be an id",
          "use small letters a-z, digits and hyphens, such as \"ask-a-mentor\"");
    return false;
  }
  target = value.string;
  return true;
}

bool Reading::language(const JsonValue& value, const Place& place, std::string& target) {
  if (!value.is_string()) {
    wrong_type(value, place, JsonValue::Kind::kString);
    return false;
  }
  if (!is_language_tag(value.string)) {
    error(place, codes::kLanguageInvalid, quoted(value.string) + " is not a language tag",
          "write one such as \"en\", \"es\", \"ar\" or \"pt-BR\"");
    return false;
  }
  target = value.string;
  return true;
}

bool Reading::file(const JsonValue& value, const Place& place, std::string& target) {
  std::string name;
  if (!letters(value, place, name)) return false;
  if (!is_file_inside(name)) {
    error(place, codes::kFileOutside, quoted(name) + " is not the name of a file in the Byte's folder",
          "put the file beside byte.json and write its name, such as \"cover.svg\"");
    return false;
  }
  target = std::move(name);
  return true;
}

bool Reading::unique(std::string_view id, const Place& place, NameTable& ids) {
  const Position* first = ids.add(id, place.position);
  if (!first) return true;
  error(place, codes::kIdDuplicate,
        "the id " + quoted(id) + " was used before, in line " + std::to_string(first->line) + ", column " +
            std::to_string(first->column),
        "give each its own");
  return false;
}

}  // namespace bytes::content
