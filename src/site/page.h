// The HTML document around an outline.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "outline/element.h"

namespace bytes::site {

// Addresses from the site's root; hashed names, so that a browser may keep them for ever.
struct EngineFiles {
  std::string style;
  std::string no_script_style;
  std::string early;
  std::string player;
  std::string engine;
  std::string wasm;
  std::string icon;
  std::string maskable_icon;  // With room around it, for systems that cut icons into a shape.
  std::string keep;           // Keeps what is open for the time without a network.
  std::string offline;        // The script of offline.html, and its style.
  std::string offline_style;
  // For authors, and the catalogue.
  std::string library;
  std::string drop;
  std::string play;
  std::string play_style;
  std::string author;
  std::string author_wasm;
};

// What each is called where the engine was built.
struct EngineFile {
  std::string_view name;
  std::string EngineFiles::* address;
  bool is_for_authors = false;  // No learner's page needs it.
};
inline constexpr EngineFile kEngineFiles[] = {
    {"style.css", &EngineFiles::style},
    {"no-script.css", &EngineFiles::no_script_style},
    {"early.js", &EngineFiles::early},
    {"player.js", &EngineFiles::player},
    {"engine.js", &EngineFiles::engine},
    {"engine.wasm", &EngineFiles::wasm},
    {"icon.svg", &EngineFiles::icon},
    {"icon-maskable.svg", &EngineFiles::maskable_icon},
    {"keep.js", &EngineFiles::keep},
    {"offline.js", &EngineFiles::offline},
    {"offline.css", &EngineFiles::offline_style},
    {"library.js", &EngineFiles::library},
    {"drop.js", &EngineFiles::drop, true},
    {"play.js", &EngineFiles::play, true},
    {"play.css", &EngineFiles::play_style, true},
    {"author.js", &EngineFiles::author, true},
    {"author.wasm", &EngineFiles::author_wasm, true}};

struct DataBlock {
  std::string id;    // Empty: nobody in the page asks for it.
  std::string json;  // Safe inside a script element: `<` is escaped.
  std::string_view type = "application/json";
};

// The same page in a language: itself too.
struct Alternate {
  std::string language;
  std::string href;
};

enum class PageScript {
  kPlayer,   // Plays the lesson that is in the page.
  kPlay,     // Plays an author's own file.
  kNone,     // Is only read.
  kLibrary,  // Lists what catalogue.json names and no build has written.
  kOffline,  // Keeps lessons on the device.
};

struct Page {
  std::string title;
  std::string description;
  std::string language;
  std::string root;  // The site's root from this page, "" or "../../".
  std::string shared_head;  // site/metadata.h.
  std::vector<Alternate> alternates;  // None if there is only this one.
  outline::Element outline;
  std::vector<DataBlock> data;
  PageScript script = PageScript::kLibrary;
  std::vector<std::pair<std::string, std::string>> script_data;  // `data-` attributes for it: name without `data-`, words.
  bool has_media = false;          // Films or sounds.
  std::set<std::string> embedded;  // The hosts whose pages it may show inside itself.
};

// What the page allows: the site's own files, WebAssembly, nothing inline, and of other sites exactly what it embeds.
std::string content_security_policy(const Page& page);

std::string write_page(const Page& page, const EngineFiles& files);

}  // namespace bytes::site
