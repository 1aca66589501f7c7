# Script mode: the files below src/cli/templates -> cli/templates.cpp, so that the tool is one file.
#   cmake -DFOLDER=<src/cli/templates> "-DFILES=<name>/<file>;…" -DOUTPUT=<templates.cpp> -P generate_templates.cmake
set(rows "")
foreach(file IN LISTS FILES)
  file(READ "${FOLDER}/${file}" text)
  get_filename_component(template "${file}" DIRECTORY)
  get_filename_component(name "${file}" NAME)
  string(APPEND rows "    {\"${template}\", \"${name}\", R\"template(${text})template\"},\n")
endforeach()

file(CONFIGURE OUTPUT "${OUTPUT}" @ONLY CONTENT [[
// Made from src/cli/templates by cmake/generate_templates.cmake.
#include "cli/templates.h"

namespace bytes::cli {
namespace {

constexpr TemplateFile kFiles[] = {
@rows@};

}  // namespace

std::span<const TemplateFile> template_files() { return kFiles; }

}  // namespace bytes::cli
]])
