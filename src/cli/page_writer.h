// The HTML document around an outline.
#pragma once

#include <string>
#include <vector>

#include "outline/element.h"

namespace bytes::cli {

struct EngineFiles {
  // Addresses from the site's root; hashed names, so that a browser may keep them for ever.
  std::string style;
  std::string no_script_style;
  std::string player;
  std::string engine;
  std::string wasm;
  std::string icon;
};

struct DataBlock {
  std::string id;
  std::string json;  // Safe inside a script element: `<` is escaped.
};

struct Page {
  std::string title;
  std::string description;
  std::string language;
  std::string root;  // The site's root from this page, "" or "../../".
  outline::Element outline;
  std::vector<DataBlock> data;
  bool needs_engine = false;
};

// What every page allows: the site's own files, WebAssembly, and nothing inline.
std::string_view content_security_policy();

std::string write_page(const Page& page, const EngineFiles& files);

}  // namespace bytes::cli
