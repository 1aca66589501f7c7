// Ids made from an author's words: `[a-z0-9-]+`, each used once.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace bytes::content {

// `Über die Brücke!` becomes `uber-die-brucke`: Latin letters lose their accents, what is between words becomes a
// hyphen, other scripts are left out. At most 40 letters, cut between words where there are several. May be empty.
std::string id_from(std::string_view words);

class Ids {
 public:
  // The id of `words`, or else `fallback`; `-2`, `-3`, … behind it when it is used already. Requires: `fallback` is an
  // id.
  std::string unique(std::string_view words, std::string_view fallback);

 private:
  std::set<std::string> used_;
  std::map<std::string, int> last_;  // The number that was given last, of each id that came again.
};

}  // namespace bytes::content
