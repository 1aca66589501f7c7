#include "content/author/workshop.h"

#include <utility>

#include "content/author/files.h"
#include "content/author/import/gift.h"
#include "content/author/import/markdown.h"
#include "content/author/playable.h"
#include "content/author/proof_words.h"
#include "content/author/rules.h"

namespace bytes::content {

void Workshop::add_file(std::string name, std::optional<std::string> content) {
  files_.insert_or_assign(std::move(name), std::move(content));
}

Workshop::ImportedFile Workshop::import(std::string_view name) {
  ImportedFile made;
  const auto found = files_.find(name);
  if (found == files_.end() || !found->second) return made;
  const std::string text = *found->second;
  const ImportOptions options = {.file = name, .id = {}, .has_file = [&](std::string_view wanted) {
                                   const auto file = files_.find(wanted);
                                   return file != files_.end() && file->second.has_value();
                                 }};
  const bool is_markdown = name.ends_with(".md") || name.ends_with(".markdown");
  Imported imported = is_markdown ? import_markdown(text, options, made.remarks)
                                  : import_gift(text, options, made.remarks);
  if (!imported.ok()) return made;
  made.name = imported.id + ".json";
  add_file(made.name, std::move(imported.json));
  return made;
}

const std::string* Workshop::text_of(std::string_view name) const {
  const auto found = files_.find(name);
  return found != files_.end() && found->second ? &*found->second : nullptr;
}

Workshop::Checked Workshop::check(std::string_view name, std::string_view folder) const {
  Checked checked;
  // What nothing is known about counts as there, and empty, until it is.
  const auto find = [&](std::string_view wanted) -> const std::optional<std::string>* {
    const auto found = files_.find(wanted);
    if (found != files_.end()) return &found->second;
    checked.wanted.insert(std::string(wanted));
    return nullptr;
  };
  ByteSurroundings surroundings;
  surroundings.folder = folder;
  surroundings.has_file = [&](std::string_view wanted) {
    const auto* file = find(wanted);
    return !file || file->has_value();
  };
  surroundings.read_file = [&](std::string_view wanted) {
    const auto* file = find(wanted);
    return file ? file->value_or("") : std::string();
  };

  const auto text = files_.find(name);
  if (text == files_.end() || !text->second) {
    checked.wanted.insert(std::string(name));
    return checked;
  }
  std::vector<ProvenScenario> proven;
  auto byte = check_byte(*text->second, name, surroundings, checked.problems, &proven);
  for (const ProvenScenario& scenario : proven) {
    checked.scenarios.push_back(summary_of(scenario.scenario, scenario.proof));
  }
  if (!byte || checked.problems.has_errors()) return checked;
  fill_in_files(*byte, surroundings.read_file);
  checked.playable = write_playable(*byte);
  return checked;
}

}  // namespace bytes::content
