# How a layer, a program and a test of this project are declared. Every list of sources names its files.

# bytes_engine_flags(<target>): what is compiled into a learner's engine uses neither exceptions nor run-time types;
# natively too, so that the ordinary build finds a forgotten `throw`.
function(bytes_engine_flags target)
  target_compile_options(${target} PRIVATE -fno-exceptions $<$<COMPILE_LANGUAGE:CXX>:-fno-rtti>)
endfunction()

# bytes_add_library(<name> SOURCES <file>... [FURTHER <file>...] [DEPENDS <library>...] [USES <library>...])
# A layer. FURTHER are sources that the small engine does without (src/platform/web/left_out.cpp). DEPENDS are layers that its headers show; USES are libraries that only its sources see.
# Includes are written from src/: #include "outline/element.h".
function(bytes_add_library name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;FURTHER;DEPENDS;USES")
  if(arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "bytes_add_library(${name}) does not know: ${arg_UNPARSED_ARGUMENTS}")
  endif()

  set(compiled ${arg_SOURCES})
  list(FILTER compiled INCLUDE REGEX "\\.(cpp|cc|c)$")
  if(NOT compiled)
    # Only headers so far.
    add_library(${name} INTERFACE)
    target_include_directories(${name} INTERFACE "${PROJECT_SOURCE_DIR}/src" "${PROJECT_BINARY_DIR}/generated")
    target_link_libraries(${name} INTERFACE ${arg_DEPENDS} ${arg_USES})
    return()
  endif()

  add_library(${name} STATIC ${arg_SOURCES} ${arg_FURTHER})
  # Each in an object file of its own: the small engine's stand-ins take the place of those that it leaves out.
  if(arg_FURTHER)
    set_source_files_properties(${arg_FURTHER} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
  endif()
  target_include_directories(${name} PUBLIC "${PROJECT_SOURCE_DIR}/src" "${PROJECT_BINARY_DIR}/generated")
  target_link_libraries(${name} PUBLIC ${arg_DEPENDS} PRIVATE ${arg_USES})
  bytes_warn(${name})
  bytes_engine_flags(${name})
  bytes_sanitize(${name} address undefined)
endfunction()

# bytes_add_program(<name> SOURCES <file>... LINKS <library>...): a program of its own, for this machine or for Node.js. It
# may throw.
function(bytes_add_program name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LINKS")
  add_executable(${name} ${arg_SOURCES})
  target_link_libraries(${name} PRIVATE ${arg_LINKS})
  if(EMSCRIPTEN)
    target_compile_options(${name} PRIVATE -fexceptions)
  endif()
  bytes_warn(${name})
  bytes_sanitize(${name} address undefined)
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}")
endfunction()
