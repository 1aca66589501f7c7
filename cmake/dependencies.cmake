# Libraries of others, pinned. Their sources come from their upstream tags, or from where FETCHCONTENT_SOURCE_DIR_<NAME>
# says that they lie already: scripts/lay_dependencies.sh writes that for what a Debian machine has at hand.
# Only sources are taken from them; how they are built is written here, so that it is the same natively and as wasm.

include(FetchContent)
include("${PROJECT_SOURCE_DIR}/build/deps/sources.cmake" OPTIONAL)

# bytes_fetch(<name> <repository> <tag>): afterwards ${<name>_SOURCE_DIR} is a folder with the sources.
# A macro, since FetchContent sets that variable in the caller's scope.
macro(bytes_fetch name repository tag)
  FetchContent_Declare(${name}
    GIT_REPOSITORY "${repository}"
    GIT_TAG "${tag}"
    GIT_SHALLOW ON
    SOURCE_SUBDIR no-build-files-of-theirs)
  FetchContent_MakeAvailable(${name})
endmacro()

# bytes_third_party(<target> INCLUDE <folder>... [SOURCES <file>...]): a library of others; its headers warn nobody.
function(bytes_third_party target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "INCLUDE;SOURCES")
  if(arg_SOURCES)
    add_library(${target} STATIC EXCLUDE_FROM_ALL ${arg_SOURCES})
    target_include_directories(${target} SYSTEM PUBLIC ${arg_INCLUDE})
    target_compile_options(${target} PRIVATE -w)
    set_target_properties(${target} PROPERTIES UNITY_BUILD OFF)
  else()
    add_library(${target} INTERFACE)
    target_include_directories(${target} SYSTEM INTERFACE ${arg_INCLUDE})
  endif()
endfunction()

bytes_fetch(imgui https://github.com/ocornut/imgui.git v1.92.2b)
bytes_fetch(nlohmann_json https://github.com/nlohmann/json.git v3.11.2)
bytes_fetch(md4c https://github.com/mity/md4c.git release-0.5.3)

# imgui_demo.cpp is left out: paint/imgui_config.h switches off what is in it.
bytes_third_party(imgui
  INCLUDE "${imgui_SOURCE_DIR}"
  SOURCES
    "${imgui_SOURCE_DIR}/imgui.cpp"
    "${imgui_SOURCE_DIR}/imgui_draw.cpp"
    "${imgui_SOURCE_DIR}/imgui_tables.cpp"
    "${imgui_SOURCE_DIR}/imgui_widgets.cpp")
target_compile_definitions(imgui PUBLIC "IMGUI_USER_CONFIG=\"paint/imgui_config.h\"")
target_compile_definitions(imgui PRIVATE BYTES_IS_IMGUI)
target_include_directories(imgui PUBLIC "${PROJECT_SOURCE_DIR}/src")
bytes_engine_flags(imgui)
bytes_sanitize(imgui address)
if(EMSCRIPTEN)
  target_sources(imgui PRIVATE "${imgui_SOURCE_DIR}/backends/imgui_impl_opengl3.cpp")
  target_include_directories(imgui SYSTEM PUBLIC "${imgui_SOURCE_DIR}/backends")
endif()

bytes_third_party(nlohmann_json INCLUDE "${nlohmann_json_SOURCE_DIR}/include")

bytes_third_party(md4c INCLUDE "${md4c_SOURCE_DIR}/src" SOURCES "${md4c_SOURCE_DIR}/src/md4c.c")
bytes_sanitize(md4c address undefined)

bytes_fetch(cli11 https://github.com/CLIUtils/CLI11.git v2.1.2)
bytes_third_party(cli11 INCLUDE "${cli11_SOURCE_DIR}/include")

if(NOT EMSCRIPTEN)
  # One header; no TLS and no compression, so it needs threads and nothing else.
  bytes_fetch(cpp-httplib https://github.com/yhirose/cpp-httplib.git v0.11.4)
  bytes_third_party(cpp-httplib INCLUDE "${cpp-httplib_SOURCE_DIR}")
  find_package(Threads REQUIRED)
  target_link_libraries(cpp-httplib INTERFACE Threads::Threads)
endif()

if(BYTES_TESTS)
  bytes_fetch(googletest https://github.com/google/googletest.git v1.12.1)
  bytes_third_party(googletest
    INCLUDE "${googletest_SOURCE_DIR}/googletest/include" "${googletest_SOURCE_DIR}/googlemock/include"
    SOURCES
      "${googletest_SOURCE_DIR}/googletest/src/gtest-all.cc"
      "${googletest_SOURCE_DIR}/googlemock/src/gmock-all.cc"
      "${googletest_SOURCE_DIR}/googlemock/src/gmock_main.cc")
  target_include_directories(googletest PRIVATE "${googletest_SOURCE_DIR}/googletest" "${googletest_SOURCE_DIR}/googlemock")
  bytes_engine_flags(googletest)
  find_package(Threads)
  target_link_libraries(googletest PUBLIC Threads::Threads)
endif()
