// tests/data/bytes/broken holds a file for everything an author can get wrong, and beside it what is said about it.
// With BYTES_RECORD=1 in the environment these words are recorded anew; read the difference before you commit it.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <set>

#include "content/author/rules.h"
#include "content/byte_reader.h"
#include "tests/content/support/files.h"

namespace bytes::content {
namespace {

const std::string kFolder = "tests/data/bytes/broken";

// Each problem has a sentence, a code, and a place inside its file.
void expect_to_be_of_use(const Diagnostics& diagnostics) {
  for (const Diagnostic& problem : diagnostics.all()) {
    const std::string text = read_test_file(kFolder + '/' + problem.file);
    const int lines = 1 + static_cast<int>(std::count(text.begin(), text.end(), '\n'));
    EXPECT_FALSE(problem.message.empty()) << to_text(problem);
    EXPECT_FALSE(problem.remedy.empty()) << to_text(problem);
    EXPECT_FALSE(problem.code.empty()) << to_text(problem);
    EXPECT_LE(problem.position.line, lines) << to_text(problem);
    EXPECT_EQ(problem.message.find('{' + std::string("0}")), std::string::npos) << to_text(problem);
  }
}

TEST(BrokenBytes, AreReportedAsRecorded) {
  const bool records = std::getenv("BYTES_RECORD") != nullptr;
  const std::vector<std::string> names = names_in(kFolder, ".json");
  ASSERT_GT(names.size(), 50u);
  for (const std::string& name : names) {
    SCOPED_TRACE(name);
    const std::string text = read_test_file(kFolder + '/' + name + ".json");
    Diagnostics diagnostics;
    const auto has_file = [&](std::string_view file) { return has_test_file(kFolder + '/' + std::string(file)); };
    const auto has_byte = [&](std::string_view id) { return has_test_file(kFolder + '/' + std::string(id) + ".json"); };
    const auto read_file = [&](std::string_view file) { return read_test_file(kFolder + '/' + std::string(file)); };
    check_byte(text, name + ".json", {name, has_file, read_file, has_byte}, diagnostics);
    ASSERT_FALSE(diagnostics.all().empty()) << "nothing is said about this file";
    expect_to_be_of_use(diagnostics);
    const std::string golden = kFolder + '/' + name + ".txt";
    if (records && !HasFailure()) {
      std::FILE* file = std::fopen(golden.c_str(), "wb");
      ASSERT_NE(file, nullptr);
      std::fputs(in_words(diagnostics).c_str(), file);
      std::fclose(file);
    }
    EXPECT_EQ(in_words(diagnostics), read_test_file(golden));
  }
}

// The codes in codes.h that no file of a decent size can show, or none in decent time; JsonReader, ByteReader and Prover
// have tests of their own for them. The last is about a folder: tests/cli/translate_test.py has one.
const std::set<std::string> kShownByGeneratedText = {"json-too-big", "json-too-many-values", "scenario-too-large",
                                                     "not-among-states", "translation-without-byte"};

TEST(BrokenBytes, ShowEveryCode) {
  std::string goldens;
  for (const std::string& folder : {kFolder, std::string("tests/data/translations/broken")}) {
    for (const std::string& name : names_in(folder, ".txt")) goldens += read_test_file(folder + '/' + name + ".txt");
  }
  const std::string header = read_test_file("src/content/codes.h");
  int codes = 0;
  for (std::size_t at = header.find(" = \""); at != std::string::npos; at = header.find(" = \"", at + 1)) {
    const std::size_t begin = at + 4;
    const std::string code = header.substr(begin, header.find('"', begin) - begin);
    ++codes;
    const bool is_shown = goldens.find('[' + code + ']') != std::string::npos;
    EXPECT_NE(is_shown, kShownByGeneratedText.count(code) > 0) << code;
  }
  EXPECT_GT(codes, 30);
}

TEST(BrokenBytes, AreReadByThePlayerWithoutHarm) {
  for (const std::string& name : names_in(kFolder, ".json")) {
    SCOPED_TRACE(name);
    Diagnostics diagnostics;
    const std::optional<Byte> byte =
        read_byte(read_test_file(kFolder + '/' + name + ".json"), name, {.strict = false, .markup = {}}, diagnostics);
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
