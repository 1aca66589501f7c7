// What the fuzz targets share: how they say that something does not hold, and what holds for every problem.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "content/author/rules.h"

namespace bytes::fuzz {

// Something that should hold for every input does not. A fuzzer stops there and keeps the input; the replay fails, and
// goes on. one_target.cpp and replay_test.cpp have one each.
void fail(std::string_view what);

inline void expect(bool holds, std::string_view what) {
  if (!holds) fail(what);
}

// Each problem has a code, a sentence and a remedy, and a place inside its file, which is `text` where it is called
// `file`.
void expect_of_use(const Diagnostics& problems, std::string_view file, std::string_view text);

// The same of the place alone, for what is not explained yet.
void expect_inside(Position position, std::string_view text, std::string_view what);

// The files that a lesson may name: those of tests/data/bytes/valid, and for any other name an empty one. An input can
// name what it likes; no file is read for it.
content::ByteSurroundings files_beside();

// A file of the repository, named from its root, where fuzzers and tests are started. Empty when it is not there.
std::string repository_file(const std::string& path);

// Whether all states of the Byte's scenarios can be looked at in no time: a fuzzer wants thousands of inputs a second.
bool is_small(const content::Byte& byte);
bool is_small(const content::Scenario& scenario);

}  // namespace bytes::fuzz
