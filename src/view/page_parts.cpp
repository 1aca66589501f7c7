#include "view/page_parts.h"

namespace bytes::view {

using outline::Attribute;
using outline::Element;
using outline::make;
using outline::Role;

Element view_header(std::string_view home, const Interface& interface) {
  Element header = make(Role::kHeader, "page:header");
  Element link = make(Role::kHomeLink, "page:home", plain(interface.phrase("site-home")));
  link.set(Attribute::kHref, home);
  header.add(std::move(link));
  return header;
}

RichText facts(int minutes, std::string_view level, const std::vector<std::string>& topics, const Interface& interface) {
  std::string line;
  const auto add = [&](std::string_view part) {
    if (!line.empty()) line += " · ";
    line += part;
  };
  if (minutes > 0) add(interface.phrase("facts-minutes", {{"minutes", std::to_string(minutes)}}));
  if (!level.empty()) add(interface.phrase("level-" + std::string(level)));
  for (const std::string& topic : topics) add(topic);
  return plain(line);
}

}  // namespace bytes::view
