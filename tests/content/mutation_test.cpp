// Breaks lessons that are right, in the ways in which authors do, wherever each can happen: something is said at the
// place, with a code, a sentence and a remedy.
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "content/author/rules.h"
#include "content/json.h"
#include "tests/content/support/files.h"
#include "tests/support/effort.h"

namespace bytes::content {
namespace {

// One value of a file, or all of it.
struct Spot {
  const JsonValue* value = nullptr;
  const Spot* parent = nullptr;
  std::string key;      // Of a member; empty for an item.
  int index = 0;        // Of an item or member.
  std::string context;  // What the parent is: `section`, `question`, `option`…
  std::string shape;    // The path without numbers, and the types of blocks in it.
  std::size_t key_begin = 0;
  std::size_t begin = 0;
  std::size_t end = 0;  // Behind its last letter.
  bool is_free = false;  // The author's own business: `note`, `x-…`, `$schema`.

  bool is_string() const { return value->is_string(); }
  bool is_container() const { return value->is_array() || value->is_object(); }
  std::size_t parts() const { return value->items.size() + value->members.size(); }
  bool is_member() const { return !key.empty(); }
};

class Lesson {
 public:
  Lesson(std::string folder, std::string name) : folder_(std::move(folder)), name_(std::move(name)) {
    text_ = read_test_file(folder_ + '/' + name_);
    for (std::size_t i = 0; i <= text_.size(); ++i) {
      if (i == 0 || text_[i - 1] == '\n') lines_.push_back(i);
    }
    Diagnostics diagnostics;
    root_ = std::make_unique<JsonValue>(parse_json(text_, name_, diagnostics));
    spots_.reserve(20'000);  // They point to each other.
    add(*root_, nullptr, "", 0, 0);
  }

  const std::string& text() const { return text_; }
  const std::string& name() const { return name_; }
  const std::vector<Spot>& spots() const { return spots_; }
  std::string_view of(const Spot& spot) const { return std::string_view(text_).substr(spot.begin, spot.end - spot.begin); }

  Diagnostics checked(const std::string& text) const {
    Diagnostics diagnostics;
    ByteSurroundings around;
    around.has_file = [&](std::string_view file) { return has_test_file(folder_ + '/' + std::string(file)); };
    around.read_file = [&](std::string_view file) {
      return around.has_file(file) ? read_test_file(folder_ + '/' + std::string(file)) : std::string();
    };
    if (name_.ends_with(".scenario.json")) {
      check_scenario(text, name_, around, diagnostics);
    } else {
      check_byte(text, name_, around, diagnostics);
    }
    return diagnostics;
  }

 private:
  std::size_t offset_of(Position position) const {
    std::size_t at = lines_[static_cast<std::size_t>(position.line - 1)];
    for (int column = 1; column < position.column; ++column) {
      ++at;
      while (at < text_.size() && (static_cast<unsigned char>(text_[at]) & 0xc0) == 0x80) ++at;
    }
    return at;
  }

  std::size_t end_of(std::size_t begin) const {
    const char first = text_[begin];
    std::size_t at = begin;
    if (first != '"' && first != '{' && first != '[') return text_.find_first_of(",]} \t\r\n", begin);
    int depth = 0;
    bool is_inside = false;
    do {
      const char c = text_[at++];
      if (is_inside) {
        if (c == '\\') ++at;
        if (c == '"') is_inside = false;
      } else if (c == '"') {
        is_inside = true;
      } else if (c == '{' || c == '[') {
        ++depth;
      } else if (c == '}' || c == ']') {
        --depth;
      }
    } while (is_inside || depth > 0);
    return at;
  }

  static std::string context_of(const Spot& spot) {
    if (!spot.parent) return "root";
    if (const JsonValue* type = spot.value->find("type"); type && type->is_string() && !spot.is_member()) {
      return type->string;
    }
    // An item goes by its list, a member by its map.
    const Spot& list = *spot.parent;
    if (list.key == "sections") return "section";
    if (list.key == "options") return "option";
    if (list.key == "choices") return "choice";
    if (list.key == "nodes") return "node";
    if (list.key == "endings") return "ending";
    if (list.key == "variables") return "variable";
    if (list.key == "cast") return "cast";
    return spot.is_member() ? spot.key : list.key;
  }

  void add(const JsonValue& value, const Spot* parent, std::string key, int index, std::size_t key_begin) {
    Spot spot;
    spot.value = &value;
    spot.parent = parent;
    spot.key = std::move(key);
    spot.index = index;
    spot.key_begin = key_begin;
    spot.begin = offset_of(value.position);
    spot.end = end_of(spot.begin);
    if (parent) {
      spot.context = context_of(*parent);
      const bool is_name = parent->key == "nodes" || parent->key == "endings" || parent->key == "variables";
      spot.shape = parent->shape + '/' + (spot.is_member() ? is_name ? "*" : spot.key : "#");
      if (parent->key == "blocks" && value.find("type")) spot.shape += ':' + value.find("type")->string;
      spot.is_free = parent->is_free || spot.key == "note" || spot.key == "$schema" || spot.key.starts_with("x-");
    }
    spots_.push_back(spot);
    const Spot* here = &spots_.back();
    for (std::size_t i = 0; i < value.items.size(); ++i) add(value.items[i], here, "", static_cast<int>(i), 0);
    for (std::size_t i = 0; i < value.members.size(); ++i) {
      const JsonMember& member = value.members[i];
      add(member.value, here, member.key, static_cast<int>(i), offset_of(member.position));
    }
  }

  std::string folder_;
  std::string name_;
  std::string text_;
  std::vector<std::size_t> lines_;
  std::unique_ptr<JsonValue> root_;  // Spots point to it, wherever the lesson moves.
  std::vector<Spot> spots_;
};

// What stands from `begin` to `end` becomes `with`.
struct Edit {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string with;
};

using MaybeEdit = std::optional<Edit>;

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

MaybeEdit instead(const Spot& spot, std::string with) { return Edit{spot.begin, spot.end, std::move(with)}; }

MaybeEdit instead_if(bool applies, const Spot& spot, std::string with) {
  return applies ? instead(spot, std::move(with)) : std::nullopt;
}

MaybeEdit insert(std::size_t at, std::string with) { return Edit{at, at, std::move(with)}; }

// `more` before the closing quote.
MaybeEdit append_if(bool applies, const Spot& spot, std::string more) {
  return applies && spot.is_string() ? insert(spot.end - 1, std::move(more)) : std::nullopt;
}

// Of a text that is written as a list of runs, in which nothing is a mark.
bool is_of_runs(const Spot& spot) {
  for (const Spot* at = spot.parent; at; at = at->parent) {
    if (at->key == "text" && at->value->is_array()) return true;
  }
  return false;
}

// A field that holds a sentence with marks.
bool is_sentence(const Spot& spot) {
  if (is_of_runs(spot)) return false;
  const std::string& key = spot.is_member() ? spot.key : spot.parent ? spot.parent->key : spot.key;
  // That of a worksheet's field; others are letters.
  if (key == "label" && spot.shape.find("/fields/") == std::string::npos) return false;
  return spot.is_string() && !spot.is_free &&
         is_one_of(key, {"text", "prompt", "explanation", "hints", "items", "lead", "feedback-if-not-chosen", "with", "low",
                         "high", "feedback-true", "feedback-false", "front", "back", "label", "row", "center"});
}

bool is_number(const Spot& spot) { return spot.value->is_integer(); }

// A number that may have a fraction.
bool is_decimal(const Spot& spot) {
  return is_one_of(spot.key, {"x", "y", "answer", "tolerance"}) ||
         (spot.context == "option" && is_one_of(spot.key, {"width", "height"}));
}

// A name that the author chose: of a variable, a scene, an ending.
bool is_name_of_authors(const Spot& spot) {
  return spot.parent && is_one_of(spot.parent->key, {"nodes", "endings", "variables", "strings"});
}

bool is_required(const Spot& spot) {
  const struct {
    std::string_view context;
    std::initializer_list<std::string_view> fields;
  } kRequired[] = {
      {"root", {"format", "title", "id", "language", "sections", "nodes", "endings", "start"}},
      {"section", {"id", "blocks"}},
      {"text", {"text"}},
      {"subheading", {"text"}},
      {"list", {"items"}},
      {"callout", {"text"}},
      {"question", {"id", "kind", "prompt", "options"}},
      {"questions", {"id", "kind", "prompt"}},
      {"option", {"id", "text", "x", "y", "width", "height"}},
      {"pairs", {"id", "text", "with"}},
      {"others", {"id", "text"}},
      {"gaps", {"id"}},
      {"replies", {"to", "text"}},
      {"image", {"src"}},
      {"checklist", {"id", "items"}},
      {"reflection", {"id", "prompt"}},
      {"code", {"code"}},
      {"math", {"mathml"}},
      {"labelled-picture", {"picture", "markers"}},
      {"markers", {"x", "y", "title"}},
      {"accordion", {"items"}},
      {"flashcards", {"cards"}},
      {"cards", {"front", "back"}},
      {"worksheet", {"id", "lead", "row", "fields"}},
      {"fields", {"id", "label", "kind"}},
      {"map", {"center"}},
      {"bank", {"id", "pick", "questions"}},
      {"variable", {"type", "start"}},
      {"choice", {"id", "text", "goto"}},
      {"ending", {"title"}},
      {"cast", {"id", "name"}},
  };
  // A scenario's title and text may be missing, and what its block names is in its file.
  for (const auto& [context, fields] : kRequired) {
    if (spot.context == context && is_one_of(spot.key, fields)) return true;
  }
  return false;
}

// From the member's name, or the comma before it, to its end, or the comma behind it.
Edit without(const std::string& text, const Spot& spot) {
  std::size_t begin = spot.is_member() ? spot.key_begin : spot.begin;
  std::size_t end = spot.end;
  if (const std::size_t next = text.find_first_not_of(" \t\r\n", end); text[next] == ',') {
    end = next + 1;
  } else if (const std::size_t before = text.find_last_not_of(" \t\r\n", begin - 1); text[before] == ',') {
    begin = before;
  }
  return {begin, end, ""};
}

// The place between a member or item and the one behind it, if there is one.
std::optional<std::size_t> comma_behind(const std::string& text, const Spot& spot) {
  const std::size_t next = text.find_first_not_of(" \t\r\n", spot.end);
  return next != text.npos && text[next] == ',' ? std::optional(next) : std::nullopt;
}

struct Mutation {
  std::string_view name;
  std::string_view codes;  // One of these has to be said.
  MaybeEdit (*edit)(const Lesson&, const Spot&);
};

constexpr std::string_view kSyntax = "json-syntax json-not-utf8";
constexpr std::string_view kType = "type-wrong field-missing value-unknown";

const Mutation kMutations[] = {
    // Not JSON any more.
    {"a comma behind the last", kSyntax,
     [](const Lesson&, const Spot& s) { return s.is_container() && s.parts() > 0 ? insert(s.end - 1, ",") : std::nullopt; }},
    {"two commas", kSyntax,
     [](const Lesson& l, const Spot& s) {
       const auto comma = comma_behind(l.text(), s);
       return comma ? insert(*comma, ",") : std::nullopt;
     }},
    {"no comma", kSyntax,
     [](const Lesson& l, const Spot& s) {
       const auto comma = comma_behind(l.text(), s);
       return comma ? MaybeEdit(Edit{*comma, *comma + 1, " "}) : std::nullopt;
     }},
    {"no colon", kSyntax,
     [](const Lesson& l, const Spot& s) {
       const std::size_t colon = l.text().rfind(':', s.begin);
       return s.is_member() ? MaybeEdit(Edit{colon, colon + 1, " "}) : std::nullopt;
     }},
    {"single quotes", kSyntax,
     [](const Lesson& l, const Spot& s) {
       const std::string_view inner = l.of(s).substr(1, l.of(s).size() - 2);
       return instead_if(s.is_string(), s, '\'' + std::string(inner) + '\'');
     }},
    {"typographic quotes", kSyntax,
     [](const Lesson& l, const Spot& s) {
       const std::string_view inner = l.of(s).substr(1, l.of(s).size() - 2);
       return instead_if(s.is_string(), s, "“" + std::string(inner) + "”");
     }},
    {"a string without quotes", kSyntax, [](const Lesson&, const Spot& s) { return instead_if(s.is_string(), s, "word"); }},
    {"a name without quotes", kSyntax,
     [](const Lesson&, const Spot& s) {
       return s.is_member() ? MaybeEdit(Edit{s.key_begin, s.key_begin + s.key.size() + 2, s.key}) : std::nullopt;
     }},
    {"a comment to the end of the line", kSyntax, [](const Lesson&, const Spot& s) { return insert(s.begin, "// as told\n"); }},
    {"a comment in between", kSyntax, [](const Lesson&, const Spot& s) { return insert(s.begin, "/* as told */ "); }},
    {"a byte-order mark inside", kSyntax,
     [](const Lesson&, const Spot& s) { return s.parent ? insert(s.begin, "\xef\xbb\xbf") : std::nullopt; }},
    {"a NUL in a string", kSyntax,
     [](const Lesson&, const Spot& s) { return append_if(true, s, std::string(1, '\0')); }},
    {"a NUL between values", kSyntax, [](const Lesson&, const Spot& s) { return insert(s.begin, std::string(1, '\0')); }},
    {"a line break in a string", kSyntax, [](const Lesson&, const Spot& s) { return append_if(true, s, "\n"); }},
    {"a tab in a string", kSyntax, [](const Lesson&, const Spot& s) { return append_if(true, s, "\t"); }},
    {"an escape that is none", kSyntax, [](const Lesson&, const Spot& s) { return append_if(true, s, "\\q"); }},
    {"half a character by its number", kSyntax, [](const Lesson&, const Spot& s) { return append_if(true, s, "\\ud83d"); }},
    {"a letter of another encoding", kSyntax, [](const Lesson&, const Spot& s) { return append_if(true, s, "caf\xe9"); }},
    {"NaN", kSyntax, [](const Lesson&, const Spot& s) { return instead_if(!s.is_container(), s, "NaN"); }},
    {"Infinity", kSyntax, [](const Lesson&, const Spot& s) { return instead_if(is_number(s), s, "-Infinity"); }},
    {"a number with a zero before it", kSyntax, [](const Lesson&, const Spot& s) { return instead_if(is_number(s), s, "07"); }},
    {"a number with a plus", kSyntax, [](const Lesson&, const Spot& s) { return instead_if(is_number(s), s, "+7"); }},
    {"a decimal comma", kSyntax, [](const Lesson&, const Spot& s) { return instead_if(is_number(s) && s.is_member(), s, "1,5"); }},
    {"True", kSyntax, [](const Lesson&, const Spot& s) { return instead_if(s.value->is_boolean(), s, "True"); }},
    {"the file cut off in a value", "json-syntax json-empty",
     [](const Lesson& l, const Spot& s) { return MaybeEdit(Edit{s.begin + 1, l.text().size(), ""}); }},
    {"the file cut off behind a value", kSyntax,
     [](const Lesson& l, const Spot& s) { return s.parent ? MaybeEdit(Edit{s.end, l.text().size(), ""}) : std::nullopt; }},
    {"a bracket that does not fit", kSyntax,
     [](const Lesson&, const Spot& s) {
       return s.is_container() ? MaybeEdit(Edit{s.end - 1, s.end, s.value->is_array() ? "}" : "]"}) : std::nullopt;
     }},
    {"a bracket too many", kSyntax,
     [](const Lesson&, const Spot& s) {
       // One that would close what is around it is missed only where that ends.
       const bool fits = s.parent && s.parent->value->kind == s.value->kind;
       return s.is_container() && !fits ? insert(s.end, s.value->is_array() ? "]" : "}") : std::nullopt;
     }},
    {"text behind the end", kSyntax,
     [](const Lesson&, const Spot& s) { return s.parent ? std::nullopt : insert(s.end, " thanks"); }},
    {"far too deep", "json-too-deep",
     [](const Lesson&, const Spot& s) { return instead(s, std::string(100, '[') + std::string(100, ']')); }},
    {"a number too large for any", "json-syntax number-range decimal-range type-wrong format-unsupported",
     [](const Lesson&, const Spot& s) { return instead_if(is_number(s) && !s.is_free, s, "1" + std::string(400, '0')); }},
    {"a field twice", "json-duplicate-key",
     [](const Lesson& l, const Spot& s) {
       const std::string member = l.text().substr(s.key_begin, s.end - s.key_begin);
       return s.is_member() ? insert(s.end, ", " + member) : std::nullopt;
     }},

    // Of the wrong kind.
    {"a number for words", kType, [](const Lesson&, const Spot& s) { return instead_if(s.is_string() && !s.is_free, s, "7"); }},
    {"true for words", kType, [](const Lesson&, const Spot& s) { return instead_if(s.is_string() && !s.is_free, s, "true"); }},
    {"an object for words", kType, [](const Lesson&, const Spot& s) { return instead_if(s.is_string() && !s.is_free, s, "{}"); }},
    {"words for a number", "type-wrong format-unsupported",
     [](const Lesson&, const Spot& s) { return instead_if(is_number(s) && !s.is_free, s, "\"five\""); }},
    {"words for true or false", "type-wrong",
     [](const Lesson&, const Spot& s) { return instead_if(s.value->is_boolean() && !s.is_free, s, "\"true\""); }},
    {"words for an object", "type-wrong",
     [](const Lesson&, const Spot& s) { return instead_if(s.value->is_object() && !s.is_free && !is_of_runs(s), s, "\"tea\""); }},
    {"an object for a list", "type-wrong", [](const Lesson&, const Spot& s) { return instead_if(s.value->is_array() && !s.is_free, s, "{}"); }},
    {"null", "type-wrong field-missing format-unsupported",
     [](const Lesson&, const Spot& s) { return instead_if(!s.is_free, s, "null"); }},
    {"a fraction", "type-wrong number-range format-unsupported",
     [](const Lesson&, const Spot& s) { return instead_if(is_number(s) && !s.is_free && !is_decimal(s), s, "1.5"); }},
    {"a negative number", "number-range format-unsupported",
     [](const Lesson&, const Spot& s) {
       return instead_if(is_one_of(s.key, {"format", "minutes", "attempts"}) && is_number(s), s, "-1");
     }},
    {"a huge number", "number-range decimal-range format-unsupported",
     [](const Lesson&, const Spot& s) { return instead_if(is_number(s) && !s.is_free, s, "9000000000000"); }},
    {"the format of the future", "format-unsupported",
     [](const Lesson&, const Spot& s) { return instead_if(s.key == "format" && s.context == "root", s, "2"); }},

    // Fields.
    {"a required field left out", "field-missing",
     [](const Lesson& l, const Spot& s) {
       return is_required(s) && !(s.context == "root" && s.key == "title" && l.name().ends_with(".scenario.json"))
                  ? MaybeEdit(without(l.text(), s))
                  : std::nullopt;
     }},
    {"a field with two letters swapped", "field-unknown field-missing",
     [](const Lesson&, const Spot& s) {
       if (!s.is_member() || s.is_free || is_name_of_authors(s) || s.key.size() < 2) return MaybeEdit();
       std::string key = s.key;
       std::swap(key[key.size() - 1], key[key.size() - 2]);
       if (key == s.key) key += 'x';
       return MaybeEdit(Edit{s.key_begin + 1, s.key_begin + 1 + s.key.size(), key});
     }},
    {"a field of nobody", "field-unknown",
     [](const Lesson&, const Spot& s) {
       return s.value->is_object() && !s.is_free && s.parts() > 0 &&
                      !is_one_of(s.key, {"nodes", "endings", "variables"})
                  ? insert(s.begin + 1, "\"colour-of-the-sky\": 1, ")
                  : std::nullopt;
     }},
    {"an empty list", "list-empty question-too-few-options sort-too-few-groups judgement-ragged compare-not-two "
                      "table-ragged text-empty field-missing",
     [](const Lesson&, const Spot& s) { return instead_if(s.value->is_array() && !s.is_free && s.parts() > 0, s, "[]"); }},
    {"an empty object", "field-missing list-empty",
     [](const Lesson&, const Spot& s) {
       // A story needs no variables, and what a Byte costs is none of the author's business.
       const bool may_be_empty = s.is_free || is_one_of(s.key, {"variables", "cost"});
       return instead_if(s.value->is_object() && !may_be_empty && s.parts() > 0, s, "{}");
     }},

    // Words.
    {"nothing for words", "text-empty id-invalid value-unknown language-invalid link-unsafe file-outside expression-syntax "
                          "goto-unknown speaker-unknown embed-unsafe variable-name sort-group-unknown alt-missing math-syntax",
     [](const Lesson&, const Spot& s) {
       const bool may_be_empty = s.is_free || s.shape.find("/rows/#/#") != std::string::npos || s.shape.ends_with("/code/#");
       return instead_if(s.is_string() && !may_be_empty, s, "\"\"");
     }},
    {"blanks for words", "text-empty", [](const Lesson&, const Spot& s) { return instead_if(is_sentence(s), s, "\"  \""); }},
    {"a control character by its number", "control-in-text",
     [](const Lesson&, const Spot& s) { return append_if(is_sentence(s), s, "\\u0007"); }},
    {"HTML in a sentence", "html-in-text", [](const Lesson&, const Spot& s) { return append_if(is_sentence(s), s, " <b>now</b>"); }},
    {"HTML in a run", "html-in-text",
     [](const Lesson&, const Spot& s) { return append_if(s.key == "text" && is_of_runs(s), s, " <b>now</b>"); }},
    {"a placeholder", "placeholder-reserved gap-unknown", [](const Lesson&, const Spot& s) { return append_if(is_sentence(s), s, " {{name}}"); }},
    {"a picture in a sentence", "picture-in-text",
     [](const Lesson&, const Spot& s) { return append_if(is_sentence(s), s, " ![tea](tea.png)"); }},
    {"two paragraphs in a sentence", "paragraphs-in-text",
     [](const Lesson&, const Spot& s) { return append_if(is_sentence(s), s, "\\n\\nAnd so on"); }},
    {"a link that runs a script", "link-unsafe",
     [](const Lesson&, const Spot& s) { return append_if(is_sentence(s), s, " [go](javascript:alert%281%29)"); }},
    {"a link that hides its script", "link-unsafe",
     [](const Lesson&, const Spot& s) { return append_if(is_sentence(s), s, " [go](<java&#10;script:alert(1)>)"); }},
    {"an address that runs a script", "link-unsafe file-outside",
     [](const Lesson&, const Spot& s) { return instead_if(s.key == "href" && s.is_string(), s, "\"javascript:alert(1)\""); }},
    {"another site's page that runs a script", "embed-unsafe",
     [](const Lesson&, const Spot& s) {
       return instead_if(s.context == "embed" && s.key == "src", s, "\"javascript:alert(1)\"");
     }},
    {"a language that is none", "language-invalid",
     [](const Lesson&, const Spot& s) { return instead_if(s.key == "language" && s.is_string(), s, "\"English!\""); }},

    // Ids and what they lead to.
    {"an id with capitals", "id-invalid",
     [](const Lesson&, const Spot& s) { return instead_if(s.key == "id" && s.is_string(), s, "\"My-Id\""); }},
    {"an id with a blank", "id-invalid",
     [](const Lesson&, const Spot& s) { return instead_if(s.key == "id" && s.is_string(), s, "\"my id\""); }},
    {"the id of the one before", "id-duplicate",
     [](const Lesson&, const Spot& s) {
       const Spot* item = s.parent;
       if (s.key != "id" || !item || item->is_member() || item->index == 0) return MaybeEdit();
       const JsonValue* other = item->parent->value->items[static_cast<std::size_t>(item->index) - 1].find("id");
       return instead_if(other && other->is_string(), s, '"' + (other ? other->string : std::string()) + '"');
     }},
    {"a block of no type that there is", "value-unknown",
     [](const Lesson&, const Spot& s) {
       return append_if(s.key == "type" && (s.parent->parent && s.parent->parent->key == "blocks"), s, "x");
     }},
    {"a kind that there is not", "value-unknown",
     [](const Lesson&, const Spot& s) { return append_if(is_one_of(s.key, {"kind", "style", "level"}), s, "x"); }},
    {"a way to nowhere", "goto-unknown",
     [](const Lesson&, const Spot& s) { return append_if(is_one_of(s.key, {"goto", "start"}) && s.context != "variable", s, "x"); }},
    {"somebody who is not in the cast", "speaker-unknown",
     [](const Lesson&, const Spot& s) { return append_if(s.key == "speaker", s, "x"); }},
    {"a group that there is not", "sort-group-unknown", [](const Lesson&, const Spot& s) { return append_if(s.key == "group", s, "x"); }},

    // Files.
    {"a file that is not there", "file-missing",
     [](const Lesson&, const Spot& s) {
       return instead_if(is_one_of(s.key, {"src", "poster", "still"}) && s.is_string() && s.context != "embed", s,
                         s.value->string.ends_with(".scenario.json") ? "\"missing.scenario.json\"" : "\"missing.svg\"");
     }},
    {"a file outside of the folder", "file-outside",
     [](const Lesson&, const Spot& s) {
       return instead_if(is_one_of(s.key, {"src", "poster", "still"}) && s.is_string() && s.context != "embed", s,
                         "\"../../secret.svg\"");
     }},
    {"a picture without words", "alt-missing",
     [](const Lesson& l, const Spot& s) {
       return s.key == "alt" ? MaybeEdit(without(l.text(), s)) : std::nullopt;
     }},

    // Questions and tables.
    {"no correct option", "question-no-correct",
     [](const Lesson& l, const Spot& s) {
       const bool has_one = s.key == "options" && s.parent->value->find("kind") &&
                            is_one_of(s.parent->value->find("kind")->string, {"single", "multiple"});
       if (!has_one) return MaybeEdit();
       std::string options(l.of(s));
       for (std::size_t at; (at = options.find("\"correct\": true")) != options.npos;) {
         options.replace(at, 15, "\"correct\": false");
       }
       return instead(s, options);
     }},
    {"two correct options where there is one", "question-many-correct",
     [](const Lesson&, const Spot& s) {
       const bool has_one =
           s.key == "options" && s.parent->value->find("kind") && s.parent->value->find("kind")->string == "single";
       if (!has_one) return MaybeEdit();
       std::string options;
       for (const JsonValue& option : s.value->items) {
         options += options.empty() ? "[" : ",";
         options += R"({"id": ")" + option.find("id")->string + R"(", "text": "Tea no )" + option.find("id")->string +
                    R"(", "correct": true})";
       }
       return instead(s, options + "]");
     }},
    {"one option", "question-too-few-options order-too-few",
     [](const Lesson&, const Spot& s) {
       return instead_if(s.key == "options" && s.context == "question", s, R"([{"id": "tea", "text": "Tea"}])");
     }},
    {"a cell too many", "table-ragged",
     [](const Lesson&, const Spot& s) {
       return s.parent && s.parent->key == "rows" && s.value->is_array() ? insert(s.end - 1, ", \"more\"") : std::nullopt;
     }},

    // The other ways to answer.
    {"a gap in the text that there is not", "gap-unknown",
     [](const Lesson&, const Spot& s) {
       return append_if(s.key == "text" && s.is_string() && s.parent->value->find("gaps"), s, " {{nowhere}}");
     }},
    {"a gap in the text twice", "gap-twice",
     [](const Lesson&, const Spot& s) {
       const bool has_gaps = s.key == "text" && s.is_string() && s.parent->value->find("gaps");
       const std::string id = has_gaps ? s.parent->value->find("gaps")->items[0].find("id")->string : std::string();
       return append_if(has_gaps, s, " {{" + id + "}}");
     }},
    {"a gap that the text has not", "gap-unused",
     [](const Lesson&, const Spot& s) {
       return s.key == "gaps" ? insert(s.end - 1, R"(, {"id": "nowhere", "accept": ["tea"]})") : std::nullopt;
     }},
    {"a gap both typed and chosen", "gap-two-ways",
     [](const Lesson&, const Spot& s) {
       return s.context == "gaps" && s.key == "accept" ? insert(s.key_begin, "\"options\": [], ") : std::nullopt;
     }},
    {"the partner of another pair", "match-same",
     [](const Lesson&, const Spot& s) {
       const Spot* pair = s.parent;
       if (s.key != "with" || pair->index == 0) return MaybeEdit();
       const JsonValue& other = *pair->parent->value->items[static_cast<std::size_t>(pair->index) - 1].find("with");
       return instead(s, '"' + other.string + '"');
     }},
    {"a place beyond the picture", "decimal-range",
     [](const Lesson&, const Spot& s) { return instead_if(is_one_of(s.key, {"x", "y"}), s, "100.5"); }},
    {"an area that ends beyond the picture", "area-outside",
     [](const Lesson&, const Spot& s) {
       return instead_if(s.context == "option" && is_one_of(s.key, {"x", "y"}), s, "100");
     }},
    {"a tolerance below nothing", "decimal-range",
     [](const Lesson&, const Spot& s) { return instead_if(s.key == "tolerance", s, "-0.5"); }},
    {"a scale without steps", "scale-steps",
     [](const Lesson&, const Spot& s) { return instead_if(s.context == "question" && s.key == "to", s, "-1"); }},
    {"a reply to numbers that are not there", "scale-reply",
     [](const Lesson&, const Spot& s) {
       return instead_if(s.context == "replies" && s.key == "to" && s.parent->value->find("from"), s, "900");
     }},
    {"more drawn than there are", "bank-pick",
     [](const Lesson&, const Spot& s) { return instead_if(s.key == "pick", s, "99"); }},
    {"a first field that names nothing", "worksheet-first-field",
     [](const Lesson&, const Spot& s) {
       return instead_if(s.context == "fields" && s.key == "kind" && s.parent->index == 0, s, "\"yes-no\"");
     }},
    {"a question where nothing is kept", "node-block-kept",
     [](const Lesson&, const Spot& s) {
       const bool is_inner = s.key == "blocks" && s.context == "items";
       return is_inner ? insert(s.end - 1, R"(, {"type": "question", "id": "kept", "kind": "true-false", "prompt": "So?",
            "correct": true})")
                       : std::nullopt;
     }},

    // Scenarios.
    {"a condition that breaks off", "expression-syntax",
     [](const Lesson&, const Spot& s) { return append_if(s.key == "if", s, " and"); }},
    {"a condition with the sign of other languages", "expression-syntax",
     [](const Lesson&, const Spot& s) { return append_if(s.key == "if", s, " && true"); }},
    {"a condition on a variable of nobody", "expression-name",
     [](const Lesson&, const Spot& s) { return append_if(s.key == "if", s, " and unheard-of"); }},
    {"a condition that adds up", "expression-type",
     [](const Lesson&, const Spot& s) { return instead_if(s.key == "if", s, "\"1 + 1\""); }},
    {"an effect on a variable of nobody", "expression-name",
     [](const Lesson&, const Spot& s) { return instead_if(s.parent && s.parent->key == "set", s, "\"unheard-of = 1\""); }},
    {"an effect without a value", "expression-syntax",
     [](const Lesson&, const Spot& s) { return append_if(s.parent && s.parent->key == "set", s, " ="); }},
    {"a range that is turned", "range-turned number-range",
     [](const Lesson&, const Spot& s) { return instead_if(s.key == "max" && s.context == "variable", s, "-1000"); }},
    {"a variable that cannot be called so", "variable-name",
     [](const Lesson&, const Spot& s) {
       return s.is_member() && s.parent->key == "variables" && s.value->is_object()
                  ? MaybeEdit(Edit{s.key_begin, s.key_begin + s.key.size() + 2, "\"My Trust\""})
                  : std::nullopt;
     }},
};

// A lesson with one thing changed, and where that may be said: in what was changed, or in the object around it.
struct Broken {
  std::string text;
  std::size_t begin = 0;
  std::size_t end = 0;
};

Broken broken(const Lesson& lesson, const Spot& spot, const Edit& edit) {
  Broken made{lesson.text(), 0, 0};
  made.text.replace(edit.begin, edit.end - edit.begin, edit.with);
  const Spot* around = spot.parent;
  while (around && around->parent && !around->value->is_object()) around = around->parent;
  // A member's name is a place in it too.
  made.begin = around ? (around->is_member() ? around->key_begin : around->begin) : 0;
  const std::size_t end = around ? around->end : lesson.text().size();
  // What is cut off ends with the file.
  made.end = std::min(end + edit.with.size() - std::min(end, edit.end - edit.begin) + 1, made.text.size());
  if (edit.end >= end || made.end < made.begin) made.end = made.text.size();
  return made;
}

std::size_t offset_in(const std::string& text, Position position) {
  std::size_t at = 0;
  for (int line = 1; line < position.line; ++line) at = text.find('\n', at) + 1;
  for (int column = 1; column < position.column; ++column) {
    ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80) ++at;
  }
  return at;
}

bool is_said_there(const Diagnostics& problems, const Broken& made, std::string_view codes) {
  const std::string known = ' ' + std::string(codes) + ' ';
  return std::any_of(problems.all().begin(), problems.all().end(), [&](const Diagnostic& problem) {
    if (known.find(' ' + problem.code + ' ') == known.npos || problem.position.line == 0) return false;
    const std::size_t at = offset_in(made.text, problem.position);
    return at >= made.begin && at <= made.end && !problem.message.empty() && !problem.remedy.empty();
  });
}

std::vector<Lesson> all_lessons() {
  std::vector<Lesson> lessons;
  for (const std::string& name : names_in("tests/data/bytes/valid", ".json")) {
    lessons.emplace_back("tests/data/bytes/valid", name + ".json");
  }
  lessons.emplace_back("tests/data/bytes/valid", "walk.scenario.json");
  lessons.emplace_back("content/bytes/mentor-or-sponsor", "byte.json");
  lessons.emplace_back("content/bytes/carolinas-dilemma", "byte.json");
  lessons.emplace_back("content/bytes/carolinas-dilemma", "carolina.scenario.json");
  return lessons;
}

class Mutations : public testing::TestWithParam<Mutation> {};

// What can happen in many places of a kind is tried once in each lesson.
TEST_P(Mutations, AreSaidAtTheirPlace) {
  static const std::vector<Lesson>& lessons = *new std::vector<Lesson>(all_lessons());
  const Mutation& mutation = GetParam();
  int seen = 0;
  int tried = 0;
  int missed = 0;
  constexpr int kMostShown = 8;
  for (const Lesson& lesson : lessons) {
    std::set<std::string> shapes;
    for (const Spot& spot : lesson.spots()) {
      const MaybeEdit edit = mutation.edit(lesson, spot);
      if (!edit || !shapes.insert(spot.shape).second || seen++ % kStride != 0) continue;
      const Broken made = broken(lesson, spot, *edit);
      const Diagnostics problems = lesson.checked(made.text);
      ++tried;
      if (is_said_there(problems, made, mutation.codes)) continue;
      if (++missed > kMostShown) continue;
      ADD_FAILURE() << mutation.name << ", at " << lesson.name() << ' ' << spot.shape << ": "
                    << made.text.substr(edit->begin > 30 ? edit->begin - 30 : 0, 60 + edit->with.size()) << "\nis told: "
                    << in_words(without_notes(problems));
    }
  }
  EXPECT_GT(tried, 0) << mutation.name;
  EXPECT_EQ(missed, 0) << "of " << tried;
}

INSTANTIATE_TEST_SUITE_P(All, Mutations, testing::ValuesIn(kMutations), [](const auto& row) {
  std::string name(row.param.name);
  for (char& c : name) {
    if (!std::isalnum(static_cast<unsigned char>(c))) c = '_';
  }
  return name;
});

TEST(ByteOrderMark, BeforeALessonIsPassedOver) {
  for (const Lesson& lesson : all_lessons()) {
    EXPECT_EQ(in_words(lesson.checked("\xef\xbb\xbf" + lesson.text())), in_words(lesson.checked(lesson.text())));
  }
}

}  // namespace
}  // namespace bytes::content
