// How tests read the repository's files.
#pragma once

#include <gtest/gtest.h>

#include <cstdio>
#include <string>

namespace bytes {

// Requires: there is such a file, named relative to the repository's root.
inline std::string read_test_file(const std::string& path) {
  std::string text;
  std::FILE* file = std::fopen(path.c_str(), "rb");
  EXPECT_NE(file, nullptr) << path;
  if (!file) return text;
  char part[4096];
  for (std::size_t size; (size = std::fread(part, 1, sizeof part, file)) > 0;) text.append(part, size);
  std::fclose(file);
  return text;
}

}  // namespace bytes
