// tests/data/bytes/broken holds a file for everything an author can get wrong, and beside it what is said about it; and
// tests/data/bytes/doubtful one for everything that is right and could be better. With BYTES_RECORD=1 in the environment
// these words are recorded anew; read the difference before you commit it.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <set>

#include "content/author/rules.h"
#include "content/byte_reader.h"
#include "tests/content/support/files.h"

namespace bytes::content {
namespace {

const std::string kBroken = "tests/data/bytes/broken";
const std::string kDoubtful = "tests/data/bytes/doubtful";

// Each problem has a sentence, a code, and a place inside its file.
void expect_to_be_of_use(const std::string& folder, const Diagnostics& diagnostics) {
  for (const Diagnostic& problem : diagnostics.all()) {
    const std::string text = read_test_file(folder + '/' + problem.file);
    const int lines = 1 + static_cast<int>(std::count(text.begin(), text.end(), '\n'));
    EXPECT_FALSE(problem.message.empty()) << to_text(problem);
    EXPECT_FALSE(problem.remedy.empty()) << to_text(problem);
    EXPECT_FALSE(problem.code.empty()) << to_text(problem);
    EXPECT_LE(problem.position.line, lines) << to_text(problem);
    EXPECT_EQ(problem.message.find('{' + std::string("0}")), std::string::npos) << to_text(problem);
  }
}

// So that no file has to be large: `film-of-30000-kb.webm` has 30,000 KB.
std::int64_t size_by_name(std::string_view name) {
  const std::size_t size = name.find("-of-");
  return size == name.npos ? 100 : std::int64_t{1000} * std::atoi(std::string(name.substr(size + 4)).c_str());
}

Diagnostics found_in(const std::string& folder, const std::string& name) {
  const std::string text = read_test_file(folder + '/' + name + ".json");
  Diagnostics diagnostics;
  const auto has_file = [&](std::string_view file) { return has_test_file(folder + '/' + std::string(file)); };
  const auto has_byte = [&](std::string_view id) { return has_test_file(folder + '/' + std::string(id) + ".json"); };
  const auto read_file = [&](std::string_view file) { return read_test_file(folder + '/' + std::string(file)); };
  check_byte(text, name + ".json", {name, has_file, read_file, has_byte, size_by_name}, diagnostics);
  return diagnostics;
}

// What is said about each file of the folder, which calls `see` with it.
template <class See>
void expect_as_recorded(const std::string& folder, See see) {
  for (const std::string& name : names_in(folder, ".json")) {
    SCOPED_TRACE(name);
    const Diagnostics diagnostics = found_in(folder, name);
    ASSERT_FALSE(diagnostics.all().empty()) << "nothing is said about this file";
    expect_to_be_of_use(folder, diagnostics);
    see(name, diagnostics);
    expect_recorded(folder + '/' + name + ".txt", in_words(diagnostics));
  }
}

TEST(BrokenBytes, AreReportedAsRecorded) {
  ASSERT_GT(names_in(kBroken, ".json").size(), 50u);
  expect_as_recorded(kBroken, [](const std::string&, const Diagnostics& found) {
    EXPECT_TRUE(found.has_errors());
  });
}

// Each shows one thing, which its name begins with, and so shows as well that the other rules say nothing about it.
TEST(DoubtfulBytes, AreRemarkedUponAsRecorded) {
  ASSERT_GT(names_in(kDoubtful, ".json").size(), 20u);
  expect_as_recorded(kDoubtful, [](const std::string& name, const Diagnostics& found) {
    for (const Diagnostic& remark : found.all()) {
      EXPECT_NE(remark.severity, Severity::kError) << to_text(remark);
      EXPECT_TRUE(name.starts_with(remark.code)) << to_text(remark);
    }
  });
}

// The codes in codes.h that no file of a decent size can show, or none in decent time; JsonReader, ByteReader and Prover
// have tests of their own for them. The last is about a folder: tests/cli/translate_test.py has one.
const std::set<std::string> kShownByGeneratedText = {"json-too-big", "json-too-many-values", "scenario-too-large",
                                                     "not-among-states", "translation-without-byte"};

TEST(BrokenBytes, ShowEveryCode) {
  std::string goldens;
  for (const std::string& folder : {kBroken, kDoubtful, std::string("tests/data/translations/broken")}) {
    for (const std::string& name : names_in(folder, ".txt")) goldens += read_test_file(folder + '/' + name + ".txt");
  }
  const std::vector<std::string> codes = codes_in("src/content/codes.h");
  for (const std::string& code : codes) {
    const bool is_shown = goldens.find('[' + code + ']') != std::string::npos;
    EXPECT_NE(is_shown, kShownByGeneratedText.count(code) > 0) << code;
  }
  EXPECT_GT(codes.size(), 30u);
}

TEST(BrokenBytes, AreReadByThePlayerWithoutHarm) {
  for (const std::string& name : names_in(kBroken, ".json")) {
    SCOPED_TRACE(name);
    Diagnostics diagnostics;
    const std::optional<Byte> byte =
        read_byte(read_test_file(kBroken + '/' + name + ".json"), name, {.strict = false, .markup = {}}, diagnostics);
    if (!byte) {
      EXPECT_TRUE(diagnostics.has_errors());
      continue;
    }
    EXPECT_FALSE(byte->id.empty());
    EXPECT_FALSE(byte->sections.empty());
    for (const Section& section : byte->sections) EXPECT_FALSE(section.id.empty());
  }
}

}  // namespace
}  // namespace bytes::content
