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
    main.add(make(Role::kTitle, "page:title", words("privacy-title")));
    main.add(make(Role::kIntroduction, "page:summary", words("privacy-intro")));
    Element kept = section("privacy-kept");
    kept.add(paragraph("privacy-kept-intro"));
    kept.add(list("kept-list", {"privacy-kept-answers", "privacy-kept-wishes", "privacy-kept-files", "privacy-kept-copies"}));
    kept.add(paragraph("privacy-kept-shared"));
    main.add(std::move(kept));
    main.add(section("privacy-sent").add(paragraph("privacy-sent-nothing")).add(paragraph("privacy-sent-host")));
    main.add(section("privacy-banner").add(paragraph("privacy-banner-text")));
    main.add(section("privacy-embeds").add(paragraph("privacy-embeds-text")));
    main.add(section("privacy-remove").add(list("remove-list", {"privacy-remove-lesson", "privacy-remove-all"})));
    main.add(section("privacy-answers").add(paragraph("privacy-answers-text")));
    main.add(owner());
    main.add(section("privacy-player").add(paragraph("privacy-player-text")));
    Element page = make(Role::kPage, "page:root");
    page.add(view_header("", interface_)).add(std::move(main));
    Element footer = view_footer(interface_);
    if (!footer.children.empty()) page.add(std::move(footer));
    return page;
  }

 private:
  // No phrase has more gaps than these.
  RichText words(std::string_view key) const {
    return plain(interface_.phrase(key, {{"owner", site_.owner},
                                         {"forget", interface_.find("forget")},
                                         {"offline", interface_.find("about-offline")}}));
  }

  static std::string id_of(std::string_view key) { return "about:" + std::string(key.substr(kAboutPrefix.size())); }

  Element section(std::string_view key) const {
    const std::string id = id_of(key);
    Element section = make(Role::kSection, id);
    section.set(Attribute::kLabelledBy, id + ":title");
    section.add(make(Role::kHeading, id + ":title", words(key)));
    return section;
  }

  Element paragraph(std::string_view key) const {
    return make(Role::kParagraph, id_of(key), words(key));
  }

  Element list(std::string_view id, std::initializer_list<std::string_view> keys) const {
    Element list = make(Role::kBulletList, "about:" + std::string(id));
    for (std::string_view key : keys) list.add(make(Role::kItem, id_of(key), words(key)));
    return list;
  }

  Element owner() const {
    Element part = section("privacy-owner");
    part.add(paragraph(site_.owner.empty() ? "privacy-owner-unknown" : "privacy-owner-name"));
    if (site_.privacy.href.empty()) return part;
    Element more = paragraph("privacy-owner-more");
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
