#include "view/catalogue_page.h"

#include "view/blocks/blocks.h"
#include "view/language.h"
#include "view/page_parts.h"
#include "view/roadmap_page.h"
#include "view/site_parts.h"

namespace bytes::view {
namespace {

using outline::Attribute;
using outline::Element;
using outline::make;
using outline::Role;

Element view_entry(const content::CatalogueEntry& entry, std::string_view language, const Interface& interface) {
  const std::string folder = "bytes/" + entry.id + "/";
  Element item = make(Role::kLibraryItem, entry.id);
  set_language(item, entry.language);
  if (!entry.cover.src.empty()) {
    // Beside its title a cover says nothing new; it is described on the Byte's own page.
    content::Picture cover = entry.cover;
    cover.src = folder + cover.src;
    cover.alt.clear();
    if (!cover.still.src.empty()) cover.still.src = folder + cover.still.src;
    item.add(view_picture(cover, entry.id + ":cover", PageState(), interface));
  }
  Element title = make(Role::kLibraryTitle, entry.id + ":title");
  Element link = make(Role::kLibraryLink, entry.id + ":link", plain(entry.title));
  link.set(Attribute::kHref, folder + entry.page);
  title.add(std::move(link));
  item.add(std::move(title));
  if (!entry.summary.empty()) item.add(make(Role::kLibraryText, entry.id + ":summary", plain(entry.summary)));
  item.add(
      make(Role::kFacts, entry.id + ":facts", facts(entry.minutes, entry.level, entry.topics, entry.cost, interface)));
  if (entry.language != language) set_language(item.children.back(), language);
  if (!entry.editions.empty()) {
    item.add(make(Role::kFacts, entry.id + ":editions", editions_line(entry.editions, folder, interface)));
    if (entry.language != language) set_language(item.children.back(), language);
  }
  return item;
}

Element view_roadmap(const content::RoadmapEntry& roadmap, std::string_view language, const Interface& interface) {
  const std::string id = "roadmap:" + roadmap.id;
  Element item = make(Role::kLibraryItem, id);
  set_language(item, roadmap.language);
  Element title = make(Role::kLibraryTitle, id + "-title");
  Element link = make(Role::kLibraryLink, id + "-link", plain(roadmap.title));
  link.set(Attribute::kHref, "roadmaps/" + roadmap.id + "/index.html");
  title.add(std::move(link));
  item.add(std::move(title));
  if (!roadmap.summary.empty()) item.add(make(Role::kLibraryText, id + "-summary", plain(roadmap.summary)));
  RichText line = plain(interface.phrase("roadmap") + " · ");
  for (const Run& run : roadmap_facts(roadmap, interface)) append(line, run);
  item.add(make(Role::kFacts, id + "-facts", std::move(line)));
  if (roadmap.language != language) set_language(item.children.back(), language);
  return item;
}

}  // namespace

Element catalogue_page(const content::Site& site, const std::vector<content::CatalogueEntry>& entries,
                       const Interface& interface, std::string_view language,
                       const std::vector<content::RoadmapEntry>& roadmaps) {
  if (language.empty()) language = site.language;
  Element main = make(Role::kMain, "page:main");
  set_language(main, language);
  add_logo(main, interface);
  main.add(make(Role::kTitle, "page:title", plain(site.title)));
  if (site.language != language) set_language(main.children.back(), site.language);
  if (!site.summary.empty()) {
    main.add(make(Role::kIntroduction, "page:summary", plain(site.summary)));
    if (site.language != language) set_language(main.children.back(), site.language);
  }
  if (entries.empty()) main.add(make(Role::kNotice, "page:empty", plain(interface.phrase("library-empty"))));
  if (!roadmaps.empty()) {
    Element list = make(Role::kLibrary, "page:roadmaps");
    for (const content::RoadmapEntry& roadmap : roadmaps) list.add(view_roadmap(roadmap, language, interface));
    main.add(std::move(list));
  }
  Element library = make(Role::kLibrary, "page:library");
  for (const content::CatalogueEntry& entry : entries) library.add(view_entry(entry, language, interface));
  main.add(std::move(library));
  if (!entries.empty()) main.add(make(Role::kFacts, "page:sizes", plain(interface.phrase("library-sizes"))));
  Element page = make(Role::kPage, "page:root");
  page.add(std::move(main));
  Element footer = view_footer(interface);
  if (!footer.children.empty()) page.add(std::move(footer));
  return page;
}

}  // namespace bytes::view
