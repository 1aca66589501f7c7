// A module of the page as one classic script, for pages that are opened from a disk: fetch, module scripts and service workers
// read nothing there, and a classic script runs.
#pragma once

#include <string>
#include <string_view>

namespace bytes::site {

// `script`: the module's own. `provider`: what the page's bundler made of web/local.js. `packed`: the module by LZMA.
// `function`: the global function of `script` that makes the module.
std::string local_module(std::string_view script, std::string_view provider, std::string_view packed,
                         std::string_view function);

}  // namespace bytes::site
