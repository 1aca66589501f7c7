#include "learning/event.h"

#include <algorithm>
#include <tuple>

#include "base/json_writer.h"
#include "base/name_map.h"

namespace bytes::learning {
namespace {

using content::JsonValue;

struct KindName {
  EventKind kind;
  std::string_view name;
};

constexpr KindName kKinds[] = {
    {EventKind::kStarted, "started"}, {EventKind::kChose, "chose"},   {EventKind::kChecked, "checked"},
    {EventKind::kRetried, "retried"}, {EventKind::kHinted, "hinted"}, {EventKind::kRead, "read"},
    {EventKind::kForgot, "forgot"},   {EventKind::kPlaced, "placed"}, {EventKind::kRated, "rated"},
    {EventKind::kWrote, "wrote"},     {EventKind::kHelped, "helped"}, {EventKind::kTook, "took"},
    {EventKind::kRewound, "rewound"}, {EventKind::kMoved, "moved"},   {EventKind::kReached, "reached"},
};

std::string_view name_of(EventKind kind) {
  for (const KindName& row : kKinds) {
    if (row.kind == kind) return row.name;
  }
  return "unknown";
}

EventKind kind_of(std::string_view name) {
  for (const KindName& row : kKinds) {
    if (row.name == name) return row.kind;
  }
  return EventKind::kUnknown;
}

// Whether its data is a number that counts from 0.
bool has_step(EventKind kind) {
  return kind == EventKind::kTook || kind == EventKind::kRewound || kind == EventKind::kMoved;
}

std::string_view value_name(EventKind kind) { return kind == EventKind::kPlaced ? "group" : "text"; }

bool is_random_id(std::string_view text) {
  return text.size() == 32 && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
         });
}

// Ids of Bytes, and subjects such as `question/option`.
bool is_subject(std::string_view text) {
  return text.size() <= 300 && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '-' || c == '/';
         });
}

const std::string* text_in(const JsonValue& record, std::string_view key) {
  const JsonValue* value = record.find(key);
  return value && value->is_string() ? &value->string : nullptr;
}

std::int64_t integer_in(const JsonValue& record, std::string_view key) {
  const JsonValue* value = record.find(key);
  return value && value->is_integer() ? value->integer : -1;
}

// Fills `event`; returns what is wrong, or null.
const char* read_event(const JsonValue& record, Event& event) {
  if (!record.is_object()) return "it is not a record";
  const std::int64_t format = integer_in(record, "v");
  if (format < 1) return "its format is missing";
  const std::string* id = text_in(record, "id");
  const std::string* device = text_in(record, "device");
  if (!id || !is_random_id(*id)) return "its id is not 32 hexadecimal digits";
  if (!device || !is_random_id(*device)) return "its device is not 32 hexadecimal digits";
  event.n = integer_in(record, "n");
  event.at = integer_in(record, "at");
  if (event.n < 1 || event.n > kMostEvents) return "its number is none";
  // Later than any calendar of a browser: a number that would put all else in its past.
  if (event.at < 0 || event.at > kLatest) return "its time is none";
  const std::string* byte = text_in(record, "byte");
  const std::string* version = text_in(record, "version");
  const std::string* kind = text_in(record, "kind");
  const std::string* subject = text_in(record, "subject");
  if (!byte || byte->empty() || !is_subject(*byte)) return "it does not name a Byte";
  if (!version) return "its version is missing";
  if (!kind || kind->empty()) return "its kind is missing";
  if (!subject || !is_subject(*subject)) return "its subject is not an id";
  const JsonValue* data = record.find("data");
  if (!data || !data->is_object()) return "its data are missing";
  event.id = *id;
  event.device = *device;
  event.byte = *byte;
  event.version = *version;
  event.kind = kind_of(*kind);
  event.subject = *subject;
  if (event.kind == EventKind::kStarted) {
    const std::int64_t seed = integer_in(*data, "seed");
    const std::string* key = text_in(*data, "key");
    if (seed < 0 || seed > UINT32_MAX || !key) return "its attempt has no seed or no key";
    event.seed = static_cast<std::uint32_t>(seed);
    event.key = *key;
  } else if (event.kind == EventKind::kChose || event.kind == EventKind::kHelped) {
    const JsonValue* on = data->find("on");
    if (!on || !on->is_boolean()) return "its choice is neither on nor off";
    event.on = on->boolean;
  } else if (event.kind == EventKind::kRated) {
    const std::int64_t level = integer_in(*data, "level");
    if (level < 1 || level > kMostSure) return "its level is none";
    event.level = static_cast<int>(level);
  } else if (has_step(event.kind)) {
    const std::int64_t step = integer_in(*data, "step");
    if (step < 0 || step > kMostSteps) return "its step is none";
    event.step = static_cast<int>(step);
  } else if (event.kind == EventKind::kReached) {
    const std::int64_t all = integer_in(*data, "all");
    const std::int64_t done = integer_in(*data, "done");
    if (all < 1 || all > kMostParts || done < 0 || done > all) return "its parts are none";
    event.done = static_cast<int>(done);
    event.all = static_cast<int>(all);
  } else if (event.kind == EventKind::kPlaced || event.kind == EventKind::kWrote) {
    const std::string* value = text_in(*data, value_name(event.kind));
    if (!value || value->size() > kLongestWords) return "its words are missing or too long";
    event.value = *value;
  }
  return nullptr;
}

}  // namespace

bool comes_before(const Event& a, const Event& b) {
  return std::tie(a.at, a.device, a.n, a.id) < std::tie(b.at, b.device, b.n, b.id);
}

std::string to_json(const Event& event) {
  JsonWriter json;
  const auto text = [&](std::string_view key, std::string_view value) {
    json.key(key);
    json.string(value);
  };
  json.begin_object();
  json.key("v");
  json.integer(kEventFormat);
  text("id", event.id);
  text("device", event.device);
  json.key("n");
  json.integer(event.n);
  json.key("at");
  json.integer(event.at);
  text("byte", event.byte);
  text("version", event.version);
  text("kind", name_of(event.kind));
  text("subject", event.subject);
  json.key("data");
  json.begin_object();
  if (event.kind == EventKind::kStarted) {
    json.key("seed");
    json.integer(event.seed);
    text("key", event.key);
  } else if (event.kind == EventKind::kChose || event.kind == EventKind::kHelped) {
    json.key("on");
    json.boolean(event.on);
  } else if (event.kind == EventKind::kRated) {
    json.key("level");
    json.integer(event.level);
  } else if (has_step(event.kind)) {
    json.key("step");
    json.integer(event.step);
  } else if (event.kind == EventKind::kReached) {
    json.key("done");
    json.integer(event.done);
    json.key("all");
    json.integer(event.all);
  } else if (event.kind == EventKind::kPlaced || event.kind == EventKind::kWrote) {
    text(value_name(event.kind), event.value);
  }
  json.end_object();
  json.end_object();
  return json.take();
}

ReadEvents read_events(const JsonValue& array) {
  ReadEvents read;
  if (!array.is_array()) return read;
  for (std::size_t i = 0; i < array.items.size(); ++i) {
    Event event;
    if (integer_in(array.items[i], "v") > kEventFormat) {
      ++read.newer;
    } else if (const char* reason = read_event(array.items[i], event)) {
      read.rejected.push_back({i, reason});
    } else {
      read.events.push_back(std::move(event));
    }
  }
  return read;
}

std::vector<Event> merged(std::vector<Event> events, std::vector<std::string>* erased) {
  std::sort(events.begin(), events.end(), comes_before);
  NameMap<std::size_t> last_forgot;
  for (std::size_t i = 0; i < events.size(); ++i) {
    if (events[i].kind != EventKind::kForgot) continue;
    if (std::size_t* earlier = last_forgot.add(events[i].byte, i)) *earlier = i;
  }
  std::vector<Event> counting;
  NameMap<std::size_t> seen;
  for (std::size_t i = 0; i < events.size(); ++i) {
    if (seen.add(events[i].id, i)) continue;
    const std::size_t* forgot = last_forgot.find(events[i].byte);
    // The `forgot` events stay: they are what a later merge obeys.
    if (forgot && i < *forgot && events[i].kind != EventKind::kForgot) {
      if (erased) erased->push_back(events[i].id);
    } else {
      counting.push_back(events[i]);
    }
  }
  return counting;
}

}  // namespace bytes::learning
