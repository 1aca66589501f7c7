#include "base/hash.h"

namespace bytes {

std::string to_hex(std::uint64_t value) {
  std::string digits(16, '0');
  for (int i = 15; i >= 0; --i) {
    digits[static_cast<std::size_t>(i)] = "0123456789abcdef"[value & 15];
    value >>= 4;
  }
  return digits;
}

}  // namespace bytes
