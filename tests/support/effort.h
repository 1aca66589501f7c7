// How much of a long row of cases runs here.
#pragma once

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

}  // namespace bytes
