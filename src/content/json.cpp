#include "content/json.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "content/codes.h"
#include "content/name_table.h"
#include "content/position_counter.h"

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

// Builds the tree from the parser's events. The parser tells no places, so each event finds its token's again: it
// begins where the last one ended, after white space, commas and colons.
class TreeBuilder {
 public:
  TreeBuilder(std::string_view text, std::string_view file, Diagnostics& diagnostics, const JsonLimits& limits)
      : text_(text), file_(file), diagnostics_(diagnostics), limits_(limits), positions_(text) {
    if (text.substr(0, kByteOrderMark.size()) == kByteOrderMark) cursor_ = kByteOrderMark.size();
  }

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
    return fail(positions_.at(cursor_), codes::kJsonSyntax);
  }

 private:
  bool fail(Position position, std::string_view code, std::vector<std::string> details = {}) {
    is_broken_ = true;
    report(position, path(), code, std::move(details));
    return false;
  }

  void report(Position position, std::string path, std::string_view code, std::vector<std::string> details) {
    Diagnostic diagnostic;
    diagnostic.file = file_;
    diagnostic.position = position;
    diagnostic.path = std::move(path);
    diagnostic.code = code;
    diagnostic.details = std::move(details);
    diagnostics_.add(std::move(diagnostic));
  }

  // Of the member or item that is being read.
  std::string path() const {
    std::string path;
    for (const JsonValue* container : open_) {
      if (container->is_array()) {
        path += '[' + std::to_string(container->items.empty() ? 0 : container->items.size() - 1) + ']';
      } else if (!container->members.empty()) {
        if (!path.empty()) path += '.';
        path += container->members.back().key;
      }
    }
    return path;
  }

  Position begin_token() {
    cursor_ = std::min(text_.find_first_not_of(" \t\r\n,:", cursor_), text_.size());
    return positions_.at(cursor_);
  }

  // Requires: the cursor is at the opening quotation mark of a well-formed string.
  void skip_string() {
    for (++cursor_; cursor_ < text_.size() && text_[cursor_] != '"'; ++cursor_) {
      if (text_[cursor_] == '\\') ++cursor_;
    }
    ++cursor_;
  }

  // Moves past the value's first `length` bytes.
  JsonValue* add(JsonValue::Kind kind, std::size_t length) {
    const Position position = begin_token();
    if (++values_ > limits_.values) {
      fail(position, codes::kJsonTooManyValues, {std::to_string(limits_.values)});
      return nullptr;
    }
    cursor_ += length;
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
    cursor_ = std::min(text_.find_first_not_of("+-.0123456789eE", cursor_), text_.size());
    value->number = number;
    value->integer = integer;
    return true;
  }

  bool open(JsonValue::Kind kind) {
    if (open_.size() >= static_cast<std::size_t>(limits_.depth)) {
      return fail(begin_token(), codes::kJsonTooDeep, {std::to_string(limits_.depth)});
    }
    JsonValue* value = add(kind, 1);
    if (!value) return false;
    // Pointers to open containers stay valid: only the innermost one grows.
    open_.push_back(value);
    return true;
  }

  bool close() {
    begin_token();
    ++cursor_;
    open_.pop_back();
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
        where.resize(where.size() - object.members.back().key.size());
      }
      report(member.position, where + member.key, codes::kJsonDuplicateKey,
             {std::to_string(first->line), std::to_string(first->column)});
    }
  }

  std::string_view text_;
  std::string_view file_;
  Diagnostics& diagnostics_;
  const JsonLimits& limits_;
  PositionCounter positions_;
  std::size_t cursor_ = 0;  // Just after the last token that was understood.
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
  if (text.size() > limits.bytes) {
    Diagnostic too_big;
    too_big.file = file;
    too_big.code = codes::kJsonTooBig;
    too_big.details = {std::to_string(text.size() >> 10), std::to_string(limits.bytes >> 10)};
    diagnostics.add(std::move(too_big));
    return {};
  }
  TreeBuilder builder(text, file, diagnostics, limits);
  nlohmann::json::sax_parse(text.data(), text.data() + text.size(), &builder);
  return builder.is_broken() ? JsonValue() : builder.take();
}

}  // namespace bytes::content
