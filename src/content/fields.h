// Reads the fields of one JSON object: asks for them by name and type, says what is wrong with them, and at the end
// what nobody asked for.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "content/name_table.h"
#include "content/reading.h"

namespace bytes::content {

enum class Need { kOptional, kRequired };

class Fields {
 public:
  // Reports when `value` is no object; it has no fields then. Requires: all arguments outlive this.
  Fields(Reading& reading, const JsonValue& value, const Place& place);

  // Each leaves its target as it was when the field is missing or wrong.
  void letters(std::string_view name, std::string& target, Need need = Need::kOptional);
  void address(std::string_view name, std::string& target, Need need = Need::kOptional);
  void text(std::string_view name, RichText& target, Need need = Need::kOptional);
  void id(std::string_view name, std::string& target, Need need = Need::kOptional);
  // `name` itself, unless another has it already: says so at `place` and leaves `target` empty.
  void unique(std::string_view name, const Place& place, NameTable& names, std::string& target, Need need);
  // The field `id`, which is empty afterwards when another has it already. Requires: the file's values outlive `ids`.
  void unique_id(std::string& target, NameTable& ids, Need need);
  void language(std::string_view name, std::string& target, Need need = Need::kOptional);
  void file(std::string_view name, std::string& target, Need need = Need::kOptional);
  void boolean(std::string_view name, bool& target, Need need = Need::kOptional);
  void integer(std::string_view name, int& target, int lowest, int highest, Need need = Need::kOptional);
  // A number with a fraction, as whole parts: thousandths of a whole where `parts` is 1,000. The limits are in parts too.
  void decimal(std::string_view name, std::int64_t& target, std::int64_t parts, std::int64_t lowest,
               std::int64_t highest, Need need = Need::kOptional);
  // As `text`, with gaps in it: `{{id}}`.
  void gapped_text(std::string_view name, RichText& target, Need need = Need::kOptional);
  // One of a few words: an enum's, in its order.
  template <class Enum>
  void choice(std::string_view name, Vocabulary vocabulary, Enum& target, Need need = Need::kOptional) {
    const int index = choice_index(name, vocabulary, need);
    if (index >= 0) target = static_cast<Enum>(index);
  }
  // Calls `read(item, place)` for each item of a list, which must not be empty.
  template <class Read>
  void each(std::string_view name, Need need, Read read) {
    const JsonValue* list = take(name, JsonValue::Kind::kArray, need);
    if (!list) return;
    const Place list_place = at(name, *list);
    check_not_empty(*list, list_place, need);
    for (std::size_t i = 0; i < list->items.size(); ++i) {
      const JsonValue& item = list->items[i];
      read(item, Place{&list_place, {}, static_cast<int>(i), item.position});
    }
  }
  void texts(std::string_view name, std::vector<RichText>& target, Need need = Need::kOptional);
  // Strings without marks; empty ones are reported.
  void words(std::string_view name, std::vector<std::string>& target, Need need = Need::kOptional);
  // What a file of the format begins with, `$schema` and `format`. False, after a report, when this version cannot read
  // it.
  bool format();
  // The value of that kind, or null.
  const JsonValue* take(std::string_view name, JsonValue::Kind kind, Need need = Need::kOptional);

  const JsonValue& value() const { return value_; }
  bool has(std::string_view name) const { return value_.find(name) != nullptr; }
  // Where the value of field `name` stands.
  Place at(std::string_view name, const JsonValue& value) const { return {&place_, name, -1, value.position}; }
  const Place& place() const { return place_; }

  // Reports every field that was not asked for, unless it is `note` or begins with `x-`. Does nothing when lenient.
  // `what` is such as `a question`.
  void report_unknown(std::string_view what);

  // True until a required field was missing or wrong, or `set_incomplete` was called.
  bool is_complete() const { return is_complete_; }
  void set_incomplete() { is_complete_ = false; }

 private:
  using ReadLetters = bool (Reading::*)(const JsonValue&, const Place&, std::string&);

  void read(std::string_view name, std::string& target, Need need, ReadLetters read_letters);
  const JsonValue* take_any(std::string_view name, JsonValue::Kind wanted, Need need);
  void check_not_empty(const JsonValue& list, const Place& place, Need need);
  int choice_index(std::string_view name, Vocabulary vocabulary, Need need);
  void keep(bool was_read, Need need) {
    if (!was_read && need == Need::kRequired) is_complete_ = false;
  }

  Reading& reading_;
  const JsonValue& value_;
  const Place& place_;
  std::vector<std::string_view> asked_;
  bool is_complete_ = true;
};

}  // namespace bytes::content
