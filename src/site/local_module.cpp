#include "site/local_module.h"

#include "base/base64.h"

namespace bytes::site {

std::string local_module(std::string_view script, std::string_view provider, std::string_view packed,
                         std::string_view function) {
  std::string text(script);
  ((text += '\n') += provider) += "\nprovideByteModule(\"";
  ((text += function) += "\",\"") += to_base64(packed);
  return text + "\");\n";
}

}  // namespace bytes::site
