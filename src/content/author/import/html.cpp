#include "content/author/import/html.h"

#include <algorithm>
#include <iterator>

#include "base/ascii.h"
#include "content/author/import/marks.h"

namespace bytes::content {
namespace {

// Most of what is a name of HTML's elements; sorted.
constexpr std::string_view kElements[] = {
    "a",        "abbr",     "address",  "applet",     "area",   "article",    "aside",    "audio",     "b",
    "base",     "bdi",      "bdo",      "big",        "blink",  "blockquote", "body",     "br",        "button",
    "canvas",   "caption",  "center",   "cite",       "code",   "col",        "colgroup", "data",      "datalist",
    "dd",       "del",      "details",  "dfn",        "dialog", "dir",        "div",      "dl",        "dt",
    "em",       "embed",    "fieldset", "figcaption", "figure", "font",       "footer",   "form",      "frame",
    "frameset", "h1",       "h2",       "h3",         "h4",     "h5",         "h6",       "head",      "header",
    "hgroup",   "hr",       "html",     "i",          "iframe", "img",        "input",    "ins",       "kbd",
    "label",    "legend",   "li",       "link",       "main",   "map",        "mark",     "marquee",   "math",
    "menu",     "meta",     "meter",    "nav",        "nobr",   "noembed",    "noframes", "noscript",  "object",
    "ol",       "optgroup", "option",   "output",     "p",      "param",      "picture",  "plaintext", "portal",
    "pre",      "progress", "q",        "rp",         "rt",     "ruby",       "s",        "samp",      "script",
    "search",   "section",  "select",   "slot",       "small",  "source",     "span",     "strike",    "strong",
    "style",    "sub",      "summary",  "sup",        "svg",    "table",      "tbody",    "td",        "template",
    "textarea", "tfoot",    "th",       "thead",      "time",   "title",      "tr",       "track",     "tt",
    "u",        "ul",       "var",      "video",      "wbr",    "xmp"};

constexpr std::string_view kDroppedWhole[] = {"script",   "style",    "iframe",   "object",   "svg",    "math",
                                              "template", "noscript", "textarea", "title",    "select", "audio",
                                              "video",    "canvas",   "noembed",  "noframes", "applet", "button"};

constexpr std::string_view kParagraphs[] = {
    "p",        "div",   "section", "article", "header",     "footer",  "main",    "blockquote", "pre", "tr",
    "table",    "thead", "tbody",   "tfoot",   "h1",         "h2",      "h3",      "h4",         "h5",  "h6",
    "dl",       "dt",    "dd",      "figure",  "figcaption", "caption", "address", "aside",      "nav", "center",
    "fieldset", "form",  "legend",  "details", "summary",    "body",    "html"};

// Kept as they are, or without loss: nothing is said about these.
constexpr std::string_view kSilent[] = {
    "p",  "div", "br",  "span", "b",    "strong",  "i",       "em",   "code",   "tt",     "kbd",  "samp", "a",   "ul",
    "ol", "li",  "wbr", "html", "body", "section", "article", "main", "header", "footer", "nobr", "abbr", "time"};

// In bytes. What is longer is no tag, so that many a `<` does not make the search for its end long.
constexpr std::size_t kLongestTag = 4000;

template <std::size_t kCount>
bool is_one_of(std::string_view name, const std::string_view (&names)[kCount]) {
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

bool is_html_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

// `&amp;` and the like in a whole text.
std::string without_entities(std::string_view text) {
  std::string letters;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::size_t end = text[i] == '&' ? text.substr(i, 40).find(';') : text.npos;
    if (end == text.npos) {
      letters += text[i];
      continue;
    }
    letters += entity_letters(text.substr(i, end + 1));
    i += end;
  }
  return letters;
}

// Raised and lowered letters that have characters of their own.
std::string_view raised(char c, bool is_up) {
  constexpr std::string_view kFrom = "0123456789+-=()n";
  constexpr std::string_view kUp[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹", "⁺", "⁻", "⁼", "⁽", "⁾", "ⁿ"};
  constexpr std::string_view kDown[] = {"₀", "₁", "₂", "₃", "₄", "₅", "₆", "₇", "₈", "₉", "₊", "₋", "₌", "₍", "₎", "ₙ"};
  const std::size_t at = kFrom.find(c);
  if (at == kFrom.npos) return {};
  return is_up ? kUp[at] : kDown[at];
}

class HtmlReader {
 public:
  HtmlReader(const MappedText& html, HtmlStyle style, Report& report) : html_(html), style_(style), report_(report) {}

  Passages read() {
    const std::string_view text = html_.text;
    report_formulas(text, html_.offset_at(0), report_);
    for (std::size_t i = 0; i < text.size();) {
      here_ = html_.offset_at(i);
      if (text[i] == '<') {
        if (const std::optional<HtmlTag> tag = tag_at(text, i); tag && is_tag(*tag)) {
          i = take(*tag, i);
          continue;
        }
      }
      if (text[i] == '&') {
        const std::size_t end = text.substr(i, 40).find(';');
        if (end != text.npos) {
          add(entity_letters(text.substr(i, end + 1)));
          i += end + 1;
          continue;
        }
      }
      if (text[i] == '\n' && style_ == HtmlStyle::kMoodle) {
        end_passage();
        ++i;
        continue;
      }
      add(text.substr(i, 1));
      ++i;
    }
    close_link();
    end_passage();
    return std::move(passages_);
  }

 private:
  bool is_tag(const HtmlTag& tag) const {
    return style_ == HtmlStyle::kHtml || tag.name == "!" || is_html_element(tag.name);
  }

  // Where to go on.
  std::size_t take(const HtmlTag& tag, std::size_t begin) {
    const std::size_t end = begin + tag.size;
    if (tag.name == "!") {
      report_.add(codes::kImportHtmlDropped, here_, {"!-- --"});
      return end;
    }
    if (is_dropped_whole(tag.name)) {
      report_.add(codes::kImportHtmlDropped, here_, {tag.name});
      return tag.is_end ? end : end_of_dropped(html_.text, end, tag.name);
    }
    if (tag.name == "img") {
      take_picture(tag);
      return end;
    }
    if (tag.name == "sup" || tag.name == "sub") return take_raised(tag, end);
    if (!tag.is_end) report_attributes(tag);
    if (!is_one_of(tag.name, kSilent) && !tag.is_end) report_.add(codes::kImportHtmlTag, here_, {tag.name});
    const int step = tag.is_end ? -1 : 1;
    if (tag.name == "b" || tag.name == "strong") strong_ = std::max(0, strong_ + step);
    if (tag.name == "i" || tag.name == "em") emphasis_ = std::max(0, emphasis_ + step);
    if (tag.name == "code" || tag.name == "tt" || tag.name == "kbd" || tag.name == "samp") {
      code_ = std::max(0, code_ + step);
    }
    if (tag.name == "a") take_link(tag);
    if (tag.name == "ul" || tag.name == "ol") {
      end_passage();
      if (tag.is_end && !lists_.empty()) lists_.pop_back();
      if (!tag.is_end) lists_.push_back(tag.name == "ol");
      if (!tag.is_end && lists_.size() > 1) report_.add(codes::kImportListNested, here_);
      in_item_ = false;
    }
    if (tag.name == "li") {
      end_passage();
      in_item_ = !tag.is_end;
    }
    if (tag.name == "br" || tag.name == "hr") end_passage();
    if (tag.name == "td" || tag.name == "th") add(" ");
    if (is_one_of(tag.name, kParagraphs)) end_passage();
    return end;
  }

  void report_attributes(const HtmlTag& tag) {
    for (const auto& [name, value] : tag.attributes) {
      if (tag.name == "a" && name == "href") continue;
      report_.add(codes::kImportHtmlAttribute, here_, {name, tag.name});
    }
  }

  void take_picture(const HtmlTag& tag) {
    const std::string src = without_entities(tag.value_of("src"));
    report_.add(codes::kImportPictureInline, here_, {src});
    for (const auto& [name, value] : tag.attributes) {
      if (name.substr(0, 2) == "on") report_.add(codes::kImportHtmlAttribute, here_, {name, tag.name});
    }
    const std::string alt = without_entities(tag.value_of("alt"));
    if (!alt.empty()) add("[" + alt + "]");
  }

  void take_link(const HtmlTag& tag) {
    close_link();
    if (tag.is_end || tag.value_of("href").empty()) return;
    href_ = checked_link(without_entities(tag.value_of("href")), here_, report_, address_);
  }

  void close_link() {
    href_.clear();
    if (!address_.empty()) add(" (" + address_ + ")");
    address_.clear();
  }

  // `x<sup>2</sup>` without the tag would be another number.
  std::size_t take_raised(const HtmlTag& tag, std::size_t end) {
    if (tag.is_end) {
      if (open_brackets_ > 0) add(")");
      open_brackets_ = std::max(0, open_brackets_ - 1);
      return end;
    }
    const std::string_view rest = std::string_view(html_.text).substr(end);
    const std::string_view letters = rest.substr(0, rest.find('<'));
    std::string small_letters;
    for (char c : letters) {
      const std::string_view one = raised(c, tag.name == "sup");
      if (one.empty()) break;
      small_letters += one;
    }
    if (!letters.empty() && small_letters.size() > letters.size() &&
        std::all_of(letters.begin(), letters.end(), [](char c) { return !raised(c, true).empty(); })) {
      const std::optional<HtmlTag> after = tag_at(rest, letters.size());
      if (after && after->is_end && after->name == tag.name) {
        add(small_letters);
        return end + letters.size() + after->size;
      }
    }
    report_.add(codes::kImportHtmlTag, here_, {tag.name});
    add(tag.name == "sup" ? "^(" : "_(");
    ++open_brackets_;
    return end;
  }

  void add(std::string_view letters) {
    if (text_.empty()) begin_ = here_;
    Run run;
    run.text = letters;
    run.strong = strong_ > 0;
    run.emphasis = emphasis_ > 0;
    run.code = code_ > 0;
    run.href = href_;
    append(text_, std::move(run));
  }

  void end_passage() {
    RichText text = tidied(text_);
    text_.clear();
    // What editors put into empty paragraphs.
    const std::string letters = letters_of(text);
    bool is_blank = true;
    for (std::size_t i = 0; i < letters.size(); ++i) {
      if (letters.compare(i, 2, "\u00a0") == 0) {
        ++i;
      } else if (!is_html_space(letters[i])) {
        is_blank = false;
      }
    }
    if (is_blank) return;
    const bool is_numbered = !lists_.empty() && lists_.back();
    const PassageKind kind = !in_item_     ? PassageKind::kParagraph
                             : is_numbered ? PassageKind::kNumberedItem
                                           : PassageKind::kItem;
    passages_.push_back({kind, std::move(text), begin_});
  }

  const MappedText& html_;
  HtmlStyle style_;
  Report& report_;
  Passages passages_;
  RichText text_;
  std::size_t begin_ = 0;  // Of `text_`.
  std::size_t here_ = 0;
  int strong_ = 0;
  int emphasis_ = 0;
  int code_ = 0;
  std::string href_;
  std::string address_;      // To be written behind a link's words.
  std::vector<bool> lists_;  // Whether each has numbers.
  bool in_item_ = false;
  int open_brackets_ = 0;
};

}  // namespace

std::string_view HtmlTag::value_of(std::string_view attribute) const {
  for (const auto& [known, value] : attributes) {
    if (known == attribute) return value;
  }
  return {};
}

std::optional<HtmlTag> tag_at(std::string_view text, std::size_t begin) {
  std::size_t i = begin + 1;
  HtmlTag tag;
  if (i < text.size() && (text[i] == '!' || text[i] == '?')) {
    const bool is_comment = text.substr(i, 3) == "!--";
    tag.name = "!";
    if (is_comment) {
      // One that is never closed takes all the rest, as it does in browsers.
      const std::size_t end = text.find("-->", i + 3);
      tag.size = end == text.npos ? text.size() - begin : end + 3 - begin;
      return tag;
    }
    const std::size_t end = text.substr(i, kLongestTag).find('>');
    if (end == text.npos) return std::nullopt;
    tag.size = i + end + 1 - begin;
    return tag;
  }
  if (i < text.size() && text[i] == '/') {
    tag.is_end = true;
    ++i;
  }
  if (i >= text.size() || !is_letter(text[i])) return std::nullopt;
  while (i < text.size() && !is_html_space(text[i]) && text[i] != '>' && text[i] != '/' && text[i] != '<') {
    tag.name += small(text[i++]);
  }
  const std::size_t last = std::min(text.size(), begin + kLongestTag);
  while (true) {
    while (i < last && (is_html_space(text[i]) || text[i] == '/')) ++i;
    if (i >= last || text[i] == '<') return std::nullopt;
    if (text[i] == '>') break;
    std::string name;
    while (i < last && !is_html_space(text[i]) && text[i] != '=' && text[i] != '>' && text[i] != '/') {
      name += small(text[i++]);
    }
    while (i < last && is_html_space(text[i])) ++i;
    std::string value;
    if (i < last && text[i] == '=') {
      ++i;
      while (i < last && is_html_space(text[i])) ++i;
      if (i < last && (text[i] == '"' || text[i] == '\'')) {
        const std::size_t end = text.substr(0, last).find(text[i], i + 1);
        if (end == text.npos) return std::nullopt;
        value = text.substr(i + 1, end - i - 1);
        i = end + 1;
      } else {
        while (i < last && !is_html_space(text[i]) && text[i] != '>') value += text[i++];
      }
    } else if (name.empty()) {
      return std::nullopt;
    }
    tag.attributes.emplace_back(std::move(name), std::move(value));
  }
  tag.size = i + 1 - begin;
  return tag;
}

bool is_html_element(std::string_view name) { return is_one_of(name, kElements); }

bool is_dropped_whole(std::string_view name) { return is_one_of(name, kDroppedWhole); }

std::size_t end_of_dropped(std::string_view text, std::size_t begin, std::string_view name) {
  for (std::size_t i = text.find("</", begin); i != text.npos; i = text.find("</", i + 2)) {
    std::size_t length = 0;
    while (length < name.size() && i + 2 + length < text.size() && small(text[i + 2 + length]) == name[length]) {
      ++length;
    }
    if (length != name.size()) continue;
    const std::size_t end = text.find('>', i);
    return end == text.npos ? text.size() : end + 1;
  }
  return text.size();
}

Passages read_html(const MappedText& html, HtmlStyle style, Report& report) {
  return HtmlReader(html, style, report).read();
}

}  // namespace bytes::content
