#include "outline/html_writer.h"

#include "outline/math.h"

namespace bytes::outline {
namespace {

void add_attribute(std::string_view name, std::string_view value, std::string& html) {
  ((html += ' ') += name) += "=\"";
  (html += escape_html(value)) += '"';
}

void add_run(const Run& run, std::string& html) {
  std::string closing;
  const auto open = [&](std::string_view tag) {
    (html += '<') += tag;
    closing = "</" + std::string(tag) + ">" + closing;
  };
  if (!run.href.empty() && is_safe_link(run.href)) {
    open("a");
    add_attribute("href", run.href, html);
    html += '>';
  }
  for (auto [is_on, tag] : {std::pair{run.strong, "strong"}, {run.emphasis, "em"}, {run.code, "code"}}) {
    if (!is_on) continue;
    open(tag);
    html += '>';
  }
  open("span");
  if (!run.language.empty()) {
    add_attribute("lang", run.language, html);
    add_attribute("dir", "auto", html);
  }
  html += '>';
  html += escape_html(run.text);
  html += closing;
}

void add_element(const Element& element, std::string& html) {
  const RoleRow& role = row_of(element.role);
  (html += '<') += role.tag;
  add_attribute("id", element.id, html);
  if (!role.class_name.empty()) add_attribute("class", role.class_name, html);
  html += role.fixed;
  for (const AttributeValue& value : element.attributes) {
    const AttributeRow& attribute = row_of(value.attribute);
    if (attribute.is_boolean) {
      (html += ' ') += attribute.html;
    } else if (value.attribute != Attribute::kHref || is_safe_link(value.value)) {
      add_attribute(attribute.html, value.value, html);
    }
  }
  html += '>';
  if (role.is_void) return;
  for (const Run& run : element.text) {
    if (is_math(element.role)) {
      html += escape_html(run.text);
    } else {
      add_run(run, html);
    }
  }
  for (const Element& child : element.children) add_element(child, html);
  ((html += "</") += role.tag) += '>';
}

}  // namespace

std::string escape_html(std::string_view text) {
  std::string escaped;
  escaped.reserve(text.size());
  for (char c : text) {
    switch (c) {
      case '&': escaped += "&amp;"; break;
      case '<': escaped += "&lt;"; break;
      case '>': escaped += "&gt;"; break;
      case '"': escaped += "&quot;"; break;
      default: escaped += c;
    }
  }
  return escaped;
}

std::string to_html(const Element& element) {
  std::string html;
  add_element(element, html);
  return html;
}

}  // namespace bytes::outline
