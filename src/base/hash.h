// A hash that names content: not secret, the same on every machine.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace bytes {

inline constexpr std::uint64_t kHashStart = 0xcbf29ce484222325ull;

// FNV-1a, 64 bits (Fowler, Noll, Vo). Chain calls by passing the last result as `hash`.
constexpr std::uint64_t hash_of(std::string_view text, std::uint64_t hash = kHashStart) {
  for (char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ull;
  return hash;
}

// 16 lower-case hexadecimal digits.
std::string to_hex(std::uint64_t value);

}  // namespace bytes
