// Makes and refreshes the file of a translation, and gives blocks the ids that it needs.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "content/author/translation.h"
#include "content/json.h"
#include "content/model.h"

namespace bytes::content {

// A file that belongs to a Byte's source, by its name beside byte.json; `{}` is byte.json itself.
using SourceText = std::function<std::string(const std::string& scenario)>;

// The files with an id for each block that has words and no id, by the names that SourceText takes; only those that
// change. Nothing else in them does. Requires: `byte` was read from them without errors.
std::map<std::string, std::string> with_block_ids(const Byte& byte, const SourceText& source);

struct RefreshedTranslation {
  std::string text;          // Of the whole file.
  TranslationReport report;  // On the translation that it is now.
  int unused = 0;            // Translated strings that the Byte has no use for; they are kept under `x-unused`.
};

// `before` is the file as it was, read without errors; empty: there was none. All words that were in it are kept.
// `schema` is where the schema lies from the file. Requires: `byte` was read from `source` without errors.
RefreshedTranslation refresh_translation(std::string_view before, const Byte& byte, std::string_view language,
                                         std::string_view schema, const SourceText& source);

}  // namespace bytes::content
