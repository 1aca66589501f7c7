// How far a long work has come, for somebody who sits at a terminal.
#pragma once

#include <chrono>
#include <cstddef>

namespace bytes::cli {

// One line of standard error, `1,234 of 10,000`, which is written over a few times a second and goes when this does. Work
// that is soon done shows none, nor does standard error that goes elsewhere.
class Progress {
 public:
  explicit Progress(std::size_t all);
  ~Progress() { clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void show(std::size_t done);
  // Before anything else is printed.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;

  std::size_t all_;
  bool is_seen_;  // Somebody may look at it.
  bool is_shown_ = false;
  Clock::time_point next_;
};

}  // namespace bytes::cli
