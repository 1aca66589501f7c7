// What a site says of itself on each of its pages: whose it is, and the links it owes its readers.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/json_writer.h"
#include "content/catalogue.h"
#include "content/json.h"
#include "outline/element.h"

namespace bytes::view {

class Interface;

// Addresses are as the page needs them. `byte build` puts this into a Byte's page, since the engine writes the same page.
struct SiteParts {
  struct Link {
    std::string text;
    std::string href;

    friend bool operator==(const Link&, const Link&) = default;
  };

  std::string owner;      // Empty: not said.
  content::Picture logo;  // `src` is empty when there is none.
  std::vector<Link> links;

  friend bool operator==(const SiteParts&, const SiteParts&) = default;
};

// Of a page from which the site's root is `root`, "" or "../../". `logo`: the logo's address from the root.
SiteParts site_parts(const content::Site& site, const std::string& logo, std::string_view root, const Interface& interface);

// An object's members; what is empty is left out. `read_site_parts` takes the object.
void write_site_parts(JsonWriter& json, const SiteParts& parts);
SiteParts read_site_parts(const content::JsonValue& object);

// Puts the logo at the head of `element`, and owner and links at its foot; nothing where there is none.
void add_logo(outline::Element& element, const SiteParts& parts);
void add_owner(outline::Element& element, const SiteParts& parts);

}  // namespace bytes::view
