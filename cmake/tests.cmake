# bytes_add_tests(<layer> SOURCES <file>... LINKS <library>...): a layer's unit tests, one program for all of them.
# Natively ctest knows each case by name; as wasm, where each start costs more, the program is one entry.
# Paths in the tests are relative to the repository's root: "tests/data/…".

include(GoogleTest)

if(EMSCRIPTEN)
  find_program(BYTES_NODE NAMES node nodejs REQUIRED)
  execute_process(COMMAND "${BYTES_NODE}" --version OUTPUT_VARIABLE bytes_node_version OUTPUT_STRIP_TRAILING_WHITESPACE)
  string(REGEX REPLACE "^v" "" bytes_node_version "${bytes_node_version}")
  set(bytes_node_flags)
  # Emscripten before 3.1.25 takes Node's fetch() for a browser's and then can't load the wasm file.
  if(EMSCRIPTEN_VERSION VERSION_LESS 3.1.25 AND bytes_node_version VERSION_GREATER_EQUAL 18)
    set(bytes_node_flags --no-experimental-fetch)
  endif()
endif()

function(bytes_add_tests layer)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LINKS")
  if(NOT arg_SOURCES)
    return()
  endif()
  set(name "bytes_${layer}_tests")
  add_executable(${name} ${arg_SOURCES})
  target_include_directories(${name} PRIVATE "${PROJECT_SOURCE_DIR}")
  target_link_libraries(${name} PRIVATE ${arg_LINKS} googletest)
  bytes_warn(${name})
  bytes_engine_flags(${name})
  bytes_sanitize(${name} address undefined)

  if(EMSCRIPTEN)
    target_link_options(${name} PRIVATE
      -sNODERAWFS=1 -sENVIRONMENT=node -sEXIT_RUNTIME=1 -sALLOW_MEMORY_GROWTH=1 -sASSERTIONS=1)
    bytes_link_environment(${name})
    add_test(NAME ${name} COMMAND "${BYTES_NODE}" ${bytes_node_flags} "$<TARGET_FILE:${name}>"
      WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}")
  else()
    gtest_discover_tests(${name}
      TEST_PREFIX "${layer}."
      WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}"
      DISCOVERY_MODE PRE_TEST)
  endif()
endfunction()
