#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <regex>
#include <set>

#include "content/byte_reader.h"
#include "outline/accessible.h"
#include "outline/html_writer.h"
#include "tests/support/files.h"
#include "view/byte_page.h"
#include "view/language.h"

namespace bytes::view {
namespace {

using outline::Attribute;
using outline::Element;
using outline::Role;

content::JsonValue phrases() {
  Diagnostics diagnostics;
  return content::parse_json(read_test_file("assets/interface/en.json"), "en.json", diagnostics);
}

content::Byte byte_from(std::string_view sections) {
  Diagnostics diagnostics;
  const std::string json = R"({"format":1,"id":"a-byte","title":"A title","summary":"A summary","language":"en",)"
                           R"("minutes":5,"level":"starter","sections":)" +
                           std::string(sections) + "}";
  auto byte = content::read_byte(json, "byte.json", {.strict = false, .markup = {}}, diagnostics);
  for (const Diagnostic& diagnostic : diagnostics.all()) ADD_FAILURE() << to_text(diagnostic);
  return byte ? *byte : content::Byte();
}

Element page_of(std::string_view sections) {
  return byte_page(byte_from(sections), learning::Progress(), PageState(), Interface(phrases()));
}

void collect_ids(const Element& element, std::multiset<std::string>& ids) {
  ids.insert(element.id);
  for (const Element& child : element.children) collect_ids(child, ids);
}

TEST(Interface, FillsPlaceholdersAndShowsGaps) {
  const Interface interface(phrases());
  EXPECT_EQ(interface.phrase("contents-count", {{"done", "2"}, {"all", "8"}}), "2 of 8");
  EXPECT_EQ(interface.phrase("contents-count", {{"done", "{all}"}, {"all", "8"}}), "{all} of 8");
  EXPECT_EQ(interface.phrase("no-such-phrase"), "no-such-phrase");
}

// A phrase that the code asks for and the file lacks would be seen by learners; one that nobody asks for is dead weight on
// their network.
TEST(Interface, HasEveryPhraseThatIsUsedAndNoOther) {
  std::string source;
  for (const char* layer : {"src/view", "src/site"}) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(layer)) {
      if (entry.path().extension() == ".cpp") source += read_test_file(entry.path());
    }
  }
  // Said by scripts: on offline.html, and where there is no engine. web/answers.js knows its words without "device-".
  std::string scripts;
  for (const char* script : {"answers", "boot", "offline", "player", "trouble", "update_offer"}) {
    scripts += read_test_file("web/" + std::string(script) + ".js");
  }
  const auto is_said_by_script = [&](const std::string& key) {
    const std::string name = key.starts_with("device-") ? key.substr(7) : key;
    return scripts.find('\'' + name + '\'') != std::string::npos;
  };
  const std::set<std::string> by_pattern = {"level-starter", "level-intermediate", "level-advanced",
                                            "callout-did-you-know", "callout-tip", "callout-note", "callout-warning",
                                            "callout-example", "sure-1", "sure-2", "sure-3",
                                            "ending-good", "ending-mixed", "ending-bad", "ending-open",
                                            "ending-surprise", "way-taken", "way-earlier", "way-open",
                                            "offline-missing", "offline-changed", "offline-unknown"};
  std::set<std::string> known;
  for (const content::JsonMember& member : phrases().members) {
    known.insert(member.key);
    if (by_pattern.count(member.key) || is_said_by_script(member.key)) continue;
    const bool is_of_roadmap = member.key.starts_with("roadmap-");
    if (is_of_roadmap && source.find('"' + member.key.substr(8) + '"') != std::string::npos) continue;
    EXPECT_NE(source.find('"' + member.key + '"'), std::string::npos) << member.key << " is never used";
  }
  // What only authors are told stands apart: scripts and other layers use it too.
  Diagnostics problems;
  const content::JsonValue for_authors =
      content::parse_json(read_test_file("assets/interface/author/en.json"), "", problems);
  for (const content::JsonMember& member : for_authors.members) known.insert(member.key);
  const std::regex call("phrase\\(\"([a-z-]+)\"");
  for (std::sregex_iterator match(source.begin(), source.end(), call), end; match != end; ++match) {
    if ((*match)[1].str().back() == '-') continue;  // Completed at run time: by_pattern.
    EXPECT_TRUE(known.count((*match)[1].str())) << (*match)[1].str() << " has no phrase";
  }
}

std::multiset<std::string> gaps_of(const std::string& phrase) {
  const std::regex gap("\\{[a-z-]*\\}");
  std::multiset<std::string> gaps;
  for (std::sregex_iterator match(phrase.begin(), phrase.end(), gap), end; match != end; ++match) {
    gaps.insert(match->str());
  }
  return gaps;
}

int count_of(std::string_view text, std::string_view part) {
  int count = 0;
  for (auto at = text.find(part); at != text.npos; at = text.find(part, at + part.size())) ++count;
  return count;
}

TEST(Interface, SaysTheSameInEveryLanguage) {
  int languages = 0;
  for (const auto& entry : std::filesystem::directory_iterator("assets/interface")) {
    if (entry.is_directory()) continue;
    SCOPED_TRACE(entry.path().string());
    ++languages;
    Diagnostics diagnostics;
    const content::JsonValue theirs = content::parse_json(read_test_file(entry.path()), "", diagnostics);
    EXPECT_TRUE(diagnostics.all().empty());
    EXPECT_EQ(theirs.members.size(), phrases().members.size());
    for (const content::JsonMember& member : phrases().members) {
      const content::JsonValue* phrase = theirs.find(member.key);
      ASSERT_NE(phrase, nullptr) << member.key;
      EXPECT_FALSE(phrase->string.empty()) << member.key;
      EXPECT_EQ(gaps_of(phrase->string), gaps_of(member.value.string)) << member.key;
      EXPECT_EQ(count_of(phrase->string, "\u2068"), count_of(phrase->string, "\u2069"))
          << member.key << " opens and closes as many isolates";
    }
  }
  EXPECT_GE(languages, 4);
}

TEST(Language, KnowsWhichWayItIsWritten) {
  struct Case {
    const char* language;
    bool is_right_to_left;
  };
  for (const Case& one : {Case{"ar", true}, {"ar-EG", true}, {"he", true}, {"fa-IR", true}, {"ur", true}, {"en", false},
                          {"az-Arab", true}, {"ar-Latn", false}, {"pa-Arab-PK", true}, {"", false}, {"zh-Hant", false},
                          {"arn", false}}) {
    EXPECT_EQ(is_right_to_left(one.language), one.is_right_to_left) << one.language;
  }
}

TEST(BytePage, GivesEveryElementAnIdOfItsOwn) {
  Diagnostics diagnostics;
  auto byte = content::read_byte(read_test_file("content/bytes/mentor-or-sponsor/byte.json"), "byte.json",
                                 {.strict = false, .markup = {}}, diagnostics);
  ASSERT_TRUE(byte);
  std::multiset<std::string> ids;
  collect_ids(byte_page(*byte, learning::Progress(), PageState(), Interface(phrases())), ids);
  for (const std::string& id : ids) {
    EXPECT_EQ(ids.count(id), 1u) << id;
    EXPECT_FALSE(id.empty());
  }
}

TEST(BytePage, BlocksWithoutAnIdTakeSectionTypeAndOrdinal) {
  const Element page = page_of(R"([{"id":"first","title":"First","blocks":[{"type":"text","text":"One"},
    {"type":"subheading","text":"Two"},{"type":"text","text":"Three"},{"type":"text","id":"own","text":"Four"}]}])");
  EXPECT_EQ(letters_of(outline::find(page, "first:text-2")->text), "Three");
  EXPECT_EQ(outline::find(page, "first:subheading-1")->role, Role::kSubheading);
  EXPECT_EQ(letters_of(outline::find(page, "own")->text), "Four");
}

TEST(BytePage, ListsShowTheirStyle) {
  const Element page = page_of(R"([{"id":"s","blocks":[
    {"type":"list","style":"check","lead":"Is","items":["a","b"]},{"type":"list","style":"cross","items":["c"]},
    {"type":"list","items":["d"]},{"type":"list","style":"number","lead":"Do","items":["e"]}]}])");
  EXPECT_EQ(outline::find(page, "s:list-1")->role, Role::kListCard);
  EXPECT_EQ(outline::find(page, "s:list-1:list")->role, Role::kCheckList);
  EXPECT_EQ(outline::find(page, "s:list-1:list")->children.size(), 2u);
  EXPECT_EQ(outline::find(page, "s:list-2:list")->role, Role::kCrossList);
  EXPECT_EQ(outline::find(page, "s:list-3")->role, Role::kBulletList);
  EXPECT_EQ(outline::find(page, "s:list-4:list")->role, Role::kNumberList);
}

TEST(BytePage, CalloutsAreNamedByTheirTitle) {
  const Element page = page_of(R"([{"id":"s","blocks":[{"type":"callout","style":"tip","text":"Do it"},
    {"type":"callout","style":"did-you-know","title":"Own title","text":"Fact"}]}])");
  EXPECT_NE(outline::find_by_name(page, Role::kCallout, "Tip"), nullptr);
  EXPECT_NE(outline::find_by_name(page, Role::kCallout, "Own title"), nullptr);
}

TEST(BytePage, PicturesKeepTheirPlaceBeforeTheyCome) {
  content::Byte byte = byte_from(R"([{"id":"s","blocks":[{"type":"image","src":"a.svg","alt":"A tree","caption":"Tall",
    "credit":"By us"}]}])");
  std::get<content::ImageBlock>(byte.sections[0].blocks[0].content).picture.width = 640;
  std::get<content::ImageBlock>(byte.sections[0].blocks[0].content).picture.height = 320;
  const Element page = byte_page(byte, learning::Progress(), PageState(), Interface(phrases()));
  const Element* image = outline::find_by_name(page, Role::kImage, "A tree");
  ASSERT_NE(image, nullptr);
  EXPECT_EQ(image->get(Attribute::kWidth), "640");
  EXPECT_EQ(image->get(Attribute::kHeight), "320");
  EXPECT_EQ(letters_of(outline::find(page, "s:image-1:caption")->text), "Tall · Picture: By us");
}

TEST(BytePage, TablesNameTheirColumnsAndRows) {
  const Element page = page_of(R"([{"id":"s","blocks":[{"type":"table","id":"who","caption":"Who helps",
    "header":["What","Mentor"],"rows":[["Advice","yes"],["A good word",""]]},
    {"type":"table","header":["One"],"rows":[["a"]]}]}])");
  EXPECT_NE(outline::find_by_name(page, Role::kTableFrame, "Who helps"), nullptr);
  EXPECT_NE(outline::find_by_name(page, Role::kTableFrame, "Table"), nullptr);
  EXPECT_EQ(letters_of(outline::find(page, "who:row-2-1")->text), "A good word");
  EXPECT_EQ(outline::find(page, "who:row-2-1")->role, Role::kRowHeader);
  EXPECT_EQ(outline::find(page, "who:row-2-2")->role, Role::kCell);
  EXPECT_NE(outline::find_by_name(page, Role::kColumnHeader, "Mentor"), nullptr);
}

TEST(BytePage, ComparisonsQuotesStepsAndLinksAreWhatTheyMean) {
  const Element page = page_of(R"([{"id":"s","blocks":[
    {"type":"compare","sides":[{"title":"Mentor","items":["with you"]},{"title":"Sponsor","items":["about you","risk"]}]},
    {"type":"quote","text":"Ask, then act.","by":"a teacher"},
    {"type":"steps","steps":[{"title":"Ask","text":"One thing."},{"title":"Act"}]},
    {"type":"link-card","href":"../other/","title":"Go on","text":"More."},{"type":"divider"}]}])");
  EXPECT_EQ(outline::all_letters(*outline::find(page, "s:compare-1:side-2")), "Sponsor about you risk");
  EXPECT_EQ(outline::find(page, "s:quote-1:text")->role, Role::kQuoteText);
  EXPECT_EQ(letters_of(outline::find(page, "s:quote-1:by")->text), "a teacher");
  EXPECT_EQ(outline::find(page, "s:steps-1")->children.size(), 2u);
  EXPECT_EQ(outline::find(page, "s:steps-1:step-2")->children.size(), 1u);
  const Element* link = outline::find_by_name(page, Role::kLinkCard, "Go on More.");
  ASSERT_NE(link, nullptr);
  EXPECT_EQ(link->get(Attribute::kHref), "../other/");
  EXPECT_EQ(outline::find(page, "s:divider-1")->role, Role::kDivider);
}

constexpr std::string_view kSort = R"([{"id":"s","blocks":[{"type":"question","id":"q","kind":"sort","prompt":"Where?",
  "groups":[{"id":"up","text":"Up"},{"id":"down","text":"Down"}],
  "options":[{"id":"stone","text":"Stone","group":"down","feedback":"It is heavy."},
             {"id":"smoke","text":"Smoke","group":"up"}]}]}])";

// The page after what `progress` says of question q.
Element page_with(std::string_view sections, learning::QuestionProgress question) {
  learning::Progress progress;
  progress.questions["q"] = std::move(question);
  return byte_page(byte_from(sections), progress, PageState(), Interface(phrases()));
}

TEST(BytePage, SortedCardsStandInTheirGroupsAndCanBePutThereWithoutDragging) {
  const Element fresh = page_of(kSort);
  EXPECT_EQ(outline::find(fresh, "q:pool-cards")->children.size(), 2u);
  EXPECT_EQ(outline::find(fresh, "q:group-up-cards"), nullptr);
  const Element* choice = outline::find_by_name(*outline::find(fresh, "q/stone"), Role::kRadio, "Down");
  ASSERT_NE(choice, nullptr);
  EXPECT_EQ(choice->id, "q/stone/down:control");
  EXPECT_EQ(outline::accessible_name(fresh, *outline::find(fresh, "q/stone:choices")), "Stone");

  learning::QuestionProgress placed;
  placed.is_started = true;
  placed.answer.placed = {{"stone", "up"}};
  const Element page = page_with(kSort, placed);
  EXPECT_EQ(outline::find(page, "q:group-up-cards")->children.at(0).id, "q/stone");
  EXPECT_TRUE(outline::find(page, "q/stone/up:control")->has(Attribute::kChecked));
  EXPECT_EQ(outline::find(page, "q:pool-cards")->children.size(), 1u);
}

TEST(BytePage, ASortSaysWhereCardsBelongOnlyWhenItIsOver) {
  learning::QuestionProgress checked;
  checked.is_started = checked.is_checked = true;
  checked.answer.placed = {{"stone", "up"}, {"smoke", "up"}};
  const Element wrong = page_with(kSort, checked);
  EXPECT_EQ(outline::all_letters(*outline::find(wrong, "q/stone:reply")), "Not yet.");
  EXPECT_EQ(outline::all_letters(*outline::find(wrong, "q/smoke:reply")), "Right.");
  EXPECT_EQ(outline::find(wrong, "q/stone:choices"), nullptr);
  checked.is_finished = checked.was_finished = true;
  const Element over = page_with(kSort, checked);
  EXPECT_EQ(outline::all_letters(*outline::find(over, "q/stone:reply")), "It belongs to “Down”. It is heavy.");
}

constexpr std::string_view kJudgement = R"([{"id":"s","blocks":[{"type":"question","id":"q","kind":"judgement",
  "prompt":"Whom?","axes":["Help","Time"],"panel":"We would ask both.","explanation":"It depends.",
  "options":[{"id":"a","text":"A friend","fares":["some","soon"],"feedback":"Near."},
             {"id":"b","text":"A stranger","fares":["none","late"]}]}]}])";

TEST(BytePage, AJudgementAsksHowSureBeforeItComparesAll) {
  const Element fresh = page_of(kJudgement);
  EXPECT_EQ(outline::find(fresh, "q:fares"), nullptr);
  EXPECT_EQ(outline::find(fresh, "q/a:reply"), nullptr);
  EXPECT_NE(outline::find_by_name(fresh, Role::kRadio, "Very sure"), nullptr);

  learning::QuestionProgress over;
  over.is_started = over.is_checked = over.is_finished = over.was_finished = true;
  over.answer = {.chosen = {"b"}, .confidence = 1};
  const Element page = page_with(kJudgement, over);
  EXPECT_EQ(outline::all_letters(*outline::find(page, "q/a:reply")), "Near.");
  EXPECT_EQ(outline::find(page, "q/b")->get(Attribute::kTone), "chosen");
  const std::string table = outline::all_letters(*outline::find(page, "q:fares"));
  EXPECT_EQ(table, "How each choice fares Help Time A friend some soon Your choice: A stranger none late");
  EXPECT_NE(outline::all_letters(*outline::find(page, "q:panel")).find("We would ask both."), std::string::npos);
}

TEST(BytePage, WhatWasNotChosenHasItsOwnFeedbackWhenTheQuestionIsOver) {
  const std::string_view sections = R"([{"id":"s","blocks":[{"type":"question","id":"q","kind":"multiple","prompt":"Which?",
    "options":[{"id":"a","text":"A","correct":true},
               {"id":"b","text":"B","correct":true,"feedback":"Chosen.","feedback-if-not-chosen":"Missed."},
               {"id":"c","text":"C","feedback-if-not-chosen":"Well left out."}]}]}])";
  learning::QuestionProgress checked;
  checked.is_started = checked.is_checked = true;
  checked.answer.chosen = {"a"};
  EXPECT_EQ(outline::find(page_with(sections, checked), "q/c:reply"), nullptr);
  checked.is_finished = true;
  const Element page = page_with(sections, checked);
  EXPECT_EQ(outline::all_letters(*outline::find(page, "q/b:reply")), "This one fits too. Missed.");
  EXPECT_EQ(outline::all_letters(*outline::find(page, "q/c:reply")), "Well left out.");
}

TEST(BytePage, ChecklistsAndReflectionsShowWhatWasKept) {
  const content::Byte byte = byte_from(R"([{"id":"s","blocks":[
    {"type":"checklist","id":"list","lead":"To do","items":[{"id":"one","text":"One"},{"id":"two","text":"Two"}]},
    {"type":"reflection","id":"words","prompt":"What do you think?","example":"Much."}]}])");
  learning::Progress progress;
  progress.ticked = {"list/two"};
  progress.reflections = {{"words", "A </textarea> of mine"}};
  const Element page = byte_page(byte, progress, PageState(), Interface(phrases()));
  EXPECT_FALSE(outline::find_by_name(page, Role::kCheckbox, "One")->has(Attribute::kChecked));
  EXPECT_TRUE(outline::find_by_name(page, Role::kCheckbox, "Two")->has(Attribute::kChecked));
  EXPECT_EQ(letters_of(outline::find(page, "list:count")->text), "1 of 2 done");
  const Element* field = outline::find(page, "words:field");
  EXPECT_EQ(field->get(Attribute::kValue), "A </textarea> of mine");
  EXPECT_EQ(outline::find(page, "words:prompt")->get(Attribute::kFor), field->id);
}

constexpr std::string_view kGated = R"([{"id":"one","title":"One","gate":true,"blocks":[{"type":"question","id":"q",
  "kind":"single","prompt":"Which?","options":[{"id":"a","text":"A","correct":true},{"id":"b","text":"B"}]}]},
  {"id":"two","title":"Two","blocks":[{"type":"text","text":"2"}]},{"id":"three","title":"Three","blocks":[{"type":"text","text":"3"}]}])";

TEST(BytePage, WhatIsBehindAGateIsHiddenAndLinksLeadToTheGate) {
  const Element closed = page_of(kGated);
  EXPECT_FALSE(outline::find(closed, "one")->has(Attribute::kHidden));
  EXPECT_TRUE(outline::find(closed, "two")->has(Attribute::kHidden));
  EXPECT_TRUE(outline::find(closed, "three")->has(Attribute::kHidden));
  EXPECT_EQ(outline::find(closed, "three:stop-link")->get(Attribute::kHref), "#one");
  EXPECT_EQ(outline::find(closed, "two:contents-link")->get(Attribute::kHref), "#one");
  EXPECT_EQ(outline::find(closed, "one:next-link"), nullptr);
  EXPECT_NE(outline::find(closed, "one:gate"), nullptr);

  learning::QuestionProgress answered;
  answered.is_started = answered.was_finished = true;
  const Element open = page_with(kGated, answered);
  EXPECT_FALSE(outline::find(open, "three")->has(Attribute::kHidden));
  EXPECT_EQ(outline::find(open, "three:stop-link")->get(Attribute::kHref), "#three");
  EXPECT_NE(outline::find(open, "one:next-link"), nullptr);
  EXPECT_EQ(outline::find(open, "one:gate"), nullptr);
}

TEST(BytePage, TheEndSaysWhatWasLearntAndWhatIsOpen) {
  const content::Byte byte = byte_from(R"([{"id":"s","blocks":[
    {"type":"question","id":"q","kind":"single","prompt":"Which?","explanation":"It is **A**.","options":[{"id":"a","text":"A","correct":true},{"id":"b","text":"B"}]},
    {"type":"question","id":"r","kind":"single","prompt":"And now?","options":[{"id":"a","text":"A","correct":true},{"id":"b","text":"B"}]}]}])");
  learning::Progress progress;
  progress.questions["q"].was_finished = true;
  progress.questions["q"].best_score = 1;
  const Element page = byte_page(byte, progress, PageState(), Interface(phrases()));
  EXPECT_EQ(outline::all_letters(*outline::find(page, "q:review")), "It is **A**. Right");
  EXPECT_EQ(outline::all_letters(*outline::find(page, "r:review")), "And now? Still open");
  EXPECT_EQ(outline::find(page, "r:review-link")->get(Attribute::kHref), "#r");
}

TEST(BytePage, TheEndCountsPointsOnceThereAreAny) {
  const content::Byte byte = byte_from(R"([{"id":"s","blocks":[
    {"type":"question","id":"q","kind":"multiple","prompt":"Which?","points":3,"options":[{"id":"a","text":"A","correct":true},{"id":"b","text":"B","correct":true}]},
    {"type":"question","id":"r","kind":"judgement","prompt":"Whom?","axes":["Time"],"options":[{"id":"a","text":"A","fares":["soon"]},{"id":"b","text":"B","fares":["late"]}]},
    {"type":"question","id":"t","kind":"single","prompt":"And?","options":[{"id":"a","text":"A","correct":true},{"id":"b","text":"B"}]}]}])");
  learning::Progress progress;
  const auto page = [&] { return byte_page(byte, progress, PageState(), Interface(phrases())); };
  EXPECT_EQ(outline::find(page(), "page:points"), nullptr);
  for (const char* id : {"q", "r"}) progress.questions[id].was_finished = true;
  progress.questions["q"].best_score = 0.5;
  progress.questions["r"].best_score = 1;
  EXPECT_EQ(letters_of(outline::find(page(), "page:points")->text), "Points: 1.5 of 4");
  progress.questions["q"].best_score = 1;
  EXPECT_EQ(letters_of(outline::find(page(), "page:points")->text), "Points: 3 of 4");
}

TEST(BytePage, LeadsOnToOtherBytesAndToAll) {
  content::Byte byte = byte_from(R"([{"id":"s","blocks":[{"type":"text","text":"1"}]}])");
  byte.next = {{.id = "another", .title = "Another one", .minutes = 4}};
  const Element page = byte_page(byte, learning::Progress(), PageState(), Interface(phrases()));
  const Element* next = outline::find_by_name(page, Role::kLinkCard, "Another one 4 min");
  ASSERT_NE(next, nullptr);
  EXPECT_EQ(next->get(Attribute::kHref), "../another/index.html");
  EXPECT_NE(outline::find_by_name(page, Role::kLinkCard, "All lessons Find another lesson."), nullptr);
}

TEST(BytePage, LeadsOnInItsOwnLanguageOrSaysWhichItIs) {
  content::Byte byte = byte_from(R"([{"id":"s","blocks":[{"type":"text","text":"1"}]}])");
  byte.next = {{.id = "one", .title = "Uno", .href = "index.es.html"}, {.id = "two", .title = "Two", .language = "en"}};
  const Element page = byte_page(byte, learning::Progress(), PageState(), Interface(phrases()));
  EXPECT_EQ(outline::find(page, "page:next-one")->get(Attribute::kHref), "../one/index.es.html");
  EXPECT_EQ(outline::find(page, "page:next-one-title")->get(Attribute::kLanguage), "");
  EXPECT_EQ(outline::find(page, "page:next-two")->get(Attribute::kHref), "../two/index.html");
  EXPECT_EQ(outline::find(page, "page:next-two-title")->get(Attribute::kLanguage), "en");
}

TEST(BytePage, LeadsToItsOtherLanguages) {
  content::Byte byte = byte_from(R"([{"id":"a","blocks":[{"type":"text","text":"x"}]}])");
  const auto lines_of = [&] {
    const Element page = byte_page(byte, learning::Progress(), PageState(), Interface(phrases()));
    return outline::to_html(page);
  };
  EXPECT_EQ(lines_of().find("page:editions"), std::string::npos);
  byte.editions = {{"es", "Español", "index.es.html"}, {"ar", "العربية", "index.ar.html"}};
  EXPECT_NE(lines_of().find(R"(<p id="page:editions" class="facts"><span>Also in: </span>)"
                            R"(<a href="index.es.html"><span lang="es" dir="auto">Español</span></a><span> </span>)"
                            R"(<a href="index.ar.html"><span lang="ar" dir="auto">العربية</span></a></p>)"),
            std::string::npos)
      << lines_of();
  // In the contents too, which are at hand all along the page.
  const std::string all = lines_of();
  EXPECT_LT(all.find("page:contents-list"), all.find("page:editions-at-hand"));
  EXPECT_LT(all.find("page:editions-at-hand"), all.find("id=\"page:main\""));
}

TEST(BytePage, AnUnknownBlockShowsItsFallback) {
  const Element page = page_of(R"([{"id":"s","blocks":[{"type":"hologram","fallback":"Imagine a hologram."},
    {"type":"smell"}]}])");
  EXPECT_EQ(letters_of(outline::find(page, "s:hologram-1")->text), "Imagine a hologram.");
  EXPECT_NE(outline::find(page, "s:smell-1"), nullptr);
}

TEST(BytePage, ForeignBlocksSayTheirLanguageAndDirection) {
  const Element page = page_of(R"([{"id":"s","blocks":[{"type":"text","language":"ar","text":"نعم"}]}])");
  const Element* text = outline::find(page, "s:text-1");
  EXPECT_EQ(text->get(Attribute::kLanguage), "ar");
  EXPECT_EQ(text->get(Attribute::kDirection), "rtl");
}

TEST(BytePage, EveryLinkInsideThePageHasItsGoal) {
  const Element page = page_of(R"([{"id":"one","title":"One","blocks":[{"type":"text","text":"1"}]},
    {"id":"two","blocks":[{"type":"text","text":"2"}]}])");
  std::multiset<std::string> ids;
  collect_ids(page, ids);
  const auto check = [&](const auto& self, const Element& element) -> void {
    const std::string href(element.get(Attribute::kHref));
    if (href.starts_with("#")) {
      EXPECT_EQ(ids.count(href.substr(1)), 1u) << href;
    }
    for (Attribute reference : {Attribute::kFor, Attribute::kLabelledBy, Attribute::kDescribedBy}) {
      if (!element.has(reference)) continue;
      EXPECT_EQ(ids.count(std::string(element.get(reference))), 1u);
    }
    for (const Element& child : element.children) self(self, child);
  };
  check(check, page);
  EXPECT_NE(outline::find_by_name(page, Role::kHeading, "Part 2"), nullptr);
}

}  // namespace
}  // namespace bytes::view
