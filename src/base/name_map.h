// Finds values by name, in a time that does not grow with their number.
//
// std::unordered_map in its place is 1.6 KB more for a learner to download.
#pragma once

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "base/hash.h"

namespace bytes {

// `Name` is std::string_view when the names outlive the map, else std::string. `Value` can be made from nothing.
template <class Value, class Name = std::string_view>
class NameMap {
 public:
  // Null when `name` is new, and it is there from now on; else the value that it has already. The pointer holds until
  // the next name is added.
  Value* add(std::string_view name, Value value) {
    if (slots_.size() < (taken_ + 1) * 2) grow();
    Slot& slot = slots_[place_of(name)];
    if (slot.is_taken) return &slot.value;
    slot = {Name(name), std::move(value), true};
    ++taken_;
    return nullptr;
  }

  // Null when there is no such name.
  const Value* find(std::string_view name) const {
    if (slots_.empty()) return nullptr;
    const Slot& slot = slots_[place_of(name)];
    return slot.is_taken ? &slot.value : nullptr;
  }

 private:
  struct Slot {
    Name name;
    Value value = {};
    bool is_taken = false;
  };

  // Where the name is, or where it belongs.
  std::size_t place_of(std::string_view name) const {
    std::size_t place = static_cast<std::size_t>(hash_of(name)) & (slots_.size() - 1);
    while (slots_[place].is_taken && slots_[place].name != name) place = (place + 1) & (slots_.size() - 1);
    return place;
  }

  void grow() {
    std::vector<Slot> old = std::exchange(slots_, std::vector<Slot>(slots_.empty() ? 8 : slots_.size() * 2));
    for (Slot& slot : old) {
      if (slot.is_taken) slots_[place_of(slot.name)] = std::move(slot);
    }
  }

  std::vector<Slot> slots_;  // Open addressing; a power of two, at most half of them taken.
  std::size_t taken_ = 0;
};

}  // namespace bytes
