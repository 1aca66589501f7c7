#include "content/name_table.h"

#include <utility>

#include "base/hash.h"

namespace bytes::content {

NameTable::Slot& NameTable::slot_of(std::string_view name) {
  std::size_t i = static_cast<std::size_t>(hash_of(name)) & (slots_.size() - 1);
  while (slots_[i].is_taken && slots_[i].name != name) i = (i + 1) & (slots_.size() - 1);
  return slots_[i];
}

const Position* NameTable::add(std::string_view name, Position position) {
  if (slots_.size() < (taken_ + 1) * 2) {
    const std::vector<Slot> old = std::exchange(slots_, std::vector<Slot>(slots_.empty() ? 8 : slots_.size() * 2));
    for (const Slot& slot : old) {
      if (slot.is_taken) slot_of(slot.name) = slot;
    }
  }
  Slot& slot = slot_of(name);
  if (slot.is_taken) return &slot.position;
  slot = {name, position, true};
  ++taken_;
  return nullptr;
}

}  // namespace bytes::content
