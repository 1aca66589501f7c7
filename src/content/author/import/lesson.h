// A lesson on its way: what an importer puts together, and the JSON that comes of it.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/rich_text.h"
#include "content/author/import/report.h"
#include "content/json.h"

namespace bytes::content {

// More is not read: a lesson of five minutes is a hundredth of it.
inline constexpr std::size_t kLargestImport = 1u << 20;

struct ImportOptions {
  std::string_view file;  // As the author names it; an id and, if need be, a title are made of it.
  std::string_view id;    // Empty: made from the file's own words, or its name.
  // Whether there is a picture of that name beside the file. Empty: not known, and not checked.
  std::function<bool(std::string_view name)> has_file = {};
};

struct Imported {
  std::string id;
  std::string json;                   // A whole byte.json; empty when nothing could be made (always with an error).
  std::vector<std::string> pictures;  // The files that it names, each once.
  int sections = 0;
  int questions = 0;  // Those that are graded.

  bool ok() const { return !json.empty(); }
};

struct LessonSection {
  std::string id;
  RichText title;  // May be empty.
  std::vector<JsonValue> blocks;
};

struct Lesson {
  std::string id;
  std::string title;
  std::string summary;
  std::string objective;
  std::string language;
  int minutes = 0;
  std::string level;
  std::vector<std::string> topics;
  std::vector<std::string> skills;
  std::string author;
  std::string license;
  std::vector<LessonSection> sections;
  std::vector<std::string> pictures;
};

// The file's text as the importers read it: a byte-order mark and control characters become spaces, so that all stays
// where it was; lines end with `\n`, which may have a `\r` before it. False, after a report, when it is too large or
// not UTF-8.
bool prepare(std::string_view file, std::string& text, Report& report);

// `Mentors & sponsors` for `lessons/mentors_&_sponsors.gift`; `Trust` for `trust/README.md`, whose own name says
// nothing.
std::string title_from_file(std::string_view file);

// A block with its type.
JsonValue make_block(std::string_view type);
JsonValue make_text_block(const RichText& text);

// Writes the lesson, and reads it as `byte check` will: what the reader refuses is never handed out. Says at last what
// is left to say.
Imported finish(const Lesson& lesson, Report& report);

}  // namespace bytes::content
