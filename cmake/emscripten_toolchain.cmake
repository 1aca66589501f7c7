# Emscripten's own toolchain file, of whichever emcc is on PATH.

find_program(BYTES_EM_CONFIG em-config REQUIRED)
execute_process(
  COMMAND "${BYTES_EM_CONFIG}" EMSCRIPTEN_ROOT
  OUTPUT_VARIABLE bytes_emscripten_root
  OUTPUT_STRIP_TRAILING_WHITESPACE
  COMMAND_ERROR_IS_FATAL ANY)
include("${bytes_emscripten_root}/cmake/Modules/Platform/Emscripten.cmake")
