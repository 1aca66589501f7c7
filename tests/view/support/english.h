// The interface's words as learners get them.
#pragma once

#include "content/json.h"
#include "tests/support/files.h"
#include "view/interface.h"

namespace bytes::view {

inline const Interface& english() {
  static const Interface interface = [] {
    Diagnostics diagnostics;
    return Interface(content::parse_json(read_test_file("assets/interface/en.json"), "en.json", diagnostics));
  }();
  return interface;
}

}  // namespace bytes::view
