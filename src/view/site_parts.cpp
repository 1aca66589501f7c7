#include "view/site_parts.h"

#include "view/interface.h"

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

std::string text_of(const content::JsonValue& object, std::string_view key) {
  const content::JsonValue* value = object.find(key);
  return value ? value->string : std::string();
}

}  // namespace

SiteParts site_parts(const content::Site& site, const std::string& logo, std::string_view root,
                     const Interface& interface) {
  SiteParts parts;
  parts.owner = site.owner;
  if (!logo.empty()) {
    parts.logo = site.logo;
    parts.logo.src = std::string(root) + logo;
  }
  const auto add = [&](const content::SiteLink& link, const std::string& word) {
    if (link.href.empty()) return;
    parts.links.push_back({link.text.empty() ? word : link.text,
                           is_relative(link.href) ? std::string(root) + link.href : link.href});
  };
  add(site.imprint, interface.phrase("site-imprint"));
  add(site.privacy, interface.phrase("site-privacy"));
  add(site.contact, interface.phrase("site-contact"));
  return parts;
}

void write_site_parts(JsonWriter& json, const SiteParts& parts) {
  const auto write = [&](std::string_view key, std::string_view value) {
    if (value.empty()) return;
    json.key(key);
    json.string(value);
  };
  write("owner", parts.owner);
  if (!parts.logo.src.empty()) {
    json.key("logo");
    json.begin_object();
    write("src", parts.logo.src);
    write("alt", parts.logo.alt);
    json.key("width");
    json.integer(parts.logo.width);
    json.key("height");
    json.integer(parts.logo.height);
    json.end_object();
  }
  if (parts.links.empty()) return;
  json.key("links");
  json.begin_array();
  for (const SiteParts::Link& link : parts.links) {
    json.begin_object();
    write("text", link.text);
    write("href", link.href);
    json.end_object();
  }
  json.end_array();
}

SiteParts read_site_parts(const content::JsonValue& object) {
  SiteParts parts;
  parts.owner = text_of(object, "owner");
  if (const content::JsonValue* logo = object.find("logo")) {
    parts.logo.src = text_of(*logo, "src");
    parts.logo.alt = text_of(*logo, "alt");
    const auto size = [&](std::string_view key) {
      const content::JsonValue* value = logo->find(key);
      return value ? static_cast<int>(value->integer) : 0;
    };
    parts.logo.width = size("width");
    parts.logo.height = size("height");
  }
  if (const content::JsonValue* links = object.find("links")) {
    for (const content::JsonValue& link : links->items) parts.links.push_back({text_of(link, "text"), text_of(link, "href")});
  }
  return parts;
}

void add_logo(Element& element, const SiteParts& parts) {
  const content::Picture& logo = parts.logo;
  if (logo.src.empty()) return;
  Element image = make(Role::kLogo, "page:logo");
  image.set(Attribute::kSrc, logo.src).set(Attribute::kAlt, logo.alt);
  if (logo.width > 0 && logo.height > 0) {
    image.set(Attribute::kWidth, std::to_string(logo.width)).set(Attribute::kHeight, std::to_string(logo.height));
  }
  element.add(std::move(image));
}

void add_owner(Element& element, const SiteParts& parts) {
  if (!parts.owner.empty()) element.add(make(Role::kOwner, "page:owner", plain(parts.owner)));
  if (parts.links.empty()) return;
  Element list = make(Role::kFooterLinks, "page:footer-links");
  for (std::size_t i = 0; i < parts.links.size(); ++i) {
    const std::string id = "page:footer-link-" + std::to_string(i + 1);
    Element link = make(Role::kFooterLink, id, plain(parts.links[i].text));
    link.set(Attribute::kHref, parts.links[i].href);
    Element item = make(Role::kFooterItem, id + "-item");
    item.add(std::move(link));
    list.add(std::move(item));
  }
  element.add(std::move(list));
}

}  // namespace bytes::view
