#include "tests/fuzz/fuzz.h"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <map>

#include "content/author/files.h"

namespace bytes::fuzz {
namespace {

// The files of tests/data/bytes/valid that are no Bytes.
constexpr const char* kBeside[] = {"cover.svg",    "film.ar.vtt", "film.en.vtt", "film.webm",
                                   "moving.svg",   "sound.wav",   "still.svg",   "walk.scenario.json"};

const std::map<std::string, std::string, std::less<>>& beside() {
  static const auto files = [] {
    std::map<std::string, std::string, std::less<>> all;
    for (const char* name : kBeside) all[name] = repository_file("tests/data/bytes/valid/" + std::string(name));
    return all;
  }();
  return files;
}

std::string_view line_of(std::string_view text, int line) {
  std::size_t begin = 0;
  for (int i = 1; i < line; ++i) {
    const std::size_t end = text.find('\n', begin);
    if (end == text.npos) return {};
    begin = end + 1;
  }
  return text.substr(begin, text.find('\n', begin) - begin);
}

}  // namespace

std::string repository_file(const std::string& path) {
  std::string text;
  if (std::FILE* file = std::fopen(path.c_str(), "rb")) {
    char part[4096];
    for (std::size_t size; (size = std::fread(part, 1, sizeof part, file)) > 0;) text.append(part, size);
    std::fclose(file);
  }
  return text;
}

void expect_inside(Position position, std::string_view text, std::string_view what) {
  if (position.line == 0 && position.column == 0) return;
  const auto lines = 1 + std::count(text.begin(), text.end(), '\n');
  const bool is_line = position.line >= 1 && position.line <= lines;
  // One behind the last letter is the end of the line.
  const auto columns = is_line ? line_of(text, position.line).size() + 1 : 0;
  const bool is_column = position.column >= 1 && static_cast<std::size_t>(position.column) <= columns;
  expect(is_line && is_column, "a place outside of the text: " + std::string(what));
}

void expect_of_use(const Diagnostics& problems, std::string_view file, std::string_view text) {
  for (const Diagnostic& problem : problems.all()) {
    const std::string words = to_text(problem);
    expect(!problem.code.empty(), "a problem without a code: " + words);
    expect(!problem.message.empty(), "a problem without a sentence: " + words);
    expect(!problem.remedy.empty(), "a problem without a remedy: " + words);
    for (const char* gap : {"{0}", "{1}", "{2}"}) {
      expect(problem.message.find(gap) == std::string::npos || text.find(gap) != text.npos, "a gap left open: " + words);
    }
    const bool steers = std::any_of(words.begin(), words.end(), [](char c) { return c >= 0 && c < ' '; });
    expect(!steers, "a control character on its way to a terminal: " + words);
    if (problem.file == file) expect_inside(problem.position, text, words);
  }
}

content::ByteSurroundings files_beside() {
  content::ByteSurroundings around;
  around.has_file = [](std::string_view name) { return !name.starts_with("missing"); };
  around.has_byte = [](std::string_view id) { return !id.starts_with("missing"); };
  around.read_file = [](std::string_view name) {
    const auto found = beside().find(name);
    return found != beside().end() ? found->second : std::string();
  };
  return around;
}

bool is_small(const content::Scenario& scenario) {
  constexpr std::int64_t kMost = 20'000;
  std::int64_t states = static_cast<std::int64_t>(scenario.nodes.size());
  for (const content::Variable& variable : scenario.variables) {
    states *= std::int64_t{variable.max} - variable.min + 1;
    if (states > kMost) return false;
  }
  return true;
}

bool is_small(const content::Byte& byte) {
  bool all = true;
  content::visit_scenarios(byte, [&](const content::ScenarioBlock& block, const std::string&) {
    all = all && is_small(block.scenario);
  });
  return all;
}

}  // namespace bytes::fuzz
