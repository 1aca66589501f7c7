#include "app/messages.h"

#include "base/json_writer.h"
#include "content/json.h"
#include "outline/patch_json.h"

namespace bytes::app {
namespace {

using content::JsonValue;

std::string text_in(const JsonValue& object, std::string_view key) {
  const JsonValue* value = object.find(key);
  return value && value->is_string() ? value->string : std::string();
}

bool is_on(const JsonValue& object, std::string_view key) {
  const JsonValue* value = object.find(key);
  return value && value->is_boolean() && value->boolean;
}

std::vector<std::string> texts_in(const JsonValue& object, std::string_view key) {
  std::vector<std::string> texts;
  const JsonValue* value = object.find(key);
  if (!value) return texts;
  for (const JsonValue& item : value->items) texts.push_back(item.string);
  return texts;
}

std::int64_t number_at(const JsonValue& object, std::string_view key) {
  const JsonValue* value = object.find(key);
  return value && value->is_integer() ? value->integer : 0;
}

learning::ReadEvents events_in(const JsonValue& object) {
  const JsonValue* value = object.find("events");
  return value ? learning::read_events(*value) : learning::ReadEvents{};
}

void read_input(const JsonValue& object, FrameInput& input, std::vector<learning::Rejected>& rejected) {
  const std::string type = text_in(object, "type");
  const auto add = [&](Input one) { input.inputs.push_back(std::move(one)); };
  if (type == "activated") {
    add(Activated{text_in(object, "id")});
  } else if (type == "toggled") {
    add(Toggled{text_in(object, "id"), is_on(object, "on")});
  } else if (type == "wrote") {
    add(Wrote{text_in(object, "id"), text_in(object, "text")});
  } else if (type == "loaded") {
    learning::ReadEvents read = events_in(object);
    add(Loaded{text_in(object, "device"), std::move(read.events), number_at(object, "last"),
               static_cast<int>(read.rejected.size()), read.newer, is_on(object, "emptied")});
    rejected = std::move(read.rejected);
  } else if (type == "arrived") {
    add(Arrived{events_in(object).events});
  } else if (type == "store-unavailable") {
    add(StoreUnavailable{text_in(object, "reason"), text_in(object, "device")});
  } else if (type == "saved") {
    add(Saved{texts_in(object, "ids")});
  } else if (type == "save-failed") {
    add(SaveFailed{texts_in(object, "ids"), text_in(object, "reason"), is_on(object, "full")});
  } else if (type == "try-again") {
    add(TryAgain{});
  } else if (type == "opened") {
    add(Opened{static_cast<int>(number_at(object, "taken")), static_cast<int>(number_at(object, "passed"))});
  } else if (type == "face-changed") {
    add(FaceChanged{is_on(object, "plain")});
  } else if (type == "saving-changed") {
    add(SavingChanged{is_on(object, "saves")});
  } else if (type == "update-ready") {
    add(UpdateReady{});
  }
}

struct CommandWriter {
  JsonWriter& json;

  void begin(std::string_view type) const {
    json.begin_object();
    json.key("type");
    json.string(type);
  }
  void operator()(const Store& command) const {
    begin("store");
    json.key("events");
    json.begin_array();
    for (const learning::Event& event : command.events) json.raw(learning::to_json(event));
    json.end_array();
    json.end_object();
  }
  void operator()(const Erase& command) const {
    begin("erase");
    json.key("ids");
    json.begin_array();
    for (const std::string& id : command.ids) json.string(id);
    json.end_array();
    json.end_object();
  }
  void operator()(const ChangeSaving& command) const {
    begin("change-saving");
    json.key("saves");
    json.boolean(command.saves_data);
    json.end_object();
  }
  void operator()(const UseUpdate&) const {
    begin("use-update");
    json.end_object();
  }
  void operator()(const UseFile& command) const {
    begin("use-file");
    json.key("opens");
    json.boolean(command.opens);
    json.end_object();
  }
  void operator()(const ChangeFace& command) const {
    begin("change-face");
    json.key("plain");
    json.boolean(command.is_plain);
    json.end_object();
  }
};

}  // namespace

FrameInput read_frame_input(std::string_view json, std::vector<learning::Rejected>& rejected) {
  // A learner's whole record comes in one message.
  constexpr content::JsonLimits kLimits{.bytes = 256u << 20, .depth = 16};
  Diagnostics diagnostics;
  const JsonValue message = content::parse_json(json, "message", diagnostics, kLimits);
  FrameInput input;
  if (const JsonValue* now = message.find("now")) input.now = now->integer;
  input.entropy = text_in(message, "entropy");
  if (const JsonValue* inputs = message.find("inputs")) {
    for (const JsonValue& one : inputs->items) read_input(one, input, rejected);
  }
  return input;
}

std::string write_frame_output(const FrameOutput& output, const std::vector<learning::Rejected>& rejected,
                               const outline::Handles& handles) {
  JsonWriter json;
  json.begin_object();
  json.key("patch");
  json.raw(outline::to_json(output.patch, handles));
  json.key("commands");
  json.begin_array();
  for (const Command& command : output.commands) std::visit(CommandWriter{json}, command);
  if (!rejected.empty()) {
    json.begin_object();
    json.key("type");
    json.string("set-aside");
    json.key("records");
    json.begin_array();
    for (const learning::Rejected& record : rejected) {
      json.begin_array();
      json.integer(static_cast<std::int64_t>(record.index));
      json.string(record.reason);
      json.end_array();
    }
    json.end_array();
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return json.take();
}

}  // namespace bytes::app
