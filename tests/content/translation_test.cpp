#include "content/author/translation.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <set>

#include "content/author/language_name.h"
#include "content/author/playable.h"
#include "content/author/json_place.h"
#include "content/author/translatable.h"
#include "content/author/translation_writer.h"
#include "content/byte_reader.h"
#include "tests/content/support/files.h"

namespace bytes::content {
namespace {

const std::string kFolder = "tests/data/translations";

ByteSurroundings surroundings() {
  ByteSurroundings around;
  around.has_file = [](std::string_view name) { return has_test_file(kFolder + '/' + std::string(name)); };
  around.read_file = [](std::string_view name) { return read_test_file(kFolder + '/' + std::string(name)); };
  return around;
}

Byte lesson() {
  Diagnostics diagnostics;
  auto byte = check_byte(read_test_file(kFolder + "/lesson.json"), "lesson.json", surroundings(), diagnostics);
  EXPECT_FALSE(diagnostics.has_errors()) << in_words(diagnostics);
  return byte.value_or(Byte());
}

Byte any_byte(const std::string& path) {
  Diagnostics diagnostics;
  ByteSurroundings around;
  around.read_file = [folder = path.substr(0, path.rfind('/') + 1)](std::string_view name) {
    return read_test_file(folder + std::string(name));
  };
  auto byte = check_byte(read_test_file(path), path, around, diagnostics);
  EXPECT_FALSE(diagnostics.has_errors()) << in_words(diagnostics);
  return byte.value_or(Byte());
}

// The lesson with these strings laid over it.
struct Applied {
  Byte byte;
  TranslationReport report;
  std::string words;
};

Applied apply(const std::string& strings, const std::string& language = "es") {
  Diagnostics diagnostics;
  const auto translated = check_translation(
      R"({"format": 1, "translates": "lesson", "language": ")" + language + R"(", "strings": {)" + strings + "}}",
      "lesson." + language + ".json", lesson(), surroundings(), diagnostics);
  EXPECT_TRUE(translated);
  if (!translated) return {};
  return {translated->byte, translated->report, in_words(diagnostics)};
}

std::map<std::string, std::string> strings_of(Byte byte) {
  std::map<std::string, std::string> strings;
  visit_strings(byte, [&](const TranslatableString& string) {
    strings[string.key] = string.text    ? letters_of(*string.text)
                          : string.words ? string.words->front()
                          : string.file  ? string.file->src
                                         : *string.letters;
  });
  return strings;
}

template <class Content>
const Content& content_of(const Byte& byte, std::string_view id) {
  return *std::get_if<Content>(&find_block(byte, id)->content);
}

TEST(Translatable, EveryStringHasAKeyOfItsOwn) {
  for (const std::string& path : {kFolder + "/lesson.json", std::string("content/bytes/mentor-or-sponsor/byte.json"),
                                  std::string("tests/data/bytes/valid/full.json")}) {
    SCOPED_TRACE(path);
    Byte byte = any_byte(path);
    std::set<std::string> keys;
    int without = 0;
    visit_strings(byte, [&](const TranslatableString& string) {
      const bool is_text = string.kind == StringKind::kText || string.kind == StringKind::kGappedText;
      EXPECT_EQ(string.text != nullptr, is_text);
      EXPECT_EQ(string.words != nullptr, string.kind == StringKind::kWords);
      EXPECT_EQ(string.letters != nullptr, !is_text && !string.words && !string.file);
      EXPECT_EQ(string.file != nullptr, string.kind == StringKind::kFile);
      if (string.key.empty()) {
        ++without;
      } else {
        EXPECT_TRUE(keys.insert(string.key).second) << string.key;
      }
    });
    EXPECT_GT(keys.size(), 30u);
    EXPECT_EQ(without > 0, path.ends_with("full.json"));
  }
}

TEST(Translatable, KeysAreMadeOfIds) {
  const auto strings = strings_of(lesson());
  for (const auto& [key, text] : std::map<std::string, std::string>{
           {"title", "Ask"},
           {"topics/0", "work"},
           {"cover/src", "cover.svg"},
           {"cover/alt", "Teal."},
           {"start/cover/alt", "Teal again."},
           {"author/role", "Tester"},
           {"credits/0", "After nobody"},
           {"start/title", "Start here"},
           {"opening/text", "Say what you tried."},
           {"list/items/1", "two"},
           {"film/tracks/0/label", "English"},
           {"ask/hints/text", "You"},
           {"ask/hints/0", "Look."},
           {"ask/b/feedback-if-not-chosen", "No."},
           {"fill/text", "It is {{how}}, {{not}}."},
           {"fill/how/accept", "so"},
           {"walk/cast/ann/role", "A friend"},
           {"walk/variables/trust/label", "Trust"},
           {"walk/nodes/home/title", "Home"},
           {"walk/nodes/home/blocks/door/text", "The door is open."},
           {"walk/nodes/home/go/feedback", "You went."},
           {"walk/endings/out/text", "It's bright."},
       }) {
    ASSERT_TRUE(strings.count(key)) << key;
    EXPECT_EQ(strings.at(key), text) << key;
  }
}

// Each string of the file is one of the Byte's, as its author wrote it.
TEST(Translatable, PlacesLeadToTheSource) {
  for (const std::string& path : {kFolder + "/lesson.json", std::string("content/bytes/carolinas-dilemma/byte.json"),
                                  std::string("tests/data/bytes/valid/full.json")}) {
    SCOPED_TRACE(path);
    Byte byte = any_byte(path);
    std::map<std::string, JsonValue> files;
    Diagnostics diagnostics;
    visit_strings(byte, [&](const TranslatableString& string) {
      const std::string& scenario = string.place.scenario;
      if (files.count(scenario) == 0) {
        const std::string file = scenario.empty() ? path : path.substr(0, path.rfind('/') + 1) + scenario;
        files[scenario] = parse_json(read_test_file(file), file, diagnostics);
      }
      const JsonValue* source = find_value_at(files[scenario], string.place.path);
      ASSERT_NE(source, nullptr) << string.place.path;
      EXPECT_TRUE(source->is_string() || source->is_array()) << string.place.path;
      if (string.letters) {
        EXPECT_EQ(source->string, *string.letters);
      }
      if (string.file) {
        EXPECT_EQ(source->string, string.file->src);
      }
    });
    EXPECT_EQ(in_words(diagnostics), "");
  }
}

TEST(Translatable, AHashIsAboutWhatALearnerReads) {
  std::set<std::string> hashes;
  const RichText texts[] = {plain("ab"),
                            {{.text = "ab", .strong = true}},
                            {{.text = "ab", .emphasis = true}},
                            {{.text = "ab", .code = true}},
                            {{.text = "a"}, {.text = "b", .strong = true}},
                            {{.text = "a", .strong = true}, {.text = "b"}},
                            {{.text = "ab", .href = "https://example.org"}},
                            {{.text = "ab", .language = "fr"}}};
  for (RichText text : texts) {
    TranslatableString string;
    string.text = &text;
    EXPECT_EQ(source_hash(string).size(), 10u);
    EXPECT_TRUE(hashes.insert(source_hash(string)).second) << letters_of(text);
  }
  std::string letters = "ab";
  TranslatableString string;
  string.letters = &letters;
  EXPECT_EQ(hashes.count(source_hash(string)), 1u);
}

TEST(Translation, LaysItsStringsOverTheByte) {
  const Applied applied = apply(R"("title": {"text": "Preguntar"}, "opening/text": {"text": "Di **qué** probaste."},
      "ask/hints/feedback": {"text": ["Sí, ", {"text": "claro", "emphasis": true}, "."]},
      "walk/nodes/home/go/text": {"text": "Ir"}, "walk/endings/out/title": {"text": "Fuera"})");
  EXPECT_EQ(applied.byte.id, "lesson");
  EXPECT_EQ(applied.byte.language, "es");
  EXPECT_EQ(applied.byte.title, "Preguntar");
  EXPECT_EQ(content_of<TextBlock>(applied.byte, "opening").text[1], (bytes::Run{.text = "qué", .strong = true}));
  EXPECT_EQ(content_of<Question>(applied.byte, "ask").options[0].feedback[1],
            (bytes::Run{.text = "claro", .emphasis = true}));
  EXPECT_EQ(letters_of(content_of<ScenarioBlock>(applied.byte, "walk").scenario.nodes[0].choices[0].text), "Ir");
  EXPECT_EQ(content_of<ScenarioBlock>(applied.byte, "walk").scenario.endings[0].title, "Fuera");
  EXPECT_EQ(applied.report.stale.size() + applied.report.unknown.size(), 0u);
  EXPECT_EQ(static_cast<int>(applied.report.missing.size()), applied.report.strings - 5);
  EXPECT_NE(applied.words.find("[translation-missing]"), std::string::npos);
}

TEST(Translation, SaysOfWhatIsNotTranslatedThatItIsInTheSourcesLanguage) {
  const Byte byte =
      apply(R"("list/lead": {"text": "Así:"}, "walk/nodes/home/blocks/door/text": {"text": "Abierta."})").byte;
  // Nothing of it is translated: it says so as a whole.
  EXPECT_EQ(find_block(byte, "opening")->language, "en");
  EXPECT_EQ(content_of<TextBlock>(byte, "opening").text[0].language, "");
  EXPECT_EQ(find_block(byte, "french")->language, "fr");
  // A part of it is.
  EXPECT_EQ(find_block(byte, "list")->language, "");
  EXPECT_EQ(content_of<ListBlock>(byte, "list").lead[0].language, "");
  EXPECT_EQ(content_of<ListBlock>(byte, "list").items[0][0].language, "en");
  EXPECT_EQ(byte.sections[0].title[0].language, "en");
  const Scenario& walk = content_of<ScenarioBlock>(byte, "walk").scenario;
  EXPECT_EQ(find_block(byte, "walk")->language, "");
  EXPECT_EQ(walk.nodes[0].blocks[0].language, "");
  EXPECT_EQ(walk.nodes[0].choices[0].text[0].language, "en");
  EXPECT_EQ(walk.endings[0].text[1].language, "en");
}

TEST(Translation, LeavesWhatIsInAThirdLanguageToTheTranslator) {
  const auto missing = apply("").report.missing;
  EXPECT_EQ(std::count(missing.begin(), missing.end(), "french/text"), 0);
  EXPECT_EQ(std::count(missing.begin(), missing.end(), "opening/text"), 1);
  const Byte byte = apply(R"("french/text": {"text": "Buenos días."})").byte;
  EXPECT_EQ(find_block(byte, "french")->language, "");
  EXPECT_EQ(letters_of(content_of<TextBlock>(byte, "french").text), "Buenos días.");
}

TEST(Translation, IsShownOnlyOfTheSourceThatItTranslates) {
  Byte source = lesson();
  std::string of;
  visit_strings(source, [&](const TranslatableString& string) {
    if (string.key == "opening/text") of = source_hash(string);
  });
  const auto with = [](const std::string& hash) {
    return apply(R"("opening/text": {"of": ")" + hash + R"(", "text": "Di."})");
  };
  EXPECT_EQ(letters_of(content_of<TextBlock>(with(of).byte, "opening").text), "Di.");
  const Applied stale = with("0123456789");
  EXPECT_EQ(letters_of(content_of<TextBlock>(stale.byte, "opening").text), "Say what you tried.");
  EXPECT_EQ(find_block(stale.byte, "opening")->language, "en");
  EXPECT_EQ(stale.report.stale, std::vector<std::string>{"opening/text"});
}

TEST(Translation, CanNameOtherFilesAndAddresses) {
  const Applied applied = apply(R"("cover/src": {"text": "cover.svg"}, "film/tracks/0/src": {"text": "film.vtt"},
      "film/tracks/0/label": {"text": "Español"}, "elsewhere/src": {"text": "https://example.org/es"},
      "card/href": {"text": "../other/index.es.html"})");
  const Track& track = content_of<VideoBlock>(applied.byte, "film").recording.tracks[0];
  EXPECT_EQ(track.language, "es");
  EXPECT_EQ(track.label, "Español");
  EXPECT_EQ(content_of<EmbedBlock>(applied.byte, "elsewhere").src, "https://example.org/es");
  EXPECT_EQ(content_of<LinkCardBlock>(applied.byte, "card").href, "../other/index.es.html");
  // An address is not language: the words around it are still the source's.
  EXPECT_EQ(find_block(applied.byte, "card")->language, "en");
}

// The page is made from the one, and taken over by the engine with the other.
TEST(Translation, ThePlayerReadsBackWhatWasBuilt) {
  Byte byte =
      apply(R"("title": {"text": "Preguntar"}, "list/lead": {"text": "*Así*:"}, "cover/src": {"text": "cover.svg"},
      "walk/nodes/home/go/text": {"text": "Ir"})")
          .byte;
  byte.editions = {{"en", "English", "index.html"}};
  Diagnostics diagnostics;
  const auto played = read_byte(write_playable(byte), "playable", {.strict = false, .markup = {}}, diagnostics);
  EXPECT_EQ(in_words(diagnostics), "");
  ASSERT_TRUE(played);
  EXPECT_TRUE(*played == byte);
}

TEST(Translation, IsKnownByItsFilesName) {
  for (const auto& [name, language] : std::map<std::string, std::string>{{"byte.es.json", "es"},
                                                                         {"content/bytes/a/byte.pt-BR.json", "pt-BR"},
                                                                         {"ask.ar.json", "ar"},
                                                                         {"byte.json", ""},
                                                                         {"story.scenario.json", ""},
                                                                         {"byte.es.txt", ""},
                                                                         {"a.b.c.json", ""},
                                                                         {"A.es.json", ""},
                                                                         {".es.json", ""}}) {
    EXPECT_EQ(translation_language(name), language) << name;
  }
}

TEST(Translation, LanguagesHaveTheirOwnNames) {
  for (const auto& [tag, name] : std::map<std::string, std::string>{{"es", "Español"},
                                                                    {"es-MX", "Español"},
                                                                    {"ar", "العربية"},
                                                                    {"zh-Hant-TW", "繁體中文"},
                                                                    {"pt-BR", "Português (Brasil)"},
                                                                    {"qaa", "qaa"},
                                                                    {"qaa-Latn", "qaa-Latn"}}) {
    EXPECT_EQ(language_name(tag), name);
  }
  Diagnostics diagnostics;
  const auto read = read_translation(
      R"({"format": 1, "translates": "a", "language": "qaa", "name": "Own", "strings": {}})", "", diagnostics);
  EXPECT_EQ(read->name, "Own");
}

TEST(Translation, AGapKeepsItsPlaceAndTakesOtherWords) {
  const Applied applied = apply(R"("fill/prompt": {"text": "Completa."},
    "fill/text": {"text": "{{not}}, **está {{how}}**."},
    "fill/how/accept": {"text": ["bien", "así", "de acuerdo"]}, "fill/not/accept": {"text": "sí"})");
  const auto& question = content_of<Question>(applied.byte, "fill");
  EXPECT_EQ(letters_of(question.text), "{{not}}, está {{how}}.");
  EXPECT_EQ(question.gaps[0].accept, (std::vector<std::string>{"bien", "así", "de acuerdo"}));
  EXPECT_EQ(question.gaps[1].accept, std::vector<std::string>{"sí"});
  // And so do learners read it.
  Diagnostics problems;
  const auto read = read_byte(write_playable(applied.byte), "byte.json", {.strict = false, .markup = {}}, problems);
  ASSERT_TRUE(read);
  EXPECT_EQ(content_of<Question>(*read, "fill"), question);
}

TEST(Translation, ShowsTheSourceOfAGapAsItIsWritten) {
  const std::string source = read_test_file(kFolder + "/lesson.json");
  const RefreshedTranslation fresh =
      refresh_translation("", lesson(), "es", "x.json", [&](const std::string&) { return source; });
  EXPECT_NE(fresh.text.find(R"("source": "It **is {{how}}**, {{not}}.")"), std::string::npos) << fresh.text;
  EXPECT_NE(fresh.text.find(R"("source": ["so", "thus"])"), std::string::npos);
}

// As translators leave them, and as hostile ones might.
TEST(BrokenTranslations, AreReportedAsRecorded) {
  const std::string folder = kFolder + "/broken/";
  const std::vector<std::string> names = names_in(kFolder + "/broken", ".es.json");
  ASSERT_GT(names.size(), 10u);
  for (const std::string& name : names) {
    SCOPED_TRACE(name);
    Diagnostics diagnostics;
    check_translation(read_test_file(folder + name + ".es.json"), name + ".es.json", lesson(), surroundings(),
                      diagnostics);
    ASSERT_FALSE(diagnostics.all().empty());
    for (const Diagnostic& problem : diagnostics.all()) {
      EXPECT_FALSE(problem.message.empty() || problem.remedy.empty() || problem.code.empty()) << to_text(problem);
      EXPECT_GT(problem.position.line, 0) << to_text(problem);
    }
    expect_recorded(folder + name + ".txt", in_words(diagnostics));
  }
}

TEST(BrokenTranslations, AreListedUpToACap) {
  std::string strings;
  for (int i = 0; i < 3000; ++i) {
    strings += (i > 0 ? ", " : "") + std::string("\"key-") + std::to_string(i) + R"(": {"text": "x"})";
  }
  const Applied applied = apply(strings);
  EXPECT_EQ(applied.report.unknown.size(), 3000u);
  EXPECT_LE(std::count(applied.words.begin(), applied.words.end(), '\n'), 25);
}

SourceText source_of(const std::string& path) {
  return [path](const std::string& scenario) {
    return read_test_file(scenario.empty() ? path : path.substr(0, path.rfind('/') + 1) + scenario);
  };
}

TEST(TranslationWriter, ItsFileIsReadBackAsItWasMeant) {
  const SourceText source = source_of(kFolder + "/lesson.json");
  const RefreshedTranslation made = refresh_translation("", lesson(), "es", "s.json", source);
  EXPECT_EQ(made.report.missing.size(), static_cast<std::size_t>(made.report.strings));
  Diagnostics diagnostics;
  check_translation(made.text, "lesson.es.json", lesson(), surroundings(), diagnostics);
  ASSERT_EQ(diagnostics.all().size(), 1u) << in_words(diagnostics);
  EXPECT_EQ(diagnostics.all()[0].code, "translation-missing");
  EXPECT_EQ(refresh_translation(made.text, lesson(), "es", "s.json", source).text, made.text);
  EXPECT_EQ(made.text.find("cover.svg"), std::string::npos) << "files are left to those who ask for them";
  EXPECT_EQ(made.text.find("Bonjour"), std::string::npos) << "what is in a third language too";
}

TEST(TranslationWriter, KeepsAllWordsInWhateverForm) {
  const std::string before =
      R"({"format": 1, "translates": "lesson", "language": "es", "x-mine": {"a": [1, -2.5, null, true, {}]},
      "strings": {"title": {"text": ["a \" \\ / \u0001 \ud83d\ude00", {"text": "b", "strong": true}], "note": "n"},
                  "gone": {"of": "1", "text": "weg"}, "empty": {"text": ""}},
      "x-unused": {"gone": {"text": "earlier"}, "summary": {"text": "Cómo."}}})";
  const SourceText source = source_of(kFolder + "/lesson.json");
  const RefreshedTranslation made = refresh_translation(before, lesson(), "es", "s.json", source);
  Diagnostics diagnostics;
  const JsonValue was = parse_json(before, "", diagnostics);
  const JsonValue is = parse_json(made.text, "", diagnostics);
  EXPECT_EQ(in_words(diagnostics), "");
  const auto at = [](const JsonValue& root, std::string_view list, std::string_view key) {
    return root.find(list)->find(key);
  };
  EXPECT_EQ(at(is, "strings", "title")->find("text")->items[0].string,
            at(was, "strings", "title")->find("text")->items[0].string);
  EXPECT_EQ(at(is, "strings", "title")->find("note")->string, "n");
  EXPECT_EQ(is.find("x-mine")->find("a")->items[1].number, -2.5);
  EXPECT_EQ(at(is, "x-unused", "gone")->find("text")->string, "earlier");
  EXPECT_EQ(at(is, "x-unused", "gone+")->find("text")->string, "weg");
  EXPECT_EQ(at(is, "x-unused", "empty"), nullptr);
  EXPECT_EQ(at(is, "strings", "summary")->find("text")->string, "Cómo.");
  EXPECT_EQ(made.unused, 2);
  EXPECT_EQ(refresh_translation(made.text, lesson(), "es", "s.json", source).text, made.text);
}

TEST(TranslationWriter, GivesIdsToBlocksWithWordsAlone) {
  const std::string path = "tests/data/bytes/valid/full.json";
  const Byte before = any_byte(path);
  const auto changed = with_block_ids(before, source_of(path));
  ASSERT_EQ(changed.size(), 1u);
  Diagnostics diagnostics;
  Byte after = check_byte(changed.at(""), path, {}, diagnostics).value_or(Byte());
  EXPECT_FALSE(diagnostics.has_errors()) << in_words(diagnostics);
  visit_strings(after, [](const TranslatableString& string) {
    EXPECT_TRUE(is_optional(string.kind) || !string.key.empty()) << string.place.path;
  });
  // Without the ids it is the same Byte.
  Byte stripped = after;
  const auto strip = [](std::vector<Block>& blocks, const std::vector<Block>& olds) {
    ASSERT_EQ(blocks.size(), olds.size());
    for (std::size_t b = 0; b < blocks.size(); ++b) {
      EXPECT_TRUE(blocks[b].id.empty() || !std::holds_alternative<DividerBlock>(olds[b].content));
      if (olds[b].id.empty()) blocks[b].id.clear();
    }
  };
  for (std::size_t s = 0; s < stripped.sections.size(); ++s) {
    strip(stripped.sections[s].blocks, before.sections[s].blocks);
    for (std::size_t b = 0; b < stripped.sections[s].blocks.size(); ++b) {
      if (auto* accordion = std::get_if<AccordionBlock>(&stripped.sections[s].blocks[b].content)) {
        const auto& old = std::get<AccordionBlock>(before.sections[s].blocks[b].content);
        for (std::size_t n = 0; n < old.items.size(); ++n) strip(accordion->items[n].blocks, old.items[n].blocks);
      }
      auto* scenario = std::get_if<ScenarioBlock>(&stripped.sections[s].blocks[b].content);
      if (!scenario) continue;
      const auto& old = std::get<ScenarioBlock>(before.sections[s].blocks[b].content).scenario;
      for (std::size_t n = 0; n < old.nodes.size(); ++n) strip(scenario->scenario.nodes[n].blocks, old.nodes[n].blocks);
    }
  }
  EXPECT_TRUE(stripped == before);
  EXPECT_TRUE(with_block_ids(after, [&](const std::string&) { return changed.at(""); }).empty());
}

TEST(OwnTranslations, AreComplete) {
  const std::string path = "content/bytes/mentor-or-sponsor/";
  Diagnostics diagnostics;
  ByteSurroundings around;
  around.has_file = [&](std::string_view name) { return has_test_file(path + std::string(name)); };
  check_translation(read_test_file(path + "byte.es.json"), path + "byte.es.json", any_byte(path + "byte.json"), around,
                    diagnostics);
  EXPECT_EQ(in_words(diagnostics), "");
}

}  // namespace
}  // namespace bytes::content
