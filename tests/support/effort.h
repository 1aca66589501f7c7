// How much of a long row of cases runs here.
#pragma once

#include <cstddef>
#include <cstdlib>
#include <string_view>

namespace bytes {

// Every so many bytes or places of a file are tried. Natively all are; WebAssembly, and a program that sanitizers watch, run
// the same code ten times as slowly.
#ifdef __EMSCRIPTEN__
inline constexpr int kStride = 16;
#elif defined(__SANITIZE_ADDRESS__)
inline constexpr int kStride = 5;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
inline constexpr int kStride = 5;
#else
inline constexpr int kStride = 1;
#endif
#else
inline constexpr int kStride = 1;
#endif

// Whether this is ./scripts/test.sh --full, which may take long.
inline bool is_full_run() {
  const char* full = std::getenv("BYTES_FULL");
  return full && full == std::string_view("1");
}

// The same for the bytes of one file, each of which has all before it read again: an ordinary run tries fewer of a long
// one.
inline std::size_t stride_in(std::string_view text) {
  return text.size() > 4000 && !is_full_run() ? 8 * kStride : kStride;
}

}  // namespace bytes
