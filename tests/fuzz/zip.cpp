// A zip that somebody sent: what comes out keeps to the caps and stays inside its folder.
#include "cli/zip_reader.h"

#include <algorithm>
#include <set>

#include "content/author/characters.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/targets.h"

namespace bytes::fuzz {
namespace {

void expect_inside_folder(const std::string& name) {
  expect(!name.empty() && name.front() != '/' && name.back() != '/', "a name that is none: " + name);
  expect(content::in_utf8(name) == name, "a name that is not UTF-8");
  expect(name.find_first_of("\\:") == std::string::npos || name.find('\\') == std::string::npos, "a backslash: " + name);
  expect(std::none_of(name.begin(), name.end(), [](char c) { return c >= 0 && c < ' '; }), "a control character");
  for (std::size_t begin = 0; begin <= name.size();) {
    const std::string part = name.substr(begin, name.find('/', begin) - begin);
    expect(!part.empty() && part[0] != '.', "a folder that leads elsewhere: " + name);
    begin += part.size() + 1;
  }
}

}  // namespace

void fuzz_zip(std::string_view input) {
  const cli::ZipCaps caps = {.entries = 20, .name = 60, .entry = 100'000, .all = 200'000};
  const auto files = cli::read_zip(input, caps);
  if (!files.ok()) {
    const std::string& message = files.error().message;
    expect(message.find(" — ") != std::string::npos && message.find(" [zip-") != std::string::npos &&
               message.ends_with("]"),
           "an error without a remedy or a code: " + message);
    return;
  }
  std::size_t all = 0;
  std::set<std::string> names;
  for (const cli::ZipEntry& file : *files) {
    expect_inside_folder(file.name);
    expect(names.insert(file.name).second, "two files have one name: " + file.name);
    expect(file.name.size() <= caps.name && file.bytes.size() <= caps.entry, "a cap does not hold");
    all += file.bytes.size();
  }
  expect(files->size() <= caps.entries && all <= caps.all, "the caps do not hold");
}

}  // namespace bytes::fuzz
