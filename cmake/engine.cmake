# How emcc links the wasm module that a learner downloads, and the tests' modules.

set(BYTES_ASSETS_DIR "${PROJECT_BINARY_DIR}/assets")

# Settings are explained in Emscripten's src/settings.js. No eval (the page's policy forbids it), no file system,
# WebGL2 or nothing, and a start memory of 4 MiB rather than 16. The GL_ ones leave out help that we don't use: extensions
# switched on by themselves (WebGL2 needs none), a record of errors, work-arounds for browsers without WebGL2; 0.4 KB.
# JS_MATH takes sines and powers from the browser instead of a C library: 4.6 KB; none of them decides more than where
# paint goes. TEXTDECODER=2 leaves out a decoder for browsers that have none.
# MINIMAL_RUNTIME would save another 0.7 KB of 102; it is left out, since what it exports differs from version to version.
set(bytes_module_settings
  -sMODULARIZE=1
  -sENVIRONMENT=web
  -sFILESYSTEM=0
  -sDYNAMIC_EXECUTION=0
  -sINITIAL_MEMORY=4194304
  -sALLOW_MEMORY_GROWTH=1
  -sMALLOC=emmalloc
  -sTEXTDECODER=2)
set(bytes_engine_settings
  -sEXPORT_NAME=createByteEngine
  -sMIN_WEBGL_VERSION=2
  -sMAX_WEBGL_VERSION=2
  -sJS_MATH=1
  -sGL_SUPPORT_AUTOMATIC_ENABLE_EXTENSIONS=0
  -sGL_TRACK_ERRORS=0
  -sGL_POOL_TEMP_BUFFERS=0
  -sGL_WORKAROUND_SAFARI_GETCONTEXT_BUG=0
  -sINCOMING_MODULE_JS_API=[instantiateWasm,locateFile,wasmBinary,canvas])

# What emcc's link step runs needs two words of help when emcc is Debian's 3.1.6: Debian keeps the JavaScript packages
# where only Debian's node looks for them, and its closure compiler is too old for `-Oz --closure 1`. A newer emcc
# brings both.
set(bytes_link_variables)
if(EXISTS /usr/share/nodejs)
  list(APPEND bytes_link_variables "NODE_PATH=/usr/share/nodejs")
endif()
if(EMSCRIPTEN AND EMSCRIPTEN_VERSION VERSION_LESS 3.1.40)
  list(APPEND bytes_module_settings -sTOTAL_STACK=262144)
  list(APPEND bytes_link_variables
    "EM_CLOSURE_COMPILER=${PROJECT_SOURCE_DIR}/web/node_modules/.bin/google-closure-compiler")
else()
  list(APPEND bytes_module_settings -sSTACK_SIZE=262144 -sEXPORTED_RUNTIME_METHODS=[HEAPU8,HEAP32,HEAPF32])
endif()

# bytes_link_environment(<target>): lets emcc link it.
function(bytes_link_environment target)
  set_target_properties(${target} PROPERTIES CXX_LINKER_LAUNCHER "${CMAKE_COMMAND};-E;env;${bytes_link_variables}")
endfunction()

# bytes_pack(<target> <file>...): files in build/web/assets that <target> makes, packed beside them as <file>.lzma, for a page
# that no host compresses. What unpacks them, web/unpack.js, reads these settings only.
function(bytes_pack target)
  add_custom_command(TARGET ${target} POST_BUILD
    COMMAND xz --keep --force --format=lzma --lzma1=preset=9e,lc=4,lp=0,pb=0 ${ARGN}
    WORKING_DIRECTORY "${BYTES_ASSETS_DIR}"
    COMMENT "Packing ${ARGN}"
    VERBATIM)
endfunction()

# bytes_link_module(<target> EXPORTS <file> [LIBRARY <file>] SETTINGS <option>...): how a wasm module of the page is linked.
# EXPORTS names the C functions that the page's scripts call, one a line, each with a leading underscore.
# LIBRARY is a script that the module calls (emcc's --js-library).
function(bytes_link_module target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "EXPORTS;LIBRARY" "SETTINGS")
  set(exports_file "${CMAKE_CURRENT_SOURCE_DIR}/${arg_EXPORTS}")
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${exports_file}")
  file(STRINGS "${exports_file}" exports REGEX "^_")
  list(JOIN exports "," exports)

  target_link_options(${target} PRIVATE
    --no-entry --closure 1 ${bytes_module_settings} ${arg_SETTINGS} "-sEXPORTED_FUNCTIONS=[${exports}]")
  if(arg_LIBRARY)
    target_link_options(${target} PRIVATE "SHELL:--js-library \"${CMAKE_CURRENT_SOURCE_DIR}/${arg_LIBRARY}\"")
    set_property(TARGET ${target} APPEND PROPERTY LINK_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/${arg_LIBRARY}")
  endif()
  set_target_properties(${target} PROPERTIES
    RUNTIME_OUTPUT_DIRECTORY "${BYTES_ASSETS_DIR}")
  bytes_link_environment(${target})
endfunction()
