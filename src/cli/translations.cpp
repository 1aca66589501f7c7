#include "cli/translations.h"

#include <algorithm>
#include <string>
#include <system_error>
#include <utility>

#include "cli/files.h"
#include "content/author/explain.h"
#include "content/author/files.h"
#include "content/author/language_name.h"
#include "content/author/translation.h"
#include "content/codes.h"

namespace bytes::cli {

namespace fs = std::filesystem;

namespace {

// `byte` or the id: what the names of a Byte's files begin with.
std::string stem_of(const ByteFile& file) { return file.file.stem().string(); }

fs::path source_of(const fs::path& translation) {
  const std::string name = translation.filename().string();
  return translation.parent_path() / (name.substr(0, name.find('.')) + ".json");
}

// The translated Byte, as far as the file could be understood; nothing, after a report, when it can't be read.
std::optional<content::TranslatedByte> load_translation(const fs::path& path, const ByteFile& file,
                                                        const content::Byte& byte, Diagnostics& diagnostics) {
  const auto text = read_file(path);
  if (text.ok()) {
    return content::check_translation(*text, path.string(), byte, surroundings_of(file), diagnostics);
  }
  diagnostics.add(unreadable(path, text.error(), "let everybody read it, or take it away"));
  return std::nullopt;
}

TranslationCount count_of(const content::TranslatedByte& translated) {
  const content::TranslationReport& report = translated.report;
  return {translated.byte.language, report.strings, static_cast<int>(report.missing.size()),
          static_cast<int>(report.stale.size())};
}

}  // namespace

fs::path translation_path(const ByteFile& file, std::string_view language) {
  return file.folder / (stem_of(file) + '.' + std::string(language) + ".json");
}

std::vector<fs::path> find_translations(const ByteFile& file) {
  std::vector<fs::path> found;
  std::error_code problem;
  for (const fs::directory_entry& entry : fs::directory_iterator(file.folder, problem)) {
    const std::string name = entry.path().filename().string();
    const bool is_its_own = name.starts_with(stem_of(file) + '.') && !content::translation_language(name).empty();
    // In the spelling of the Byte's own file.
    if (is_its_own && entry.is_regular_file(problem)) found.push_back(file.file.parent_path() / name);
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::vector<fs::path> find_stray_translations(const fs::path& content) {
  std::vector<fs::path> found;
  std::error_code problem;
  const auto look_into = [&](const fs::path& folder, bool is_of_one) {
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, problem)) {
      const std::string name = entry.path().filename().string();
      const bool is_translation = !name.starts_with(".") && !content::translation_language(name).empty();
      if (!is_translation || (is_of_one && !name.starts_with("byte."))) continue;
      if (!fs::exists(source_of(entry.path()), problem)) found.push_back(entry.path());
    }
  };
  look_into(content / "bytes", false);
  for (const fs::directory_entry& entry : fs::directory_iterator(content / "bytes", problem)) {
    if (entry.is_directory(problem)) look_into(entry.path(), true);
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::vector<TranslationCount> check_translations(const ByteFile& file, const content::Byte& byte,
                                                 Diagnostics& diagnostics) {
  std::vector<TranslationCount> counts;
  for (const fs::path& path : find_translations(file)) {
    if (const auto translated = load_translation(path, file, byte, diagnostics)) counts.push_back(count_of(*translated));
  }
  return counts;
}

void check_translation_file(const fs::path& path, Diagnostics& diagnostics) {
  const fs::path source = source_of(path);
  std::error_code problem;
  if (!fs::exists(source, problem)) {
    Diagnostic stray;
    stray.file = path.string();
    stray.code = content::codes::kTranslationWithoutByte;
    stray.details = {source.filename().string()};
    Diagnostics one;
    one.add(std::move(stray));
    diagnostics.add_all(content::explained(one, {}));
    return;
  }
  const ByteFile file = byte_file_at(source);
  Diagnostics of_byte;
  const auto byte = load_byte(file, of_byte);
  // What can be said about a translation depends on what it translates.
  if (!byte || of_byte.has_errors()) return diagnostics.add_all(of_byte);
  load_translation(path, file, *byte, diagnostics);
}

std::string page_name(const content::Byte& source, std::string_view language) {
  return language == source.language ? "index.html" : "index." + std::string(language) + ".html";
}

std::vector<content::Byte> load_editions(const ByteFile& file, content::Byte byte, Diagnostics& diagnostics,
                                         std::vector<TranslationCount>& counts) {
  std::vector<content::Edition> all = {{byte.language, content::language_name(byte.language), "index.html"}};
  std::vector<content::Byte> bytes;
  for (const fs::path& path : find_translations(file)) {
    Diagnostics found;
    auto translated = load_translation(path, file, byte, found);
    diagnostics.add_all(found);
    if (!translated || found.has_errors()) continue;
    counts.push_back(count_of(*translated));
    content::Byte& edition = translated->byte;
    content::fill_in_files(edition, surroundings_of(file).read_file);
    all.push_back({edition.language, translated->language_name, page_name(byte, edition.language)});
    bytes.push_back(std::move(edition));
  }
  bytes.insert(bytes.begin(), std::move(byte));
  for (content::Byte& edition : bytes) {
    edition.editions.clear();
    for (const content::Edition& other : all) {
      if (other.language != edition.language) edition.editions.push_back(other);
    }
  }
  return bytes;
}

std::vector<content::Byte> read_editions(const ByteFile& file, const content::Byte& byte) {
  std::vector<content::Byte> bytes = {byte};
  for (const fs::path& path : find_translations(file)) {
    Diagnostics found;
    auto translated = load_translation(path, file, byte, found);
    if (translated && !found.has_errors()) bytes.push_back(std::move(translated->byte));
  }
  return bytes;
}

}  // namespace bytes::cli
