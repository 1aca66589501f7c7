#include "outline/patch_json.h"

#include "base/json_writer.h"

namespace bytes::outline {
namespace {

void write(const RichText& text, JsonWriter& json) {
  json.begin_array();
  for (const Run& run : text) {
    json.begin_object();
    json.key("text");
    json.string(run.text);
    for (auto [is_on, name] : {std::pair{run.strong, "strong"}, {run.emphasis, "emphasis"}, {run.code, "code"}}) {
      if (!is_on) continue;
      json.key(name);
      json.boolean(true);
    }
    if (!run.href.empty() && is_safe_link(run.href)) {
      json.key("href");
      json.string(run.href);
    }
    if (!run.language.empty()) {
      json.key("language");
      json.string(run.language);
    }
    json.end_object();
  }
  json.end_array();
}

void write(const std::vector<AttributeValue>& attributes, JsonWriter& json) {
  json.begin_object();
  for (const AttributeValue& value : attributes) {
    if (value.attribute == Attribute::kHref && !is_safe_link(value.value)) continue;
    json.key(row_of(value.attribute).html);
    json.string(value.value);
  }
  json.end_object();
}

void write(const Element& element, const Handles& handles, JsonWriter& json) {
  json.begin_object();
  json.key("id");
  json.string(element.id);
  json.key("role");
  json.string(row_of(element.role).name);
  json.key("handle");
  json.integer(handles.of(element.id));
  json.key("text");
  write(element.text, json);
  json.key("attributes");
  write(element.attributes, json);
  json.key("children");
  json.begin_array();
  for (const Element& child : element.children) write(child, handles, json);
  json.end_array();
  json.end_object();
}

struct OperationWriter {
  const Handles& handles;
  JsonWriter& json;

  void operator()(const Insert& insert) const {
    json.string("insert");
    json.string(insert.parent);
    json.string(insert.before);
    write(insert.element, handles, json);
  }
  void operator()(const Remove& remove) const {
    json.string("remove");
    json.string(remove.id);
  }
  void operator()(const Move& move) const {
    json.string("move");
    json.string(move.id);
    json.string(move.before);
  }
  void operator()(const Set& set) const {
    json.string("set");
    json.string(set.id);
    if (set.text) {
      write(*set.text, json);
    } else {
      json.null();
    }
    write(set.attributes, json);
    json.begin_array();
    for (Attribute attribute : set.cleared) json.string(row_of(attribute).html);
    json.end_array();
  }
};

}  // namespace

std::string to_json(const Patch& patch, const Handles& handles) {
  JsonWriter json;
  json.begin_object();
  json.key("operations");
  json.begin_array();
  for (const Operation& operation : patch.operations) {
    json.begin_array();
    std::visit(OperationWriter{handles, json}, operation);
    json.end_array();
  }
  json.end_array();
  json.key("focus");
  json.string(patch.focus);
  json.end_object();
  return json.take();
}

std::string to_json(const Element& element, const Handles& handles) {
  JsonWriter json;
  write(element, handles, json);
  return json.take();
}

}  // namespace bytes::outline
