// A translation of a Byte: an overlay of strings, so that what is not text stands in one file only.
//
// It says for each string of which source it is a translation. A string that has none, or one of a source that has
// changed since, is shown in the source's language.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "content/author/rules.h"
#include "content/json.h"
#include "content/model.h"

namespace bytes::content {

struct TranslatedString {
  std::string key;    // As visit_strings has it.
  Position position;  // Of the key.
  std::string of;     // source_hash of what was translated; empty: of the source as it is now.
  JsonValue text;     // As it was written. An empty string: not yet translated.

  bool is_given() const { return !text.is_string() || !text.string.empty(); }
};

struct Translation {
  std::string file;  // As its author named it.
  std::string byte_id;
  Position byte_id_position;
  std::string language;
  Position language_position;
  std::string name;  // Of the language, in the language; empty: language_name knows it.
  Position strings_position;
  std::vector<TranslatedString> strings;
};

// `es` for `byte.es.json`, and for `<id>.es.json` beside `<id>.json`; empty for what is not named like a translation.
std::string_view translation_language(std::string_view file);

// Strictly. As with read_byte, problems have codes and no sentences yet; what stands in the strings' texts is not
// looked at before it is known what they translate. Empty when there is nothing that can be used.
std::optional<Translation> read_translation(std::string_view text, std::string_view file, Diagnostics& diagnostics);

struct TranslationReport {
  int strings = 0;                   // To be translated.
  std::vector<std::string> missing;  // Keys, in reading order; empty ones where a block has no id.
  std::vector<std::string> stale;    // The same.
  std::vector<std::string> unknown;  // In the order of the translation.
};

// Turns `byte` into its translation: strings that are translated and not stale are replaced, and what else is read
// there is marked as being in the source's language, as far as there is a place to say so (blocks and runs; plain
// letters, such as a title, have none). What is wrong with the translation's texts, stale ones, unknown keys, and one
// remark on missing ones go to `diagnostics`, with codes and no sentences. Requires: `byte` was read without errors.
TranslationReport apply_translation(Byte& byte, const Translation& translation, Diagnostics& diagnostics);

struct TranslatedByte {
  Byte byte;
  std::string language_name;  // In the language.
  TranslationReport report;
};

// All that `byte check` says about one translation of `source`: reads it, checks what it is named and what it names,
// and orders the problems by place, in sentences. `surroundings` are the source's. Gives the translated Byte, also with
// errors, as far as the translation could be understood.
std::optional<TranslatedByte> check_translation(std::string_view text, std::string_view file, const Byte& source,
                                                const ByteSurroundings& surroundings, Diagnostics& diagnostics);

}  // namespace bytes::content
