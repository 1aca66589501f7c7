// A stretch of a file's text after escapes were read, which still knows where each of its bytes stands in the file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace bytes::content {

struct MappedText {
  std::string text;
  std::vector<std::uint32_t> offsets;  // One for each byte of `text`.

  // The file itself, from `begin` on.
  static MappedText of(std::string_view file, std::size_t begin = 0) {
    MappedText all;
    for (std::size_t i = begin; i < file.size(); ++i) all.add(file[i], i);
    return all;
  }

  bool empty() const { return text.empty(); }
  std::size_t size() const { return text.size(); }

  void add(char c, std::size_t offset) {
    text += c;
    offsets.push_back(static_cast<std::uint32_t>(offset));
  }
  void add(const MappedText& other) {
    text += other.text;
    offsets.insert(offsets.end(), other.offsets.begin(), other.offsets.end());
  }

  // Where byte `i` stands; what is at or past the end stands where the last byte does.
  std::size_t offset_at(std::size_t i) const {
    if (offsets.empty()) return 0;
    return offsets[i < offsets.size() ? i : offsets.size() - 1];
  }

  MappedText part(std::size_t begin, std::size_t end = std::string::npos) const {
    MappedText some;
    if (end > size()) end = size();
    if (begin > end) begin = end;
    some.text = text.substr(begin, end - begin);
    some.offsets.assign(offsets.begin() + static_cast<std::ptrdiff_t>(begin),
                        offsets.begin() + static_cast<std::ptrdiff_t>(end));
    return some;
  }

  MappedText trimmed() const {
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string::npos) return {};
    return part(begin, text.find_last_not_of(" \t\r\n") + 1);
  }
};

}  // namespace bytes::content
