// What holds of every lesson that was made of another file.
#pragma once

#include "content/author/import/lesson.h"
#include "content/author/rules.h"
#include "tests/fuzz/fuzz.h"

namespace bytes::fuzz {

// `import` is import_gift or import_markdown; `file` the name that its ending is right for.
template <class Import>
void expect_sound_import(Import import, std::string_view file, std::string_view input) {
  Diagnostics remarks;
  const content::Imported made = import(input, content::ImportOptions{.file = file, .id = {}, .has_file = {}}, remarks);
  expect_of_use(remarks, file, input);
  if (!made.ok()) return expect(remarks.has_errors(), "no lesson, and nobody says why");
  Diagnostics problems;
  content::ByteSurroundings around;
  around.folder = made.id;
  const auto byte = content::check_byte(made.json, "byte.json", around, problems);
  for (const Diagnostic& problem : problems.all()) {
    expect(problem.severity != Severity::kError, "the lesson that was made has errors: " + to_text(problem));
  }
  expect(byte && byte->id == made.id, "the lesson has another id");
  Diagnostics again;
  const content::Imported second =
      import(input, content::ImportOptions{.file = file, .id = {}, .has_file = {}}, again);
  expect(second.json == made.json, "made twice, a lesson differs");
}

}  // namespace bytes::fuzz
