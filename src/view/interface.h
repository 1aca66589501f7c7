// The words of the player itself, in the page's language (assets/interface/<language>.json), and what the site says of
// itself beside them.
#pragma once

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "content/json.h"
#include "view/site_parts.h"

namespace bytes::view {

class Interface {
 public:
  using Arguments = std::initializer_list<std::pair<std::string_view, std::string_view>>;

  Interface() = default;
  // Takes every member of `object` that is a string, and `site`; everything else is skipped.
  explicit Interface(const content::JsonValue& object);

  // The phrase with every `{name}` replaced by its argument. An unknown key gives the key, so that a gap is seen.
  std::string phrase(std::string_view key, Arguments arguments = {}) const;

  const SiteParts& site() const { return site_; }
  void set_site(SiteParts site) { site_ = std::move(site); }

 private:
  std::map<std::string, std::string, std::less<>> phrases_;
  SiteParts site_;
};

}  // namespace bytes::view
