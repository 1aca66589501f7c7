// A roadmap: what is said about it, and that an error-free one puts every lesson after those that it builds on.
#include "content/author/roadmap_reader.h"

#include <set>
#include <string>
#include <vector>

#include "base/rich_text.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/targets.h"

namespace bytes::fuzz {

void fuzz_roadmap(std::string_view input) {
  static const std::vector<std::string> kLibrary = {"ask-well", "hidden", "listen-well", "say-no", "teach", "write-it-down"};
  content::RoadmapSurroundings surroundings;
  surroundings.bytes = &kLibrary;
  surroundings.is_listed = [](std::string_view id) { return id != "hidden"; };
  Diagnostics problems;
  const auto roadmap = content::read_roadmap(input, "way.json", surroundings, problems);
  expect_of_use(problems, "way.json", input);
  if (!roadmap) return expect(problems.has_errors(), "no roadmap, and nobody says why");
  if (problems.has_errors()) return;
  expect(!roadmap->id.empty() && !roadmap->title.empty() && !roadmap->bytes.empty(), "a roadmap without what it needs");
  std::set<std::string> before;
  for (const content::RoadmapByte& byte : roadmap->bytes) {
    for (const std::string& id : byte.after) expect(before.count(id) > 0, "nobody could begin: " + id);
    expect(before.insert(byte.id).second, "twice: " + byte.id);
    for (const Run& run : byte.milestone) expect(run.href.empty() || is_safe_link(run.href), "an unsafe link: " + run.href);
  }
}

}  // namespace bytes::fuzz
