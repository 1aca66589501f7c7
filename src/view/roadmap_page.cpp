#include "view/roadmap_page.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "view/blocks/blocks.h"
#include "view/language.h"
#include "view/page_parts.h"

namespace bytes::view {
namespace {

using content::CatalogueEntry;
using content::RoadmapByte;
using outline::Attribute;
using outline::Element;
using outline::make;
using outline::Role;

class RoadmapPage {
 public:
  RoadmapPage(const content::Roadmap& roadmap, const std::vector<CatalogueEntry>& entries, const Interface& interface)
      : roadmap_(roadmap), entries_(entries), interface_(interface) {}

  Element view() const {
    Element main = make(Role::kMain, "page:main");
    set_language(main, roadmap_.language);
    main.add(make(Role::kTitle, "page:title", plain(roadmap_.title)));
    main.add(make(Role::kFacts, "page:facts", roadmap_facts(content::roadmap_entry(roadmap_, entries_), interface_)));
    if (!roadmap_.summary.empty()) main.add(make(Role::kIntroduction, "page:summary", plain(roadmap_.summary)));
    main.add(make(Role::kAsking, "page:standing"));
    main.add(make(Role::kParagraph, "page:order", plain(interface_.phrase("roadmap-order"))));
    // Taken away by the script, where there are scripts.
    main.add(make(Role::kParagraph, "page:without-script", plain(interface_.phrase("roadmap-without-script"))));
    Element list = make(Role::kRoadmap, "page:roadmap");
    for (std::size_t i = 0; i < entries_.size(); ++i) list.add(stop(i));
    main.add(std::move(list));
    Run way;
    way.text = interface_.phrase("about-offline");
    way.href = site_page("../../", "offline", interface_);
    main.add(make(Role::kFacts, "page:offline", {way}));
    Element page = make(Role::kPage, "page:root");
    page.add(view_header("../../", interface_)).add(std::move(main));
    Element footer = view_footer(interface_);
    if (!footer.children.empty()) page.add(std::move(footer));
    return page;
  }

 private:
  Element stop(std::size_t index) const {
    const CatalogueEntry& entry = entries_[index];
    const RoadmapByte& byte = roadmap_.bytes[index];
    const std::string folder = "../../bytes/" + entry.id + "/";
    Element item = make(Role::kLibraryItem, entry.id);
    if (!entry.cover.src.empty()) {
      // Beside its title a cover says nothing new; it is described on the Byte's own page.
      content::Picture cover = entry.cover;
      cover.src = folder + cover.src;
      cover.alt.clear();
      if (!cover.still.src.empty()) cover.still.src = folder + cover.still.src;
      item.add(view_picture(cover, entry.id + ":cover", PageState(), interface_));
    }
    Element title = make(Role::kLibraryTitle, entry.id + ":title");
    set_language(title, entry.language);
    Element link = make(Role::kLibraryLink, entry.id + ":link", plain(entry.title));
    link.set(Attribute::kHref, folder + entry.page);
    title.add(std::move(link));
    item.add(std::move(title));
    item.add(make(Role::kFacts, entry.id + ":state"));
    if (!entry.summary.empty()) {
      Element summary = make(Role::kLibraryText, entry.id + ":summary", plain(entry.summary));
      set_language(summary, entry.language);
      item.add(std::move(summary));
    }
    if (!byte.milestone.empty()) {
      Run kicker;
      kicker.text = interface_.phrase("roadmap-milestone");
      kicker.strong = true;
      RichText milestone = {kicker};
      append(milestone, {.text = " "});
      for (const Run& run : byte.milestone) append(milestone, run);
      item.add(make(Role::kLibraryText, entry.id + ":milestone", std::move(milestone)));
    }
    if (std::string words = prerequisites(index); !words.empty()) {
      item.add(make(Role::kLibraryText, entry.id + ":after", plain(std::move(words))));
    }
    item.add(make(Role::kFacts, entry.id + ":facts", facts(entry.minutes, entry.level, {}, entry.cost, interface_)));
    if (!entry.editions.empty()) {
      item.add(make(Role::kFacts, entry.id + ":editions", editions_line(entry.editions, folder, interface_)));
    }
    return item;
  }

  // That a Byte comes after the one before it is said once for all of them, and not here.
  std::string prerequisites(std::size_t index) const {
    const std::vector<std::string>& after = roadmap_.bytes[index].after;
    if (index == 0 || (after.size() == 1 && after[0] == entries_[index - 1].id)) return {};
    if (after.empty()) return interface_.phrase("roadmap-free");
    std::string titles;
    for (const std::string& id : after) {
      const auto found = std::find_if(entries_.begin(), entries_.end(), [&](const CatalogueEntry& one) { return one.id == id; });
      if (found == entries_.end()) continue;
      titles += (titles.empty() ? "" : " · ") + found->title;
    }
    return interface_.phrase("roadmap-after", {{"titles", titles}});
  }

  const content::Roadmap& roadmap_;
  const std::vector<CatalogueEntry>& entries_;
  const Interface& interface_;
};

}  // namespace

Element roadmap_page(const content::Roadmap& roadmap, const std::vector<CatalogueEntry>& entries, const Interface& interface) {
  return RoadmapPage(roadmap, entries, interface).view();
}

RichText roadmap_facts(const content::RoadmapEntry& roadmap, const Interface& interface) {
  std::string line = interface.phrase("roadmap-lessons", {{"count", std::to_string(roadmap.bytes.size())}});
  if (roadmap.minutes > 0) {
    line += " · " + interface.phrase("facts-minutes", {{"minutes", std::to_string(roadmap.minutes)}});
  }
  return plain(line);
}

}  // namespace bytes::view
