// One lesson as one HTML file, with all that it needs inside: for a memory stick, a mail, a host where one can put
// nothing else.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "content/model.h"
#include "site/pages.h"

namespace bytes::exports {

// What stands in the file, by content.
struct SingleFileParts {
  const site::SiteParts& site;
  std::map<std::string, std::string> files;  // The lesson's own, by the names it has for them.
  std::string style;
  std::string no_script_style;
  std::string icon;
  // What follows is for a file that plays; without it the lesson can be read only.
  std::string early;
  std::string start;  // Unpacks the others and puts them into the page.
  std::string engine;
  std::string player;
  // By LZMA.
  std::string packed_engine;
  std::string packed_player;
  std::string packed_wasm;
};

// Lets exactly the scripts and styles run that are in it, packed or not: its policy names them by their hashes. Addresses of the lesson's
// files become data: URLs; relative links, which would lead nowhere, lose their address, unless the site has a public one.
// Fails on a part that can't stand inside an HTML element.
// Requires: `byte` was read without errors.
Result<std::string> playing_file(const content::Byte& byte, const SingleFileParts& parts);
// The same without any script: to be read and printed, its answers shown.
Result<std::string> reading_file(const content::Byte& byte, const SingleFileParts& parts);

}  // namespace bytes::exports
