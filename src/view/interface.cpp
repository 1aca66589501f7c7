#include "view/interface.h"

namespace bytes::view {

Interface::Interface(const content::JsonValue& object) {
  for (const content::JsonMember& member : object.members) {
    if (member.value.is_string()) phrases_.emplace(member.key, member.value.string);
  }
}

std::string Interface::phrase(std::string_view key, Arguments arguments) const {
  auto found = phrases_.find(key);
  if (found == phrases_.end()) return std::string(key);
  const std::string& pattern = found->second;
  std::string phrase;
  for (std::size_t i = 0; i < pattern.size();) {
    const std::size_t end = pattern[i] == '{' ? pattern.find('}', i) : std::string::npos;
    if (end == std::string::npos) {
      phrase += pattern[i++];
      continue;
    }
    const std::string_view name = std::string_view(pattern).substr(i + 1, end - i - 1);
    for (const auto& [argument, value] : arguments) {
      if (argument == name) phrase += value;
    }
    i = end + 1;
  }
  return phrase;
}

std::string_view Interface::find(std::string_view key) const {
  const auto found = phrases_.find(key);
  return found == phrases_.end() ? std::string_view() : std::string_view(found->second);
}

void Interface::set(const std::string& key, const std::string& value) {
  phrases_.erase(key);
  if (!value.empty()) phrases_.emplace(key, value);
}

}  // namespace bytes::view
