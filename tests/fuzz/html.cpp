// HTML of other programs: only letters, marks and safe links come out, and can be written as an author would.
#include "content/author/import/html.h"

#include "content/author/import/author_json.h"
#include "content/author/import/lesson.h"
#include "content/author/import/marks.h"
#include "content/author/markup.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/targets.h"

namespace bytes::fuzz {

void fuzz_html(std::string_view input) {
  for (const content::HtmlStyle style : {content::HtmlStyle::kHtml, content::HtmlStyle::kMoodle}) {
    // What is said of the file as it is has its place there, where a lone \r ends no line.
    Diagnostics of_input;
    content::Report prepared("a.gift", input, of_input);
    std::string html;
    const bool can_be_read = content::prepare(input, html, prepared);
    expect_of_use(of_input, "a.gift", input);
    if (!can_be_read) return;
    Diagnostics remarks;
    content::Report report("a.gift", html, remarks);
    for (const content::Passage& passage : content::read_html(content::MappedText::of(html), style, report)) {
      expect(!passage.text.empty(), "an empty passage");
      expect(content::tidied(passage.text) == passage.text, "a passage that is not tidied");
      expect(passage.offset <= html.size(), "a passage from outside of the file");
      for (const Run& run : passage.text) {
        expect(run.href.empty() || is_safe_link(run.href), "an unsafe link: " + run.href);
      }
      const std::string markup = content::markup_of(passage.text);
      if (markup.empty()) continue;
      Diagnostics found;
      expect(content::read_markup(markup, Diagnostic(), found) == passage.text, "written as markup it reads otherwise: " + markup);
    }
    expect_of_use(remarks, "a.gift", html);
  }
}

}  // namespace bytes::fuzz
