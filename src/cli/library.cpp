#include "cli/library.h"

#include <algorithm>
#include <functional>
#include <map>
#include <cstdint>
#include <system_error>

#include "cli/files.h"
#include "content/author/files.h"
#include "content/author/rules.h"
#include "content/byte_reader.h"
#include "content/author/translation.h"
#include "content/scenario_reader.h"

namespace bytes::cli {

namespace fs = std::filesystem;

namespace {

// `byte` of byte.es.json, `a` of a.es.json; empty for what belongs to no Byte by its name.
std::string_view owner_of(std::string_view name) {
  constexpr std::string_view kEnding = ".json";
  if (!name.ends_with(kEnding) || !content::scenario_name(name).empty()) return {};
  const std::string_view stem = name.substr(0, name.size() - kEnding.size());
  return stem.find('.') == stem.npos ? std::string_view() : stem.substr(0, stem.find('.'));
}

}  // namespace

std::vector<ByteFile> find_bytes(const fs::path& content) {
  std::vector<ByteFile> files;
  std::map<std::string, std::vector<std::string>, std::less<>> overlays;  // Of the files in `bytes/` itself.
  std::error_code problem;
  for (const fs::directory_entry& entry : fs::directory_iterator(content / "bytes", problem)) {
    const fs::path& path = entry.path();
    const std::string name = path.filename().string();
    if (name.starts_with(".")) continue;
    if (entry.is_directory(problem) && fs::exists(path / "byte.json", problem)) {
      ByteFile& file = files.emplace_back(byte_file_at(path));
      for (const fs::directory_entry& beside : fs::directory_iterator(path, problem)) {
        std::string its_name = beside.path().filename().string();
        if (owner_of(its_name) == "byte") file.overlays.push_back(std::move(its_name));
      }
    }
    if (!entry.is_regular_file(problem)) continue;
    if (const std::string_view owner = owner_of(name); !owner.empty()) overlays[std::string(owner)].push_back(name);
    const bool is_part = !content::scenario_name(name).empty() || !content::translation_language(name).empty();
    if (path.extension() == ".json" && !is_part) files.push_back(byte_file_at(path));
  }
  for (ByteFile& file : files) {
    const auto found = file.file.filename() != "byte.json" ? overlays.find(file.id) : overlays.end();
    if (found != overlays.end()) file.overlays = found->second;
    std::sort(file.overlays.begin(), file.overlays.end());
  }
  std::sort(files.begin(), files.end(), [](const ByteFile& a, const ByteFile& b) {
    return a.id != b.id ? a.id < b.id : a.file < b.file;
  });
  return files;
}

ByteFile byte_file_at(const fs::path& path) {
  std::error_code problem;
  const fs::path file = fs::is_directory(path, problem) ? path / "byte.json" : path;
  const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
  const bool is_shortcut = file.filename() != "byte.json";
  const fs::path place = fs::absolute(is_shortcut ? file.stem() : folder, problem).lexically_normal();
  return {file, folder, (place.has_filename() ? place : place.parent_path()).filename().string()};
}

std::optional<ByteFile> find_beside(const ByteFile& file, std::string_view id) {
  const bool is_shortcut = file.file.filename() != "byte.json";
  const fs::path bytes = is_shortcut ? file.folder : file.folder / "..";
  std::error_code problem;
  if (const fs::path path = bytes / id / "byte.json"; fs::is_regular_file(path, problem)) return byte_file_at(path);
  if (const fs::path path = bytes / (std::string(id) + ".json"); fs::is_regular_file(path, problem)) {
    return byte_file_at(path);
  }
  return std::nullopt;
}

Diagnostic unreadable(const fs::path& path, const Error& reason, std::string_view remedy) {
  Diagnostic diagnostic;
  diagnostic.file = path.string();
  diagnostic.message = reason.message;
  diagnostic.remedy = remedy;
  diagnostic.code = "file-unreadable";
  // The file is named before the message, and the remedy ends the sentence.
  std::string& message = diagnostic.message;
  if (message.starts_with(diagnostic.file + ' ')) message.erase(0, diagnostic.file.size() + 1);
  if (message.ends_with('.')) message.pop_back();
  return diagnostic;
}

namespace {

// Nothing, after a report, when it can't be read.
std::optional<std::string> text_of(const fs::path& path, std::string_view remedy, Diagnostics& diagnostics) {
  auto text = read_file(path);
  if (text.ok()) return std::move(*text);
  diagnostics.add(unreadable(path, text.error(), remedy));
  return std::nullopt;
}

// What can't be read is missing, and reported as such.
std::string read_if_there(const fs::path& path) {
  auto content = read_file(path);
  return content.ok() ? *content : std::string();
}

}  // namespace

content::ByteSurroundings surroundings_of(const ByteFile& file) {
  content::ByteSurroundings surroundings;
  surroundings.folder = file.id;
  surroundings.has_file = [folder = file.folder](std::string_view name) {
    std::error_code problem;
    return fs::is_regular_file(folder / fs::path(name), problem);
  };
  surroundings.read_file = [folder = file.folder](std::string_view name) {
    return read_if_there(folder / fs::path(name));
  };
  surroundings.file_size = [folder = file.folder](std::string_view name) {
    std::error_code problem;
    const std::uintmax_t size = fs::file_size(folder / fs::path(name), problem);
    return problem ? std::int64_t{0} : static_cast<std::int64_t>(size);
  };
  surroundings.has_byte = [&file](std::string_view id) { return find_beside(file, id).has_value(); };
  return surroundings;
}

std::optional<content::Byte> load_byte(const ByteFile& file, Diagnostics& diagnostics,
                                       std::vector<content::ProvenScenario>* proven) {
  const auto text = text_of(file.file, "give the path of a byte.json, or of a folder with one", diagnostics);
  if (!text) return std::nullopt;
  const content::ByteSurroundings surroundings = surroundings_of(file);
  auto byte = content::check_byte(*text, file.file.string(), surroundings, diagnostics, proven);
  if (byte) content::fill_in_files(*byte, surroundings.read_file);
  return byte;
}

void check_scenario_file(const fs::path& path, Diagnostics& diagnostics, std::vector<content::ProvenScenario>& proven) {
  const auto text = text_of(path, "give the path of a <name>.scenario.json", diagnostics);
  if (!text) return;
  const ByteFile file = byte_file_at(path);
  content::check_scenario(*text, path.string(), surroundings_of(file), diagnostics, &proven);
}

}  // namespace bytes::cli
