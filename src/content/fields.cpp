#include "content/fields.h"

#include <algorithm>

#include "content/decimal_text.h"

namespace bytes::content {
namespace {

constexpr int kFormat = 1;

bool is_free(std::string_view name) { return name == "note" || name.substr(0, 2) == "x-"; }

}  // namespace

Fields::Fields(Reading& reading, const JsonValue& value, const Place& place)
    : reading_(reading), value_(value), place_(place) {
  if (value.is_object()) return;
  reading.wrong_type(value, place, JsonValue::Kind::kObject);
  is_complete_ = false;
}

const JsonValue* Fields::take_any(std::string_view name, JsonValue::Kind wanted, Need need) {
  asked_.push_back(name);
  const JsonValue* value = value_.find(name);
  if (!value && need == Need::kRequired) {
    is_complete_ = false;
    if (value_.is_object()) reading_.missing(name, place_, wanted);
  }
  return value;
}

const JsonValue* Fields::take(std::string_view name, JsonValue::Kind kind, Need need) {
  const JsonValue* value = take_any(name, kind, need);
  if (!value || value->kind == kind) return value;
  reading_.wrong_type(*value, at(name, *value), kind);
  keep(false, need);
  return nullptr;
}

void Fields::read(std::string_view name, std::string& target, Need need, ReadLetters read_letters) {
  const JsonValue* value = take_any(name, JsonValue::Kind::kString, need);
  if (value) keep((reading_.*read_letters)(*value, at(name, *value), target), need);
}

void Fields::letters(std::string_view name, std::string& target, Need need) {
  read(name, target, need, &Reading::letters);
}

void Fields::id(std::string_view name, std::string& target, Need need) { read(name, target, need, &Reading::id); }

void Fields::unique_id(std::string& target, NameTable& ids, Need need) {
  id("id", target, need);
  if (target.empty()) return;
  const JsonValue& value = *value_.find("id");
  unique(value.string, at("id", value), ids, target, need);
}

void Fields::unique(std::string_view name, const Place& place, NameTable& names, std::string& target, Need need) {
  const Position* first = names.add(name, place.position);
  target = first ? std::string_view() : name;
  if (!first) return;
  reading_.error(place, codes::kIdDuplicate, {name, std::to_string(first->line), std::to_string(first->column)});
  keep(false, need);
}

void Fields::language(std::string_view name, std::string& target, Need need) {
  read(name, target, need, &Reading::language);
}

void Fields::file(std::string_view name, std::string& target, Need need) { read(name, target, need, &Reading::file); }

void Fields::address(std::string_view name, std::string& target, Need need) {
  read(name, target, need, &Reading::address);
}

void Fields::text(std::string_view name, RichText& target, Need need) {
  const JsonValue* value = take_any(name, JsonValue::Kind::kString, need);
  if (value) keep(reading_.text(*value, at(name, *value), target), need);
}

void Fields::gapped_text(std::string_view name, RichText& target, Need need) {
  const JsonValue* value = take_any(name, JsonValue::Kind::kString, need);
  if (value) keep(reading_.gapped_text(*value, at(name, *value), target), need);
}

void Fields::boolean(std::string_view name, bool& target, Need need) {
  if (const JsonValue* value = take(name, JsonValue::Kind::kBoolean, need)) target = value->boolean;
}

void Fields::integer(std::string_view name, int& target, int lowest, int highest, Need need) {
  const JsonValue* value = take(name, JsonValue::Kind::kInteger, need);
  if (!value) return;
  if (value->integer < lowest || value->integer > highest) {
    reading_.error(at(name, *value), codes::kNumberRange,
                   {std::to_string(value->integer), std::to_string(lowest), std::to_string(highest)});
    return keep(false, need);
  }
  target = static_cast<int>(value->integer);
}

void Fields::decimal(std::string_view name, std::int64_t& target, std::int64_t parts, std::int64_t lowest,
                     std::int64_t highest, Need need) {
  const JsonValue* value = take_any(name, JsonValue::Kind::kNumber, need);
  if (!value) return;
  if (value->kind != JsonValue::Kind::kNumber && !value->is_integer()) {
    reading_.wrong_type(*value, at(name, *value), JsonValue::Kind::kNumber);
    return keep(false, need);
  }
  const double whole = value->number * static_cast<double>(parts);
  if (!(whole >= static_cast<double>(lowest) && whole <= static_cast<double>(highest))) {
    reading_.error(at(name, *value), codes::kDecimalRange,
                   {decimal_text(lowest, parts), decimal_text(highest, parts)});
    return keep(false, need);
  }
  target = static_cast<std::int64_t>(whole < 0 ? whole - 0.5 : whole + 0.5);
}

int Fields::choice_index(std::string_view name, Vocabulary vocabulary, Need need) {
  const JsonValue* value = take(name, JsonValue::Kind::kString, need);
  if (!value) return -1;
  const auto found = std::find(vocabulary.words.begin(), vocabulary.words.end(), value->string);
  if (found != vocabulary.words.end()) return static_cast<int>(found - vocabulary.words.begin());
  reading_.unknown_word(value->string, at(name, *value), vocabulary);
  keep(false, need);
  return -1;
}

void Fields::check_not_empty(const JsonValue& list, const Place& place, Need need) {
  if (!list.items.empty()) return;
  reading_.error(place, codes::kListEmpty);
  keep(false, need);
}

void Fields::texts(std::string_view name, std::vector<RichText>& target, Need need) {
  each(name, need, [&](const JsonValue& item, const Place& place) {
    RichText text;
    if (reading_.text(item, place, text)) target.push_back(std::move(text));
  });
  if (target.empty()) keep(false, need);
}

void Fields::words(std::string_view name, std::vector<std::string>& target, Need need) {
  each(name, need, [&](const JsonValue& item, const Place& place) {
    std::string letters;
    if (reading_.letters(item, place, letters)) target.push_back(std::move(letters));
  });
  if (target.empty()) keep(false, need);
}

bool Fields::format() {
  take("$schema", JsonValue::Kind::kString);
  const JsonValue* format = take("format", JsonValue::Kind::kInteger, Need::kRequired);
  if (!format || format->integer == kFormat) return value_.is_object();
  reading_.error(at("format", *format), codes::kFormatUnsupported, {std::to_string(format->integer)});
  return false;
}

void Fields::report_unknown(std::string_view what) {
  if (!reading_.is_strict()) return;
  for (const JsonMember& member : value_.members) {
    const std::string_view name = member.key;
    if (is_free(name) || std::find(asked_.begin(), asked_.end(), name) != asked_.end()) continue;
    reading_.unknown_field(what, {&place_, name, -1, member.position}, asked_);
  }
}

}  // namespace bytes::content
