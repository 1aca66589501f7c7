#include "cli/byte_head.h"

#include <algorithm>

#include "cli/files.h"
#include "cli/translations.h"
#include "content/byte_reader.h"

namespace bytes::cli {

const ByteHead::Edition& ByteHead::in(std::string_view language) const {
  const auto found = std::find_if(editions.begin(), editions.end(),
                                  [&](const Edition& edition) { return edition.language == language; });
  return found == editions.end() ? editions.front() : *found;
}

std::string ByteHead::spelt() const {
  std::string all = std::to_string(minutes);
  for (const Edition& edition : editions) all += '\n' + edition.language + '\n' + edition.title + '\n' + edition.page;
  return all;
}

ByteHead head_of(const std::vector<content::CatalogueEntry>& editions) {
  ByteHead head{editions.front().minutes, {}};
  for (const content::CatalogueEntry& one : editions) head.editions.push_back({one.language, one.title, one.page});
  return head;
}

std::optional<ByteHead> read_head(const ByteFile& file) {
  const auto text = read_file(file.file);
  if (!text.ok()) return std::nullopt;
  Diagnostics its_own;
  const auto byte = content::read_byte(*text, file.file.string(), {}, its_own);
  if (!byte || byte->title.empty()) return std::nullopt;
  ByteHead head{byte->minutes, {}};
  for (const content::Byte& edition : read_editions(file, *byte)) {
    head.editions.push_back({edition.language, edition.title, page_name(*byte, edition.language)});
  }
  return head;
}

}  // namespace bytes::cli
