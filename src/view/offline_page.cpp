#include "view/offline_page.h"

#include <utility>

#include "view/language.h"
#include "view/page_parts.h"

namespace bytes::view {
namespace {

using outline::Attribute;
using outline::Element;
using outline::make;
using outline::Role;

Element offline_section(const std::string& id, RichText title) {
  Element section = make(Role::kSection, id);
  section.set(Attribute::kLabelledBy, id + "-title");
  section.add(make(Role::kHeading, id + "-title", std::move(title)));
  return section;
}

Element offline_entry(const content::CatalogueEntry& entry) {
  Element item = make(Role::kLibraryItem, entry.id);
  set_language(item, entry.language);
  Element title = make(Role::kSubheading, entry.id + ":title");
  Element link = make(Role::kFooterLink, entry.id + ":link", plain(entry.title));
  link.set(Attribute::kHref, "bytes/" + entry.id + "/" + entry.page);
  title.add(std::move(link));
  item.add(std::move(title));
  return item;
}

}  // namespace

Element offline_page(const std::vector<content::CatalogueEntry>& entries, const std::vector<OfflineGroup>& groups,
                     const Interface& interface) {
  const auto phrase = [&](std::string_view key) { return interface.phrase(key); };
  Element main = make(Role::kMain, "page:main");
  main.add(make(Role::kTitle, "page:title", plain(phrase("offline-title"))));
  main.add(make(Role::kIntroduction, "page:summary", plain(phrase("offline-summary"))));
  // Taken away by the script, where there are scripts.
  main.add(make(Role::kNotice, "page:without-script", plain(phrase("offline-needs-script"))));
  main.add(make(Role::kAsking, "page:said"));
  main.add(make(Role::kFacts, "page:space"));
  for (const OfflineGroup& group : groups) main.add(offline_section("group:" + group.id, group.title));
  Element lessons = offline_section("page:lessons", plain(phrase("offline-lessons")));
  Element list = make(Role::kLibrary, "page:library");
  for (const content::CatalogueEntry& entry : entries) list.add(offline_entry(entry));
  lessons.add(std::move(list));
  main.add(std::move(lessons));
  // Filled by web/answers.js.
  main.add(offline_section("page:answers", plain(phrase("device-title"))));
  Element footer = view_footer(interface);
  Element page = make(Role::kPage, "page:root").add(view_header("", interface)).add(std::move(main));
  if (!footer.children.empty()) page.add(std::move(footer));
  return page;
}

}  // namespace bytes::view
