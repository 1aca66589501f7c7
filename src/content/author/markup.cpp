#include "content/author/markup.h"

#include <md4c.h>
extern "C" {
#include <entity.h>  // Says no linkage of its own, as md4c.h does.
}

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "content/codes.h"
#include "content/placeholder.h"

namespace bytes::content {
namespace {

// md4c reads documents, of which a sentence is to be one paragraph. With this in front no line begins with a sign that
// opens a block, and what follows still stands after white space, as it would at the start of a line, so that emphasis
// opens and closes in the same places.
constexpr std::string_view kNoBlock = ". ";

constexpr unsigned kFlags = MD_FLAG_NOHTML | MD_FLAG_NOINDENTEDCODEBLOCKS;

// All of the text in one line, or what is left of it when there is more than one paragraph.
std::string joined_lines(std::string_view text, bool& has_blank_line) {
  std::string line(kNoBlock);
  bool is_start = true;
  bool was_blank = false;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    std::string_view part = trimmed(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (part.empty()) {
      was_blank = !is_start;
      continue;
    }
    if (was_blank) has_blank_line = true;
    was_blank = false;
    if (!is_start) line += ' ';
    is_start = false;
    // A backslash at the end of a line asks for a hard line break; here a space stands for those too.
    std::size_t backslashes = 0;
    while (backslashes < part.size() && part[part.size() - 1 - backslashes] == '\\') ++backslashes;
    if (backslashes % 2 == 1 && !text.empty()) part.remove_suffix(1);
    line += part;
  }
  return line;
}

void append_code_point(std::string& text, unsigned code_point) {
  if (code_point == 0 || code_point > 0x10ffff || (code_point >= 0xd800 && code_point <= 0xdfff)) code_point = 0xfffd;
  // C0 and C1 controls are no text; HTML reads the latter as Windows-1252, which nobody means here.
  if ((code_point < 0x20 && code_point != '\n' && code_point != '\t') || (code_point >= 0x7f && code_point < 0xa0)) {
    code_point = 0xfffd;
  }
  const auto add = [&](unsigned byte) { text += static_cast<char>(byte); };
  if (code_point < 0x80) {
    add(code_point);
  } else if (code_point < 0x800) {
    add(0xc0 | code_point >> 6);
    add(0x80 | (code_point & 0x3f));
  } else if (code_point < 0x10000) {
    add(0xe0 | code_point >> 12);
    add(0x80 | (code_point >> 6 & 0x3f));
    add(0x80 | (code_point & 0x3f));
  } else {
    add(0xf0 | code_point >> 18);
    add(0x80 | (code_point >> 12 & 0x3f));
    add(0x80 | (code_point >> 6 & 0x3f));
    add(0x80 | (code_point & 0x3f));
  }
}

// `entity` is such as `&amp;`, `&#65;` or `&#x41;`. One that is not known stays letters.
void append_entity(std::string& text, std::string_view entity) {
  if (entity.size() > 3 && entity[1] == '#') {
    const bool is_hexadecimal = entity[2] == 'x' || entity[2] == 'X';
    unsigned code_point = 0;
    for (char c : entity.substr(is_hexadecimal ? 3 : 2)) {
      if (c == ';') break;
      const unsigned digit = c <= '9' ? static_cast<unsigned>(c - '0') : static_cast<unsigned>((c | 0x20) - 'a' + 10);
      code_point = code_point * (is_hexadecimal ? 16 : 10) + digit;
      if (code_point > 0x10ffff) break;
    }
    append_code_point(text, code_point);
  } else if (const ENTITY* known = entity_lookup(entity.data(), entity.size())) {
    append_code_point(text, known->codepoints[0]);
    if (known->codepoints[1]) append_code_point(text, known->codepoints[1]);
  } else {
    text += entity;
  }
}

std::string attribute_value(const MD_ATTRIBUTE& attribute) {
  std::string value;
  for (std::size_t i = 0; attribute.substr_offsets[i] < attribute.size; ++i) {
    const MD_OFFSET begin = attribute.substr_offsets[i];
    const std::string_view part(attribute.text + begin, attribute.substr_offsets[i + 1] - begin);
    if (attribute.substr_types[i] == MD_TEXT_ENTITY) {
      append_entity(value, part);
    } else {
      value += part;
    }
  }
  return value;
}

// Takes md4c's events.
class RunBuilder {
 public:
  static int enter_block(MD_BLOCKTYPE, void*, void*) { return 0; }
  static int leave_block(MD_BLOCKTYPE, void*, void*) { return 0; }

  static int enter_span(MD_SPANTYPE type, void* detail, void* self) {
    static_cast<RunBuilder*>(self)->span(type, detail, 1);
    return 0;
  }
  static int leave_span(MD_SPANTYPE type, void* detail, void* self) {
    static_cast<RunBuilder*>(self)->span(type, detail, -1);
    return 0;
  }
  static int text(MD_TEXTTYPE type, const MD_CHAR* letters, MD_SIZE size, void* self) {
    static_cast<RunBuilder*>(self)->add(type, {letters, size});
    return 0;
  }

  RichText take() { return std::move(runs_); }
  bool has_picture() const { return has_picture_; }

 private:
  void span(MD_SPANTYPE type, void* detail, int step) {
    if (type == MD_SPAN_EM) emphasis_ += step;
    if (type == MD_SPAN_STRONG) strong_ += step;
    if (type == MD_SPAN_IMG) has_picture_ = true;
    if (type != MD_SPAN_A) return;
    // CommonMark has no links inside links.
    href_ = step > 0 ? attribute_value(static_cast<const MD_SPAN_A_DETAIL*>(detail)->href) : std::string();
  }

  void add(MD_TEXTTYPE type, std::string_view letters) {
    Run run;
    if (type == MD_TEXT_ENTITY) {
      append_entity(run.text, letters);
    } else if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR) {
      run.text = " ";
    } else if (type == MD_TEXT_NULLCHAR) {
      append_code_point(run.text, 0);
    } else {
      const std::size_t ours = std::min(letters.size(), unseen_of_ours_);
      unseen_of_ours_ -= ours;
      run.text = letters.substr(ours);
    }
    run.code = type == MD_TEXT_CODE;
    // Code has no backslash escapes, but `\{{` is ours, not CommonMark's.
    if (run.code) unescape_placeholders(run.text);
    run.emphasis = emphasis_ > 0;
    run.strong = strong_ > 0;
    run.href = href_;
    append(runs_, std::move(run));
  }

  RichText runs_;
  std::size_t unseen_of_ours_ = kNoBlock.size();
  int emphasis_ = 0;
  int strong_ = 0;
  std::string href_;
  bool has_picture_ = false;
};

}  // namespace

RichText read_markup(std::string_view text, const Diagnostic& where, Diagnostics& diagnostics) {
  const auto report = [&](std::string_view code) {
    Diagnostic problem = where;
    problem.code = code;
    diagnostics.add(std::move(problem));
  };

  bool has_blank_line = false;
  const std::string line = joined_lines(text, has_blank_line);
  if (has_blank_line) report(codes::kParagraphsInText);

  MD_PARSER parser = {};
  parser.flags = kFlags;
  parser.enter_block = RunBuilder::enter_block;
  parser.leave_block = RunBuilder::leave_block;
  parser.enter_span = RunBuilder::enter_span;
  parser.leave_span = RunBuilder::leave_span;
  parser.text = RunBuilder::text;
  RunBuilder builder;
  // It fails only when memory is out.
  if (md_parse(line.data(), static_cast<MD_SIZE>(line.size()), &parser, &builder) != 0) return plain(text);
  if (builder.has_picture()) report(codes::kPictureInText);
  return builder.take();
}

}  // namespace bytes::content
