// The lessons of a content folder, as the tool finds them.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/result.h"
#include "content/author/rules.h"
#include "content/model.h"

namespace bytes::cli {

// One Byte's file: `<folder>/byte.json` with its pictures beside it, or the shortcut `<id>.json`.
struct ByteFile {
  std::filesystem::path file;
  std::filesystem::path folder;  // What its pictures' addresses start from.
  std::string id;                // What its place says its id is.
  // What belongs to it by its name, such as byte.es.json: names in `folder`, in their order. Only `find_bytes` looks.
  std::vector<std::string> overlays = {};
};

// In `bytes/` below `content`, ordered by id. Translations are none: src/cli/translations.h finds them.
std::vector<ByteFile> find_bytes(const std::filesystem::path& content);

// The ByteFile that an author means by `path`: a byte.json, an <id>.json, or a folder with a byte.json in it.
ByteFile byte_file_at(const std::filesystem::path& path);

// What lies around it, for the rules.
content::ByteSurroundings surroundings_of(const ByteFile& file);

// Another Byte of the same library.
std::optional<ByteFile> find_beside(const ByteFile& file, std::string_view id);

// What is said of a file that was not read. `remedy` goes on with the sentence.
Diagnostic unreadable(const std::filesystem::path& path, const Error& reason, std::string_view remedy);

// Reads and checks it. With no errors among its diagnostics, what its files weigh is filled in. What was proven about
// its scenarios is added to `proven`, if it is given.
std::optional<content::Byte> load_byte(const ByteFile& file, Diagnostics& diagnostics,
                                       std::vector<content::ProvenScenario>* proven = nullptr);

// The same for one scenario's file.
void check_scenario_file(const std::filesystem::path& path, Diagnostics& diagnostics,
                         std::vector<content::ProvenScenario>& proven);

}  // namespace bytes::cli
