// What the rules with judgement work on: a Byte without errors, and a way to say something about it.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "content/author/files.h"
#include "content/author/rules.h"
#include "content/model.h"

namespace bytes::content {

// A warning is what most authors would want to mend, a note what is worth a look.
struct Judging {
  const Byte& byte;
  const ByteSurroundings& surroundings;
  // Where it stands in its file.
  std::function<Position(const FilePlace&)> position_of;
  // `details`: content/codes.h.
  std::function<void(Severity, std::string_view code, const FilePlace&, std::vector<std::string> details)> say;
};

}  // namespace bytes::content
