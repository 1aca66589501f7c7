// The words of the player itself, in the page's language (assets/interface/<language>.json), and what the site says of
// itself (view/site_parts.h).
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

  // As it stands; empty when there is no such key.
  std::string_view find(std::string_view key) const;
  // An empty `value` takes the key away.
  void set(const std::string& key, const std::string& value);

  // All keys in their order, each with what stands under it.
  const std::map<std::string, std::string, std::less<>>& all() const { return phrases_; }

 private:
  std::map<std::string, std::string, std::less<>> phrases_;
};

}  // namespace bytes::view
