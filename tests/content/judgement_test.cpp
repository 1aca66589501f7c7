// What the rules with judgement say, and what is near and they say nothing about.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "base/json_writer.h"
#include "content/author/rules.h"
#include "content/author/rules_pictures.h"
#include "content/author/rules_questions.h"
#include "tests/content/support/files.h"

namespace bytes::content {
namespace {

using namespace std::string_literals;

std::string quoted_json(std::string_view text) {
  JsonWriter json;
  json.string(text);
  return json.take();
}

std::string byte_of(std::string_view blocks, std::string_view fields = R"("listed":false)") {
  return R"({"format":1,"id":"a","title":"A","language":"en",)" + std::string(fields) +
         R"(,"sections":[{"id":"s","title":"S","blocks":[)" + std::string(blocks) + "]}]}";
}

std::string codes_of(const std::string& text, const ByteSurroundings& surroundings = {}) {
  Diagnostics diagnostics;
  check_byte(text, "a.json", surroundings, diagnostics);
  std::string codes;
  for (const Diagnostic& problem : diagnostics.all()) {
    constexpr std::string_view kMarks[] = {"!", "", "?"};
    codes += (codes.empty() ? "" : " ") + problem.code + std::string(kMarks[static_cast<int>(problem.severity)]);
  }
  return codes;
}

std::string text_block(std::string_view text) { return R"({"type":"text","text":)" + quoted_json(text) + '}'; }

TEST(AltTexts, AreToSayWhatIsSeen) {
  const struct {
    std::string_view src, alt, caption, expected;
  } kTable[] = {
      {"tea.svg", "tea.svg", "", "alt-file-name"},
      {"tea.svg", "IMG_2041.jpg", "", "alt-file-name"},
      {"tea.svg", "img-2041", "", "alt-file-name"},
      {"tea.svg", "Screenshot 2026-03-01", "", "alt-file-name"},
      {"tea.svg", "photo1", "", "alt-file-name"},
      {"old/story_2-tea.svg", "Story 2 tea", "", "alt-file-name"},
      {"tea.svg", "Tea", "", "alt-file-name?"},
      {"tea.svg", "Two mugs of tea", "", ""},
      {"a.svg", "The file notes.jpg, open in a viewer", "", ""},
      {"a.svg", "Room 2041", "", ""},
      {"a.svg", "Image 3 of the series shows a bridge", "", ""},
      {"a.svg", "image", "", "alt-says-nothing"},
      {"a.svg", "The photo.", "", "alt-says-nothing"},
      {"a.svg", "Picture of", "", "alt-says-nothing"},
      {"a.svg", "…", "", "alt-says-nothing"},
      {"a.svg", "Bild", "", "alt-says-nothing"},
      {"a.svg", "A photo of Imani at a board", "", ""},
      {"a.svg", "Picture frames", "", ""},
      {"a.svg", "👍", "", ""},
      {"a.svg", "Imani pours the tea", "Imani **pours** the tea.", "alt-is-caption"},
      {"a.svg", "Imani pours the tea", "Imani pours tea for two.", ""},
  };
  for (const auto& row : kTable) {
    std::string block = R"({"type":"image","src":)" + quoted_json(row.src) + R"(,"alt":)" + quoted_json(row.alt);
    if (!row.caption.empty()) block += R"(,"caption":)" + quoted_json(row.caption);
    EXPECT_EQ(codes_of(byte_of(block + '}')), row.expected) << row.alt;
  }
  EXPECT_EQ(codes_of(byte_of(R"({"type":"image","src":"a.svg","decorative":true})")), "");
}

TEST(Links, AreToSayWhereTheyLead) {
  const struct {
    std::string_view text, expected;
  } kTable[] = {
      {"Look [here](https://example.org).", "link-says-nothing"},
      {"[Click **here**!](https://example.org)", "link-says-nothing"},
      {"[Read more…](../a/index.html)", "link-says-nothing"},
      {"[Mehr lesen](https://example.org) [hier](https://example.org)", "link-says-nothing link-says-nothing"},
      {"[https://example.org](https://example.org)", "link-bare-address"},
      {"[www.example.org](https://example.org)", "link-bare-address"},
      {"[Here are the rules](https://example.org).", ""},
      {"[Read more about tea](https://example.org).", ""},
      {"[example.org](https://example.org)", ""},
      {"[help@example.org](mailto:help@example.org)", ""},
      {"[mailto:help@example.org](mailto:help@example.org)", ""},
      {"Click here is no link.", ""},
  };
  for (const auto& row : kTable) EXPECT_EQ(codes_of(byte_of(text_block(row.text))), row.expected) << row.text;
  const std::string card = R"({"type":"link-card","href":"https://example.org/","title":)";
  EXPECT_EQ(codes_of(byte_of(card + R"("More"})")), "link-says-nothing");
  EXPECT_EQ(codes_of(byte_of(card + R"("More about tea"})")), "");
  const std::string scenario =
      R"x({"type":"scenario","id":"x","title":"T","start":"n","nodes":{"n":{"text":"Go [here](../b/)",)x"
      R"x("choices":[{"id":"c","text":"C","goto":"e"}]}},"endings":{"e":{"title":"E","text":"E"}}})x";
  EXPECT_EQ(codes_of(byte_of(scenario)), "link-says-nothing");
}

std::string repeated(std::string_view words, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += words;
  return text;
}

TEST(Paragraphs, AreRemarkedUponFrom120WordsOn) {
  EXPECT_EQ(codes_of(byte_of(text_block(repeated("So it goes. ", 40)))), "");
  EXPECT_EQ(codes_of(byte_of(text_block(repeated("So it goes. ", 41)))), "paragraph-long?");
  EXPECT_EQ(codes_of(byte_of(text_block(repeated("日本語の文。", 48)))), "");
  EXPECT_EQ(codes_of(byte_of(text_block(repeated("日本語の文。", 49)))), "paragraph-long?");
}

TEST(Headings, NameALessonAndItsParts) {
  EXPECT_EQ(codes_of(byte_of(text_block("A."), R"("minutes":1)")), "summary-missing?");
  EXPECT_EQ(codes_of(byte_of(text_block("A."), R"("summary":"A.")")), "");
  const std::string one = R"({"format":1,"id":"a","title":"A","language":"en","listed":false,"sections":[)"
                          R"({"id":"s","blocks":[{"type":"divider"}]})";
  EXPECT_EQ(codes_of(one + "]}"), "");
  EXPECT_EQ(codes_of(one + R"(,{"id":"t","title":"T","blocks":[{"type":"divider"}]}]})"), "section-without-title?");
}

constexpr std::string_view kHard =
    "The implementation of organizational accountability mechanisms necessitates comprehensive documentation of "
    "institutional responsibilities, particularly where administrative authorities collaborate internationally. ";
constexpr std::string_view kEasy = "You do good work, and a better job opens next month. Nobody has heard your name. ";

TEST(ReadingLevel, IsRemarkedUponWhereItIsFarAboveWhatIsSaid) {
  const struct {
    std::string_view text;
    int times;
    std::string_view fields, expected;
  } kTable[] = {
      {kHard, 6, R"("listed":false,"level":"starter")", "reading-level"},
      {kHard, 6, R"("listed":false,"level":"advanced")", "reading-level"},
      {kHard, 6, R"("listed":false)", ""},
      {kHard, 4, R"("listed":false,"level":"starter")", ""},  // Fewer than a hundred words.
      {kEasy, 8, R"("listed":false,"level":"starter")", ""},
  };
  for (const auto& row : kTable) {
    std::string blocks;
    for (int i = 0; i < row.times; ++i) blocks += (i > 0 ? "," : "") + text_block(row.text);
    EXPECT_EQ(codes_of(byte_of(blocks, row.fields)), row.expected) << row.text << row.fields;
  }
}

TEST(ReadingLevel, NamesTheHardestSentencesAndTheirLines) {
  Diagnostics diagnostics;
  const std::string text = byte_of('\n' + text_block(repeated(kEasy, 6)) + ",\n" + text_block(repeated(kHard, 2)) +
                                       ",\n" + text_block(repeated(kHard, 2)),
                                   R"("listed":false,"level":"starter")");
  check_byte(text, "a.json", {}, diagnostics);
  ASSERT_EQ(diagnostics.all().size(), 1u) << in_words(diagnostics);
  const std::string& message = diagnostics.all()[0].message;
  EXPECT_NE(message.find(R"(and "starter" means year 7 or below; hardest: line 3 "The implementation of)"),
            message.npos)
      << message;
}

std::string question(std::string_view fields, std::string_view kind = "single") {
  return R"({"type":"question","id":"q","kind":")" + std::string(kind) + R"(",)" + std::string(fields) + '}';
}

struct Answer {
  std::string_view text;
  bool correct = false;
};

std::string options(const std::vector<Answer>& answers, std::string_view more = R"(,"explanation":"So.")") {
  std::string json = R"("prompt":"Which?","options":[)";
  for (std::size_t i = 0; i < answers.size(); ++i) {
    json += (i > 0 ? R"(,{"id":"o)" : R"({"id":"o)") + std::to_string(i) + R"(","text":)" +
            quoted_json(answers[i].text) + (answers[i].correct ? R"(,"correct":true})" : "}");
  }
  return json + ']' + std::string(more);
}

TEST(Options, AreToDiffer) {
  const struct {
    std::string_view first, second, expected;
  } kTable[] = {
      {"At once", "At once", "options-equal"},
      {"At once", "At  once.", "options-equal"},
      {"At once", "at once!", "options-alike?"},
      {"Café", "café", "options-alike?"},
      {"At once", "At one", ""},
      {"Cafe", "Café", ""},
      {"1", "-1", ""},
      {"x < 2", "x > 2", ""},
      {"C", "C++", ""},
      {"?", "!", ""},
      {"`a`", "*a*", ""},
      {"Wait…", "Wait", "options-alike?"},
  };
  for (const auto& row : kTable) {
    EXPECT_EQ(codes_of(byte_of(question(options({{row.first, true}, {row.second}})))), row.expected) << row.second;
  }
}

TEST(Options, ThatHaveNoWordsAreNotCompared) {
  EXPECT_EQ(codes_of(byte_of(question(R"("prompt":"Is it?","correct":true,"explanation":"So.")", "true-false"))), "");
  EXPECT_EQ(codes_of(byte_of(question(R"("prompt":"How far?","low":"Near","high":"Far")", "scale"))), "");
}

TEST(Options, AreNotAllCorrect) {
  EXPECT_EQ(codes_of(byte_of(question(options({{"A", true}, {"B", true}}), "multiple"))), "question-all-correct");
  EXPECT_EQ(codes_of(byte_of(question(options({{"A", true}, {"B", true}, {"C"}}), "multiple"))), "");
}

TEST(Options, DoNotGiveThemselvesAwayByTheirLength) {
  constexpr std::string_view kLong = "Someone they trust who speaks up for you when you are out";
  const struct {
    std::vector<Answer> answers;
    std::string_view kind, expected;
  } kTable[] = {
      {{{kLong, true}, {"Luck"}, {"Your boss"}}, "single", "answer-longest?"},
      {{{kLong, true}, {"Luck"}, {"Someone who tells you how well you work"}}, "single", ""},
      {{{kLong}, {"Luck", true}, {"Your boss"}}, "single", ""},
      {{{"Under a week", true}, {"A day"}}, "single", ""},  // Longer, but only by some letters.
      {{{kLong, true}, {"Luck", true}, {"Your boss"}}, "multiple", ""},
      {{{kLong, true}, {"Someone they trust who speaks up for you when it counts", true}, {"Luck"}},
       "multiple",
       "answer-longest?"},
  };
  for (const auto& row : kTable) {
    EXPECT_EQ(codes_of(byte_of(question(options(row.answers), row.kind))), row.expected) << row.answers[1].text;
  }
}

TEST(Options, DoNotSpeakOfTheOthers) {
  const struct {
    std::string_view text, more, expected;
  } kTable[] = {
      {"All of the above", "", "option-of-all?"},
      {"none of the above.", "", "option-of-all?"},
      {"All of the above", R"(,"shuffle":true)", "option-of-all"},
      {"All of these", R"(,"shuffle":true)", "option-of-all?"},
      {"Todas las anteriores", R"(,"shuffle":true)", "option-of-all"},
      {"None of them heard it", "", ""},
      {"The lines above it", "", ""},
  };
  for (const auto& row : kTable) {
    const std::string more = R"(,"explanation":"So.")" + std::string(row.more);
    EXPECT_EQ(codes_of(byte_of(question(options({{"Milk", true}, {row.text}}, more)))), row.expected) << row.text;
  }
}

TEST(Feedback, IsForEveryWrongOptionWhereNothingElseExplains) {
  EXPECT_EQ(codes_of(byte_of(question(options({{"A", true}, {"B"}}, "")))), "feedback-missing?");
  EXPECT_EQ(codes_of(byte_of(question(options({{"A", true}, {"B"}})))), "");
  EXPECT_EQ(codes_of(byte_of(question(R"("prompt":"Which?","options":[{"id":"a","text":"A","correct":true},)"
                                      R"({"id":"b","text":"B","feedback":"No."}])"))),
            "");
}

TEST(Teaching, IsMissedWhereAQuestionComesFromNowhere) {
  const auto asked = [](std::string_view prompt, std::string_view answer, std::string_view explanation = "So.") {
    return question(R"("prompt":)" + quoted_json(prompt) + R"(,"options":[{"id":"a","text":)" + quoted_json(answer) +
                    R"(,"correct":true},{"id":"b","text":"Not so"}],"explanation":)" + quoted_json(explanation));
  };
  const std::string taught = text_block("A mentor gives you advice. Water boils sooner on a mountain.");
  const struct {
    std::string_view prompt, answer, explanation, expected;
  } kTable[] = {
      {"Which planet circles closest around our sun?", "Mercury", "So.", "question-untaught?"},
      {"Who advises you, and how often should mentors do it?", "A mentor", "So.", ""},
      {"At which height does boiling start earliest?", "Mountains", "So.", ""},
      {"Which planet circles closest around our sun?", "Mercury", "Mercury is the planet closest to the sun.", ""},
      {"Which planet?", "Mercury", "So.", ""},  // Too few words to judge by.
  };
  for (const auto& row : kTable) {
    EXPECT_EQ(codes_of(byte_of(taught + ',' + asked(row.prompt, row.answer, row.explanation))), row.expected)
        << row.prompt;
  }
  const std::string foreign = asked("Which planet circles closest around our sun?", "Mercury");
  // What other sites and films say is not known.
  EXPECT_EQ(
      codes_of(byte_of(taught + ',' + foreign + R"(,{"type":"embed","src":"https://example.org/","title":"Sky"})")),
      "");
  // Nor does it know the words of other languages.
  EXPECT_EQ(codes_of(byte_of(R"({"language":"de",)" + foreign.substr(1))), "");
  // It may come later.
  EXPECT_EQ(codes_of(byte_of(foreign + ',' +
                             text_block("Mercury is the planet that circles the sun at the least distance."))),
            "");
}

TEST(Teaching, KnowsRelativesByTheirStems) {
  const struct {
    std::string_view one, other;
  } kSame[] = {{"decides", "deciding"}, {"Planning", "plan"}, {"stories", "story"},
               {"mentor's", "mentors"}, {"quickly", "quick"}, {"makes", "making"}};
  for (const auto& row : kSame) {
    EXPECT_EQ(english_stem(row.one), english_stem(row.other)) << row.one;
  }
  EXPECT_NE(english_stem("mentor"), english_stem("sponsor"));
  EXPECT_EQ(english_stem("class"), "class");
  for (const std::string_view word : {"the", "which", "you", "a"}) EXPECT_TRUE(is_english_stop_word(word)) << word;
  for (const std::string_view word : {"mentor", "", "zebra"}) EXPECT_FALSE(is_english_stop_word(word)) << word;
}

TEST(Minutes, FitTheWordsOfALessonWithoutScenariosToo) {
  const std::string words = text_block(repeated("So it goes. ", 40));  // 36 seconds.
  const struct {
    int paragraphs;
    std::string_view more, minutes, expected;
  } kTable[] = {
      {3, "", "2", ""}, {3, "", "1", "minutes-too-few"},
      {3, "", "5", ""}, {3, "", "6", "minutes-too-many"},
      {1, "", "1", ""}, {3, R"(,{"type":"reflection","id":"r","prompt":"Why?"})", "30", ""},
  };
  for (const auto& row : kTable) {
    std::string blocks;
    for (int i = 0; i < row.paragraphs; ++i) blocks += (i > 0 ? "," : "") + words;
    const std::string fields = R"("listed":false,"minutes":)" + std::string(row.minutes);
    EXPECT_EQ(codes_of(byte_of(blocks + std::string(row.more), fields)), row.expected) << row.minutes;
  }
}

TEST(Recordings, OfPictureStoriesNeedTheirWordsToo) {
  const auto story = [](std::string_view sound) {
    return byte_of(R"({"type":"picture-story","pictures":[{"src":"a.svg","alt":"A door.","caption":"So."}],"sound":)" +
                   std::string(sound) + '}');
  };
  EXPECT_EQ(codes_of(story(R"({"src":"a.mp3"})")), "transcript-missing");
  EXPECT_EQ(codes_of(story(R"({"src":"a.mp3","transcript":["So."]})")), "");
}

TEST(Files, AreWeighedAndRecognised) {
  using std::string_view_literals::operator""sv;
  const std::string bmp = "BM\x3a\0\0\0\0\0\0\0\x36\0\0\0\x28"s + std::string(40, '\0');
  const struct {
    std::string_view file, expected;
  } kFormats[] = {
      {bmp, "BMP"},
      {"BMW is no picture", ""},
      {"II*\0\x08\0\0\0"sv, "TIFF"},
      {"MM\0*\0\0\0\x08"sv, "TIFF"},
      {"\0\0\0\x18"
       "ftypheic\0\0\0\0mif1heic"sv,
       "HEIC"},
      {"\0\0\0\x18"
       "ftypavif\0\0\0\0mif1avif"sv,
       ""},
      {"\0\0\0\x18"
       "ftypmif1\0\0\0\0mif1avif"sv,
       ""},
      {"\xff\x0a\0\0"sv, "JPEG XL"},
      {"\xff\xd8\xff\xe0"sv, ""},
      {"\x89PNG\r\n\x1a\n"sv, ""},
      {"<svg/>", ""},
      {"", ""},
  };
  for (const auto& row : kFormats) EXPECT_EQ(unfit_picture_format(row.file), row.expected) << row.expected;

  const struct {
    std::string_view name;
    int kilobytes;
    std::string_view expected;
  } kSizes[] = {
      {"a.png", 200, ""},
      {"a.png", 201, "picture-heavy?"},
      {"a.png", 1000, "picture-heavy?"},
      {"a.png", 1001, "picture-heavy"},
      {"a.svg", 100, ""},
      {"A.SVG", 101, "drawing-heavy?"},
  };
  for (const auto& row : kSizes) {
    ByteSurroundings around;
    around.read_file = [](std::string_view) { return std::string(); };
    around.file_size = [&](std::string_view) { return std::int64_t{1000} * row.kilobytes; };
    const std::string block = R"({"type":"image","alt":"A door.","src":")" + std::string(row.name) + "\"}";
    // Twice in one Byte, it is said once.
    EXPECT_EQ(codes_of(byte_of(block + ',' + block), around), row.expected) << row.name << row.kilobytes;
    const std::string film = R"({"type":"video","src":"a.mp4","transcript":["So."],"tracks":[)"
                             R"({"src":"a.vtt","language":"en","label":"English"}]})";
    around.read_file = [](std::string_view) { return std::string("WEBVTT\n"); };
    around.file_size = [&](std::string_view) { return std::int64_t{25'000'000} + row.kilobytes - 500; };
    EXPECT_EQ(codes_of(byte_of(film), around), row.kilobytes > 500 ? "film-heavy" : "") << row.kilobytes;
  }
}

TEST(Judgement, WaitsUntilThereAreNoErrors) {
  EXPECT_EQ(codes_of(byte_of(text_block("Look [here](https://example.org)."), R"("minutes":0.5)")), "type-wrong!");
}

TEST(Judgement, FindsNothingToMendInTheLessons) {
  for (const std::string name : {"mentor-or-sponsor", "carolinas-dilemma"}) {
    const std::string folder = "content/bytes/" + name + '/';
    ByteSurroundings around;
    around.has_file = [&](std::string_view file) { return has_test_file(folder + std::string(file)); };
    around.read_file = [&](std::string_view file) { return read_test_file(folder + std::string(file)); };
    EXPECT_EQ(codes_of(read_test_file(folder + "byte.json"), around), "") << name;
  }
}

}  // namespace
}  // namespace bytes::content
