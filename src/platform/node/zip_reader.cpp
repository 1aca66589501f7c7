#include "cli/zip_reader.h"

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>

extern "C" {
// In node_library.js. What byte.mjs has unpacked of this zip, as a block of memory to be freed: numbers of 32 bits and
// bytes by turns. The first number is 1 and then comes the number of files, for each the length of its name, the name,
// the length of its content, the content; or it is 0, and then come the length of a sentence and the sentence.
char* byte_unzipped(const char* zip, int size);
}

namespace bytes::cli {
namespace {

class Block {
 public:
  explicit Block(const char* at) : at_(at) {}

  std::uint32_t number() {
    std::uint32_t value = 0;
    std::memcpy(&value, at_, sizeof value);
    at_ += sizeof value;
    return value;
  }

  std::string letters() {
    const std::uint32_t size = number();
    std::string value(at_, size);
    at_ += size;
    return value;
  }

 private:
  const char* at_;
};

}  // namespace

// The caps are those of web/author/unzip.js, which are the same.
Result<std::vector<ZipEntry>> read_zip(std::string_view zip, const ZipCaps&) {
  const std::unique_ptr<char, void (*)(void*)> memory(byte_unzipped(zip.data(), static_cast<int>(zip.size())), std::free);
  Block block(memory.get());
  if (block.number() == 0) return Error{block.letters()};
  std::vector<ZipEntry> entries(block.number());
  for (ZipEntry& entry : entries) {
    entry.name = block.letters();
    entry.bytes = block.letters();
  }
  return entries;
}

}  // namespace bytes::cli
