// Writes JSON text, one value after the other; commas and escapes are its business.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace bytes {

// Usage: `w.begin_object(); w.key("id"); w.string("a"); w.end_object();`. Requires: calls in the order of a well-formed
// document. Strings are written as they are (UTF-8) apart from the escapes JSON asks for; `<` is written as `\u003c` so
// that the text can stand inside an HTML script element.
class JsonWriter {
 public:
  void begin_object();
  void end_object();
  void begin_array();
  void end_array();
  void key(std::string_view name);
  void string(std::string_view text);
  void integer(std::int64_t number);
  void number(double number);  // Shortest form that reads back as the same value; not finite: `null`.
  void boolean(bool value);
  void null();
  // A value that is JSON text already.
  void raw(std::string_view json);

  const std::string& text() const { return text_; }
  std::string take() { return std::move(text_); }

 private:
  void separate();

  std::string text_;
  bool needs_comma_ = false;
};

}  // namespace bytes
