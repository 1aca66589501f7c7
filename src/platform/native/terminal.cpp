#include "cli/terminal.h"

#include <unistd.h>

#include <cstdio>

namespace bytes::cli {

bool is_terminal() { return isatty(fileno(stderr)) != 0; }

void write_to_terminal(std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stderr);
  std::fflush(stderr);
}

}  // namespace bytes::cli
