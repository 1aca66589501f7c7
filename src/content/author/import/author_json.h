// JSON as an author would write it: values to put together, and a layout that keeps small things in one line.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/rich_text.h"
#include "content/json.h"

namespace bytes::content {

JsonValue json_string(std::string_view text);
JsonValue json_integer(std::int64_t number);
// Of millionths.
JsonValue json_decimal(std::int64_t millionths);
JsonValue json_boolean(bool value);
JsonValue json_list(std::vector<JsonValue> items = {});
JsonValue json_object();

// Requires: `object` is one.
void put(JsonValue& object, std::string_view name, JsonValue value);

// A sentence with its marks, as markup or, where that cannot say it, as a list of runs. Requires: `text` is not blank.
JsonValue json_text(const RichText& text);
// The same as a list of runs, whatever they are; empty for no text.
JsonValue json_runs(const RichText& text);
// The letters of a field without marks.
JsonValue json_letters(std::string_view letters);

// Ends with a line break. A list or object whose line would be longer than 120 columns is broken into one line each.
std::string pretty(const JsonValue& value);

}  // namespace bytes::content
