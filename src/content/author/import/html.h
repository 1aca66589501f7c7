// HTML as other programs write it, turned into what a Byte can say. It is hostile: nothing of it is handed on but
// letters, marks, lists and safe links, and what is left out is said.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "content/author/import/mapped_text.h"
#include "content/author/import/passages.h"

namespace bytes::content {

struct HtmlTag {
  std::string name;  // In small letters; `!` for comments and declarations.
  bool is_end = false;
  std::vector<std::pair<std::string, std::string>> attributes;  // Names in small letters, values with their entities.
  std::size_t size = 0;                                         // In bytes, from `<` to `>`.

  std::string_view value_of(std::string_view attribute) const;
};

// The tag that begins at `begin`; none when there stands a `<` that is only a letter.
std::optional<HtmlTag> tag_at(std::string_view text, std::size_t begin);

bool is_html_element(std::string_view name);

// Where the content of an element ends that is left out with all that is in it (`script`, `style`, …): behind its end
// tag, or at the end of the text. `begin` is behind its start tag.
std::size_t end_of_dropped(std::string_view text, std::size_t begin, std::string_view name);

// Whether the element is left out with all that stands in it.
bool is_dropped_whole(std::string_view name);

enum class HtmlStyle {
  kHtml,    // A line break is white space.
  kMoodle,  // A line break begins a paragraph, and what has no name of HTML's elements in it is no tag.
};

Passages read_html(const MappedText& html, HtmlStyle style, Report& report);

}  // namespace bytes::content
