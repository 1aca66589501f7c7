#include "content/author/import/markdown.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "content/author/import/author_json.h"
#include "content/author/import/front_matter.h"
#include "content/author/import/html.h"
#include "content/author/import/ids.h"
#include "content/author/import/markdown_document.h"
#include "content/author/import/marks.h"

namespace bytes::content {
namespace {

using Kind = DocumentBlock::Kind;

bool begins_with(std::string_view text, std::string_view small_letters) {
  if (text.size() < small_letters.size()) return false;
  return std::equal(small_letters.begin(), small_letters.end(), text.begin(),
                    [](char a, char b) { return a == small(b); });
}

RichText without_first(RichText text, std::size_t letters) {
  for (Run& run : text) {
    const std::size_t taken = std::min(letters, run.text.size());
    run.text.erase(0, taken);
    letters -= taken;
  }
  return tidied(text);
}

bool is_plain(const RichText& text) {
  return std::all_of(text.begin(), text.end(), [](const Run& run) { return have_same_marks(run, Run()); });
}

// `https:`, `data:`, `//host`: whatever is no name of a file.
bool is_remote(std::string_view src) {
  const std::size_t end = src.find_first_of(":/?#");
  return src.substr(0, 2) == "//" || (end != src.npos && src[end] == ':');
}

int digit_in_address(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (small(c) >= 'a' && small(c) <= 'f') return small(c) - 'a' + 10;
  return -1;
}

// The file's name behind an address: `a%20b.png` is `a b.png`. Empty when it leads out of the folder, or when a lesson
// cannot name it.
std::string file_name_of(std::string_view src) {
  while (src.substr(0, 2) == "./") src.remove_prefix(2);
  std::string name;
  for (std::size_t i = 0; i < src.size(); ++i) {
    const int high = src[i] == '%' && i + 2 < src.size() ? digit_in_address(src[i + 1]) : -1;
    const int low = high >= 0 ? digit_in_address(src[i + 2]) : -1;
    if (low < 0) {
      name += src[i];
      continue;
    }
    name += static_cast<char>(high * 16 + low);
    i += 2;
  }
  const auto is_refused = [](char c) {
    return std::string_view("\\:?#%*|<>\"").find(c) != std::string_view::npos || static_cast<unsigned char>(c) < 0x20;
  };
  if (std::any_of(name.begin(), name.end(), is_refused)) return {};
  for (std::size_t begin = 0; begin <= name.size();) {
    const std::size_t end = std::min(name.find('/', begin), name.size());
    const std::string part = name.substr(begin, end - begin);
    // What begins with a dot is hidden, and no picture.
    if (part.empty() || part.front() == '.') return {};
    begin = end + 1;
  }
  return name;
}

struct Alert {
  std::string_view word;
  std::string_view style;
};

constexpr Alert kAlerts[] = {
    {"note", "note"},       {"important", "note"},           {"info", "note"},       {"tip", "tip"},
    {"hint", "tip"},        {"warning", "warning"},          {"caution", "warning"}, {"danger", "warning"},
    {"example", "example"}, {"did-you-know", "did-you-know"}};

class MarkdownLesson {
 public:
  MarkdownLesson(Lesson lesson, const ImportOptions& options, Report& report)
      : lesson_(std::move(lesson)), options_(options), report_(report) {
    section_.id = ids_.unique("", "start");
  }

  Lesson make(const std::vector<DocumentBlock>& blocks) {
    for (const DocumentBlock& block : blocks) add(block);
    end_section();
    return std::move(lesson_);
  }

 private:
  // What the block that was made last could still be the question of.
  struct Ask {
    RichText text;
    std::size_t index = 0;  // Of its block.
  };

  void add(const DocumentBlock& block) {
    switch (block.kind) {
      case Kind::kHeading: return add_heading(block);
      case Kind::kParagraph: return add_paragraph(block);
      case Kind::kList: return add_list(block);
      case Kind::kQuote: return add_quote(block);
      case Kind::kCode: return add_code(block);
      case Kind::kTable: return add_table(block);
      case Kind::kRule: return section_.blocks.push_back(make_block("divider"));
      case Kind::kHtml: return add_blocks(read_html(block.html, HtmlStyle::kHtml, report_), section_.blocks);
      default: return;  // Items, rows and cells stand in what holds them.
    }
  }

  void add_heading(const DocumentBlock& block) {
    const RichText text = text_of(block.pieces, report_);
    if (text.empty()) return;
    const std::string letters = letters_of(text);
    if (block.level == 1 && (lesson_.title.empty() || (lesson_.title == letters && !has_title_heading_))) {
      has_title_heading_ = true;
      lesson_.title = letters;
      if (!is_plain(text)) report_.add(codes::kImportMarksDropped, block.offset);
      return;
    }
    if (block.level == 1) report_.add(codes::kImportTitleAgain, block.offset);
    if (block.level <= 2) {
      end_section();
      section_.title = text;
      section_.id = ids_.unique(letters, "section-" + std::to_string(++count_of_sections_));
      section_offset_ = block.offset;
      return;
    }
    ask_ = {text, section_.blocks.size()};
    JsonValue heading = make_block("subheading");
    put(heading, "text", json_text(text));
    section_.blocks.push_back(std::move(heading));
  }

  void end_section() {
    if (!section_.blocks.empty()) {
      lesson_.sections.push_back(std::move(section_));
    } else if (!section_.title.empty()) {
      report_.add(codes::kImportSectionEmpty, section_offset_);
    }
    section_ = {};
    ask_ = {};
    question_ = kNone;
  }

  void add_paragraph(const DocumentBlock& block) {
    RichText text;
    const auto end_text = [&] {
      text = tidied(text);
      if (text.empty()) return;
      if (!add_to_question(text)) {
        ask_ = {text, section_.blocks.size()};
        section_.blocks.push_back(make_text_block(text));
      }
      text.clear();
    };
    for (const DocumentPiece& piece : block.pieces) {
      if (!piece.is_picture) {
        report_formulas(letters_of(piece.text), block.offset, report_);
        for (const Run& run : piece.text) append(text, run);
        continue;
      }
      end_text();
      add_picture(piece);
    }
    end_text();
  }

  // `Explanation: …` and `Hint: …` behind a question are its own.
  bool add_to_question(const RichText& text) {
    if (question_ == kNone || question_ + 1 != section_.blocks.size()) return false;
    JsonValue& question = section_.blocks[question_];
    constexpr std::string_view kExplanation = "explanation:";
    constexpr std::string_view kHint = "hint:";
    const std::string letters = letters_of(text);
    const bool is_hint = begins_with(letters, kHint);
    if (!is_hint && !begins_with(letters, kExplanation)) return false;
    const RichText words = without_first(text, is_hint ? kHint.size() : kExplanation.size());
    if (words.empty()) return true;
    const std::string_view name = is_hint ? "hints" : "explanation";
    for (JsonMember& member : question.members) {
      if (member.key != name) continue;
      // A second explanation is a text of its own.
      if (!is_hint) return false;
      member.value.items.push_back(json_text(words));
      return true;
    }
    put(question, name, is_hint ? json_list({json_text(words)}) : json_text(words));
    return true;
  }

  void add_picture(const DocumentPiece& piece) {
    if (is_remote(piece.src)) return leave_out(codes::kImportPictureRemote, piece);
    const std::string name = file_name_of(piece.src);
    if (name.empty()) return leave_out(codes::kImportPictureOutside, piece);
    if (options_.has_file && !options_.has_file(name)) {
      report_.add(codes::kImportPictureMissing, piece.offset, {name});
    }
    JsonValue image = make_block("image");
    put(image, "src", json_string(name));
    const std::string alt = letters_of(tidied(piece.text));
    if (alt.empty()) {
      report_.add(codes::kImportAltMissing, piece.offset, {name});
      put(image, "decorative", json_boolean(true));
    } else {
      put(image, "alt", json_letters(alt));
    }
    if (const RichText caption = tidied(plain(piece.title)); !caption.empty())
      put(image, "caption", json_text(caption));
    section_.blocks.push_back(std::move(image));
    if (pictures_.insert(name).second) lesson_.pictures.push_back(name);
  }

  void leave_out(std::string_view code, const DocumentPiece& piece) {
    report_.add(code, piece.offset, {piece.src});
    // What it shows is still of use to read.
    if (const RichText alt = tidied(piece.text); !alt.empty()) section_.blocks.push_back(make_text_block(alt));
  }

  void add_list(const DocumentBlock& list) {
    const bool has_tasks =
        std::any_of(list.children.begin(), list.children.end(), [](const DocumentBlock& item) { return item.is_task; });
    if (has_tasks) return add_question(list);
    std::vector<JsonValue> items;
    add_items(list, items);
    if (items.empty()) return;
    if (list.is_numbered && list.start != 1) {
      report_.add(codes::kImportListStart, list.offset, {std::to_string(list.start)});
    }
    JsonValue block = make_block("list");
    put(block, "style", json_string(list.is_numbered ? "number" : "bullet"));
    put(block, "items", json_list(std::move(items)));
    section_.blocks.push_back(std::move(block));
  }

  void add_items(const DocumentBlock& list, std::vector<JsonValue>& items) {
    for (const DocumentBlock& item : list.children) {
      const RichText text = own_text(item);
      if (!text.empty()) items.push_back(json_text(text));
      for (const DocumentBlock& child : item.children) {
        if (child.kind != Kind::kList) continue;
        report_.add(codes::kImportListNested, child.offset);
        add_items(child, items);
      }
    }
  }

  // All of an item in one sentence, but for the lists in it.
  RichText own_text(const DocumentBlock& item) {
    Passages parts;
    if (RichText text = text_of(item.pieces, report_); !text.empty()) {
      parts.push_back({PassageKind::kParagraph, std::move(text), item.offset});
    }
    std::vector<DocumentBlock> others;
    for (const DocumentBlock& child : item.children) {
      if (child.kind != Kind::kList) others.push_back(child);
    }
    for (Passage& part : passages_of(others, report_)) parts.push_back(std::move(part));
    if (parts.size() > 1) report_.add(codes::kImportJoined, parts[1].offset);
    return in_one(parts);
  }

  void add_question(const DocumentBlock& list) {
    const std::size_t offset = list.children.empty() ? list.offset : list.children[0].offset;
    JsonValue options = json_list();
    int count_of_right = 0;
    Ids ids;
    for (const DocumentBlock& item : list.children) {
      const RichText text = own_text(item);
      if (text.empty()) continue;
      if (!item.is_task) report_.add(codes::kImportTaskMixed, item.offset);
      JsonValue option = json_object();
      put(option, "id",
          json_string(ids.unique(letters_of(text), "option-" + std::to_string(options.items.size() + 1))));
      put(option, "text", json_text(text));
      if (item.is_done) {
        put(option, "correct", json_boolean(true));
        ++count_of_right;
      }
      std::vector<DocumentBlock> below;
      std::copy_if(item.children.begin(), item.children.end(), std::back_inserter(below),
                   [](const DocumentBlock& child) { return child.kind == Kind::kList; });
      const RichText feedback = in_one(passages_of(below, report_));
      if (!feedback.empty()) put(option, "feedback", json_text(feedback));
      options.items.push_back(std::move(option));
    }
    const RichText prompt = take_prompt();
    if (prompt.empty()) return report_.add(codes::kImportTaskNoPrompt, offset);
    if (options.items.size() < 2) return report_.add(codes::kImportTaskTooFew, offset);
    if (count_of_right == 0) return report_.add(codes::kImportTaskNoneRight, offset);
    JsonValue question = make_block("question");
    ++count_of_questions_;
    put(question, "id",
        json_string(ids_.unique(letters_of(prompt), "question-" + std::to_string(count_of_questions_))));
    put(question, "kind", json_string(count_of_right == 1 ? "single" : "multiple"));
    put(question, "prompt", json_text(prompt));
    put(question, "options", std::move(options));
    question_ = section_.blocks.size();
    section_.blocks.push_back(std::move(question));
  }

  // The text or heading right before, which leaves its place, or one before a picture; else the section's title.
  RichText take_prompt() {
    std::vector<JsonValue>& blocks = section_.blocks;
    if (blocks.empty()) return section_.title;
    const bool is_picture_between = blocks.size() >= 2 && blocks.back().find("type")->string == "image";
    const std::size_t last = blocks.size() - (is_picture_between ? 2 : 1);
    if (ask_.text.empty() || ask_.index != last) return {};
    blocks.erase(blocks.begin() + static_cast<std::ptrdiff_t>(last));
    return std::exchange(ask_, {}).text;
  }

  void add_quote(const DocumentBlock& quote) {
    std::vector<DocumentBlock> inside = quote.children;
    const RichText by = take_speaker(inside);
    const Passages parts = passages_of(inside, report_);
    if (parts.empty()) return;
    if (parts.size() > 1) report_.add(codes::kImportJoined, parts[1].offset);
    const RichText text = in_one(parts);
    const std::string letters = letters_of(text);
    for (const Alert& alert : kAlerts) {
      const std::string sign = "[!" + std::string(alert.word) + "]";
      if (!begins_with(letters, sign)) continue;
      const RichText words = without_first(text, sign.size());
      if (words.empty()) return;
      JsonValue callout = make_block("callout");
      put(callout, "style", json_string(alert.style));
      put(callout, "text", json_text(words));
      return section_.blocks.push_back(std::move(callout));
    }
    JsonValue block = make_block("quote");
    put(block, "text", json_text(text));
    if (!by.empty()) put(block, "by", json_text(by));
    section_.blocks.push_back(std::move(block));
  }

  // A last line such as `— Ada Lovelace` says who is quoted.
  static RichText take_speaker(std::vector<DocumentBlock>& inside) {
    if (inside.empty() || inside.back().kind != Kind::kParagraph || inside.back().pieces.empty()) return {};
    DocumentPiece& piece = inside.back().pieces.back();
    if (piece.is_picture || piece.text.empty()) return {};
    Run& run = piece.text.back();
    const std::size_t line = run.text.rfind('\n');
    const bool is_alone = inside.size() > 1 && piece.text.size() == 1 && line == std::string::npos;
    if (line == std::string::npos && !is_alone) return {};
    std::string_view last = std::string_view(run.text).substr(is_alone ? 0 : line + 1);
    for (std::string_view dash : {"— ", "– ", "-- ", "--- "}) {
      if (last.substr(0, dash.size()) != dash) continue;
      const RichText by = tidied(plain(last.substr(dash.size())));
      run.text.resize(is_alone ? 0 : line);
      return by;
    }
    return {};
  }

  void add_code(const DocumentBlock& block) {
    JsonValue lines = json_list();
    bool is_blank = true;
    for (std::size_t begin = 0; begin < block.code.size();) {
      const std::size_t end = std::min(block.code.find('\n', begin), block.code.size());
      std::string line = block.code.substr(begin, end - begin);
      line.erase(line.find_last_not_of(" \t\r") + 1);
      is_blank = is_blank && line.empty();
      // A lesson's program begins with a line that is not empty.
      if (!is_blank) lines.items.push_back(json_string(line));
      begin = end + 1;
    }
    if (is_blank) return;
    JsonValue code = make_block("code");
    put(code, "code", std::move(lines));
    section_.blocks.push_back(std::move(code));
  }

  void add_table(const DocumentBlock& table) {
    JsonValue header = json_list();
    JsonValue rows = json_list();
    for (std::size_t i = 0; i < table.children.size(); ++i) {
      JsonValue cells = json_list();
      for (const DocumentBlock& cell : table.children[i].children) {
        RichText text = text_of(cell.pieces, report_);
        if (text.empty() && i == 0) {
          report_.add(codes::kImportTableHeader, table.offset);
          text = plain("–");
        }
        cells.items.push_back(text.empty() ? json_string("") : json_text(text));
      }
      if (i == 0) {
        header = std::move(cells);
      } else {
        rows.items.push_back(std::move(cells));
      }
    }
    if (header.items.empty()) return;
    const bool has_rows = !rows.items.empty();
    if (!has_rows) report_.add(codes::kImportTableRows, table.offset);
    JsonValue block = make_block(has_rows ? "table" : "list");
    put(block, has_rows ? "header" : "items", std::move(header));
    if (has_rows) put(block, "rows", std::move(rows));
    section_.blocks.push_back(std::move(block));
  }

  static constexpr std::size_t kNone = ~std::size_t(0);

  Lesson lesson_;
  const ImportOptions& options_;
  Report& report_;
  Ids ids_;
  LessonSection section_;
  std::size_t section_offset_ = 0;
  std::set<std::string> pictures_;
  Ask ask_;
  std::size_t question_ = kNone;  // The block of the last question in this section.
  int count_of_sections_ = 0;
  int count_of_questions_ = 0;
  bool has_title_heading_ = false;
};

}  // namespace

Imported import_markdown(std::string_view file, const ImportOptions& options, Diagnostics& diagnostics) {
  Report report(options.file, file, diagnostics);
  std::string text;
  if (!prepare(file, text, report)) {
    report.finish();
    return {};
  }
  Lesson lesson;
  lesson.id = options.id;
  const std::size_t begin = read_front_matter(text, lesson, report);
  lesson = MarkdownLesson(std::move(lesson), options, report).make(read_document(MappedText::of(text, begin), report));
  const bool is_empty = lesson.sections.empty();
  if (lesson.title.empty()) {
    lesson.title = title_from_file(options.file);
    if (!is_empty) report.add_for_file(codes::kImportTitleMissing, {lesson.title});
  }
  if (lesson.id.empty()) lesson.id = Ids().unique(title_from_file(options.file), "lesson");
  if (lesson.language.empty()) {
    lesson.language = "en";
    if (!is_empty) report.add_for_file(codes::kImportLanguage);
  }
  return finish(lesson, report);
}

}  // namespace bytes::content
