#include "cli/terminal.h"

extern "C" {
// In node_library.js. Emscripten's own standard error gives out whole lines only.
int byte_is_terminal();
void byte_write_to_terminal(const char* text, int size);
}

namespace bytes::cli {

bool is_terminal() { return byte_is_terminal() != 0; }

void write_to_terminal(std::string_view text) { byte_write_to_terminal(text.data(), static_cast<int>(text.size())); }

}  // namespace bytes::cli
