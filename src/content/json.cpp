#include "content/json.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "content/codes.h"
#include "content/json_trouble.h"
#include "content/name_table.h"
#include "content/words.h"

// Without exceptions nlohmann/json aborts wherever it would throw. Its SAX parser never throws: it calls parse_error.
#define JSON_NOEXCEPTION 1
#define JSON_NO_IO 1
#define JSON_HAS_FILESYSTEM 0
#define JSON_HAS_EXPERIMENTAL_FILESYSTEM 0
#define JSON_USE_IMPLICIT_CONVERSIONS 0
#include <nlohmann/json.hpp>

namespace bytes::content {
namespace {

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

// So that a file of a million repeated names ends in a list that someone can read.
constexpr int kMostDuplicates = 100;

// Turns offsets into positions. Cheap when they are asked for in rising order.
class PositionCounter {
 public:
  explicit PositionCounter(std::string_view text) : text_(text) {}

  Position at(std::size_t offset) {
    if (offset < offset_) {
      offset_ = 0;
      position_ = {1, 1};
    }
    for (; offset_ < offset && offset_ < text_.size(); ++offset_) {
      const unsigned char c = static_cast<unsigned char>(text_[offset_]);
      if (c == '\n') {
        ++position_.line;
        position_.column = 1;
      } else if ((c & 0xc0) != 0x80) {
        ++position_.column;
      }
    }
    return position_;
  }

 private:
  std::string_view text_;
  std::size_t offset_ = 0;
  Position position_ = {1, 1};
};

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

// Builds the tree from the parser's events. The parser tells no places, so each event finds its token's again: it
// begins where the last one ended, after white space, commas and colons.
class TreeBuilder {
 public:
  TreeBuilder(std::string_view text, std::string_view file, Diagnostics& diagnostics, const JsonLimits& limits)
      : text_(text), file_(file), diagnostics_(diagnostics), limits_(limits), positions_(text) {}

  JsonValue take() { return std::move(root_); }
  bool is_broken() const { return is_broken_; }

  // The parser's interface. Each returns whether to go on.
  bool null() { return add(JsonValue::Kind::kNull, 4) != nullptr; }
  bool boolean(bool value) {
    JsonValue* added = add(JsonValue::Kind::kBoolean, value ? 4 : 5);
    if (!added) return false;
    added->boolean = value;
    return true;
  }
  bool number_integer(std::int64_t value) {
    return add_number(JsonValue::Kind::kInteger, static_cast<double>(value), value);
  }
  bool number_unsigned(std::uint64_t value) {
    if (value > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) {
      return add_number(JsonValue::Kind::kNumber, static_cast<double>(value), 0);
    }
    return number_integer(static_cast<std::int64_t>(value));
  }
  bool number_float(double value, const std::string&) { return add_number(JsonValue::Kind::kNumber, value, 0); }
  bool string(std::string& value) {
    JsonValue* added = add(JsonValue::Kind::kString, 0);
    if (!added) return false;
    skip_string();
    added->string = std::move(value);
    return true;
  }
  bool binary(nlohmann::json::binary_t&) { return false; }
  bool key(std::string& name) {
    const Position position = begin_token();
    skip_string();
    expects_ = JsonExpects::kColon;
    std::vector<JsonMember>& members = open_.back()->members;
    members.emplace_back();
    members.back().key = std::move(name);
    members.back().position = position;
    return true;
  }
  bool start_object(std::size_t) { return open(JsonValue::Kind::kObject); }
  bool start_array(std::size_t) { return open(JsonValue::Kind::kArray); }
  bool end_object() {
    report_duplicates(*open_.back());
    return close();
  }
  bool end_array() { return close(); }
  template <class Exception>
  bool parse_error(std::size_t, const std::string&, const Exception&) {
    JsonStop stop;
    stop.offset = cursor_;
    stop.expects = expects_;
    if (!open_.empty()) {
      stop.in_object = open_.back()->is_object();
      stop.opened = open_.back()->position;
      if (stop.in_object && !open_.back()->members.empty()) stop.last_name = open_.back()->members.back().key;
    }
    JsonTrouble trouble = explain_json_trouble(text_, stop);
    return fail(positions_.at(trouble.offset), codes::kJsonSyntax, std::move(trouble.message),
                std::move(trouble.remedy));
  }

 private:
  bool fail(Position position, std::string_view code, std::string message, std::string remedy) {
    is_broken_ = true;
    report(position, path(), code, std::move(message), std::move(remedy));
    return false;
  }

  void report(Position position, std::string path, std::string_view code, std::string message, std::string remedy) {
    diagnostics_.add({Severity::kError, std::string(file_), position, std::move(path), std::move(message),
                      std::move(remedy), std::string(code)});
  }

  // Of the member or item that is being read.
  std::string path() const {
    std::string path;
    for (const JsonValue* container : open_) {
      if (container->is_array()) {
        path += '[' + std::to_string(container->items.empty() ? 0 : container->items.size() - 1) + ']';
      } else if (!container->members.empty()) {
        if (!path.empty()) path += '.';
        path += shown(container->members.back().key);
      }
    }
    return path;
  }

  Position begin_token() {
    while (cursor_ < text_.size() && (text_[cursor_] == ',' || text_[cursor_] == ':')) ++cursor_;
    for (;;) {
      const std::size_t next = skip_json_space(text_, cursor_);
      if (next >= text_.size() || (text_[next] != ',' && text_[next] != ':')) {
        cursor_ = next;
        return positions_.at(cursor_);
      }
      cursor_ = next + 1;
    }
  }

  // Requires: the cursor is at the opening quotation mark of a well-formed string.
  void skip_string() {
    do {
      cursor_ += text_[cursor_] == '\\' ? 2 : 1;
    } while (cursor_ < text_.size() && text_[cursor_] != '"');
    ++cursor_;
  }

  // Moves past the value's first `length` bytes.
  JsonValue* add(JsonValue::Kind kind, std::size_t length) {
    const Position position = begin_token();
    if (++values_ > limits_.values) {
      fail(position, codes::kJsonTooBig, "the file holds more than " + std::to_string(limits_.values) + " values",
           "split it into several files");
      return nullptr;
    }
    cursor_ += length;
    expects_ = open_.empty() ? JsonExpects::kEnd : JsonExpects::kSeparator;
    JsonValue* value = &root_;
    if (!open_.empty()) {
      JsonValue& container = *open_.back();
      if (container.is_array()) {
        container.items.emplace_back();
        value = &container.items.back();
      } else {
        value = &container.members.back().value;
      }
    }
    value->kind = kind;
    value->position = position;
    return value;
  }

  bool add_number(JsonValue::Kind kind, double number, std::int64_t integer) {
    JsonValue* value = add(kind, 0);
    if (!value) return false;
    cursor_ += text_[cursor_] == '-' ? 1 : 0;
    const bool has_leading_zero = text_[cursor_] == '0';
    const std::string_view may_follow = has_leading_zero ? ".eE" : "+-.0123456789eE";
    ++cursor_;
    if (cursor_ < text_.size() && may_follow.find(text_[cursor_]) != std::string_view::npos) {
      cursor_ = std::min(text_.find_first_not_of("+-.0123456789eE", cursor_), text_.size());
    }
    value->number = number;
    value->integer = integer;
    return true;
  }

  bool open(JsonValue::Kind kind) {
    if (open_.size() >= static_cast<std::size_t>(limits_.depth)) {
      return fail(begin_token(), codes::kJsonTooDeep,
                  "lists and objects are nested more than " + std::to_string(limits_.depth) + " deep",
                  "look for brackets that are opened and never closed");
    }
    JsonValue* value = add(kind, 1);
    if (!value) return false;
    // Pointers to open containers stay valid: only the innermost one grows.
    open_.push_back(value);
    expects_ = kind == JsonValue::Kind::kObject ? JsonExpects::kFirstName : JsonExpects::kFirstItem;
    return true;
  }

  bool close() {
    begin_token();
    ++cursor_;
    open_.pop_back();
    expects_ = open_.empty() ? JsonExpects::kEnd : JsonExpects::kSeparator;
    return true;
  }

  void report_duplicates(const JsonValue& object) {
    if (object.members.size() < 2) return;
    NameTable names;
    std::string where;
    for (const JsonMember& member : object.members) {
      const Position* first = names.add(member.key, member.position);
      if (!first || ++duplicates_ > kMostDuplicates) continue;
      if (where.empty()) {
        where = path();
        where.resize(where.size() - shown(object.members.back().key).size());
      }
      report(member.position, where + shown(member.key), codes::kJsonDuplicateKey,
             "this name was used before in the same object, in line " + std::to_string(first->line) + ", column " +
                 std::to_string(first->column),
             "keep one of the two");
    }
  }

  std::string_view text_;
  std::string_view file_;
  Diagnostics& diagnostics_;
  const JsonLimits& limits_;
  PositionCounter positions_;
  std::size_t cursor_ = 0;  // Just after the last token that was understood.
  JsonExpects expects_ = JsonExpects::kDocument;
  bool is_broken_ = false;
  std::size_t values_ = 0;
  int duplicates_ = 0;
  JsonValue root_;
  std::vector<JsonValue*> open_;
};

}  // namespace

const JsonValue* JsonValue::find(std::string_view key) const {
  for (const JsonMember& member : members) {
    if (member.key == key) return &member.value;
  }
  return nullptr;
}

JsonValue parse_json(std::string_view text, std::string_view file, Diagnostics& diagnostics, const JsonLimits& limits) {
  const auto fail = [&](Position position, std::string_view code, std::string message, std::string remedy) {
    diagnostics.add(
        {Severity::kError, std::string(file), position, {}, std::move(message), std::move(remedy), std::string(code)});
    return JsonValue();
  };
  if (text.size() > limits.bytes) {
    return fail({}, codes::kJsonTooBig,
                "the file is " + std::to_string(text.size() >> 10) + " KB, and at most " +
                    std::to_string(limits.bytes >> 10) + " KB are read",
                "keep pictures and other media in files of their own");
  }
  if (text.substr(0, kByteOrderMark.size()) == kByteOrderMark) text.remove_prefix(kByteOrderMark.size());
  if (skip_json_space(text, 0) == text.size()) {
    return fail({}, codes::kJsonEmpty, "the file is empty", "start it with { and end it with }");
  }
  const std::size_t invalid = find_invalid_utf8(text);
  if (invalid != std::string_view::npos) {
    return fail(PositionCounter(text).at(invalid), codes::kJsonNotUtf8, "this is not UTF-8 text",
                "save the file with the encoding UTF-8");
  }
  TreeBuilder builder(text, file, diagnostics, limits);
  nlohmann::json::sax_parse(text.data(), text.data() + text.size(), &builder);
  return builder.is_broken() ? JsonValue() : builder.take();
}

}  // namespace bytes::content
