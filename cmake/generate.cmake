# bytes_generate(<name> SCRIPT <script> INPUT <file> OUTPUTS <file>...): files that are written from a JSON file, so that
# C++ and the page's scripts and styles say the same thing. SCRIPT is a CMake script of cmake/, called as
#   cmake -DINPUT=<file> -DOUTPUT_DIR=<build>/generated -P <script>
# which writes each of OUTPUTS below OUTPUT_DIR, a folder on the include path of every layer.
# A layer that includes one says so: add_dependencies(bytes_outline <name>). An output that ends in .css becomes part of
# the page's style sheet, before web/style.css.
function(bytes_generate name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "SCRIPT;INPUT" "OUTPUTS")
  set(folder "${PROJECT_BINARY_DIR}/generated")
  list(TRANSFORM arg_OUTPUTS PREPEND "${folder}/" OUTPUT_VARIABLE outputs)
  add_custom_command(
    OUTPUT ${outputs}
    COMMAND "${CMAKE_COMMAND}" "-DINPUT=${PROJECT_SOURCE_DIR}/${arg_INPUT}" "-DOUTPUT_DIR=${folder}"
      -P "${PROJECT_SOURCE_DIR}/cmake/${arg_SCRIPT}"
    DEPENDS "${PROJECT_SOURCE_DIR}/${arg_INPUT}" "${PROJECT_SOURCE_DIR}/cmake/${arg_SCRIPT}"
    COMMENT "Writing what follows from ${arg_INPUT}"
    VERBATIM)
  add_custom_target(${name} ALL DEPENDS ${outputs})
  set_property(GLOBAL APPEND PROPERTY BYTES_GENERATORS ${name})
  list(FILTER outputs INCLUDE REGEX "\\.css$")
  set_property(GLOBAL APPEND PROPERTY BYTES_GENERATED_STYLES ${outputs})
endfunction()
