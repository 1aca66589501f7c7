#include "content/author/mathml.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "content/codes.h"
#include "content/math.h"

namespace bytes::content {
namespace {

constexpr std::string_view kMathNamespace = "http://www.w3.org/1998/Math/MathML";
constexpr std::string_view kXmlSpace = " \t\r\n";

bool is_name_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
         c == ':' || c == '.' || static_cast<unsigned char>(c) >= 0x80;
}

// How many parts an element has to have; 0: any number.
std::size_t parts_of(std::string_view tag) {
  for (const std::string_view two : {"mfrac", "mroot", "msub", "msup", "munder", "mover"}) {
    if (tag == two) return 2;
  }
  return tag == "msubsup" || tag == "munderover" ? 3 : 0;
}

void append_utf8(std::uint32_t letter, std::string& text) {
  const auto add = [&](std::uint32_t byte) { text += static_cast<char>(byte); };
  if (letter < 0x80) return add(letter);
  if (letter < 0x800) {
    add(0xC0 | letter >> 6);
  } else if (letter < 0x10000) {
    add(0xE0 | letter >> 12);
    add(0x80 | (letter >> 6 & 0x3F));
  } else {
    add(0xF0 | letter >> 18);
    add(0x80 | (letter >> 12 & 0x3F));
    add(0x80 | (letter >> 6 & 0x3F));
  }
  add(0x80 | (letter & 0x3F));
}

// Without space around it, and with no more than one inside, as MathML has it.
std::string trimmed(std::string_view text) {
  std::string trimmed;
  bool has_space = false;
  for (const char c : text) {
    if (kXmlSpace.find(c) != kXmlSpace.npos) {
      has_space = !trimmed.empty();
      continue;
    }
    if (has_space) trimmed += ' ';
    has_space = false;
    trimmed += c;
  }
  return trimmed;
}

class MathReader {
 public:
  MathReader(std::string_view text, const Diagnostic& where, Diagnostics& diagnostics)
      : text_(text), where_(where), diagnostics_(diagnostics) {}

  std::optional<MathNode> read() {
    skip_space();
    std::optional<MathNode> node = element(0);
    if (!node) return std::nullopt;
    if (node->tag != "math") return fail(codes::kMathSyntax, 0, {"the whole has to stand in <math> and </math>"});
    skip_space();
    if (at_ < text_.size()) return fail(codes::kMathSyntax, at_, {"something stands behind </math>"});
    return node;
  }

 private:
  std::nullopt_t fail(std::string_view code, std::size_t at, std::vector<std::string> details) {
    if (has_failed_) return std::nullopt;
    has_failed_ = true;
    Diagnostic diagnostic = where_;
    diagnostic.severity = Severity::kError;
    diagnostic.code = code;
    diagnostic.details = std::move(details);
    // As the string is usually written in JSON: what has to be escaped takes two letters there.
    if (diagnostic.position.line > 0) ++diagnostic.position.column;
    for (const char c : text_.substr(0, at)) {
      if (diagnostic.position.line == 0) break;
      const bool is_letter = (static_cast<unsigned char>(c) & 0xC0) != 0x80;
      diagnostic.position.column += is_letter + (c == '"' || c == '\\' || c == '\n' || c == '\t' || c == '\r');
    }
    diagnostics_.add(std::move(diagnostic));
    return std::nullopt;
  }

  bool is_next(std::string_view letters) const { return text_.substr(at_, letters.size()) == letters; }

  // Comments too.
  void skip_space() {
    while (at_ < text_.size()) {
      if (kXmlSpace.find(text_[at_]) != kXmlSpace.npos) {
        ++at_;
      } else if (is_next("<!--")) {
        const std::size_t end = text_.find("-->", at_ + 4);
        at_ = end == text_.npos ? text_.size() : end + 3;
      } else {
        return;
      }
    }
  }

  std::string_view name() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && is_name_letter(text_[at_])) ++at_;
    return text_.substr(begin, at_ - begin);
  }

  // What `&…;` stands for, added to `target`. False, after a report, when it stands for nothing.
  bool entity(std::string& target) {
    const std::size_t begin = at_++;
    const std::size_t end = text_.find(';', at_);
    const std::string_view name = end == text_.npos || end - at_ > 32 ? std::string_view() : text_.substr(at_, end - at_);
    constexpr std::pair<std::string_view, char> kKnown[] = {
        {"lt", '<'}, {"gt", '>'}, {"amp", '&'}, {"quot", '"'}, {"apos", '\''}};
    for (const auto& [known, letter] : kKnown) {
      if (name != known) continue;
      target += letter;
      at_ = end + 1;
      return true;
    }
    const bool is_hexadecimal = name.size() > 2 && name.substr(0, 2) == "#x";
    std::uint32_t letter = 0;
    bool is_number = name.size() > 1 && name[0] == '#';
    for (const char digit : name.substr(std::min<std::size_t>(name.size(), is_hexadecimal ? 2 : 1))) {
      const int value = digit >= '0' && digit <= '9'   ? digit - '0'
                        : digit >= 'a' && digit <= 'f' ? digit - 'a' + 10
                        : digit >= 'A' && digit <= 'F' ? digit - 'A' + 10
                                                       : 99;
      is_number = is_number && value < (is_hexadecimal ? 16 : 10) && letter < 0x110000;
      if (is_number) letter = letter * (is_hexadecimal ? 16 : 10) + static_cast<std::uint32_t>(value);
    }
    const bool is_letter = letter >= 0x20 && letter != 0x7F && letter < 0x110000 && (letter < 0xD800 || letter > 0xDFFF);
    if (!is_number || !is_letter) {
      fail(codes::kMathSyntax, begin,
           {name.empty() ? "an & stands alone; write &amp;" : "nobody knows &" + std::string(name) + "; here: write the sign itself"});
      return false;
    }
    append_utf8(letter, target);
    at_ = end + 1;
    return true;
  }

  // Letters up to one of `ends`, entities resolved. False when they end before, or after a report.
  bool letters(std::string_view ends, std::string& target) {
    while (at_ < text_.size() && ends.find(text_[at_]) == ends.npos) {
      if (text_[at_] == '&') {
        if (!entity(target)) return false;
      } else {
        target += text_[at_++];
      }
    }
    return at_ < text_.size();
  }

  bool attributes(std::string_view tag, MathNode& node) {
    while (true) {
      skip_space();
      const std::size_t begin = at_;
      const std::string attribute(name());
      if (attribute.empty()) return true;
      skip_space();
      const bool has_value = is_next("=");
      if (has_value) ++at_;
      skip_space();
      const char quote = at_ < text_.size() ? text_[at_] : '\0';
      std::string value;
      const bool is_quoted = has_value && (quote == '"' || quote == '\'');
      if (is_quoted) ++at_;
      if (!is_quoted || !letters(std::string_view(&quote, 1), value) || value.find('<') != value.npos) {
        fail(codes::kMathSyntax, begin, {"the value of " + attribute + " does not stand in quotation marks"});
        return false;
      }
      ++at_;
      if (attribute == "xmlns" && value == kMathNamespace) continue;
      const bool is_twice = std::any_of(node.attributes.begin(), node.attributes.end(),
                                        [&](const auto& other) { return other.first == attribute; });
      if (!is_math_attribute(attribute) || value.size() > kLongestMathWord || is_twice) {
        fail(codes::kMathAttribute, begin, {attribute, std::string(tag)});
        return false;
      }
      // How it is set is the page's to say: a block of its own.
      if (attribute != "display" && !value.empty()) node.attributes.emplace_back(attribute, std::move(value));
    }
  }

  std::optional<MathNode> element(int depth) {
    const std::size_t begin = at_;
    if (!is_next("<")) return fail(codes::kMathSyntax, at_, {"an element has to stand here, such as <mi>x</mi>"});
    ++at_;
    const std::string tag(name());
    // What it means stands in its first part; the rest says the same to other programs.
    const bool is_wrapper = tag == "semantics";
    if (tag.empty()) return fail(codes::kMathSyntax, begin, {"a < stands alone; write &lt;"});
    if (!is_wrapper && (!is_math_element(tag) || (tag == "math") != (depth == 0))) {
      return fail(codes::kMathElement, begin, {tag});
    }
    if (depth > kDeepestMath || ++elements_ > kMostMathElements) {
      return fail(codes::kMathSyntax, begin, {"the formula is too large; make several of it"});
    }
    MathNode node;
    node.tag = tag;
    if (!attributes(tag, node)) return std::nullopt;
    if (is_next("/>")) {
      at_ += 2;
    } else if (!is_next(">")) {
      return fail(codes::kMathSyntax, at_, {"<" + tag + "> is not closed by a >"});
    } else {
      ++at_;
      if (!content(node, depth)) return std::nullopt;
    }
    const std::size_t wanted = parts_of(tag);
    if (wanted > 0 && node.children.size() != wanted) {
      return fail(codes::kMathSyntax, begin, {"<" + tag + "> has to have " + std::to_string(wanted) + " parts and has " +
                                              std::to_string(node.children.size())});
    }
    if (!is_wrapper) return node;
    if (node.children.empty()) return fail(codes::kMathSyntax, begin, {"nothing stands in <semantics>"});
    MathNode first = std::move(node.children.front());
    return first;
  }

  // Up to and with the end tag.
  bool content(MathNode& node, int depth) {
    const bool is_token = is_math_token(node.tag);
    std::string text;
    while (true) {
      if (!is_token) skip_space();
      const std::size_t begin = at_;
      if (!letters("<", text)) {
        fail(codes::kMathSyntax, begin, {"<" + node.tag + "> has no end; write </" + node.tag + ">"});
        return false;
      }
      if (!is_token && !text.empty()) {
        fail(codes::kMathSyntax, begin, {"letters stand in <" + node.tag + ">; put them into <mi>, <mn>, <mo> or <mtext>"});
        return false;
      }
      if (is_next("</")) break;
      if (is_next("<!--")) {
        skip_space();
        continue;
      }
      if (is_token) {
        fail(codes::kMathSyntax, at_, {"only letters may stand in <" + node.tag + ">"});
        return false;
      }
      if (is_next("<annotation") && node.tag == "semantics" && !node.children.empty()) {
        const std::size_t end = text_.find("</semantics", at_);
        at_ = end == text_.npos ? text_.size() : end;
        continue;
      }
      std::optional<MathNode> child = element(depth + 1);
      if (!child) return false;
      node.children.push_back(std::move(*child));
    }
    const std::size_t begin = at_;
    at_ += 2;
    const std::string_view end = name();
    skip_space();
    if (end != node.tag || !is_next(">")) {
      fail(codes::kMathSyntax, begin, {"<" + node.tag + "> has to end by </" + node.tag + "> before this"});
      return false;
    }
    ++at_;
    node.text = trimmed(text);
    if (node.text.size() <= kLongestMathWord) return true;
    fail(codes::kMathSyntax, begin, {"too many letters stand in <" + node.tag + ">"});
    return false;
  }

  std::string_view text_;
  const Diagnostic& where_;
  Diagnostics& diagnostics_;
  std::size_t at_ = 0;
  std::size_t elements_ = 0;
  bool has_failed_ = false;
};

}  // namespace

std::optional<MathNode> read_mathml(std::string_view text, const Diagnostic& where, Diagnostics& diagnostics) {
  return MathReader(text, where, diagnostics).read();
}

}  // namespace bytes::content
