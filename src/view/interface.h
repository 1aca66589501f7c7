// The words of the player itself, in the page's language (assets/interface/<language>.json).
#pragma once

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "content/json.h"

namespace bytes::view {

class Interface {
 public:
  using Arguments = std::initializer_list<std::pair<std::string_view, std::string_view>>;

  Interface() = default;
  // Takes every member of `object` that is a string; everything else is skipped.
  explicit Interface(const content::JsonValue& object);

  // The phrase with every `{name}` replaced by its argument. An unknown key gives the key, so that a gap is seen.
  std::string phrase(std::string_view key, Arguments arguments = {}) const;

 private:
  std::map<std::string, std::string, std::less<>> phrases_;
};

}  // namespace bytes::view
