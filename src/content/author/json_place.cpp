#include "content/author/json_place.h"

namespace bytes::content {
namespace {

// Takes the first step off `path`. Null when it leads nowhere.
const JsonValue* step(const JsonValue& from, std::string_view& path) {
  if (path[0] != '[') {
    if (path[0] == '.') path.remove_prefix(1);
    const std::string_view name = path.substr(0, path.find_first_of(".["));
    path.remove_prefix(name.size());
    return from.find(name);
  }
  const std::size_t end = path.find(']');
  if (end == path.npos) return nullptr;
  std::size_t index = 0;
  for (char digit : path.substr(1, end - 1)) {
    if (digit < '0' || digit > '9' || index > from.items.size()) return nullptr;
    index = index * 10 + static_cast<std::size_t>(digit - '0');
  }
  path.remove_prefix(end + 1);
  return index < from.items.size() ? &from.items[index] : nullptr;
}

}  // namespace

const JsonValue& value_at(const JsonValue& root, std::string_view path) {
  const JsonValue* value = &root;
  while (!path.empty()) {
    const JsonValue* next = step(*value, path);
    if (!next) break;
    value = next;
  }
  return *value;
}

const JsonValue* find_value_at(const JsonValue& root, std::string_view path) {
  const JsonValue* value = &root;
  while (value && !path.empty()) value = step(*value, path);
  return value;
}

}  // namespace bytes::content
