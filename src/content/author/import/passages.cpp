#include "content/author/import/passages.h"

#include "content/author/import/author_json.h"
#include "content/author/import/lesson.h"
#include "content/author/import/marks.h"
#include "content/author/markup.h"

namespace bytes::content {

RichText in_one(const Passages& passages) {
  RichText all;
  for (const Passage& passage : passages) {
    Run space;
    space.text = " ";
    if (!all.empty()) append(all, std::move(space));
    for (const Run& run : passage.text) append(all, run);
  }
  return tidied(all);
}

void add_blocks(const Passages& passages, std::vector<JsonValue>& blocks) {
  for (std::size_t i = 0; i < passages.size();) {
    if (passages[i].kind == PassageKind::kParagraph) {
      blocks.push_back(make_text_block(passages[i++].text));
      continue;
    }
    const PassageKind kind = passages[i].kind;
    JsonValue items = json_list();
    for (; i < passages.size() && passages[i].kind == kind; ++i) items.items.push_back(json_text(passages[i].text));
    JsonValue list = make_block("list");
    put(list, "style", json_string(kind == PassageKind::kItem ? "bullet" : "number"));
    put(list, "items", std::move(items));
    blocks.push_back(std::move(list));
  }
}

std::string checked_link(std::string_view href, std::size_t offset, Report& report, std::string& letters) {
  letters.clear();
  if (href.empty()) return {};
  // What is hostile is not shown to be an address either: only what could be one is kept in letters.
  if (is_safe_link(href)) return std::string(href);
  if (href.substr(0, 7) == "http://" && href.size() > 7 && is_safe_link("https://" + std::string(href.substr(7)))) {
    letters = href;
    report.add(codes::kImportLinkHttp, offset, {href});
  } else {
    report.add(codes::kImportLinkUnsafe, offset, {href});
  }
  return {};
}

std::string entity_letters(std::string_view entity) {
  Diagnostics none;
  return letters_of(read_markup(entity, {}, none));
}

void report_formulas(std::string_view text, std::size_t offset, Report& report) {
  const bool has_formula = text.find("\\(") != text.npos || text.find("\\[") != text.npos ||
                           (text.find("$$") != text.npos && text.find("$$") != text.rfind("$$"));
  if (has_formula) report.add(codes::kImportFormula, offset);
}

}  // namespace bytes::content
