// `byte check --fix`: the file loses nothing, every id is where it says, and there is nothing to do a second time.
#include "content/author/fix.h"

#include <algorithm>

#include "content/author/explain.h"
#include "content/author/markup.h"
#include "content/byte_reader.h"
#include "content/json.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/targets.h"

namespace bytes::fuzz {
namespace {

using namespace content;

bool is_left_of(std::string_view before, std::string_view after) {
  std::size_t i = 0;
  for (char c : after) {
    if (i < before.size() && before[i] == c) ++i;
  }
  return i == before.size();
}

void expect_fixed(std::string_view input, const std::optional<Mended>& mended, bool is_json) {
  if (!mended) return expect(!is_json, "JSON, and nothing is done");
  expect(is_left_of(input, mended->text), "something got lost");
  expect(mended->ids.empty() == (mended->text == input), "changed without an id");
  Diagnostics found;
  const JsonValue value = parse_json(mended->text, "byte.json", found);
  expect(value.was_read(), "it was JSON, and is no more: " + mended->text);
  for (const WrittenId& id : mended->ids) {
    expect(is_variable_name(id.id) || !id.id.empty(), "an empty id");
    expect_inside(id.position, mended->text, id.path);
  }
}

}  // namespace

void fuzz_fix(std::string_view input) {
  Diagnostics found;
  const bool is_json = parse_json(input, "byte.json", found).was_read();
  const auto mended = with_missing_ids(input, "a-folder");
  expect_fixed(input, mended, is_json);
  if (mended) {
    const auto twice = with_missing_ids(mended->text, "a-folder");
    expect(twice && twice->text == mended->text, "there is something to do a second time: " + mended->text);
    // An id that was written is none that a reader complains about.
    Diagnostics before, after;
    const ReadOptions options = {.strict = true, .markup = read_markup};
    read_byte(input, "byte.json", options, before);
    read_byte(mended->text, "byte.json", options, after);
    const auto count = [](const Diagnostics& all, std::string_view code) {
      return std::count_if(all.all().begin(), all.all().end(), [&](const Diagnostic& one) { return one.code == code; });
    };
    for (const std::string_view code : {"id-duplicate", "id-invalid", "json-duplicate-key"}) {
      expect(count(after, code) <= count(before, code) || count(after, "too-many-problems") > 0 ||
                 count(before, "too-many-problems") > 0,
             "an id was written that cannot be one: " + mended->text);
    }
  }
  expect_fixed(input, scenario_with_missing_ids(input), is_json);
}

}  // namespace bytes::fuzz
