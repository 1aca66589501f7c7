// Everything that a fuzzer ever found, and all of tests/data, through the same targets, without a fuzzer.
#include <gtest/gtest.h>

#include <filesystem>
#include <ostream>
#include <string>
#include <vector>

#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/targets.h"
#include "tests/support/files.h"

namespace bytes::fuzz {

void fail(std::string_view what) { ADD_FAILURE() << what; }

namespace {

struct Target {
  const char* name;
  void (*run)(std::string_view input);
};

void PrintTo(const Target& target, std::ostream* out) { *out << target.name; }

constexpr Target kTargets[] = {
    {"byte", fuzz_byte},           {"player", fuzz_player},       {"scenario", fuzz_scenario},
    {"expression", fuzz_expression}, {"markup", fuzz_markup},     {"json", fuzz_json},
    {"events", fuzz_events},       {"messages", fuzz_messages},   {"gift", fuzz_gift},
    {"markdown", fuzz_markdown},   {"html", fuzz_html},           {"translation", fuzz_translation},
    {"roadmap", fuzz_roadmap},     {"site", fuzz_site},           {"zip", fuzz_zip},             {"fix", fuzz_fix},
};

// Larger files are films and pictures.
constexpr std::uintmax_t kLargestFile = 100'000;

std::vector<std::string> files_below(const std::string& folder) {
  std::vector<std::string> files;
  if (!std::filesystem::is_directory(folder)) return files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file() && entry.file_size() <= kLargestFile) files.push_back(entry.path().string());
  }
  return files;
}

class Fuzz : public testing::TestWithParam<Target> {};

TEST_P(Fuzz, HoldsForWhatWasFound) {
  for (const std::string& file : files_below("tests/fuzz/finds/" + std::string(GetParam().name))) {
    SCOPED_TRACE(file);
    GetParam().run(read_test_file(file));
  }
  GetParam().run("");
}

TEST_P(Fuzz, HoldsForTheTestsData) {
  const std::vector<std::string> files = files_below("tests/data");
  EXPECT_GT(files.size(), 300u);
  for (const std::string& file : files) {
    SCOPED_TRACE(file);
    GetParam().run(read_test_file(file));
  }
}

INSTANTIATE_TEST_SUITE_P(Targets, Fuzz, testing::ValuesIn(kTargets),
                         [](const testing::TestParamInfo<Target>& row) { return std::string(row.param.name); });

}  // namespace
}  // namespace bytes::fuzz
