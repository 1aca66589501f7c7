// A fuzzer for one target, BYTES_FUZZ_TARGET: libFuzzer brings main().
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/targets.h"

namespace bytes::fuzz {

void fail(std::string_view what) {
  std::fprintf(stderr, "DOES NOT HOLD: %.*s\n", static_cast<int>(what.size()), what.data());
  std::abort();
}

}  // namespace bytes::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  bytes::fuzz::BYTES_FUZZ_TARGET(std::string_view(reinterpret_cast<const char*>(data), size));
  return 0;
}
