// The author's module as the page's script sees it (web/author/checker.js): C functions over one Workshop. Text and files
// go in through `author_buffer`, and the reply is UTF-8.
#include <emscripten.h>

#include <string>
#include <string_view>

#include "base/json_writer.h"
#include "content/author/problems_json.h"
#include "content/author/workshop.h"

namespace {

using namespace bytes;

struct Author {
  std::string buffer;  // What the page wrote.
  std::string reply;   // What the page reads next.
  content::Workshop workshop;
};

Author& author() {
  static Author only;
  return only;
}

void write_problems(const Diagnostics& problems, JsonWriter& json) {
  json.key("problems");
  content::write_problems(problems, [](const std::string& file) { return author().workshop.text_of(file); }, json);
}

void write_strings(std::string_view key, const auto& strings, JsonWriter& json) {
  json.key(key);
  json.begin_array();
  for (const std::string& string : strings) json.string(string);
  json.end_array();
}

}  // namespace

extern "C" {

// Room for `size` bytes, valid until the next call.
EMSCRIPTEN_KEEPALIVE char* author_buffer(int size) {
  author().buffer.resize(static_cast<std::size_t>(size));
  return author().buffer.data();
}

EMSCRIPTEN_KEEPALIVE const char* author_reply() { return author().reply.data(); }
EMSCRIPTEN_KEEPALIVE int author_reply_size() { return static_cast<int>(author().reply.size()); }

// The buffer holds a file's name (`name_size` bytes), then its content. `exists` 0: there is no such file.
EMSCRIPTEN_KEEPALIVE void author_add_file(int name_size, int exists) {
  const std::string_view all = author().buffer;
  const std::size_t size = static_cast<std::size_t>(name_size);
  std::optional<std::string> content;
  if (exists) content = all.substr(size);
  author().workshop.add_file(std::string(all.substr(0, size)), std::move(content));
}

// The buffer holds the name of a GIFT or Markdown file. The reply: {problems, name: that of the lesson made of it, text: that
// lesson's}, without the last two when none was made.
EMSCRIPTEN_KEEPALIVE void author_import() {
  const content::Workshop::ImportedFile made = author().workshop.import(std::string(author().buffer));
  JsonWriter json;
  json.begin_object();
  write_problems(made.remarks, json);
  if (const std::string* text = author().workshop.text_of(made.name)) {
    json.key("name");
    json.string(made.name);
    json.key("text");
    json.string(*text);
  }
  json.end_object();
  author().reply = json.take();
}

// The buffer holds the name of the lesson's file (`name_size` bytes), then that of its folder. The reply:
// {problems: [{severity, file, path, message, remedy, code, line, column}], wanted: [name], scenarios: [words],
//  byte: what the player reads, left out when there are errors}.
EMSCRIPTEN_KEEPALIVE void author_check(int name_size) {
  const std::string_view all = author().buffer;
  const std::size_t size = static_cast<std::size_t>(name_size);
  const content::Workshop::Checked checked = author().workshop.check(all.substr(0, size), all.substr(size));
  JsonWriter json;
  json.begin_object();
  write_problems(checked.problems, json);
  write_strings("wanted", checked.wanted, json);
  write_strings("scenarios", checked.scenarios, json);
  if (!checked.playable.empty()) {
    json.key("byte");
    json.raw(checked.playable);
  }
  json.end_object();
  author().reply = json.take();
}

}  // extern "C"
