// The translations that lie beside Bytes.
#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "cli/library.h"
#include "cli/translation_counts.h"
#include "content/model.h"

namespace bytes::cli {

// Where a Byte's translation lies: `byte.<language>.json` beside its byte.json, or `<id>.<language>.json`.
std::filesystem::path translation_path(const ByteFile& file, std::string_view language);

// Those that are there, ordered by name.
std::vector<std::filesystem::path> find_translations(const ByteFile& file);

// Those in `bytes/` below `content` that lie beside no Byte.
std::vector<std::filesystem::path> find_stray_translations(const std::filesystem::path& content);

// What `byte check` says about all translations of a Byte that has no errors, or about one, whose Byte lies beside it.
// Counted are those that could be understood.
std::vector<TranslationCount> check_translations(const ByteFile& file, const content::Byte& byte,
                                                 Diagnostics& diagnostics);
void check_translation_file(const std::filesystem::path& path, Diagnostics& diagnostics);

// A Byte and all its translations, the Byte first; each knows the others as its editions, and the files of each weigh
// what they weigh. A translation with errors is left out after a report. Requires: `byte` has no errors.
std::vector<content::Byte> load_editions(const ByteFile& file, content::Byte byte, Diagnostics& diagnostics,
                                         std::vector<TranslationCount>& counts);

// The same without a report, for what is only named elsewhere.
std::vector<content::Byte> read_editions(const ByteFile& file, const content::Byte& byte);

// `index.html` for the first of those, `index.es.html` for a translation.
std::string page_name(const content::Byte& source, std::string_view language);

}  // namespace bytes::cli
