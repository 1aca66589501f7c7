// The files that problems are in, each read once.
#pragma once

#include <map>
#include <string>

#include "cli/files.h"

namespace bytes::cli {

class Sources {
 public:
  // Empty when it can't be read. Valid as long as this is.
  const std::string& text_of(const std::string& file) {
    auto [source, is_new] = texts_.try_emplace(file);
    if (is_new) {
      if (auto text = read_file(file); text.ok()) source->second = std::move(*text);
    }
    return source->second;
  }

 private:
  std::map<std::string, std::string> texts_;
};

}  // namespace bytes::cli
