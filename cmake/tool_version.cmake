# Writes OUTPUT, a C++ file whose tool_version() is a hash of FILES, a list: cmake -DFILES=<list> -DOUTPUT=<file> -P this
set(hashes "")
foreach(file IN LISTS FILES)
  file(SHA256 "${file}" hash)
  string(APPEND hashes "${hash}\n")
endforeach()
string(SHA256 version "${hashes}")
string(SUBSTRING "${version}" 0 16 version)
file(CONFIGURE OUTPUT "${OUTPUT}" CONTENT [[
#include "cli/tool_version.h"

namespace bytes::cli {

std::string_view tool_version() { return "@version@"; }

}  // namespace bytes::cli
]] @ONLY)
