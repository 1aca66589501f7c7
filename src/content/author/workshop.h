// An author's files that lie nowhere but in memory: dropped onto a page, unpacked, or fetched. They are checked as
// `byte check` does it, and turned into what the player reads.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"

namespace bytes::content {

class Workshop {
 public:
  // Names are relative to the lesson's folder. Without content: there is no such file.
  void add_file(std::string name, std::optional<std::string> content);

  // Null when there is none of that name.
  const std::string* text_of(std::string_view name) const;

  struct Checked {
    Diagnostics problems;
    std::string playable;                // JSON; empty when there are errors.
    std::set<std::string> wanted;        // Files that it names and that nothing is known about yet.
    std::vector<std::string> scenarios;  // What was proven about each, in words.
  };
  struct ImportedFile {
    std::string name;     // That of the lesson which was made, a file like the others now; empty when none was.
    Diagnostics remarks;  // What changed or stayed behind, by the lines of the imported file.
  };
  // Makes a lesson of the file `name`, which is GIFT or Markdown by its ending.
  ImportedFile import(std::string_view name);

  // Checks the file `name`. `folder` is its folder's name, or the file's without its ending; empty: not known.
  Checked check(std::string_view name, std::string_view folder) const;

 private:
  std::map<std::string, std::optional<std::string>, std::less<>> files_;
};

}  // namespace bytes::content
