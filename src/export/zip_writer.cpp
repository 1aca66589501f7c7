#include "export/zip_writer.h"

#include <array>
#include <utility>

namespace bytes::exports {
namespace {

// The CRC of ISO 3309, as zip files have it.
std::uint32_t crc32(std::string_view content) {
  static const auto table = [] {
    std::array<std::uint32_t, 256> rows{};
    for (std::uint32_t i = 0; i < 256; ++i) {
      rows[i] = i;
      for (int bit = 0; bit < 8; ++bit) rows[i] = rows[i] >> 1 ^ (rows[i] & 1 ? 0xedb88320u : 0u);
    }
    return rows;
  }();
  std::uint32_t crc = ~0u;
  for (char byte : content) crc = crc >> 8 ^ table[(crc ^ static_cast<unsigned char>(byte)) & 0xff];
  return ~crc;
}

constexpr std::uint32_t kLocalHeader = 0x04034b50, kCentralHeader = 0x02014b50, kEnd = 0x06054b50;
// Version 2.0; the flag says that names are UTF-8, without which some readers take them for another code page.
constexpr std::uint16_t kVersion = 20, kUtf8 = 1u << 11, kStored = 0;
// The first of January 1980: a zip of the same files is the same zip.
constexpr std::uint16_t kTime = 0, kDate = 1 << 5 | 1;

void put16(std::uint32_t number, std::string& file) {
  file += static_cast<char>(number & 0xff);
  file += static_cast<char>(number >> 8 & 0xff);
}

void put32(std::uint32_t number, std::string& file) {
  put16(number & 0xffff, file);
  put16(number >> 16, file);
}

// What the header before a file and its row in the directory have in common.
void put_shared(std::uint32_t crc, std::uint32_t size, std::size_t name_size, std::string& file) {
  for (std::uint16_t field : {kVersion, kUtf8, kStored, kTime, kDate}) put16(field, file);
  put32(crc, file);
  put32(size, file);
  put32(size, file);
  put16(static_cast<std::uint32_t>(name_size), file);
  put16(0, file);
}

}  // namespace

void ZipWriter::add(std::string_view name, std::string_view content) {
  const Entry entry = {std::string(name), crc32(content), static_cast<std::uint32_t>(content.size()),
                       static_cast<std::uint32_t>(file_.size())};
  put32(kLocalHeader, file_);
  put_shared(entry.crc, entry.size, entry.name.size(), file_);
  file_ += entry.name;
  file_ += content;
  entries_.push_back(entry);
}

std::string ZipWriter::take() {
  const std::size_t directory = file_.size();
  for (const Entry& entry : entries_) {
    put32(kCentralHeader, file_);
    put16(kVersion, file_);
    put_shared(entry.crc, entry.size, entry.name.size(), file_);
    for (int field = 0; field < 3; ++field) put16(0, file_);
    put32(0, file_);
    put32(entry.offset, file_);
    file_ += entry.name;
  }
  const std::size_t directory_size = file_.size() - directory;
  put32(kEnd, file_);
  put32(0, file_);
  put16(static_cast<std::uint32_t>(entries_.size()), file_);
  put16(static_cast<std::uint32_t>(entries_.size()), file_);
  put32(static_cast<std::uint32_t>(directory_size), file_);
  put32(static_cast<std::uint32_t>(directory), file_);
  put16(0, file_);
  return std::move(file_);
}

}  // namespace bytes::exports
