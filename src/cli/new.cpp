#include "cli/commands.h"

namespace bytes::cli {
void add_new(CLI::App&, Run&) {}
}  // namespace bytes::cli
