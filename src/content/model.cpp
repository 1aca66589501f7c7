#include "content/model.h"

#include <type_traits>

#include "content/names.h"

namespace bytes::content {
namespace {

template <class Item>
const Item* find_by_id(const std::vector<Item>& items, std::string_view id) {
  for (const Item& item : items) {
    if (item.id == id) return &item;
  }
  return nullptr;
}

}  // namespace

std::string_view host_of(std::string_view address) {
  constexpr std::string_view kScheme = "https://";
  if (address.substr(0, kScheme.size()) != kScheme) return {};
  address.remove_prefix(kScheme.size());
  const std::string_view host = address.substr(0, address.find_first_of("/?#"));
  const bool is_plain =
      host.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-:") == host.npos;
  return is_plain && address.find_first_of(" \\\n\t\r") == address.npos ? host : std::string_view();
}

namespace {

bool has_further(const std::vector<Block>& blocks) {
  // In the order of BlockContent.
  constexpr std::size_t kFirstFurther = std::variant_size_v<BlockContent> - 8;
  static_assert(std::is_same_v<std::variant_alternative_t<kFirstFurther, BlockContent>, CodeBlock>);
  for (const Block& block : blocks) {
    if (std::holds_alternative<UnknownBlock>(block.content)) continue;
    if (block.content.index() >= kFirstFurther) return true;
    const auto* question = std::get_if<Question>(&block.content);
    if (question && question->kind >= QuestionKind::kTrueFalse) return true;
    const auto* scenario = std::get_if<ScenarioBlock>(&block.content);
    if (!scenario) continue;
    for (const Node& node : scenario->scenario.nodes) {
      if (has_further(node.blocks)) return true;
    }
  }
  return false;
}

}  // namespace

bool uses_further(const Byte& byte) {
  for (const Section& section : byte.sections) {
    if (has_further(section.blocks)) return true;
  }
  return false;
}

std::string_view type_name(const BlockContent& content) {
  if (const auto* unknown = std::get_if<UnknownBlock>(&content)) return unknown->type;
  return kBlockTypes[content.index()];
}

const Option* find_option(const Question& question, std::string_view id) { return find_by_id(question.options, id); }

const Option* find_option(const Gap& gap, std::string_view id) { return find_by_id(gap.options, id); }

const Gap* find_gap(const Question& question, std::string_view id) { return find_by_id(question.gaps, id); }

const Group* find_group(const Question& question, std::string_view id) { return find_by_id(question.groups, id); }

const ChecklistItem* find_item(const ChecklistBlock& checklist, std::string_view id) {
  return find_by_id(checklist.items, id);
}

const WorksheetField* find_field(const WorksheetBlock& worksheet, std::string_view id) {
  return find_by_id(worksheet.fields, id);
}

const Block* find_block(const Byte& byte, std::string_view id) {
  for (const Section& section : byte.sections) {
    if (const Block* found = find_by_id(section.blocks, id)) return found;
    for (const Block& block : section.blocks) {
      const auto* bank = std::get_if<BankBlock>(&block.content);
      const Block* found = bank ? find_by_id(bank->questions, id) : nullptr;
      if (found) return found;
    }
  }
  return nullptr;
}

}  // namespace bytes::content
