#include "content/author/translation.h"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <utility>

#include "content/author/explain.h"
#include "content/author/language_name.h"
#include "content/author/markup.h"
#include "content/author/mathml.h"
#include "content/author/translatable.h"
#include "content/codes.h"
#include "content/fields.h"

namespace bytes::content {
namespace {

// Of one kind: more than that are for `byte translate` to list.
constexpr int kMostRemarks = 20;
// Of which the nearest is looked for.
constexpr std::size_t kMostKnownKeys = 2000;

ReadOptions author_options() {
  ReadOptions options;
  options.markup = read_markup;
  options.math = read_mathml;
  return options;
}

// What stands around a translated string in its file.
struct StringPlace {
  const Translation& translation;
  const TranslatedString& string;
  Place root = {};
  Place strings = {&root, "strings", -1, {}};
  Place key = {&strings, string.key, -1, string.position};
  Place text = {&key, "text", -1, string.text.position};
};

class Application {
 public:
  Application(Byte& byte, const Translation& translation, Diagnostics& diagnostics)
      : byte_(byte),
        translation_(translation),
        diagnostics_(diagnostics),
        options_(author_options()),
        reading_(translation.file, options_, diagnostics) {}

  TranslationReport run() {
    source_language_ = byte_.language;
    visit_strings(byte_, [&](const TranslatableString& string) { strings_.push_back(string); });
    std::unordered_map<std::string_view, const TranslatedString*> given;
    for (const TranslatedString& string : translation_.strings) given.emplace(string.key, &string);
    std::vector<bool> are_translated;
    for (TranslatableString& string : strings_) {
      const auto found = string.key.empty() ? given.end() : given.find(string.key);
      are_translated.push_back(translate(string, found == given.end() ? nullptr : found->second));
    }
    for (std::size_t i = 0; i < strings_.size(); ++i) {
      if (!are_translated[i]) say_language(strings_[i]);
    }
    for (const auto& [block, language] : languages_) {
      if (touched_.count(block) > 0) {
        block->language.clear();
      } else if (block->language.empty()) {
        block->language = language;
      }
    }
    byte_.language = translation_.language;
    report_unknown();
    if (!report_.missing.empty()) {
      remark(Severity::kNote, translation_.strings_position, "strings", codes::kTranslationMissing,
             {std::to_string(report_.missing.size()), std::to_string(report_.strings)});
    }
    return std::move(report_);
  }

 private:
  // That of its words in the source.
  std::string language_of(const TranslatableString& string) {
    for (Block* block : {string.block, string.around}) {
      if (!block) continue;
      const auto before = languages_.find(block);
      if (before != languages_.end()) return before->second;
      if (!block->language.empty()) return block->language;
    }
    return source_language_;
  }

  // True when the string is in the translation's language now.
  bool translate(TranslatableString& string, const TranslatedString* given) {
    const std::string language = language_of(string);
    if (string.block) languages_.emplace(string.block, language);
    const bool is_wanted = !is_optional(string.kind) && language == source_language_;
    report_.strings += is_wanted;
    if (!given || !given->is_given()) {
      if (is_wanted) report_.missing.push_back(string.key);
      return is_optional(string.kind);
    }
    if (!given->of.empty() && given->of != source_hash(string)) {
      report_.stale.push_back(string.key);
      check_unused(string, *given);
      if (static_cast<int>(report_.stale.size()) > kMostRemarks) return false;
      const std::string source = string.text    ? letters_of(*string.text)
                                 : string.words ? joined(*string.words)
                                 : string.file  ? string.file->src
                                                : *string.letters;
      const StringPlace place{translation_, *given};
      remark(Severity::kWarning, given->text.position, path_of(place.text), codes::kTranslationStale, {source});
      return false;
    }
    if (!replace(string, *given)) return false;
    if (is_optional(string.kind)) return true;
    touched_.insert(string.block);
    touched_.insert(string.around);
    return true;
  }

  // What is wrong with its text, which nobody sees for now.
  void check_unused(TranslatableString string, const TranslatedString& given) {
    std::string letters;
    RichText text;
    std::vector<std::string> words;
    File file;
    string.letters = &letters;
    string.text = &text;
    string.words = &words;
    string.file = &file;
    string.track = nullptr;
    replace(string, given);
  }

  bool replace(TranslatableString& string, const TranslatedString& given) {
    const StringPlace place{translation_, given};
    switch (string.kind) {
      case StringKind::kLetters: return reading_.letters(given.text, place.text, *string.letters);
      case StringKind::kText: return reading_.text(given.text, place.text, *string.text);
      case StringKind::kGappedText: return replace_gapped(string, given, place);
      case StringKind::kWords: return replace_words(string, given, place);
      case StringKind::kFile:
        if (!reading_.file(given.text, place.text, string.file->src)) return false;
        string.file->position = Origin(given.text.position);
        if (string.track) string.track->language = translation_.language;
        return true;
      case StringKind::kLink:
      case StringKind::kEmbed: return replace_address(string, given, place);
    }
    return false;
  }

  static std::string joined(const std::vector<std::string>& words) {
    std::string list;
    for (const std::string& word : words) list += (list.empty() ? "" : ", ") + word;
    return list;
  }

  // A list, or one of them alone.
  bool replace_words(TranslatableString& string, const TranslatedString& given, const StringPlace& place) {
    std::vector<std::string> words;
    const auto read = [&](const JsonValue& value, const Place& at) {
      std::string word;
      const bool was_read = reading_.letters(value, at, word);
      if (was_read) words.push_back(std::move(word));
      return was_read;
    };
    bool is_right = true;
    if (!given.text.is_array()) is_right = read(given.text, place.text);
    for (std::size_t i = 0; i < given.text.items.size(); ++i) {
      const JsonValue& item = given.text.items[i];
      is_right &= read(item, {&place.text, {}, static_cast<int>(i), item.position});
    }
    if (is_right && words.empty()) reading_.error(place.text, codes::kListEmpty);
    if (!is_right || words.empty()) return false;
    *string.words = std::move(words);
    return true;
  }

  bool replace_gapped(TranslatableString& string, const TranslatedString& given, const StringPlace& place) {
    const auto gaps_of = [](const RichText& text) {
      std::vector<std::string> gaps;
      for (const Run& run : text) {
        if (!run.gap.empty()) gaps.push_back("{{" + run.gap + "}}");
      }
      return gaps;
    };
    RichText text;
    if (!reading_.gapped_text(given.text, place.text, text)) return false;
    const std::vector<std::string> wanted = gaps_of(*string.text);
    const std::vector<std::string> found = gaps_of(text);
    if (!wanted.empty() && !std::is_permutation(wanted.begin(), wanted.end(), found.begin(), found.end())) {
      std::string names;
      for (const std::string& gap : wanted) names += (names.empty() ? "" : " ") + gap;
      reading_.error(place.text, codes::kTranslationGaps, {names});
      return false;
    }
    *string.text = std::move(text);
    return true;
  }

  bool replace_address(TranslatableString& string, const TranslatedString& given, const StringPlace& place) {
    std::string address;
    if (!reading_.address(given.text, place.text, address)) return false;
    const bool is_link = string.kind == StringKind::kLink;
    if (is_link ? !is_safe_link(address) : host_of(address).empty()) {
      reading_.error(place.text, is_link ? codes::kLinkUnsafe : codes::kEmbedUnsafe, {address});
      return false;
    }
    *string.letters = std::move(address);
    return true;
  }

  // A block of which nothing is translated says it as a whole, and so do the runs of all others.
  void say_language(TranslatableString& string) {
    if (!string.text || (string.block && touched_.count(string.block) == 0)) return;
    const std::string language = language_of(string);
    for (Run& run : *string.text) {
      if (run.language.empty() && run.gap.empty()) run.language = language;
    }
  }

  void report_unknown() {
    std::unordered_map<std::string_view, bool> known;
    std::vector<std::string_view> names;
    for (const TranslatableString& string : strings_) {
      if (string.key.empty() || !known.emplace(string.key, true).second) continue;
      names.push_back(string.key);
    }
    if (names.size() > kMostKnownKeys) names.clear();
    for (const TranslatedString& string : translation_.strings) {
      if (known.count(string.key) > 0) continue;
      report_.unknown.push_back(string.key);
      if (static_cast<int>(report_.unknown.size()) > kMostRemarks) continue;
      std::vector<std::string> details = {string.key};
      details.insert(details.end(), names.begin(), names.end());
      const StringPlace place{translation_, string};
      remark(Severity::kWarning, string.position, path_of(place.key), codes::kTranslationUnknownKey,
             std::move(details));
    }
  }

  void remark(Severity severity, Position position, std::string path, std::string_view code,
              std::vector<std::string> details) {
    Diagnostic problem;
    problem.severity = severity;
    problem.file = translation_.file;
    problem.position = position;
    problem.path = std::move(path);
    problem.code = code;
    problem.details = std::move(details);
    diagnostics_.add(std::move(problem));
  }

  Byte& byte_;
  const Translation& translation_;
  Diagnostics& diagnostics_;
  const ReadOptions options_;
  Reading reading_;
  std::string source_language_;
  std::vector<TranslatableString> strings_;
  std::unordered_map<Block*, std::string> languages_;  // Of the source's words in each.
  std::set<Block*> touched_;                           // In which something is translated.
  TranslationReport report_;
};

void read_string(Reading& reading, const JsonMember& member, const Place& strings, Translation& translation) {
  const Place place = {&strings, member.key, -1, member.position};
  Fields fields(reading, member.value, place);
  TranslatedString string;
  string.key = member.key;
  string.position = member.position;
  fields.letters("of", string.of);
  const JsonValue* text = member.value.find("text");
  const JsonValue::Kind kind = text && text->is_array() ? JsonValue::Kind::kArray : JsonValue::Kind::kString;
  text = fields.take("text", kind, Need::kRequired);
  if (const JsonValue* source = member.value.find("source")) fields.take("source", source->kind);
  fields.report_unknown("a translated string");
  if (!text) return;
  string.text = *text;
  translation.strings.push_back(std::move(string));
}

// Whether the files that it names are there, and are what they should be.
void check_files(const Byte& translated, const Translation& translation, const ByteSurroundings& surroundings,
                 Diagnostics& diagnostics) {
  std::unordered_map<std::string_view, const TranslatedString*> given;
  for (const TranslatedString& string : translation.strings) given.emplace(string.key, &string);
  // Only files that are named here have a place.
  Byte byte = translated;
  byte.next.clear();
  visit_strings(byte, [&](const TranslatableString& string) {
    if (!string.file) return;
    const auto found = given.find(string.key);
    const bool is_named_here = found != given.end() && found->second->text.position == string.file->position &&
                               found->second->text.string == string.file->src;
    string.file->position = is_named_here ? Origin(found->second->text.position) : Origin();
  });
  Diagnostics found;
  check_rules(byte, translation.file,
              {.folder = {}, .has_file = surroundings.has_file, .read_file = surroundings.read_file, .has_byte = {}},
              found);
  for (Diagnostic problem : found.all()) {
    for (const TranslatedString& string : translation.strings) {
      if (problem.position.line == 0 || string.text.position != problem.position) continue;
      problem.file = translation.file;
      problem.path = path_of(StringPlace{translation, string}.text);
      diagnostics.add(problem);
      break;
    }
  }
}

std::string_view name_in(std::string_view file) { return file.substr(file.rfind('/') + 1); }

}  // namespace

std::string_view translation_language(std::string_view file) {
  constexpr std::string_view kEnding = ".json";
  std::string_view name = name_in(file);
  if (!name.ends_with(kEnding)) return {};
  name.remove_suffix(kEnding.size());
  const std::size_t dot = name.find('.');
  if (dot == name.npos || !is_id(name.substr(0, dot))) return {};
  name.remove_prefix(dot + 1);
  return name == "scenario" || name.find('.') != name.npos ? std::string_view() : name;
}

std::optional<Translation> read_translation(std::string_view text, std::string_view file, Diagnostics& diagnostics) {
  const JsonValue root = parse_json(text, file, diagnostics);
  if (!root.was_read()) return std::nullopt;
  const ReadOptions options;
  Reading reading(file, options, diagnostics);
  const Place place = {nullptr, {}, -1, root.position};
  Fields fields(reading, root, place);
  if (!fields.format()) return std::nullopt;
  Translation translation;
  translation.file = file;
  fields.id("translates", translation.byte_id, Need::kRequired);
  fields.language("language", translation.language, Need::kRequired);
  fields.letters("name", translation.name);
  if (const JsonValue* id = root.find("translates")) translation.byte_id_position = id->position;
  if (const JsonValue* language = root.find("language")) translation.language_position = language->position;
  if (const JsonValue* strings = fields.take("strings", JsonValue::Kind::kObject, Need::kRequired)) {
    translation.strings_position = strings->position;
    const Place strings_place = fields.at("strings", *strings);
    for (const JsonMember& member : strings->members) read_string(reading, member, strings_place, translation);
  }
  fields.report_unknown("a translation");
  if (translation.name.empty()) translation.name = language_name(translation.language);
  if (!fields.is_complete()) return std::nullopt;
  return translation;
}

TranslationReport apply_translation(Byte& byte, const Translation& translation, Diagnostics& diagnostics) {
  return Application(byte, translation, diagnostics).run();
}

std::optional<TranslatedByte> check_translation(std::string_view text, std::string_view file, const Byte& source,
                                                const ByteSurroundings& surroundings, Diagnostics& diagnostics) {
  Diagnostics found;
  std::optional<TranslatedByte> translated;
  if (const auto translation = read_translation(text, file, found)) {
    const auto error = [&](Position position, std::string_view path, std::string_view code,
                           std::vector<std::string> details) {
      Diagnostic problem;
      problem.file = file;
      problem.position = position;
      problem.path = path;
      problem.code = code;
      problem.details = std::move(details);
      found.add(std::move(problem));
    };
    const std::string& language = translation->language;
    if (translation->byte_id != source.id) {
      error(translation->byte_id_position, "translates", codes::kTranslationOfOtherByte,
            {translation->byte_id, source.id});
    }
    const std::string_view named = translation_language(file);
    if (!named.empty() && named != language) {
      error(translation->language_position, "language", codes::kTranslationLanguage, {language, std::string(named)});
    }
    if (language == source.language) {
      error(translation->language_position, "language", codes::kTranslationNotOther, {language});
    }
    translated = {source, translation->name, {}};
    translated->report = apply_translation(translated->byte, *translation, found);
    check_files(translated->byte, *translation, surroundings, found);
  }
  diagnostics.add_all(explained(found, text));
  return translated;
}

}  // namespace bytes::content
