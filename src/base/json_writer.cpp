#include "base/json_writer.h"

#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace bytes {

void JsonWriter::separate() {
  if (needs_comma_) text_ += ',';
  needs_comma_ = true;
}

void JsonWriter::begin_object() {
  separate();
  text_ += '{';
  needs_comma_ = false;
}

void JsonWriter::end_object() {
  text_ += '}';
  needs_comma_ = true;
}

void JsonWriter::begin_array() {
  separate();
  text_ += '[';
  needs_comma_ = false;
}

void JsonWriter::end_array() {
  text_ += ']';
  needs_comma_ = true;
}

void JsonWriter::key(std::string_view name) {
  string(name);
  text_ += ':';
  needs_comma_ = false;
}

void JsonWriter::string(std::string_view text) {
  separate();
  text_ += '"';
  for (char c : text) {
    switch (c) {
      case '"': text_ += "\\\""; break;
      case '\\': text_ += "\\\\"; break;
      case '\n': text_ += "\\n"; break;
      default:
        if (static_cast<unsigned char>(c) < 0x20 || c == '<') {
          text_ += "\\u00";
          text_ += "0123456789abcdef"[c >> 4];
          text_ += "0123456789abcdef"[c & 15];
        } else {
          text_ += c;
        }
    }
  }
  text_ += '"';
}

void JsonWriter::integer(std::int64_t number) { raw(std::to_string(number)); }

void JsonWriter::number(double number) {
  if (!std::isfinite(number)) return null();
  // LLVM 14's libc++ has no std::to_chars for doubles that is worth its size, so: the fewest digits that hold.
  char digits[32];
  for (int precision = 15; precision <= 17; ++precision) {
    std::snprintf(digits, sizeof digits, "%.*g", precision, number);
    if (std::strtod(digits, nullptr) == number) break;
  }
  raw(digits);
}

void JsonWriter::boolean(bool value) { raw(value ? "true" : "false"); }

void JsonWriter::null() { raw("null"); }

void JsonWriter::raw(std::string_view json) {
  separate();
  text_ += json;
}

}  // namespace bytes
