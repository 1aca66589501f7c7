// A translation of a lesson: what is said about it, and that refreshing its file loses no word.
#include "content/author/translation.h"

#include <algorithm>

#include "content/author/playable.h"
#include "content/author/translation_writer.h"
#include "content/byte_reader.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/targets.h"

namespace bytes::fuzz {
namespace {

using namespace content;

constexpr const char* kOverlay = "lesson.es.json";

const std::string& lesson_text() {
  static const std::string text = repository_file("tests/data/translations/lesson.json");
  return text;
}

const Byte& lesson() {
  static const Byte byte = [] {
    Diagnostics diagnostics;
    return check_byte(lesson_text(), "lesson.json", files_beside(), diagnostics).value_or(Byte());
  }();
  return byte;
}

// All strings below `value`.
void strings_in(const JsonValue& value, std::vector<std::string>& strings) {
  if (value.is_string() && !value.string.empty()) strings.push_back(value.string);
  for (const JsonValue& item : value.items) strings_in(item, strings);
  for (const JsonMember& member : value.members) strings_in(member.value, strings);
}

}  // namespace

void fuzz_translation(std::string_view input) {
  Diagnostics problems;
  const auto translated = check_translation(input, kOverlay, lesson(), files_beside(), problems);
  expect_of_use(problems, kOverlay, input);
  expect(translated || problems.has_errors(), "no translation, and nobody says why");
  if (!translated) return;
  if (!problems.has_errors()) {
    Byte byte = translated->byte;
    const std::string playable = write_playable(byte);
    Diagnostics found;
    const auto played = read_byte(playable, "playable", {.strict = false, .markup = {}}, found);
    expect(played && !found.has_errors(), "the player refuses a translation: " + playable);
    expect(played && write_playable(*played) == playable, "a translation is played otherwise: " + playable);
  }

  Diagnostics unread;
  const auto before = read_translation(input, kOverlay, unread);
  if (!before || unread.has_errors()) return;
  const auto source = [](const std::string&) { return lesson_text(); };
  const RefreshedTranslation refreshed = refresh_translation(input, lesson(), "es", "schema.json", source);
  Diagnostics found;
  const auto after = read_translation(refreshed.text, kOverlay, found);
  expect(after && !found.has_errors(), "a refreshed translation cannot be read: " + refreshed.text);
  Diagnostics ignored;
  std::vector<std::string> words, kept;
  for (const TranslatedString& string : before->strings) strings_in(string.text, words);
  strings_in(parse_json(refreshed.text, kOverlay, ignored), kept);
  for (const std::string& word : words) {
    expect(std::find(kept.begin(), kept.end(), word) != kept.end(), "refreshing loses: " + word);
  }
  const RefreshedTranslation twice = refresh_translation(refreshed.text, lesson(), "es", "schema.json", source);
  expect(twice.text == refreshed.text, "refreshed twice it differs:\n" + refreshed.text + twice.text);
}

}  // namespace bytes::fuzz
