// byte.json as its author has it: what is said about it, and what the player then reads.
#include "content/author/accessibility.h"
#include "content/author/explain.h"
#include "content/author/files.h"
#include "content/author/markup.h"
#include "content/author/mathml.h"
#include "content/author/playable.h"
#include "content/author/problems_json.h"
#include "content/author/rules.h"
#include "content/byte_reader.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/targets.h"

namespace bytes::fuzz {
namespace {

using content::Byte;

// A scenario's file becomes a part of the Byte.
void forget_files_of_scenarios(Byte& byte) {
  content::visit_scenarios(byte, [](content::ScenarioBlock& block, const std::string&) { block.src.clear(); });
}

void expect_readers_agree(std::string_view input, const Byte& strict) {
  bool has_other_files = false;
  content::visit_scenarios(strict, [&](const content::ScenarioBlock& block, const std::string&) {
    has_other_files = has_other_files || !block.src.empty();
  });
  // The player knows a scenario only once the build has put it in.
  if (has_other_files) return;
  Diagnostics found;
  const auto lenient = content::read_byte(input, "byte.json", {.strict = false, .markup = content::read_markup, .math = content::read_mathml}, found);
  expect(!found.has_errors(), "the lenient reader refuses what the strict one takes");
  expect(lenient && *lenient == strict, "the lenient reader reads something else");
}

void expect_played_as_checked(Byte byte) {
  forget_files_of_scenarios(byte);
  const std::string playable = content::write_playable(byte);
  expect(playable.find("</") == std::string::npos && playable.find("<!--") == std::string::npos,
         "the playable Byte can end its script element");
  Diagnostics found;
  const auto played = content::read_byte(playable, "playable", {.strict = false, .markup = {}}, found);
  if (found.has_errors() || !played) return fail("the player refuses what was built: " + playable);
  expect(*played == byte, "the player reads something else than was checked: " + playable);
  expect(content::write_playable(*played) == playable, "what is played is written otherwise: " + playable);
}

}  // namespace

void fuzz_byte(std::string_view input) {
  Diagnostics unexplained;
  const auto strict =
      content::read_byte(input, "byte.json", {.strict = true, .markup = content::read_markup, .math = content::read_mathml}, unexplained);
  expect(strict || unexplained.has_errors(), "there is no Byte, and nobody says why");
  expect_of_use(content::explained(unexplained, input), "byte.json", input);
  if (!strict) return;
  if (!unexplained.has_errors()) expect_readers_agree(input, *strict);
  if (!is_small(*strict)) return;

  Diagnostics problems;
  auto byte = content::check_byte(input, "byte.json", files_beside(), problems);
  expect_of_use(problems, "byte.json", input);
  expect(!unexplained.has_errors() || problems.has_errors(), "the check says less than the reader");
  JsonWriter report;
  const std::string source(input);
  content::write_problems(problems, [&](const std::string&) { return &source; }, report);
  Diagnostics broken;
  content::parse_json(report.take(), "report", broken);
  expect(!broken.has_errors(), "the report for programs is no JSON");
  if (!byte || problems.has_errors()) return;
  content::accessibility_of(*byte, problems);
  content::fill_in_files(*byte, files_beside().read_file);
  expect_played_as_checked(*byte);
}

}  // namespace bytes::fuzz
