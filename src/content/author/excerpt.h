// The line of a file that a problem is about, made fit to be shown below it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/diagnostics.h"

namespace bytes::content {

// `line` is UTF-8 whatever the file is. `caret` is how many of its code points come before the one that is meant; it is
// at most their number.
struct Excerpt {
  std::string line;
  int caret = 0;

  friend bool operator==(const Excerpt&, const Excerpt&) = default;
};

// Cut to `longest` code points around the place, with `…` where something is left out. Tabs become spaces, and what
// would steer a terminal or turn the order of letters becomes `?`. Empty for a position that is not in `text`, or is
// the file as a whole.
Excerpt excerpt_at(std::string_view text, Position position, std::size_t longest = 100);

// A `^` below the place, for letters of one width: two spaces below what is drawn two columns wide, none below a mark
// that joins the letter before it.
std::string caret_line(const Excerpt& excerpt);

}  // namespace bytes::content
