#include "content/author/import/author_json.h"

#include <cmath>
#include <utility>

#include "content/author/import/marks.h"
#include "content/author/json_text.h"
#include "content/decimal_text.h"
#include "content/question.h"

namespace bytes::content {
namespace {

constexpr std::size_t kLongestLine = 120;  // In code points.

std::size_t columns(std::string_view text) {
  std::size_t count = 0;
  for (char c : text) count += (static_cast<unsigned char>(c) & 0xc0) != 0x80;
  return count;
}

std::string in_one_line(const JsonValue& value) {
  std::string out;
  const char* between = "";
  switch (value.kind) {
    case JsonValue::Kind::kString: write_json_string(value.string, out); return out;
    case JsonValue::Kind::kInteger: return std::to_string(value.integer);
    case JsonValue::Kind::kNumber:
      return decimal_text(static_cast<std::int64_t>(std::llround(value.number * static_cast<double>(kMillion))), kMillion);
    case JsonValue::Kind::kBoolean: return value.boolean ? "true" : "false";
    case JsonValue::Kind::kArray:
      if (value.items.empty()) return "[]";
      out = "[";
      for (const JsonValue& item : value.items) {
        out += std::exchange(between, ", ") + in_one_line(item);
      }
      return out + "]";
    case JsonValue::Kind::kObject:
      out = "{ ";
      for (const JsonMember& member : value.members) {
        out += std::exchange(between, ", ");
        write_json_string(member.key, out);
        out += ": " + in_one_line(member.value);
      }
      return out + " }";
    default: return "null";
  }
}

// What an author reads line by line stays so, however short it is.
bool is_always_broken(std::string_view name) { return name == "sections" || name == "blocks" || name == "options"; }

void write(const JsonValue& value, std::string_view name, std::size_t indent, std::size_t before, std::string& out) {
  const bool has_parts = !value.items.empty() || !value.members.empty();
  const bool may_be_flat =
      !is_always_broken(name) && !(indent == 0 && before == 0) && !value.find("blocks") && !value.find("options");
  if (!has_parts || may_be_flat) {
    const std::string line = in_one_line(value);
    if (!has_parts || before + columns(line) < kLongestLine) {
      out += line;
      return;
    }
  }
  const std::string margin(indent + 2, ' ');
  const bool is_object = value.is_object();
  out += is_object ? "{\n" : "[\n";
  const std::size_t count = is_object ? value.members.size() : value.items.size();
  for (std::size_t i = 0; i < count; ++i) {
    out += margin;
    std::size_t used = margin.size();
    if (is_object) {
      std::string key;
      write_json_string(value.members[i].key, key);
      out += key + ": ";
      used += columns(key) + 2;
    }
    write(is_object ? value.members[i].value : value.items[i], is_object ? value.members[i].key : std::string_view(),
          indent + 2, used, out);
    out += i + 1 < count ? ",\n" : "\n";
  }
  out += std::string(indent, ' ');
  out += is_object ? '}' : ']';
}

}  // namespace

JsonValue json_string(std::string_view text) {
  JsonValue value;
  value.kind = JsonValue::Kind::kString;
  value.string = text;
  return value;
}

JsonValue json_integer(std::int64_t number) {
  JsonValue value;
  value.kind = JsonValue::Kind::kInteger;
  value.integer = number;
  return value;
}

JsonValue json_decimal(std::int64_t millionths) {
  JsonValue value;
  value.kind = JsonValue::Kind::kNumber;
  value.number = static_cast<double>(millionths) / static_cast<double>(kMillion);
  return value;
}

JsonValue json_boolean(bool boolean) {
  JsonValue value;
  value.kind = JsonValue::Kind::kBoolean;
  value.boolean = boolean;
  return value;
}

JsonValue json_list(std::vector<JsonValue> items) {
  JsonValue value;
  value.kind = JsonValue::Kind::kArray;
  value.items = std::move(items);
  return value;
}

JsonValue json_object() {
  JsonValue value;
  value.kind = JsonValue::Kind::kObject;
  return value;
}

void put(JsonValue& object, std::string_view name, JsonValue value) {
  object.members.push_back({std::string(name), {}, std::move(value)});
}

JsonValue json_text(const RichText& text) {
  if (std::string markup = markup_of(text); !markup.empty()) return json_string(markup);
  return json_runs(text);
}

JsonValue json_runs(const RichText& text) {
  JsonValue runs = json_list();
  for (const Run& run : text) {
    if (have_same_marks(run, Run())) {
      runs.items.push_back(json_letters(run.text));
      continue;
    }
    JsonValue object = json_object();
    put(object, "text", json_letters(run.text));
    if (run.strong) put(object, "strong", json_boolean(true));
    if (run.emphasis) put(object, "emphasis", json_boolean(true));
    if (run.code) put(object, "code", json_boolean(true));
    if (!run.href.empty()) put(object, "href", json_string(run.href));
    runs.items.push_back(std::move(object));
  }
  return runs;
}

JsonValue json_letters(std::string_view letters) { return json_string(escape_placeholders(letters)); }

std::string pretty(const JsonValue& value) {
  std::string out;
  write(value, {}, 0, 0, out);
  out += '\n';
  return out;
}

}  // namespace bytes::content
