#include "tests/content/support/files.h"

#include <dirent.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "content/author/rules.h"

namespace bytes::content {

bool has_test_file(const std::string& path) {
  std::FILE* file = std::fopen(path.c_str(), "rb");
  if (file) std::fclose(file);
  return file != nullptr;
}

std::string block_after(const std::string& text, std::string_view fence) {
  const std::size_t start = text.find(fence) + fence.size();
  return text.substr(start, text.find("```", start) - start);
}

std::vector<std::string> names_in(const std::string& folder, std::string_view ending) {
  std::vector<std::string> names;
  DIR* directory = opendir(folder.c_str());
  EXPECT_NE(directory, nullptr) << folder;
  if (!directory) return names;
  while (const dirent* entry = readdir(directory)) {
    const std::string_view name = entry->d_name;
    if (name.size() <= ending.size() || name.substr(name.size() - ending.size()) != ending) continue;
    const std::string_view bare = name.substr(0, name.size() - ending.size());
    if (!bare.ends_with(".scenario")) names.emplace_back(bare);
  }
  closedir(directory);
  std::sort(names.begin(), names.end());
  return names;
}

void expect_recorded(const std::string& golden, const std::string& words) {
  if (std::getenv("BYTES_RECORD") && !testing::Test::HasFailure()) {
    std::FILE* file = std::fopen(golden.c_str(), "wb");
    ASSERT_NE(file, nullptr) << golden;
    std::fwrite(words.data(), 1, words.size(), file);
    std::fclose(file);
  }
  EXPECT_EQ(words, read_test_file(golden)) << golden;
}

std::vector<std::string> codes_in(const std::string& header) {
  const std::string text = read_test_file(header);
  std::vector<std::string> codes;
  for (std::size_t at = text.find(" = \""); at != std::string::npos; at = text.find(" = \"", at + 1)) {
    const std::size_t begin = at + 4;
    codes.push_back(text.substr(begin, text.find('"', begin) - begin));
  }
  return codes;
}

std::string in_words(const Diagnostics& diagnostics) {
  std::string text;
  for (const Diagnostic& diagnostic : diagnostics.all()) text += to_text(diagnostic) + '\n';
  return text;
}

Diagnostics without_notes(const Diagnostics& diagnostics) {
  Diagnostics graver;
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    if (diagnostic.severity != Severity::kNote) graver.add(diagnostic);
  }
  return graver;
}

std::string checked_in_words(const std::string& folder, const std::string& name) {
  Diagnostics diagnostics;
  const auto has_file = [&](std::string_view file) { return has_test_file(folder + '/' + std::string(file)); };
  const auto read_file = [&](std::string_view file) { return read_test_file(folder + '/' + std::string(file)); };
  check_byte(read_test_file(folder + '/' + name + ".json"), name + ".json", {name, has_file, read_file}, diagnostics);
  return in_words(without_notes(diagnostics));
}

}  // namespace bytes::content
