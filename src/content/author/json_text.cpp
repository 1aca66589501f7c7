#include "content/author/json_text.h"

namespace bytes::content {

void write_json_string(std::string_view letters, std::string& json) {
  json += '"';
  for (char c : letters) {
    if (c == '"' || c == '\\') {
      (json += '\\') += c;
    } else if (c == '\n') {
      json += "\\n";
    } else if (c == '\t') {
      json += "\\t";
    } else if (static_cast<unsigned char>(c) < 0x20) {
      json += "\\u00";
      json += "0123456789abcdef"[c >> 4];
      json += "0123456789abcdef"[c & 15];
    } else {
      json += c;
    }
  }
  json += '"';
}

Offsets::Offsets(std::string_view text) : text_(text), offset_(text.starts_with("\xef\xbb\xbf") ? 3 : 0) {}

std::size_t Offsets::at(Position position) {
  while (offset_ < text_.size() && position_ != position) {
    if (text_[offset_] == '\n') {
      ++position_.line;
      position_.column = 1;
      ++offset_;
      continue;
    }
    ++position_.column;
    do ++offset_;
    while (offset_ < text_.size() && (static_cast<unsigned char>(text_[offset_]) & 0xc0) == 0x80);
  }
  return offset_;
}

}  // namespace bytes::content
