#include "content/author/fix.h"

#include <algorithm>
#include <set>
#include <utility>

#include "content/author/characters.h"
#include "content/author/json_place.h"
#include "content/author/json_text.h"
#include "content/author/rules_questions.h"
#include "content/block_reader.h"
#include "content/json.h"
#include "content/reading.h"
#include "content/scenario_reader.h"

namespace bytes::content {
namespace {

constexpr std::size_t kLongestId = 40;
constexpr std::size_t kMostWords = 5;

// The letters without their accents: `e` for `é`, `ss` for `ß`. Empty for what is no Latin letter and no digit.
std::string_view plain_letters(char32_t c) {
  static constexpr std::string_view kAscii = "abcdefghijklmnopqrstuvwxyz0123456789";
  if (c < 0x80) {
    const std::size_t at = kAscii.find(static_cast<char>(c));
    return at == kAscii.npos ? std::string_view() : kAscii.substr(at, 1);
  }
  // From U+00DF and U+0100 on, in their order.
  static constexpr std::string_view kLatin1[] = {"ss", "a", "a", "a", "a", "a", "a", "ae", "c", "e",  "e",
                                                 "e",  "e", "i", "i", "i", "i", "d", "n",  "o", "o",  "o",
                                                 "o",  "o", "",  "o", "u", "u", "u", "u",  "y", "th", "y"};
  static constexpr std::string_view kExtended =
      "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii--jjkkklllllllllln"
      "nnnnnnnnoooooo--rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
  if (c >= 0xdf && c <= 0xff) return kLatin1[c - 0xdf];
  if (c >= 0x100 && c < 0x100 + kExtended.size() && kExtended[c - 0x100] != '-') return kExtended.substr(c - 0x100, 1);
  return c == 0x153 ? "oe" : std::string_view();
}

// What a reader sees of a text with marks: without the addresses of links.
std::string without_addresses(std::string_view text) {
  std::string letters;
  for (std::size_t i = 0; i < text.size(); ++i) {
    letters += text[i];
    if (text.substr(i, 2) != "](") continue;
    const std::size_t end = text.find(')', i);
    if (end == text.npos) break;
    i = end;
  }
  return letters;
}

// A string, or the letters of runs.
std::string letters_in(const JsonValue* value) {
  if (!value) return {};
  if (value->is_string()) return without_addresses(value->string);
  std::string letters;
  for (const JsonValue& run : value->items) {
    const JsonValue* text = run.is_object() ? run.find("text") : &run;
    if (text && text->is_string()) letters += text->string;
  }
  return letters;
}

using Ids = std::set<std::string, std::less<>>;

void add_id_of(const JsonValue& object, Ids& ids) {
  const JsonValue* id = object.find("id");
  if (id && id->is_string()) ids.insert(id->string);
}

const std::vector<JsonValue>& items_of(const JsonValue& object, std::string_view name) {
  static const std::vector<JsonValue> kNone;
  const JsonValue* list = object.find(name);
  return list && list->is_array() ? list->items : kNone;
}

class Mender {
 public:
  explicit Mender(std::string_view text) : text_(text) {}

  std::optional<Mended> mend_byte(std::string_view folder) {
    if (!read()) return std::nullopt;
    if (is_id(folder)) need_id(root_, {}, std::string(folder));
    // What stays is named first, so that nothing new takes its name.
    for (const JsonValue& section : items_of(root_, "sections")) {
      add_id_of(section, block_ids_);
      for (const JsonValue& block : items_of(section, "blocks")) {
        add_id_of(block, block_ids_);
        for (const JsonValue& question : items_of(block, "questions")) add_id_of(question, block_ids_);
        for (const JsonValue& item : items_of(block, "items")) {
          for (const JsonValue& inner : items_of(item, "blocks")) add_id_of(inner, block_ids_);
        }
        const std::string_view name = name_by_file(block);
        if (!block.find("id") && !name.empty()) block_ids_.insert(std::string(name));
      }
    }
    const std::vector<JsonValue>& sections = items_of(root_, "sections");
    for (std::size_t s = 0; s < sections.size(); ++s) mend_section(sections[s], "sections[" + std::to_string(s) + "]");
    return write();
  }

  std::optional<Mended> mend_scenario() {
    if (!read()) return std::nullopt;
    mend_choices(root_, {});
    return write();
  }

 private:
  // An id that is to be written before the object's member `before`.
  struct Insertion {
    const JsonValue* object;
    std::size_t before;
    std::string id;
    std::string path;
  };

  bool read() {
    Diagnostics diagnostics;
    root_ = parse_json(text_, {}, diagnostics);
    return root_.was_read();
  }

  // As the reader has it.
  static std::string_view name_by_file(const JsonValue& block) {
    const JsonValue* type = block.find("type");
    const JsonValue* src = block.find("src");
    if (!type || type->string != "scenario" || !src) return {};
    const std::string_view name = scenario_name(src->string);
    return is_id(name) ? name : std::string_view();
  }

  void mend_section(const JsonValue& section, const std::string& path) {
    name(section, path, {letters_in(section.find("title"))}, "section", block_ids_);
    const std::vector<JsonValue>& blocks = items_of(section, "blocks");
    for (std::size_t b = 0; b < blocks.size(); ++b) {
      mend_block(blocks[b], path + ".blocks[" + std::to_string(b) + "]");
    }
  }

  void mend_block(const JsonValue& block, const std::string& path) {
    const JsonValue* type = block.find("type");
    if (!type || !type->is_string() || !is_kept(type->string)) return;
    if (name_by_file(block).empty()) {
      const std::vector<std::string> words = {letters_in(block.find("prompt")), letters_in(block.find("lead")),
                                              letters_in(block.find("title"))};
      name(block, path, words, type->string, block_ids_);
    }
    if (type->string == "question") mend_question(block, path);
    if (type->string == "worksheet") {
      mend_list(block, path, "fields", "field", "label");
      mend_lists_in(block, path, "fields");
    }
    if (type->string == "bank") {
      const std::vector<JsonValue>& questions = items_of(block, "questions");
      for (std::size_t i = 0; i < questions.size(); ++i) {
        const std::string place = path + ".questions[" + std::to_string(i) + ']';
        name(questions[i], place, {letters_in(questions[i].find("prompt"))}, "question", block_ids_);
        mend_question(questions[i], place);
      }
    }
    if (type->string == "checklist") mend_list(block, path, "items", "item");
    if (type->string == "scenario") mend_choices(block, path);
  }

  void mend_question(const JsonValue& question, const std::string& path) {
    mend_list(question, path, "options", "option");
    mend_list(question, path, "groups", "group");
    Ids ids;
    for (const std::string_view list : {"pairs", "others"}) {
      for (const JsonValue& item : items_of(question, list)) add_id_of(item, ids);
    }
    mend_list(question, path, "pairs", "pair", "text", ids);
    mend_list(question, path, "others", "other", "text", ids);
    mend_lists_in(question, path, "gaps");
    name_gaps(question, path);
  }

  // Those that the text has and no gap yet, in their order.
  void name_gaps(const JsonValue& question, const std::string& path) {
    const JsonValue* text = question.find("text");
    const std::vector<JsonValue>& gaps = items_of(question, "gaps");
    if (!text || !text->is_string()) return;
    Ids ids;
    for (const JsonValue& gap : gaps) add_id_of(gap, ids);
    std::vector<std::string> free;
    const std::string& letters = text->string;
    for (std::size_t i = letters.find("{{"); i != letters.npos; i = letters.find("{{", i + 1)) {
      const std::size_t end = letters.find("}}", i);
      if (end == letters.npos) break;
      const std::string id = letters.substr(i + 2, end - i - 2);
      const bool is_escaped = i > 0 && letters[i - 1] == '\\';
      if (!is_escaped && is_id(id) && ids.insert(id).second) free.push_back(id);
    }
    // Which is which is known only if there are as many.
    std::vector<std::size_t> unnamed;
    for (std::size_t i = 0; i < gaps.size(); ++i) {
      if (gaps[i].is_object() && !gaps[i].find("id")) unnamed.push_back(i);
    }
    if (unnamed.size() != free.size()) return;
    for (std::size_t i = 0; i < free.size(); ++i) {
      need_id(gaps[unnamed[i]], path + ".gaps[" + std::to_string(unnamed[i]) + ']', free[i]);
    }
  }

  // Of what has options inside.
  void mend_lists_in(const JsonValue& object, const std::string& path, std::string_view list) {
    const std::vector<JsonValue>& items = items_of(object, list);
    for (std::size_t i = 0; i < items.size(); ++i) {
      mend_list(items[i], path + '.' + std::string(list) + '[' + std::to_string(i) + ']', "options", "option");
    }
  }

  void mend_list(const JsonValue& object, const std::string& path, std::string_view list, std::string_view what,
                 std::string_view words = "text") {
    Ids ids;
    for (const JsonValue& item : items_of(object, list)) add_id_of(item, ids);
    mend_list(object, path, list, what, words, ids);
  }

  // `words`: the field that ids are made of; `ids`: the ones that are taken.
  void mend_list(const JsonValue& object, const std::string& path, std::string_view list, std::string_view what,
                 std::string_view words, Ids& ids) {
    const std::vector<JsonValue>& items = items_of(object, list);
    for (std::size_t i = 0; i < items.size(); ++i) {
      std::string its_path = path.empty() ? std::string(list) : path + '.' + std::string(list);
      its_path += '[' + std::to_string(i) + ']';
      name(items[i], its_path, {letters_in(items[i].find(words))}, what, ids);
    }
  }

  void mend_choices(const JsonValue& scenario, const std::string& path) {
    const JsonValue* nodes = scenario.find("nodes");
    if (!nodes) return;
    for (const JsonMember& node : nodes->members) {
      // A path of such a name would not be found again.
      if (!is_id(node.key)) continue;
      mend_list(node.value, (path.empty() ? "nodes." : path + ".nodes.") + node.key, "choices", "choice");
    }
  }

  // `words`: what to take the id from, the first that gives one.
  void name(const JsonValue& object, const std::string& path, const std::vector<std::string>& words,
            std::string_view what, Ids& ids) {
    if (!object.is_object() || object.members.empty() || object.find("id")) return;
    std::string id;
    for (const std::string& text : words) {
      if (id.empty()) id = id_of_words(text);
    }
    const bool is_number_needed = id.empty();
    if (is_number_needed) id = what;
    std::string unique = is_number_needed ? id + "-1" : id;
    for (int number = 2; ids.count(unique) > 0; ++number) unique = id + '-' + std::to_string(number);
    ids.insert(unique);
    need_id(object, path, unique);
  }

  // Behind what files begin with.
  void need_id(const JsonValue& object, const std::string& path, std::string id) {
    if (!object.is_object() || object.members.empty() || object.find("id")) return;
    std::size_t before = 0;
    const auto comes_first = [](std::string_view key) { return key == "$schema" || key == "format" || key == "type"; };
    while (before + 1 < object.members.size() && comes_first(object.members[before].key)) ++before;
    insertions_.push_back({&object, before, std::move(id), path});
  }

  Mended write() {
    // The Byte's own id may come behind those of its sections.
    const auto place = [](const Insertion& insertion) { return insertion.object->members[insertion.before].position; };
    std::sort(insertions_.begin(), insertions_.end(), [&](const Insertion& a, const Insertion& b) {
      return std::pair(place(a).line, place(a).column) < std::pair(place(b).line, place(b).column);
    });
    Mended mended;
    Offsets offsets(text_);
    std::size_t copied = 0;
    for (const Insertion& insertion : insertions_) {
      const JsonMember& next = insertion.object->members[insertion.before];
      const std::size_t key = offsets.at(next.position);
      const std::size_t value = offsets.at(next.value.position);
      mended.text.append(text_, copied, key - copied);
      mended.text +=
          "\"id\"" + std::string(colon_before(value)) + '"' + insertion.id + "\"," + std::string(gap_before(key));
      copied = key;
    }
    mended.text.append(text_, copied);
    Diagnostics ignored;
    const JsonValue root = parse_json(mended.text, {}, ignored);
    for (Insertion& insertion : insertions_) {
      const std::string id_path = insertion.path.empty() ? "id" : insertion.path + ".id";
      mended.ids.push_back({std::move(insertion.id), std::move(insertion.path), value_at(root, id_path).position});
    }
    return mended;
  }

  // The white space before `offset`.
  std::string_view gap_before(std::size_t offset) const {
    std::size_t begin = offset;
    while (begin > 0 && std::string_view(" \t\r\n").find(text_[begin - 1]) != std::string_view::npos) --begin;
    return text_.substr(begin, offset - begin);
  }

  // The colon before a value, with its spaces, as this author writes it.
  std::string_view colon_before(std::size_t value) const {
    const std::size_t gap = gap_before(value).size();
    const std::string_view after = text_.substr(value - gap, gap);
    return after.empty() ? ":" : ": ";
  }

  std::string_view text_;
  JsonValue root_;
  Ids block_ids_;
  std::vector<Insertion> insertions_;
};

}  // namespace

std::string id_of_words(std::string_view text) {
  std::vector<std::string> words;
  std::vector<std::string> telling;
  visit_words(text, [&](std::string_view word) {
    std::string letters;
    for (std::size_t i = 0; i < word.size();) letters += plain_letters(in_lower_case(next_character(word, i)));
    if (letters.empty()) return;
    if (!is_english_stop_word(in_lower_case(word))) telling.push_back(letters);
    words.push_back(std::move(letters));
  });
  std::string id;
  std::size_t count = 0;
  for (const std::string& word : telling.empty() ? words : telling) {
    if (count == kMostWords || (count > 0 && id.size() + 1 + word.size() > kLongestId)) break;
    if (count++ > 0) id += '-';
    id += word.substr(0, kLongestId);
  }
  return id;
}

std::optional<Mended> with_missing_ids(std::string_view text, std::string_view folder) {
  return Mender(text).mend_byte(folder);
}

std::optional<Mended> scenario_with_missing_ids(std::string_view text) { return Mender(text).mend_scenario(); }

}  // namespace bytes::content
