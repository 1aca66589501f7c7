// Writes a zip file (PKWARE's APPNOTE 6.3.9) whose entries are stored as they are: a host compresses what it serves, and
// the same bytes come out of every machine.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace bytes::exports {

class ZipWriter {
 public:
  // `name`: a relative path with slashes, UTF-8. Requires: fewer than 65,535 files, 4 GiB in all.
  void add(std::string_view name, std::string_view content);
  // The whole file. To be called once, at the end.
  std::string take();

 private:
  struct Entry {
    std::string name;
    std::uint32_t crc;
    std::uint32_t size;
    std::uint32_t offset;
  };
  std::string file_;
  std::vector<Entry> entries_;
};

}  // namespace bytes::exports
