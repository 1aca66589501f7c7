#include "content/author/json_place.h"

namespace bytes::content {

const JsonValue& value_at(const JsonValue& root, std::string_view path) {
  const JsonValue* value = &root;
  while (!path.empty()) {
    const JsonValue* next = nullptr;
    if (path[0] == '[') {
      const std::size_t end = path.find(']');
      if (end == path.npos) break;
      std::size_t index = 0;
      for (char digit : path.substr(1, end - 1)) {
        if (digit < '0' || digit > '9' || index > value->items.size()) return *value;
        index = index * 10 + static_cast<std::size_t>(digit - '0');
      }
      if (index < value->items.size()) next = &value->items[index];
      path.remove_prefix(end + 1);
    } else {
      if (path[0] == '.') path.remove_prefix(1);
      const std::string_view name = path.substr(0, path.find_first_of(".["));
      next = value->find(name);
      path.remove_prefix(name.size());
    }
    if (!next) break;
    value = next;
  }
  return *value;
}

}  // namespace bytes::content
