// What `byte new` begins a lesson with: the files of src/cli/templates, which are compiled in.
#pragma once

#include <span>
#include <string_view>

namespace bytes::cli {

struct TemplateFile {
  std::string_view template_name;
  std::string_view name;  // `byte.json`, or another that belongs beside it.
  std::string_view text;  // `@id@`, `@title@` and `@language@` stand for what the author says.
};

// Ordered by template.
std::span<const TemplateFile> template_files();

}  // namespace bytes::cli
