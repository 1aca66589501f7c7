#include "content/author/import/lesson.h"

#include <algorithm>
#include <utility>

#include "content/author/explain.h"
#include "content/author/import/author_json.h"
#include "content/author/import/marks.h"
#include "content/author/markup.h"
#include "content/byte_reader.h"

namespace bytes::content {
namespace {

// The length of the UTF-8 character at the start of `text` (Unicode 15, table 3-7); 0 when it is none.
std::size_t character_length(std::string_view text) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
  const auto goes_on = [&](std::size_t i) { return (byte(i) & 0xc0) == 0x80; };
  const unsigned first = byte(0);
  if (first < 0x80) return 1;
  if (first >= 0xc2 && first <= 0xdf) return goes_on(1) ? 2 : 0;
  if (first >= 0xe0 && first <= 0xef) {
    if (first == 0xe0 && byte(1) < 0xa0) return 0;
    if (first == 0xed && byte(1) > 0x9f) return 0;
    return goes_on(1) && goes_on(2) ? 3 : 0;
  }
  if (first >= 0xf0 && first <= 0xf4) {
    if (first == 0xf0 && byte(1) < 0x90) return 0;
    if (first == 0xf4 && byte(1) > 0x8f) return 0;
    return goes_on(1) && goes_on(2) && goes_on(3) ? 4 : 0;
  }
  return 0;
}

JsonValue strings(const std::vector<std::string>& words) {
  JsonValue list = json_list();
  for (const std::string& word : words) list.items.push_back(json_letters(word));
  return list;
}

void put_letters(JsonValue& object, std::string_view name, const std::string& letters) {
  if (!letters.empty()) put(object, name, json_letters(letters));
}

JsonValue json_of(const Lesson& lesson) {
  JsonValue root = json_object();
  put(root, "format", json_integer(1));
  put(root, "id", json_string(lesson.id));
  put(root, "title", json_letters(lesson.title));
  put_letters(root, "summary", lesson.summary);
  put_letters(root, "objective", lesson.objective);
  put(root, "language", json_string(lesson.language));
  if (lesson.minutes > 0) put(root, "minutes", json_integer(lesson.minutes));
  if (!lesson.level.empty()) put(root, "level", json_string(lesson.level));
  if (!lesson.topics.empty()) put(root, "topics", strings(lesson.topics));
  if (!lesson.skills.empty()) put(root, "skills", strings(lesson.skills));
  if (!lesson.author.empty()) {
    JsonValue author = json_object();
    put(author, "name", json_letters(lesson.author));
    put(root, "author", std::move(author));
  }
  put_letters(root, "license", lesson.license);
  JsonValue sections = json_list();
  for (const LessonSection& section : lesson.sections) {
    JsonValue one = json_object();
    put(one, "id", json_string(section.id));
    if (!section.title.empty()) put(one, "title", json_text(section.title));
    put(one, "blocks", json_list(section.blocks));
    sections.items.push_back(std::move(one));
  }
  put(root, "sections", std::move(sections));
  return root;
}

}  // namespace

bool prepare(std::string_view file, std::string& text, Report& report) {
  if (file.size() > kLargestImport) {
    report.add_for_file(codes::kImportTooBig,
                        {std::to_string(file.size() / 1024), std::to_string(kLargestImport / 1024)});
    return false;
  }
  for (std::size_t i = 0; i < file.size();) {
    const std::size_t length = character_length(file.substr(i));
    if (length == 0) {
      report.add(codes::kImportNotUtf8, i);
      return false;
    }
    i += length;
  }
  text = file;
  if (text.compare(0, 3, "\xef\xbb\xbf") == 0) text.replace(0, 3, "   ");
  for (std::size_t i = 0; i < text.size(); ++i) {
    const unsigned char c = static_cast<unsigned char>(text[i]);
    const bool is_c1 = c == 0xc2 && static_cast<unsigned char>(text[i + 1]) < 0xa0;
    if (c == '\r') {
      if (i + 1 >= text.size() || text[i + 1] != '\n') text[i] = '\n';
    } else if ((c < 0x20 && c != '\n' && c != '\t') || c == 0x7f || is_c1) {
      report.add(codes::kImportControl, i);
      text[i] = ' ';
      if (is_c1) text[i + 1] = ' ';
    }
  }
  return true;
}

std::string title_from_file(std::string_view file) {
  const auto last_part = [](std::string_view path) { return path.substr(path.find_last_of("/\\") + 1); };
  std::string_view name = last_part(file);
  const std::string_view folder = file.substr(0, file.size() - name.size());
  if (const std::size_t dot = name.rfind('.'); dot != name.npos && dot > 0) name = name.substr(0, dot);
  if (name == "README" || name == "readme" || name == "index" || name == "lesson") {
    const std::string_view folder_name = folder.empty() ? folder : last_part(folder.substr(0, folder.size() - 1));
    if (!folder_name.empty() && folder_name != "." && folder_name != "..") name = folder_name;
  }
  std::string title;
  for (char c : name) title += c == '_' || c == '-' || static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  title = letters_of(tidied(plain(title)));
  if (title.empty()) return "Lesson";
  if (title[0] >= 'a' && title[0] <= 'z') title[0] = static_cast<char>(title[0] - ('a' - 'A'));
  return title;
}

JsonValue make_block(std::string_view type) {
  JsonValue block = json_object();
  put(block, "type", json_string(type));
  return block;
}

JsonValue make_text_block(const RichText& text) {
  JsonValue block = make_block("text");
  put(block, "text", json_text(text));
  return block;
}

Imported finish(const Lesson& lesson, Report& report) {
  Imported imported;
  imported.id = lesson.id;
  imported.pictures = lesson.pictures;
  imported.sections = static_cast<int>(lesson.sections.size());
  for (const LessonSection& section : lesson.sections) {
    imported.questions +=
        static_cast<int>(std::count_if(section.blocks.begin(), section.blocks.end(), [](const JsonValue& block) {
          const JsonValue* type = block.find("type");
          return type && type->string == "question";
        }));
  }
  if (lesson.sections.empty() && !report.has_errors()) report.add_for_file(codes::kImportEmpty);
  if (!report.has_errors()) {
    std::string json = pretty(json_of(lesson));
    Diagnostics problems;
    read_byte(json, "byte.json", {.strict = true, .markup = read_markup}, problems);
    const Diagnostics found = explained(problems, json);
    const auto error = std::find_if(found.all().begin(), found.all().end(),
                                    [](const Diagnostic& problem) { return problem.severity == Severity::kError; });
    if (error == found.all().end()) {
      imported.json = std::move(json);
    } else {
      report.add_for_file(codes::kImportUnreadable, {error->path + ' ' + error->message});
    }
  }
  report.finish();
  return imported;
}

}  // namespace bytes::content
