#include "content/json.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "content/codes.h"
#include "content/decimal.h"
#include "content/name_table.h"
#include "content/position_counter.h"

// Without exceptions nlohmann/json aborts wherever it would throw; its lexer throws nowhere.
#define JSON_NOEXCEPTION 1
#define JSON_NO_IO 1
#define JSON_HAS_FILESYSTEM 0
#define JSON_HAS_EXPERIMENTAL_FILESYSTEM 0
#include <nlohmann/json.hpp>

namespace bytes::content {
namespace {

// The library's SAX parser was tried first. It tells no places, and with the exceptions that it makes up for each error
// it adds 6.7 KB to what a learner downloads. Its lexer alone adds 3.0 KB, and knows where each token ends.
using Adapter = decltype(nlohmann::detail::input_adapter(std::declval<const char*>(), std::declval<const char*>()));
using Lexer = nlohmann::detail::lexer<nlohmann::json, Adapter>;
using Token = Lexer::token_type;

}  // namespace
}  // namespace bytes::content

// What the lexer has a number's value from, instead of std::strtod (content/decimal.h says why).
template <>
[[gnu::nonnull]] inline void bytes::content::Lexer::strtof(double& value, const char* text, char** end) noexcept {
  const std::string_view number = text;
  value = bytes::content::decimal_value(number);
  *end = const_cast<char*>(text) + number.size();
}

namespace bytes::content {
namespace {

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

// So that a file of a million repeated names ends in a list that someone can read.
constexpr int kMostDuplicates = 100;

// Builds the tree token by token. Depth costs no stack here, but the tree's destructor is recursive: hence the limit.
class TreeReader {
 public:
  TreeReader(std::string_view text, std::string_view file, Diagnostics& diagnostics, const JsonLimits& limits)
      : text_(text),
        file_(file),
        diagnostics_(diagnostics),
        limits_(limits),
        positions_(text),
        lexer_(nlohmann::detail::input_adapter(text.data(), text.data() + text.size())) {
    if (text.substr(0, kByteOrderMark.size()) == kByteOrderMark) end_ = kByteOrderMark.size();
  }

  // False, after a report, when the text is no document.
  bool read(JsonValue& root) {
    move();
    JsonValue* value = &root;
    for (;;) {
      if (!read_value(*value)) return false;
      const bool has_opened = value->is_array() || value->is_object();
      if (has_opened) {
        if (open_.size() >= static_cast<std::size_t>(limits_.depth)) {
          return fail(value->position, codes::kJsonTooDeep, limits_.depth);
        }
        // Pointers to open containers stay valid: only the innermost one grows.
        open_.push_back(value);
      }
      move();
      bool is_first = has_opened;
      while (!open_.empty() && token_ == end_token()) {
        close();
        move();
        is_first = false;
      }
      if (open_.empty()) return (token_ == Token::end_of_input && begin_ == text_.size()) || fail_syntax();
      if (!is_first) {
        if (token_ != Token::value_separator) return fail_syntax();
        move();
      }
      value = next_child();
      if (!value) return false;
    }
  }

 private:
  // To the next token.
  void move() {
    begin_ = std::min(text_.find_first_not_of(" \t\r\n", end_), text_.size());
    token_ = lexer_.scan();
    end_ = std::min(lexer_.get_position().chars_read_total, text_.size());
  }

  Token end_token() const { return open_.back()->is_object() ? Token::end_object : Token::end_array; }

  // From the current token; of a list or an object only that it is one.
  bool read_value(JsonValue& value) {
    value.position = positions_.at(begin_);
    if (++values_ > limits_.values) return fail(value.position, codes::kJsonTooManyValues, limits_.values);
    switch (token_) {
      case Token::begin_object: value.kind = JsonValue::Kind::kObject; return true;
      case Token::begin_array: value.kind = JsonValue::Kind::kArray; return true;
      case Token::literal_null: return true;
      case Token::literal_true:
      case Token::literal_false:
        value.kind = JsonValue::Kind::kBoolean;
        value.boolean = token_ == Token::literal_true;
        return true;
      case Token::value_string:
        value.kind = JsonValue::Kind::kString;
        value.string = std::move(lexer_.get_string());
        return true;
      case Token::value_integer: set_integer(value, lexer_.get_number_integer()); return true;
      case Token::value_unsigned:
        if (lexer_.get_number_unsigned() <= static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) {
          set_integer(value, static_cast<std::int64_t>(lexer_.get_number_unsigned()));
        } else {
          set_number(value, static_cast<double>(lexer_.get_number_unsigned()));
        }
        return true;
      case Token::value_float: return set_number(value, lexer_.get_number_float());
      default: return fail_syntax();
    }
  }

  static void set_integer(JsonValue& value, std::int64_t integer) {
    value.kind = JsonValue::Kind::kInteger;
    value.integer = integer;
    value.number = static_cast<double>(integer);
  }

  // 5.0 and 1e2 are integers too, as they are to a JSON Schema.
  bool set_number(JsonValue& value, double number) {
    if (!std::isfinite(number)) return fail_syntax();
    constexpr double kMostExact = 9007199254740992;  // 2^53: beyond it a double has gaps between integers.
    if (std::fabs(number) <= kMostExact && std::floor(number) == number) {
      set_integer(value, static_cast<std::int64_t>(number));
    } else {
      value.kind = JsonValue::Kind::kNumber;
      value.number = number;
    }
    return true;
  }

  // What the current token begins in the innermost container: an item, or a member of which it is the name. Null, after
  // a report, when it cannot; otherwise the current token begins the value.
  JsonValue* next_child() {
    JsonValue& container = *open_.back();
    if (container.is_array()) return &container.items.emplace_back();
    if (token_ != Token::value_string) return fail_syntax(), nullptr;
    JsonMember& member = container.members.emplace_back();
    member.position = positions_.at(begin_);
    member.key = std::move(lexer_.get_string());
    move();
    if (token_ != Token::name_separator) return fail_syntax(), nullptr;
    move();
    return &member.value;
  }

  void close() {
    const JsonValue& container = *open_.back();
    if (container.members.size() > 1) report_duplicates(container);
    open_.pop_back();
  }

  void report_duplicates(const JsonValue& object) {
    NameTable names;
    for (const JsonMember& member : object.members) {
      const Position* first = names.add(member.key, member.position);
      if (!first || ++duplicates_ > kMostDuplicates) continue;
      std::string where = path();
      where.resize(where.size() - object.members.back().key.size());
      report(member.position, where + member.key, codes::kJsonDuplicateKey,
             {std::to_string(first->line), std::to_string(first->column)});
    }
  }

  bool fail_syntax() { return report(positions_.at(begin_), {}, codes::kJsonSyntax, {}); }
  template <class Number>
  bool fail(Position position, std::string_view code, Number most) {
    return report(position, {}, code, {std::to_string(most)});
  }

  // Always false.
  bool report(Position position, std::string path, std::string_view code, std::vector<std::string> details) {
    Diagnostic diagnostic;
    diagnostic.file = file_;
    diagnostic.position = position;
    diagnostic.path = std::move(path);
    diagnostic.code = code;
    diagnostic.details = std::move(details);
    diagnostics_.add(std::move(diagnostic));
    return false;
  }

  // Of what was begun last in each open container.
  std::string path() const {
    std::string path;
    for (const JsonValue* container : open_) {
      if (!container->items.empty()) {
        path += '[';
        path += std::to_string(container->items.size() - 1);
        path += ']';
      } else if (!container->members.empty()) {
        if (!path.empty()) path += '.';
        path += container->members.back().key;
      }
    }
    return path;
  }

  std::string_view text_;
  std::string_view file_;
  Diagnostics& diagnostics_;
  const JsonLimits& limits_;
  PositionCounter positions_;
  Lexer lexer_;
  Token token_ = Token::uninitialized;  // The current token, and where it begins and ends.
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::size_t values_ = 0;
  int duplicates_ = 0;
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
  JsonValue root;
  if (!TreeReader(text, file, diagnostics, limits).read(root)) return {};
  return root;
}

}  // namespace bytes::content
