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
    Diagnostics remarks;
    content::Report prepared("a.gift", input, remarks);
    std::string html;
    if (!content::prepare(input, html, prepared)) return expect_of_use(remarks, "a.gift", input);
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
