# bytes_add_tests(<layer> SOURCES <file>... LINKS <library>...): a layer's unit tests.
# Natively they are a program for each layer, and ctest knows each case by name. As wasm, where a link costs more than a
# layer's compilation and each start a second, bytes_link_wasm_tests() makes one program of all of them.
# Paths in the tests are relative to the repository's root: "tests/data/…".

include(GoogleTest)

add_custom_target(unit_tests)

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
  if(EMSCRIPTEN)
    add_library(${name} OBJECT EXCLUDE_FROM_ALL ${arg_SOURCES})
    set_property(GLOBAL APPEND PROPERTY BYTES_WASM_TESTS ${name})
  else()
    add_executable(${name} ${arg_SOURCES})
    add_dependencies(unit_tests ${name})
    gtest_discover_tests(${name}
      TEST_PREFIX "${layer}."
      WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}"
      DISCOVERY_MODE PRE_TEST)
  endif()
  target_include_directories(${name} PRIVATE "${PROJECT_SOURCE_DIR}")
  target_link_libraries(${name} PRIVATE ${arg_LINKS} googletest)
  bytes_warn(${name})
  bytes_engine_flags(${name})
  bytes_sanitize(${name} address undefined)
endfunction()

# bytes_link_wasm_tests(): after the last bytes_add_tests(). ctest runs the cases in two parts, side by side.
function(bytes_link_wasm_tests)
  get_property(parts GLOBAL PROPERTY BYTES_WASM_TESTS)
  file(CONFIGURE OUTPUT "${PROJECT_BINARY_DIR}/generated/tests/no_source.cpp" CONTENT "" @ONLY)
  add_executable(bytes_wasm_tests EXCLUDE_FROM_ALL "${PROJECT_BINARY_DIR}/generated/tests/no_source.cpp")
  add_dependencies(unit_tests bytes_wasm_tests)
  target_link_libraries(bytes_wasm_tests PRIVATE ${parts})
  target_link_options(bytes_wasm_tests PRIVATE
    -O1 -sNODERAWFS=1 -sENVIRONMENT=node -sEXIT_RUNTIME=1 -sALLOW_MEMORY_GROWTH=1 -sASSERTIONS=1)
  bytes_link_environment(bytes_wasm_tests)
  foreach(part RANGE 1)
    add_test(NAME wasm_tests_${part} COMMAND "${BYTES_NODE}" ${bytes_node_flags} "$<TARGET_FILE:bytes_wasm_tests>"
      WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}")
    set_tests_properties(wasm_tests_${part} PROPERTIES ENVIRONMENT "GTEST_TOTAL_SHARDS=2;GTEST_SHARD_INDEX=${part}")
  endforeach()
endfunction()
