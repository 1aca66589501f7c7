#include "site/page_words.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <vector>

#include "base/json_writer.h"
#include "content/names.h"
#include "view/about_page.h"

namespace bytes::site {
namespace {

using content::Block;

using Names = std::set<std::string_view>;

// Words that begin with no type or kind, or that others need too.
struct Shared {
  std::string_view prefix;
  std::string_view users[2];
};

constexpr Shared kShared[] = {
    {"typed-", {"short", "number"}}, {"poll-", {"poll", "scale"}},  {"sure-", {"judgement", {}}},
    {"scene-", {"scenario", {}}},    {"meter-", {"scenario", {}}},  {"ending-", {"scenario", {}}},
    {"endings-", {"scenario", {}}},  {"path-", {"scenario", {}}},   {"way-", {"scenario", {}}},
    {"map-", {"scenario", {}}},      {"reflection-note", {"reflection", "worksheet"}},
};

void collect(const std::vector<Block>& blocks, Names& names) {
  for (const Block& block : blocks) {
    names.insert(content::type_name(block.content));
    if (const auto* question = std::get_if<content::Question>(&block.content)) {
      names.insert(content::kQuestionKinds[static_cast<std::size_t>(question->kind)]);
    } else if (const auto* bank = std::get_if<content::BankBlock>(&block.content)) {
      collect(bank->questions, names);
    } else if (const auto* accordion = std::get_if<content::AccordionBlock>(&block.content)) {
      for (const content::AccordionItem& item : accordion->items) collect(item.blocks, names);
    } else if (const auto* scenario = std::get_if<content::ScenarioBlock>(&block.content)) {
      for (const content::Node& node : scenario->scenario.nodes) collect(node.blocks, names);
    }
  }
}

bool begins_with_name(std::string_view key, std::string_view name) {
  return key.size() > name.size() && key.starts_with(name) && key[name.size()] == '-';
}

bool is_needed(std::string_view key, const Names& used) {
  for (const Shared& shared : kShared) {
    if (!key.starts_with(shared.prefix)) continue;
    return std::any_of(std::begin(shared.users), std::end(shared.users),
                       [&](std::string_view user) { return used.count(user) > 0; });
  }
  const auto is_of_another = [&](std::string_view name) { return begins_with_name(key, name) && used.count(name) == 0; };
  return std::none_of(std::begin(content::kBlockTypes), std::end(content::kBlockTypes), is_of_another) &&
         std::none_of(std::begin(content::kQuestionKinds), std::end(content::kQuestionKinds), is_of_another);
}

}  // namespace

bool is_for_lessons(std::string_view key) {
  return !key.starts_with(view::kAboutPrefix) && !key.starts_with("offline-") && !key.starts_with("device-") &&
         !key.starts_with("roadmap-");
}

std::string words_for_byte(const view::Interface& words, const content::Byte& byte) {
  Names used;
  for (const content::Section& section : byte.sections) collect(section.blocks, used);
  JsonWriter json;
  json.begin_object();
  for (const auto& [key, phrase] : words.all()) {
    if (!is_for_lessons(key) || !is_needed(key, used)) continue;
    json.key(key);
    json.string(phrase);
  }
  json.end_object();
  return json.take();
}

}  // namespace bytes::site
