#include "view/site_parts.h"

#include <algorithm>

namespace bytes::view {
namespace {

using outline::Attribute;
using outline::Element;
using outline::make;
using outline::Role;

bool is_relative(std::string_view href) {
  const std::size_t mark = href.find_first_of(":/?#");
  return mark == std::string_view::npos || href[mark] != ':';
}

std::string address_of(std::string_view link) { return std::string(link) + "-href"; }

}  // namespace

std::string page_in(const content::Site& site, std::string_view name, std::string_view language) {
  const auto& all = site.languages;
  const bool is_own = language == site.language || std::find(all.begin(), all.end(), language) == all.end();
  return std::string(name) + (is_own ? std::string() : "." + std::string(language)) + ".html";
}

void set_site(Interface& interface, const content::Site& site, std::string_view language, const std::string& logo,
              std::string_view root) {
  const std::string ending = page_in(site, "", language);
  interface.set(std::string(kPageEnding), ending == ".html" ? std::string() : ending);
  interface.set("site-owner", site.owner);
  interface.set("site-logo", logo.empty() ? logo : std::string(root) + logo);
  interface.set("site-logo-alt", site.logo.alt);
  const auto length = [](int px) { return px > 0 ? std::to_string(px) : std::string(); };
  interface.set("site-logo-width", length(site.logo.width));
  interface.set("site-logo-height", length(site.logo.height));
  const auto set_link = [&](const std::string& key, const content::SiteLink& link) {
    if (!link.text.empty()) interface.set(key, link.text);
    const bool is_ours = !link.href.empty() && is_relative(link.href);
    interface.set(address_of(key), (is_ours ? std::string(root) : std::string()) + link.href);
  };
  set_link("site-imprint", site.imprint);
  set_link("site-privacy", site.privacy);
  set_link("site-contact", site.contact);
  // An interface of somebody's own may not have that page's words.
  const bool has_about = !interface.find("site-about").empty();
  interface.set(address_of("site-about"), has_about ? std::string(root) + page_in(site, "about", language) : std::string());
}

void add_logo(Element& element, const Interface& interface) {
  const std::string_view src = interface.find("site-logo");
  if (src.empty()) return;
  Element image = make(Role::kLogo, "page:logo");
  image.set(Attribute::kSrc, src).set(Attribute::kAlt, interface.find("site-logo-alt"));
  image.set(Attribute::kWidth, interface.find("site-logo-width"));
  image.set(Attribute::kHeight, interface.find("site-logo-height"));
  element.add(std::move(image));
}

void add_owner(Element& element, const Interface& interface) {
  const std::string_view owner = interface.find("site-owner");
  if (!owner.empty()) element.add(make(Role::kOwner, "page:owner", plain(owner)));
  Element list = make(Role::kFooterLinks, "page:footer-links");
  for (const char* key : {"site-imprint", "site-privacy", "site-contact", "site-about"}) {
    const std::string_view href = interface.find(address_of(key));
    if (href.empty()) continue;
    const std::string id = std::string("page:") + key;
    Element link = make(Role::kFooterLink, id, plain(interface.find(key)));
    link.set(Attribute::kHref, href);
    Element item = make(Role::kFooterItem, id + "-item");
    item.add(std::move(link));
    list.add(std::move(item));
  }
  if (!list.children.empty()) element.add(std::move(list));
}

}  // namespace bytes::view
