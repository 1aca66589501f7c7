// The files in a zip that somebody sent: unpacked in memory, and refused as a whole when anything in it could do harm.
// web/author/unzip.js has the same rules, and tests/data/zips holds both to one table.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace bytes::cli {

struct ZipEntry {
  // UTF-8, relative, with `/` between folders: never `..`, a drive, a backslash or a control character.
  std::string name;
  std::string bytes;
};

struct ZipCaps {
  std::size_t entries = 500;      // Folders and what is passed over count too.
  std::size_t name = 200;         // Bytes of a name.
  std::size_t entry = 32u << 20;  // Bytes of one file, unpacked.
  std::size_t all = 64u << 20;    // Bytes of all of them together; the zip itself may have as many.
};

// Folders, files whose name or folder begins with a dot, and `__MACOSX/` are passed over. An error is a sentence, what
// to do about it, and a code in brackets, such as `[zip-link]`.
Result<std::vector<ZipEntry>> read_zip(std::string_view zip, const ZipCaps& caps = {});

}  // namespace bytes::cli
