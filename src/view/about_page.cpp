#include "view/about_page.h"

#include <initializer_list>
#include <string>
#include <utility>

#include "view/language.h"
#include "view/page_parts.h"

namespace bytes::view {
namespace {

using outline::Attribute;
using outline::Element;
using outline::make;
using outline::Role;

class AboutPage {
 public:
  AboutPage(const content::Site& site, const Interface& interface) : site_(site), interface_(interface) {}

  Element view() const {
    Element main = make(Role::kMain, "page:main");
    main.add(make(Role::kTitle, "page:title", words("title")));
    main.add(make(Role::kIntroduction, "page:summary", words("intro")));
    Element kept = section("kept");
    kept.add(paragraph("kept-intro"));
    kept.add(list("kept-list", {"kept-answers", "kept-wishes", "kept-files", "kept-copies"}));
    kept.add(paragraph("kept-shared"));
    main.add(std::move(kept));
    main.add(section("sent").add(paragraph("sent-nothing")).add(paragraph("sent-host")));
    main.add(section("banner").add(paragraph("banner-text")));
    main.add(section("embeds").add(paragraph("embeds-text")));
    main.add(section("remove").add(list("remove-list", {"remove-lesson", "remove-all"})));
    main.add(section("answers").add(paragraph("answers-text")));
    main.add(owner());
    main.add(section("player").add(paragraph("player-text")));
    Element page = make(Role::kPage, "page:root");
    page.add(view_header("index.html", interface_)).add(std::move(main));
    Element footer = view_footer(interface_);
    if (!footer.children.empty()) page.add(std::move(footer));
    return page;
  }

 private:
  // No phrase has more gaps than these.
  RichText words(std::string_view name) const {
    return plain(interface_.phrase(std::string(kAboutPrefix) + std::string(name),
                                   {{"owner", site_.owner}, {"forget", interface_.find("forget")}}));
  }

  Element section(std::string_view name) const {
    const std::string id = "about:" + std::string(name);
    Element section = make(Role::kSection, id);
    section.set(Attribute::kLabelledBy, id + ":title");
    section.add(make(Role::kHeading, id + ":title", words(name)));
    return section;
  }

  Element paragraph(std::string_view name) const {
    return make(Role::kParagraph, "about:" + std::string(name), words(name));
  }

  Element list(std::string_view id, std::initializer_list<std::string_view> names) const {
    Element list = make(Role::kBulletList, "about:" + std::string(id));
    for (std::string_view name : names) list.add(make(Role::kItem, "about:" + std::string(name), words(name)));
    return list;
  }

  Element owner() const {
    Element part = section("owner");
    part.add(paragraph(site_.owner.empty() ? "owner-unknown" : "owner-name"));
    if (site_.privacy.href.empty()) return part;
    Element more = paragraph("owner-more");
    append(more.text, {.text = " "});
    append(more.text, {.text = std::string(interface_.find("site-privacy")), .href = site_.privacy.href});
    part.add(std::move(more));
    return part;
  }

  const content::Site& site_;
  const Interface& interface_;
};

}  // namespace

Element about_page(const content::Site& site, Interface interface) {
  // A page that leads to itself is a riddle.
  interface.set("site-about-href", {});
  return AboutPage(site, interface).view();
}

}  // namespace bytes::view
