#include "outline/element.h"

#include <algorithm>
#include <utility>

#include "base/hash.h"

namespace bytes::outline {
namespace {

auto place_of(std::vector<AttributeValue>& attributes, Attribute attribute) {
  return std::lower_bound(attributes.begin(), attributes.end(), attribute,
                          [](const AttributeValue& have, Attribute want) { return have.attribute < want; });
}

std::uint64_t hash_of_field(std::string_view field, std::uint64_t hash) {
  // A byte that UTF-8 never holds keeps neighbouring fields apart.
  return hash_of("\xff", hash_of(field, hash));
}

std::uint64_t hash_of_element(const Element& element, std::uint64_t hash) {
  hash = hash_of_field(element.id, hash);
  hash = hash_of_field(row_of(element.role).name, hash);
  for (const Run& run : element.text) {
    const char marks[] = {static_cast<char>('0' + run.strong + 2 * run.emphasis + 4 * run.code), '\0'};
    hash = hash_of_field(run.text, hash_of_field(marks, hash));
    hash = hash_of_field(run.language, hash_of_field(run.href, hash));
  }
  for (const AttributeValue& value : element.attributes) {
    hash = hash_of_field(value.value, hash_of_field(row_of(value.attribute).html, hash));
  }
  for (const Element& child : element.children) hash = hash_of_element(child, hash);
  return hash_of("\xfe", hash);
}

}  // namespace

Element& Element::set(Attribute attribute, std::string_view value) {
  auto place = place_of(attributes, attribute);
  if (place != attributes.end() && place->attribute == attribute) {
    place->value = value;
  } else {
    attributes.insert(place, {attribute, std::string(value)});
  }
  return *this;
}

Element& Element::set_if(Attribute attribute, bool on) {
  if (on) return set(attribute, "");
  auto place = place_of(attributes, attribute);
  if (place != attributes.end() && place->attribute == attribute) attributes.erase(place);
  return *this;
}

Element& Element::add(Element child) & {
  children.push_back(std::move(child));
  return *this;
}

Element&& Element::add(Element child) && {
  children.push_back(std::move(child));
  return std::move(*this);
}

bool Element::has(Attribute attribute) const {
  return std::any_of(attributes.begin(), attributes.end(),
                     [&](const AttributeValue& value) { return value.attribute == attribute; });
}

std::string_view Element::get(Attribute attribute) const {
  for (const AttributeValue& value : attributes) {
    if (value.attribute == attribute) return value.value;
  }
  return {};
}

Element make(Role role, std::string_view id, RichText text) {
  Element element;
  element.id = id;
  element.role = role;
  element.text = std::move(text);
  return element;
}

const Element* find(const Element& root, std::string_view id) {
  if (root.id == id) return &root;
  for (const Element& child : root.children) {
    if (const Element* found = find(child, id)) return found;
  }
  return nullptr;
}

std::uint64_t hash_of_outline(const Element& root) { return hash_of_element(root, kHashStart); }

}  // namespace bytes::outline
