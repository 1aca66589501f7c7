#include "cli/progress.h"

#include <unistd.h>

#include <cstdint>
#include <cstdio>

#include "content/author/words.h"

namespace bytes::cli {
namespace {

constexpr auto kPause = std::chrono::milliseconds(250);

}  // namespace

Progress::Progress(std::size_t all) : all_(all), is_seen_(isatty(fileno(stderr)) != 0), next_(Clock::now() + kPause) {}

void Progress::show(std::size_t done) {
  if (!is_seen_ || Clock::now() < next_) return;
  const auto spelt = [](std::size_t number) { return content::grouped(static_cast<std::int64_t>(number)); };
  // To the line's beginning, and what stood there is taken away (ECMA-48, "erase in line").
  std::fprintf(stderr, "\r\x1b[K%s of %s", spelt(done).c_str(), spelt(all_).c_str());
  std::fflush(stderr);
  is_shown_ = true;
  next_ = Clock::now() + kPause;
}

void Progress::clear() {
  if (!is_shown_) return;
  std::fprintf(stderr, "\r\x1b[K");
  std::fflush(stderr);
  is_shown_ = false;
}

}  // namespace bytes::cli
