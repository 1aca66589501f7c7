#include "cli/progress.h"

#include <cstdint>
#include <string>

#include "cli/terminal.h"
#include "content/author/words.h"

namespace bytes::cli {
namespace {

constexpr auto kPause = std::chrono::milliseconds(250);

}  // namespace

Progress::Progress(std::size_t all) : all_(all), is_seen_(is_terminal()), next_(Clock::now() + kPause) {}

void Progress::show(std::size_t done) {
  if (!is_seen_ || Clock::now() < next_) return;
  const auto spelt = [](std::size_t number) { return content::grouped(static_cast<std::int64_t>(number)); };
  // To the line's beginning, and what stood there is taken away (ECMA-48, "erase in line").
  write_to_terminal("\r\x1b[K" + spelt(done) + " of " + spelt(all_));
  is_shown_ = true;
  next_ = Clock::now() + kPause;
}

void Progress::clear() {
  if (!is_shown_) return;
  write_to_terminal("\r\x1b[K");
  is_shown_ = false;
}

}  // namespace bytes::cli
