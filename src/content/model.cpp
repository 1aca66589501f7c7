#include "content/model.h"

#include "content/names.h"

namespace bytes::content {
namespace {

template <class AnyPicture, class AnyByte>
std::vector<AnyPicture*> pictures_in(AnyByte& byte) {
  std::vector<AnyPicture*> pictures;
  if (!byte.cover.src.empty()) pictures.push_back(&byte.cover);
  for (auto& section : byte.sections) {
    for (auto& block : section.blocks) {
      if (auto* image = std::get_if<ImageBlock>(&block.content)) pictures.push_back(&image->picture);
    }
  }
  return pictures;
}

template <class Item>
const Item* find_by_id(const std::vector<Item>& items, std::string_view id) {
  for (const Item& item : items) {
    if (item.id == id) return &item;
  }
  return nullptr;
}

}  // namespace

std::vector<Picture*> pictures_of(Byte& byte) { return pictures_in<Picture>(byte); }

std::vector<const Picture*> pictures_of(const Byte& byte) { return pictures_in<const Picture>(byte); }

std::string_view type_name(const BlockContent& content) {
  if (const auto* unknown = std::get_if<UnknownBlock>(&content)) return unknown->type;
  return kBlockTypes[content.index()];
}

const Option* find_option(const Question& question, std::string_view id) { return find_by_id(question.options, id); }

const Group* find_group(const Question& question, std::string_view id) { return find_by_id(question.groups, id); }

const ChecklistItem* find_item(const ChecklistBlock& checklist, std::string_view id) {
  return find_by_id(checklist.items, id);
}

const Block* find_block(const Byte& byte, std::string_view id) {
  for (const Section& section : byte.sections) {
    if (const Block* found = find_by_id(section.blocks, id)) return found;
  }
  return nullptr;
}

}  // namespace bytes::content
