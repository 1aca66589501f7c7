#include "content/author/problems_json.h"

#include "content/author/excerpt.h"

namespace bytes::content {
namespace {

constexpr std::string_view kSeverities[] = {"error", "warning", "note"};

void write_problem(const Diagnostic& problem, const SourceOf& source_of, JsonWriter& json) {
  const std::string* source = problem.position.line > 0 ? source_of(problem.file) : nullptr;
  const Excerpt excerpt = source ? excerpt_at(*source, problem.position) : Excerpt();
  const auto text = [&](std::string_view key, std::string_view words) {
    json.key(key);
    json.string(words);
  };
  const auto number = [&](std::string_view key, int value) {
    json.key(key);
    json.integer(value);
  };
  json.begin_object();
  text("file", problem.file);
  number("line", problem.position.line);
  number("column", problem.position.column);
  text("path", problem.path);
  text("severity", kSeverities[static_cast<std::size_t>(problem.severity)]);
  text("code", problem.code);
  text("message", problem.message);
  text("remedy", problem.remedy);
  text("excerpt", excerpt.line);
  number("caret", excerpt.caret);
  text("pointer", excerpt.line.empty() ? "" : caret_line(excerpt));
  json.end_object();
}

}  // namespace

void write_problems(const Diagnostics& problems, const SourceOf& source_of, JsonWriter& json) {
  json.begin_array();
  for (const Diagnostic& problem : problems.all()) write_problem(problem, source_of, json);
  json.end_array();
}

}  // namespace bytes::content
