#include "view/page_parts.h"

#include "view/site_parts.h"

namespace bytes::view {
namespace {

// In units of 1000, as browsers and networks count; never less than it is.
std::string size_in_words(int bytes, const Interface& interface) {
  constexpr int kKb = 1000;
  const int kb = bytes / kKb + (bytes % kKb > 0);
  if (kb < kKb) return interface.phrase("size-kb", {{"number", std::to_string(kb)}});
  const int tenths = kb / 100 + (kb % 100 > 0);
  const std::string point = interface.phrase("number-point");
  return interface.phrase("size-mb", {{"number", std::to_string(tenths / 10) + point + std::to_string(tenths % 10)}});
}

}  // namespace

using outline::Attribute;
using outline::Element;
using outline::make;
using outline::Role;

std::string site_page(std::string_view root, std::string_view name, const Interface& interface) {
  const std::string_view ending = interface.find(kPageEnding);
  return std::string(root).append(name).append(ending.empty() ? ".html" : ending);
}

Element view_header(std::string_view root, const Interface& interface) {
  Element header = make(Role::kHeader, "page:header");
  add_logo(header, interface);
  Element link = make(Role::kHomeLink, "page:home", plain(interface.phrase("site-home")));
  link.set(Attribute::kHref, site_page(root, "index", interface));
  header.add(std::move(link));
  return header;
}

Element view_footer(const Interface& interface) {
  Element footer = make(Role::kFooter, "page:footer");
  add_owner(footer, interface);
  return footer;
}

RichText facts(int minutes, std::string_view level, const std::vector<std::string>& topics, const content::Cost& cost,
               const Interface& interface) {
  std::string line;
  const auto add = [&](std::string_view part, std::string_view before = " · ") {
    if (!line.empty()) line += before;
    line += part;
  };
  if (minutes > 0) add(interface.phrase("facts-minutes", {{"minutes", std::to_string(minutes)}}));
  if (!level.empty()) add(interface.phrase("level-" + std::string(level)));
  for (const std::string& topic : topics) add(topic);
  const auto add_cost = [&](std::string_view key, int bytes, std::string_view before) {
    if (bytes > 0) add(interface.phrase(key, {{"size", size_in_words(bytes, interface)}}), before);
  };
  add_cost("facts-text", cost.text, " · ");
  add_cost("facts-pictures", cost.pictures, " · ");
  add_cost("facts-video", cost.video, " + ");
  add_cost("facts-sound", cost.sound, " + ");
  return plain(line);
}

RichText editions_line(const std::vector<content::Edition>& editions, const std::string& folder,
                       const Interface& interface) {
  RichText line = plain(interface.phrase("editions"));
  for (const content::Edition& edition : editions) {
    append(line, {.text = " "});
    append(line, {.text = edition.name, .href = folder + edition.href, .language = edition.language});
  }
  return line;
}

std::string with_size(std::string words, int bytes, const Interface& interface) {
  if (bytes > 0) words += " (" + size_in_words(bytes, interface) + ")";
  return words;
}

}  // namespace bytes::view
