// The HTML document around an outline.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "outline/element.h"

namespace bytes::cli {

struct EngineFiles {
  // Addresses from the site's root; hashed names, so that a browser may keep them for ever.
  std::string style;
  std::string no_script_style;
  std::string early;
  std::string player;
  std::string engine;
  std::string wasm;
  std::string icon;
};

struct DataBlock {
  std::string id;
  std::string json;  // Safe inside a script element: `<` is escaped.
};

// The same page in a language: itself too.
struct Alternate {
  std::string language;
  std::string href;
};

struct Page {
  std::string title;
  std::string description;
  std::string language;
  std::string root;  // The site's root from this page, "" or "../../".
  std::vector<Alternate> alternates;  // None if there is only this one.
  outline::Element outline;
  std::vector<DataBlock> data;
  bool needs_engine = false;
  bool has_media = false;          // Films or sounds.
  std::set<std::string> embedded;  // The hosts whose pages it may show inside itself.
};

// What the page allows: the site's own files, WebAssembly, nothing inline, and of other sites exactly what it embeds.
std::string content_security_policy(const Page& page);

std::string write_page(const Page& page, const EngineFiles& files);

}  // namespace bytes::cli
