// What `byte build` knows of its last run, so that it does again only what has changed.
//
// It lies beside the site and not in it, as `<out>.state.jsonl`: a line of JSON for the run, and one for each Byte. It is
// a note and no source: when it is lost, old or spoilt, everything is built anew.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostics.h"
#include "cli/files.h"
#include "cli/translation_counts.h"
#include "content/catalogue.h"
#include "site/offline_files.h"

namespace bytes::cli {

using BuiltFiles = std::map<std::string, FileStamp>;  // By name.

// What one Byte's pages were made of, and what came of it.
struct BuiltByte {
  std::string id;
  std::string file;                    // Its own, seen from `bytes/`, as are all of these.
  std::vector<std::string> overlays;   // What may belong to it by its name, read or not.
  BuiltFiles inputs;                   // Its own among them. Empty: it has to be built anew in any case.
  // What its pages say of other Bytes (ByteHead::spelt), by id. Empty: nothing was known of that one.
  std::map<std::string, std::string> next;
  std::map<std::string, std::string> roadmaps;  // What its pages say of those that it is in, by id.
  BuiltFiles outputs;                  // Seen from its folder in the site.
  bool is_listed = true;
  std::vector<content::CatalogueEntry> entries;  // In each language, as it was written first.
  std::vector<TranslationCount> translations;
  site::ListedByte listed;             // As the site's list of files names it.
  Diagnostics remarks;                 // Warnings and notes.
};

class BuildState {
 public:
  // Nothing is known when there is no such file, or none that can be understood.
  static BuildState read(const std::filesystem::path& path);

  // What the run as a whole went by. Empty: not known.
  const std::string& key() const { return key_; }
  // What was written that is no Byte's and is not in every site, seen from the site's root.
  const BuiltFiles& site_files() const { return site_files_; }
  // The text of a roadmap as it was when it last had no errors; empty: there was none.
  std::string_view roadmap(std::string_view id) const;
  // What is known of a Byte. Nothing when its line can't be understood.
  std::optional<BuiltByte> find(std::string_view id) const;
  // In the order of their ids.
  std::vector<std::string> ids() const;

 private:
  std::string text_;
  std::string key_;
  BuiltFiles site_files_;
  std::map<std::string, std::string, std::less<>> roadmaps_;
  std::map<std::string, std::pair<std::size_t, std::size_t>, std::less<>> lines_;  // Where in text_: start and length.
};

// Writes the file, a Byte after the other.
class BuildStateWriter {
 public:
  explicit BuildStateWriter(std::string_view key) : key_(key) {}

  void add(const BuiltByte& byte);
  void add_roadmap(const std::string& id, const std::string& text) { roadmaps_[id] = text; }
  std::string text(const BuiltFiles& site_files) const;

 private:
  std::string key_;
  std::string lines_;
  std::map<std::string, std::string, std::less<>> roadmaps_;
};

}  // namespace bytes::cli
