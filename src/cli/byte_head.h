// What another Byte's page says about a Byte: what it is called in each language, and where its pages are.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/library.h"
#include "content/catalogue.h"

namespace bytes::cli {

struct ByteHead {
  struct Edition {
    std::string language;
    std::string title;
    std::string page;  // In its folder.
  };
  int minutes = 0;
  std::vector<Edition> editions;  // As it was written first.

  const Edition& in(std::string_view language) const;  // As it was written, if not in that one.
  // All of it, to be compared with what it was.
  std::string spelt() const;
};

// Of what was built. Requires: the entries are one Byte's, as it was written first.
ByteHead head_of(const std::vector<content::CatalogueEntry>& editions);

// Reads no more than the file itself and its translations, and checks little. Nothing when no title is found in it.
std::optional<ByteHead> read_head(const ByteFile& file);

}  // namespace bytes::cli
