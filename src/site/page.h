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
  std::string further;        // The engine with the vocabulary that most lessons do without: content::uses_further.
  std::string further_wasm;
  std::string further_style;
  std::string icon;
  std::string maskable_icon;  // With room around it, for systems that cut icons into a shape.
  std::string keep;           // Keeps what is open for the time without a network.
  std::string offline;        // The script of offline.html, and its style.
  std::string offline_style;
  std::string roadmap;        // The same of a roadmap's page.
  std::string roadmap_style;
  std::string answer_file;    // Writes and reads answers as a file.
  // For authors, and the catalogue.
  std::string library;
  std::string drop;
  std::string play;
  std::string play_style;
  std::string author;
  std::string author_wasm;
  // For pages that are opened from a disk.
  std::string engine_local;
  std::string further_local;
  std::string author_local;
};

// On which of learners' devices a file is kept.
enum class KeptWith {
  kAnyLesson,
  kFurtherLessons,  // Those that content::uses_further.
  kNone,            // It is for authors, or for pages that are opened from a disk.
};

// What each is called where the engine was built.
struct EngineFile {
  std::string_view name;
  std::string EngineFiles::* address;
  KeptWith kept_with = KeptWith::kAnyLesson;
};
inline constexpr EngineFile kEngineFiles[] = {
    {"style.css", &EngineFiles::style},
    {"no-script.css", &EngineFiles::no_script_style},
    {"early.js", &EngineFiles::early},
    {"player.js", &EngineFiles::player},
    {"engine.js", &EngineFiles::engine},
    {"engine.wasm", &EngineFiles::wasm},
    {"further.css", &EngineFiles::further_style, KeptWith::kFurtherLessons},
    {"further.js", &EngineFiles::further, KeptWith::kFurtherLessons},
    {"further.wasm", &EngineFiles::further_wasm, KeptWith::kFurtherLessons},
    {"icon.svg", &EngineFiles::icon},
    {"icon-maskable.svg", &EngineFiles::maskable_icon},
    {"keep.js", &EngineFiles::keep},
    {"offline.js", &EngineFiles::offline},
    {"answer_file.js", &EngineFiles::answer_file},
    {"offline.css", &EngineFiles::offline_style},
    {"roadmap.js", &EngineFiles::roadmap},
    {"roadmap.css", &EngineFiles::roadmap_style},
    {"library.js", &EngineFiles::library},
    {"drop.js", &EngineFiles::drop, KeptWith::kNone},
    {"play.js", &EngineFiles::play, KeptWith::kNone},
    {"play.css", &EngineFiles::play_style, KeptWith::kNone},
    {"author.js", &EngineFiles::author, KeptWith::kNone},
    {"author.wasm", &EngineFiles::author_wasm, KeptWith::kNone}};

// A script and its WebAssembly as one script, which the build puts together (site/local_module.h).
struct LocalModule {
  std::string_view name;
  std::string_view script;    // What each is called where the engine was built.
  std::string_view packed;
  std::string_view function;  // The global one that makes the module.
  std::string EngineFiles::* address;
};
inline constexpr LocalModule kLocalModules[] = {
    {"engine-local.js", "engine.js", "engine.wasm.lzma", "createByteEngine", &EngineFiles::engine_local},
    {"further-local.js", "further.js", "further.wasm.lzma", "createByteEngine", &EngineFiles::further_local},
    {"author-local.js", "author.js", "author.wasm.lzma", "createAuthorTool", &EngineFiles::author_local}};

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
  kRoadmap,  // Shows how far somebody is in a roadmap.
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
  bool uses_further = false;       // The lesson in it needs the larger engine.
  bool has_media = false;          // Films or sounds.
  std::set<std::string> embedded;  // The hosts whose pages it may show inside itself.
};

// What the page allows: the site's own files, WebAssembly, nothing inline, and of other sites exactly what it embeds.
std::string content_security_policy(const Page& page);

std::string write_page(const Page& page, const EngineFiles& files);

}  // namespace bytes::site
