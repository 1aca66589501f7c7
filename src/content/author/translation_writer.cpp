#include "content/author/translation_writer.h"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/json_writer.h"
#include "content/author/json_place.h"
#include "content/author/json_text.h"
#include "content/author/translatable.h"

namespace bytes::content {
namespace {

// In one line.
void write_value(const JsonValue& value, std::string& json) {
  switch (value.kind) {
    case JsonValue::Kind::kNull: json += "null"; return;
    case JsonValue::Kind::kBoolean: json += value.boolean ? "true" : "false"; return;
    case JsonValue::Kind::kInteger: json += std::to_string(value.integer); return;
    case JsonValue::Kind::kNumber: {
      JsonWriter number;
      number.number(value.number);
      json += number.text();
      return;
    }
    case JsonValue::Kind::kString: return write_json_string(value.string, json);
    case JsonValue::Kind::kArray:
      json += '[';
      for (const JsonValue& item : value.items) {
        if (&item != value.items.data()) json += ", ";
        write_value(item, json);
      }
      json += ']';
      return;
    case JsonValue::Kind::kObject:
      if (value.members.empty()) {
        json += "{}";
        return;
      }
      json += "{ ";
      for (const JsonMember& member : value.members) {
        if (&member != value.members.data()) json += ", ";
        write_json_string(member.key, json);
        json += ": ";
        write_value(member.value, json);
      }
      json += " }";
  }
}

// The members of an object, a line each.
class Lines {
 public:
  Lines(std::string& json, std::string indent) : json_(json), indent_(std::move(indent)) { json_ += '{'; }

  std::string& member(std::string_view name) {
    json_ += is_first_ ? "\n" : ",\n";
    is_first_ = false;
    json_ += indent_ + "  ";
    write_json_string(name, json_);
    json_ += ": ";
    return json_;
  }
  void string(std::string_view name, std::string_view letters) { write_json_string(letters, member(name)); }
  void value(std::string_view name, const JsonValue& value) { write_value(value, member(name)); }
  void end() { json_ += is_first_ ? "}" : "\n" + indent_ + "}"; }

 private:
  std::string& json_;
  std::string indent_;
  bool is_first_ = true;
};

bool has_words(const JsonValue* entry) {
  const JsonValue* text = entry ? entry->find("text") : nullptr;
  return text && (!text->is_string() || !text->string.empty());
}

class Refresh {
 public:
  Refresh(std::string_view before, Byte byte, std::string_view language, std::string_view schema,
          const SourceText& source)
      : byte_(std::move(byte)), language_(language), schema_(schema), source_(source) {
    Diagnostics ignored;
    before_ = parse_json(before, {}, ignored);
    for (auto [list, entries] : {std::pair{"strings", &given_}, {"x-unused", &kept_}}) {
      const JsonValue* members = before_.find(list);
      if (!members) continue;
      for (const JsonMember& member : members->members) entries->emplace(member.key, &member.value);
    }
  }

  RefreshedTranslation run() {
    std::string json;
    Lines file(json, "");
    const JsonValue* schema = before_.find("$schema");
    file.string("$schema", schema ? std::string_view(schema->string) : schema_);
    file.member("format") += '1';
    file.string("translates", byte_.id);
    file.string("language", language_);
    for (const JsonMember& member : before_.members) {
      const bool is_ours = member.key == "$schema" || member.key == "format" || member.key == "translates" ||
                           member.key == "language" || member.key == "strings" || member.key == "x-unused";
      if (!is_ours) file.value(member.key, member.value);
    }
    add_strings(file);
    RefreshedTranslation refreshed;
    refreshed.unused = add_unused(file);
    file.end();
    json += '\n';
    Diagnostics ignored;
    if (const auto translation = read_translation(json, {}, ignored)) {
      refreshed.report = apply_translation(byte_, *translation, ignored);
    }
    refreshed.text = std::move(json);
    return refreshed;
  }

 private:
  using Entries = std::unordered_map<std::string_view, const JsonValue*>;

  static const JsonValue* find(const Entries& entries, const std::string& key) {
    const auto found = entries.find(key);
    return found == entries.end() ? nullptr : found->second;
  }

  void add_strings(Lines& file) {
    Lines strings(file.member("strings"), "  ");
    visit_strings(byte_, [&](const TranslatableString& string) {
      if (string.key.empty()) return;
      known_.insert(string.key);
      const JsonValue* entry = find(given_, string.key);
      if (const JsonValue* kept = find(kept_, string.key); !has_words(entry) && has_words(kept)) {
        entry = kept;
        taken_up_.insert(string.key);
      }
      // What is fine as it is in most languages is left to those who ask for it.
      const bool is_asked_for = !is_optional(string.kind) && is_in_source_language(string);
      if (entry || is_asked_for) add(strings, string, entry);
    });
    strings.end();
  }

  bool is_in_source_language(const TranslatableString& string) const {
    for (const Block* block : {string.block, string.around}) {
      if (block && !block->language.empty()) return block->language == byte_.language;
    }
    return true;
  }

  void add(Lines& strings, const TranslatableString& string, const JsonValue* entry) {
    Lines lines(strings.member(string.key), "    ");
    const JsonValue* of = entry ? entry->find("of") : nullptr;
    const std::string hash = source_hash(string);
    const bool is_translated = has_words(entry);
    const bool is_stale = is_translated && of && of->string != hash;
    lines.string("of", is_stale ? of->string : hash);
    if (!is_translated || is_stale) add_source(lines, string);
    if (entry && entry->find("text")) {
      lines.value("text", *entry->find("text"));
    } else {
      lines.string("text", "");
    }
    if (entry) {
      for (const JsonMember& member : entry->members) {
        if (member.key != "of" && member.key != "source" && member.key != "text") lines.value(member.key, member.value);
      }
    }
    lines.end();
  }

  void add_source(Lines& lines, const TranslatableString& string) {
    if (const JsonValue* source = find_value_at(source_of(string.place.scenario), string.place.path)) {
      lines.value("source", *source);
    }
  }

  const JsonValue& source_of(const std::string& scenario) {
    const auto [place, is_new] = sources_.try_emplace(scenario);
    Diagnostics ignored;
    if (is_new) place->second = parse_json(source_(scenario), {}, ignored);
    return place->second;
  }

  int add_unused(Lines& file) {
    std::vector<const JsonMember*> unused;
    if (const JsonValue* kept = before_.find("x-unused")) {
      for (const JsonMember& member : kept->members) {
        if (taken_up_.count(member.key) == 0) unused.push_back(&member);
      }
    }
    if (const JsonValue* strings = before_.find("strings")) {
      for (const JsonMember& member : strings->members) {
        // One that holds nobody's words is dropped.
        const bool is_kept = has_words(&member.value) || member.value.find("note");
        if (is_kept && known_.count(member.key) == 0) unused.push_back(&member);
      }
    }
    if (unused.empty()) return 0;
    // Two of the same key are both somebody's words.
    std::set<std::string> names;
    Lines entries(file.member("x-unused"), "  ");
    for (std::size_t i = 0; i < unused.size(); ++i) {
      std::string name = unused[i]->key;
      while (!names.insert(name).second) name += "+";
      entries.value(name, unused[i]->value);
    }
    entries.end();
    return static_cast<int>(unused.size());
  }

  Byte byte_;
  JsonValue before_;
  Entries given_;  // Its translated strings.
  Entries kept_;   // And its unused ones.
  std::string_view language_;
  std::string_view schema_;
  const SourceText& source_;
  std::map<std::string, JsonValue> sources_;
  std::set<std::string> known_;
  std::set<std::string> taken_up_;  // Out of `x-unused`.
};

// Behind the string that begins at `offset`.
std::size_t end_of_string(std::string_view text, std::size_t offset) {
  for (++offset; offset < text.size() && text[offset] != '"'; ++offset) offset += text[offset] == '\\';
  return std::min(offset + 1, text.size());
}

bool is_among(const Block* block, const std::vector<Block>& blocks) {
  return !blocks.empty() && block >= blocks.data() && block < blocks.data() + blocks.size();
}

// What the id of a block without one begins with.
std::string id_around(const Byte& byte, const TranslatableString& string) {
  if (string.around && std::holds_alternative<ScenarioBlock>(string.around->content)) {
    // `nodes.monday.blocks[0]`, behind the block's own place if the scenario has no file.
    const std::string& path = string.block_place.path;
    const std::size_t end = path.rfind(".blocks[");
    const std::size_t begin = path.rfind('.', end - 1);
    return path.substr(begin + 1, end - begin - 1);
  }
  if (string.around && !string.around->id.empty()) return string.around->id;
  for (const Section& section : byte.sections) {
    if (is_among(string.block, section.blocks) || is_among(string.around, section.blocks)) return section.id;
  }
  return "block";
}

void add_block_ids(const std::vector<Block>& blocks, std::set<std::string>& ids) {
  for (const Block& block : blocks) {
    ids.insert(block.id);
    if (const auto* bank = std::get_if<BankBlock>(&block.content)) add_block_ids(bank->questions, ids);
    const auto* accordion = std::get_if<AccordionBlock>(&block.content);
    if (!accordion) continue;
    for (const AccordionItem& item : accordion->items) add_block_ids(item.blocks, ids);
  }
}

}  // namespace

std::map<std::string, std::string> with_block_ids(const Byte& original, const SourceText& source) {
  Byte byte = original;
  std::set<std::string> ids;
  for (const Section& section : byte.sections) {
    ids.insert(section.id);
    add_block_ids(section.blocks, ids);
  }
  visit_scenarios(std::as_const(byte), [&](const ScenarioBlock& block, const std::string&) {
    for (const Node& node : block.scenario.nodes) add_block_ids(node.blocks, ids);
  });

  std::map<std::string, std::map<std::string, std::string>> new_ids;  // By file, by path.
  std::map<std::string, int> numbers;  // That were given last, by what the ids begin with.
  visit_strings(byte, [&](const TranslatableString& string) {
    const bool has_id = !string.block || !string.block->id.empty();
    if (has_id || is_optional(string.kind)) return;
    std::string& id = new_ids[string.block_place.scenario][string.block_place.path];
    if (!id.empty()) return;
    const std::string name = id_around(byte, string) + '-' + std::string(type_name(string.block->content));
    id = name;
    int& number = numbers.try_emplace(name, 1).first->second;
    while (!ids.insert(id).second) id = name + '-' + std::to_string(++number);
  });

  std::map<std::string, std::string> changed;
  for (const auto& [scenario, paths] : new_ids) {
    const std::string text = source(scenario);
    Diagnostics ignored;
    const JsonValue root = parse_json(text, {}, ignored);
    std::vector<std::pair<Position, std::string>> insertions;
    for (const auto& [path, id] : paths) {
      const JsonValue* block = find_value_at(root, path);
      const JsonValue* type = block ? block->find("type") : nullptr;
      if (type) insertions.emplace_back(type->position, id);
    }
    std::sort(insertions.begin(), insertions.end(), [](const auto& a, const auto& b) {
      return std::pair(a.first.line, a.first.column) < std::pair(b.first.line, b.first.column);
    });
    Offsets offsets(text);
    std::string with_ids;
    std::size_t copied = 0;
    for (const auto& [position, id] : insertions) {
      const std::size_t end = end_of_string(text, offsets.at(position));
      with_ids.append(text, copied, end - copied);
      with_ids += ", \"id\": \"" + id + '"';
      copied = end;
    }
    with_ids.append(text, copied);
    changed.emplace(scenario, std::move(with_ids));
  }
  return changed;
}

RefreshedTranslation refresh_translation(std::string_view before, const Byte& byte, std::string_view language,
                                         std::string_view schema, const SourceText& source) {
  return Refresh(before, byte, language, schema, source).run();
}

}  // namespace bytes::content
