// How much of a long row of cases runs here.
#pragma once

namespace bytes {

// Every so many bytes or places of a file are tried. All are natively, also under sanitizers; WebAssembly, ten times as
// slow, runs the same code.
#ifdef __EMSCRIPTEN__
inline constexpr int kStride = 16;
#else
inline constexpr int kStride = 1;
#endif

}  // namespace bytes
