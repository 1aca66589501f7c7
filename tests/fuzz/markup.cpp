// Inline markup: no letter gets lost that is no mark, and what was read is written and read again as the same.
#include "content/author/markup.h"

#include "content/author/import/marks.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/targets.h"

namespace bytes::fuzz {

void fuzz_markup(std::string_view input) {
  const Diagnostic where{.file = "byte.json", .position = {1, 1}, .path = "text"};
  Diagnostics found;
  const RichText text = content::read_markup(input, where, found);
  for (const Diagnostic& problem : found.all()) expect(problem.path == "text", "a problem that is elsewhere");
  for (std::size_t i = 0; i < text.size(); ++i) {
    expect(!text[i].text.empty(), "an empty run");
    // One that is written as an entity (`&#10;`) stays; to a page it is white space.
    const bool has_entity = input.find('&') != input.npos;
    expect(has_entity || text[i].text.find('\n') == std::string::npos, "a line break in a sentence");
    expect(i == 0 || !have_same_marks(text[i - 1], text[i]), "two runs that should be one");
  }
  if (!found.all().empty()) return;

  const RichText tidy = content::tidied(text);
  expect(content::tidied(tidy) == tidy, "what is tidied can be tidied further");
  const std::string markup = tidy.empty() ? std::string() : content::markup_of(tidy);
  if (markup.empty()) return;
  Diagnostics again;
  expect(content::read_markup(markup, where, again) == tidy, "written again it reads otherwise: " + markup);
}

}  // namespace bytes::fuzz
