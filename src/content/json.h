// JSON with positions: what the readers of Bytes, of stored events and of messages work on.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"

namespace bytes::content {

class JsonValue;
struct JsonMember;

// Hard limits on a file, so that a hostile one ends in a sentence and not in a crash.
struct JsonLimits {
  std::size_t bytes = 4u << 20;
  std::size_t values = 200'000;
  int depth = 64;
};

class JsonValue {
 public:
  enum class Kind { kNull, kBoolean, kInteger, kNumber, kString, kArray, kObject };

  Kind kind = Kind::kNull;
  Position position;  // Of the value's first character.
  bool boolean = false;
  std::int64_t integer = 0;
  double number = 0;  // Also set for integers.
  std::string string;
  std::vector<JsonValue> items;     // kArray
  std::vector<JsonMember> members;  // kObject, in the order of the file; duplicate keys are kept and reported.

  // False for what parse_json gives when the text is not JSON, and for values made elsewhere.
  bool was_read() const { return position.line > 0; }
  bool is_string() const { return kind == Kind::kString; }
  bool is_array() const { return kind == Kind::kArray; }
  bool is_object() const { return kind == Kind::kObject; }
  bool is_integer() const { return kind == Kind::kInteger; }
  bool is_boolean() const { return kind == Kind::kBoolean; }

  // The first member of that name, or null. Null as well for what is not an object.
  const JsonValue* find(std::string_view key) const;
};

struct JsonMember {
  std::string key;
  Position position;  // Of the key.
  JsonValue value;
};

// Reads one JSON document (RFC 8259, UTF-8, no comments; a byte-order mark is skipped). On a syntax error, invalid
// UTF-8 or a broken limit the value is null and !was_read(), and one error naming the place is added. Duplicate keys
// are reported as errors, and the document is still read. Errors have a code and no sentence yet:
// content/author/explain.h makes it.
JsonValue parse_json(std::string_view text, std::string_view file, Diagnostics& diagnostics,
                     const JsonLimits& limits = {});

}  // namespace bytes::content
