#include "content/byte_reader.h"

#include <gtest/gtest.h>

#include <functional>
#include <set>

#include "base/json_writer.h"
#include "content/author/explain.h"
#include "content/author/markup.h"
#include "content/author/rules.h"
#include "tests/content/support/files.h"
#include "tests/support/effort.h"

namespace bytes::content {
namespace {

const std::string kValidBytes = "tests/data/bytes/valid";
const ReadOptions kPlayer = {.strict = false, .markup = {}};

Byte read_valid(const std::string& name) {
  Diagnostics diagnostics;
  std::optional<Byte> byte = check_byte(read_test_file(kValidBytes + '/' + name + ".json"), name, {}, diagnostics);
  EXPECT_EQ(in_words(without_notes(diagnostics)), "");
  return byte.value_or(Byte());
}

std::string with_blocks(std::string_view blocks) {
  return R"({"format":1,"id":"test","title":"Test","language":"en","sections":[{"id":"start","blocks":[)" +
         std::string(blocks) + "]}]}";
}

// The only block of a Byte as the player reads it.
BlockContent played(std::string_view block) {
  Diagnostics diagnostics;
  const std::optional<Byte> byte = read_byte(with_blocks(block), "test", kPlayer, diagnostics);
  EXPECT_TRUE(byte && byte->sections.size() == 1 && byte->sections[0].blocks.size() == 1) << block;
  return byte ? byte->sections[0].blocks[0].content : BlockContent();
}

std::set<std::string> codes_in(std::string_view text, const ReadOptions& options = {}) {
  Diagnostics diagnostics;
  read_byte(text, "test", options, diagnostics);
  std::set<std::string> codes;
  for (const Diagnostic& problem : diagnostics.all()) codes.insert(problem.code);
  return codes;
}

TEST(ByteReader, TakesEveryValidByte) {
  const std::vector<std::string> names = names_in(kValidBytes, ".json");
  EXPECT_GE(names.size(), 3u);
  for (const std::string& name : names) EXPECT_EQ(checked_in_words(kValidBytes, name), "") << name;
}

TEST(ByteReader, TakesTheMentorByte) {
  const std::string folder = "content/bytes/mentor-or-sponsor";
  Diagnostics diagnostics;
  const auto has_file = [&](std::string_view name) { return has_test_file(folder + '/' + std::string(name)); };
  const std::string text = read_test_file(folder + "/byte.json");
  EXPECT_TRUE(check_byte(text, "byte.json", {"mentor-or-sponsor", has_file}, diagnostics));
  EXPECT_EQ(in_words(diagnostics), "");
}

TEST(ByteReader, ReadsWhatIsSaidAboutAByte) {
  const Byte byte = read_valid("full");
  EXPECT_EQ(byte.id, "full");
  EXPECT_EQ(byte.needs, (std::vector<std::string>{"question", "multiple", "picture-story"}));
  EXPECT_EQ(byte.formerly, (std::vector<std::string>{"fuller", "fullest"}));
  EXPECT_EQ(byte.title, "Everything at once");
  EXPECT_EQ(byte.summary, "Each field and each block, once.");
  EXPECT_EQ(byte.objective, "Read every field back.");
  EXPECT_EQ(byte.language, "en-GB");
  EXPECT_EQ(byte.minutes, 4);
  EXPECT_EQ(byte.level, "intermediate");
  EXPECT_EQ(byte.topics, (std::vector<std::string>{"testing", "reading"}));
  EXPECT_EQ(byte.skills, (std::vector<std::string>{"patience"}));
  EXPECT_EQ(byte.cover.src, "cover.svg");
  EXPECT_EQ(byte.cover.alt, "A plain field of teal.");
  EXPECT_EQ(letters_of(byte.cover.caption), "Teal");
  EXPECT_EQ(byte.cover.credit[1].href, "https://example.org");
  EXPECT_EQ(byte.cover.width, 80);
  EXPECT_EQ(byte.cover.height, 35);
  EXPECT_EQ(byte.cover.bytes, 135);
  EXPECT_EQ(byte.author.name, "Nobody in particular");
  EXPECT_EQ(byte.author.role, "Tester");
  ASSERT_EQ(byte.credits.size(), 2u);
  EXPECT_EQ(letters_of(byte.credits[1].text), "Words by no one");
  EXPECT_EQ(byte.license, "CC0-1.0");
  EXPECT_FALSE(byte.listed);
  ASSERT_EQ(byte.sections.size(), 11u);
  EXPECT_TRUE(byte.sections[0].gate);
  EXPECT_EQ(letters_of(byte.sections[0].title), "Words with marks");
}

TEST(ByteReader, ReadsEveryBlock) {
  const Byte byte = read_valid("full");
  const auto block = [&](std::size_t section, std::size_t index) -> const Block& {
    return byte.sections.at(section).blocks.at(index);
  };
  EXPECT_EQ(block(0, 0).id, "marks");
  EXPECT_EQ(block(0, 0).language, "en");
  EXPECT_EQ(block(0, 0).position, (Position{14, 7}));
  EXPECT_EQ(letters_of(std::get<TextBlock>(block(0, 2).content).text),
            "# no heading, - no list, 1 < 2 & \"quotes\" \\ {{name}} 😀 é in two lines");
  EXPECT_EQ(letters_of(std::get<SubheadingBlock>(block(0, 3).content).text), "A subheading");

  const auto list_style = [&](std::size_t index) { return std::get<ListBlock>(block(1, index).content).style; };
  EXPECT_EQ(list_style(0), ListStyle::kBullet);
  EXPECT_EQ(list_style(1), ListStyle::kBullet);
  EXPECT_EQ(list_style(2), ListStyle::kNumber);
  EXPECT_EQ(list_style(3), ListStyle::kCheck);
  EXPECT_EQ(list_style(4), ListStyle::kCross);
  EXPECT_EQ(letters_of(std::get<ListBlock>(block(1, 1).content).lead), "So:");
  EXPECT_TRUE(std::get<ListBlock>(block(1, 1).content).items.at(1)[0].strong);

  const auto callout = [&](std::size_t index) { return std::get<CalloutBlock>(block(2, index).content); };
  EXPECT_EQ(callout(0).style, CalloutStyle::kNote);
  EXPECT_EQ(callout(1).style, CalloutStyle::kDidYouKnow);
  EXPECT_EQ(callout(2).style, CalloutStyle::kTip);
  EXPECT_EQ(callout(3).style, CalloutStyle::kNote);
  EXPECT_EQ(callout(4).style, CalloutStyle::kWarning);
  EXPECT_EQ(callout(5).style, CalloutStyle::kExample);
  EXPECT_EQ(letters_of(callout(1).title), "Its own title");

  const auto picture = [&](std::size_t index) { return std::get<ImageBlock>(block(3, index).content).picture; };
  EXPECT_TRUE(picture(0).decorative);
  EXPECT_EQ(picture(1).alt, "Teal again.");
  EXPECT_EQ(picture(1).position, (Position{33, 33}));
  EXPECT_EQ(picture(1).still, File());
  EXPECT_EQ(picture(2).src, "moving.svg");
  EXPECT_EQ(picture(2).still, (File{"cover.svg", 135, {}}));

  const VideoBlock& video = std::get<VideoBlock>(block(4, 0).content);
  EXPECT_EQ(video.recording.src, "film.webm");
  EXPECT_EQ(video.recording.bytes, 1234);
  EXPECT_EQ(video.recording.position, (Position{36, 47}));
  EXPECT_EQ(video.poster.src, "cover.svg");
  EXPECT_EQ(video.width, 320);
  EXPECT_EQ(video.height, 180);
  EXPECT_EQ(letters_of(video.recording.caption), "A film");
  EXPECT_EQ(letters_of(video.recording.credit), "Us");
  EXPECT_EQ(video.recording.transcript.size(), 2u);
  ASSERT_EQ(video.recording.tracks.size(), 2u);
  EXPECT_EQ(video.recording.tracks[0].src, "film.en.vtt");
  EXPECT_EQ(video.recording.tracks[1].language, "ar");
  EXPECT_EQ(video.recording.tracks[1].label, "العربية");
  EXPECT_EQ(std::get<AudioBlock>(block(4, 1).content).recording.src, "sound.wav");
  const PictureStoryBlock& story = std::get<PictureStoryBlock>(block(4, 2).content);
  ASSERT_EQ(story.pictures.size(), 2u);
  EXPECT_EQ(letters_of(story.pictures[0].caption), "First, this.");
  EXPECT_TRUE(story.pictures[1].decorative);
  EXPECT_EQ(letters_of(story.sound.caption), "The story, told");
  EXPECT_TRUE(std::get<PictureStoryBlock>(block(4, 3).content).sound.src.empty());
  const EmbedBlock& embed = std::get<EmbedBlock>(block(4, 4).content);
  EXPECT_EQ(embed.src, "https://video.example.org/a?b=1#c");
  EXPECT_EQ(embed.title, "A film elsewhere");
  EXPECT_EQ(letters_of(embed.text), "It shows more.");
  EXPECT_EQ(embed.width, 640);
  EXPECT_EQ(embed.height, 480);
  EXPECT_EQ(std::get<EmbedBlock>(block(4, 5).content).width, 0);
  EXPECT_EQ(letters_of(byte.author.text), "Reads everything.");
  EXPECT_EQ(byte.author.portrait.alt, "Teal, and nobody.");
  EXPECT_EQ(byte.cost, (Cost{1, 2, 3, 4}));

  const TableBlock& table = std::get<TableBlock>(block(5, 0).content);
  EXPECT_EQ(letters_of(table.caption), "Who helps");
  EXPECT_TRUE(table.header.at(1)[0].strong);
  EXPECT_EQ(table.rows.size(), 2u);
  EXPECT_TRUE(table.rows.at(0).at(1)[0].code);
  EXPECT_TRUE(table.rows.at(1).at(1).empty());
  const CompareBlock& compare = std::get<CompareBlock>(block(5, 1).content);
  EXPECT_EQ(letters_of(compare.sides.at(1).title), "Sponsor");
  EXPECT_EQ(compare.sides.at(1).items.size(), 2u);
  EXPECT_EQ(letters_of(std::get<QuoteBlock>(block(5, 2).content).by), "a teacher");
  EXPECT_TRUE(std::get<QuoteBlock>(block(5, 3).content).by.empty());
  const StepsBlock& steps = std::get<StepsBlock>(block(5, 4).content);
  EXPECT_EQ(letters_of(steps.steps.at(0).text), "One thing.");
  EXPECT_TRUE(steps.steps.at(1).text.empty());
  EXPECT_EQ(std::get<LinkCardBlock>(block(5, 5).content).href, "../minimal/");
  EXPECT_TRUE(std::holds_alternative<DividerBlock>(block(5, 7).content));

  const Question& one = std::get<Question>(block(6, 0).content);
  EXPECT_EQ(one.kind, QuestionKind::kSingle);
  EXPECT_EQ(one.options.at(0).id, "a");
  EXPECT_TRUE(one.options.at(0).correct);
  EXPECT_EQ(letters_of(one.options.at(0).feedback), "Yes, this.");
  EXPECT_FALSE(one.options.at(1).correct);
  EXPECT_EQ(one.attempts, 0);
  EXPECT_EQ(one.points, 1);
  EXPECT_FALSE(one.shuffle);
  EXPECT_TRUE(one.required);
  EXPECT_EQ(letters_of(one.options.at(1).feedback_if_not_chosen), "That was not it.");
  const Question& sorted = std::get<Question>(block(6, 2).content);
  EXPECT_EQ(sorted.kind, QuestionKind::kSort);
  EXPECT_EQ(letters_of(sorted.groups.at(0).text), "Up");
  EXPECT_EQ(sorted.options.at(1).group, "down");
  EXPECT_EQ(sorted.attempts, 3);
  const Question& judged = std::get<Question>(block(6, 3).content);
  EXPECT_EQ(judged.kind, QuestionKind::kJudgement);
  EXPECT_EQ(letters_of(judged.axes.at(1)), "Time");
  EXPECT_EQ(letters_of(judged.options.at(0).fares.at(1)), "soon");
  EXPECT_EQ(letters_of(judged.panel), "We would ask both.");
  const ChecklistBlock& checklist = std::get<ChecklistBlock>(block(9, 0).content);
  EXPECT_EQ(letters_of(checklist.lead), "To do");
  EXPECT_EQ(checklist.items.at(1).id, "two");
  const ReflectionBlock& reflection = std::get<ReflectionBlock>(block(9, 1).content);
  EXPECT_EQ(letters_of(reflection.prompt), "What do you think?");
  EXPECT_EQ(letters_of(reflection.example), "That it is good.");
  EXPECT_TRUE(std::get<ReflectionBlock>(block(9, 2).content).example.empty());
  EXPECT_EQ(byte.next.at(0).id, "minimal");
  EXPECT_EQ(byte.next.at(1).title, "Given");
  const Question& many = std::get<Question>(block(6, 1).content);
  EXPECT_EQ(many.kind, QuestionKind::kMultiple);
  EXPECT_EQ(many.hints.size(), 2u);
  EXPECT_EQ(letters_of(many.explanation), "Both are.");
  EXPECT_EQ(many.attempts, 2);
  EXPECT_EQ(many.points, 3);
  EXPECT_TRUE(many.shuffle);
  EXPECT_FALSE(many.required);
}

TEST(ByteReader, KnowsTheHostOfAnEmbeddedPage) {
  const std::pair<std::string_view, std::string_view> kHosts[] = {
      {"https://example.org", "example.org"},
      {"https://Video.Example.org:8443/a/b?c#d", "Video.Example.org:8443"},
      {"https://example.org?a@b", "example.org"},
      {"https://a@example.org/", ""},
      {"https://example.org;/", ""},
      {"https://exämple.org/", ""},
      {"https://example.org/a b", ""},
      {"https://example.org\\@other.org/", ""},
      {"https:///a", ""},
      {"http://example.org/", ""},
      {"//example.org/", ""},
      {"", ""},
  };
  for (const auto& [address, host] : kHosts) EXPECT_EQ(host_of(address), host) << address;
}

TEST(ByteReader, TakesListsOfRunsAsTheyAre) {
  const TextBlock block = std::get<TextBlock>(played(
      R"({"type":"text","text":["**a**",{"text":"b","strong":true,"emphasis":true,"code":true,"href":"../x/","language":"ar"},"c","d",""]})"));
  bytes::Run marked;
  marked.text = "b";
  marked.strong = marked.emphasis = marked.code = true;
  marked.href = "../x/";
  marked.language = "ar";
  EXPECT_EQ(block.text, (RichText{plain("**a**")[0], marked, plain("cd")[0]}));
}

TEST(ByteReader, TakesLettersAsLettersInThePlayer) {
  EXPECT_EQ(std::get<TextBlock>(played(R"({"type":"text","text":"**a** {{b}} \\{{c}} <d>"})")).text,
            plain("**a** {{b}} \\{{c}} <d>"));
}

TEST(LenientReading, ShowsTheFallbackOfWhatItCannotUse) {
  const struct {
    std::string_view block;
    std::string_view type;
    std::string_view fallback;
  } kBlocks[] = {
      {R"({"type":"hologram","fallback":"Look!","depth":3})", "hologram", "Look!"},
      {R"({"type":"hologram"})", "hologram", ""},
      {R"({"type":"text","fallback":"No text."})", "text", "No text."},
      {R"({"type":"text","text":7,"fallback":"No text."})", "text", "No text."},
      {R"({"type":"list","items":[],"fallback":"No items."})", "list", "No items."},
      {R"({"type":"image","src":"../x","alt":"x","fallback":"No picture."})", "image", "No picture."},
      {R"({"type":"video","fallback":"No film."})", "video", "No film."},
      {R"({"type":"audio","src":"../x","fallback":"No sound."})", "audio", "No sound."},
      {R"({"type":"picture-story","pictures":[{"src":"a.svg","alt":"a"}],"fallback":"No caption."})", "picture-story",
       "No caption."},
      {R"({"type":"picture-story","pictures":[],"fallback":"No story."})", "picture-story", "No story."},
      {R"({"type":"embed","src":"http://example.org/","title":"a","fallback":"Not safe."})", "embed", "Not safe."},
      {R"({"type":"embed","src":"javascript:alert","title":"a","fallback":"Not safe."})", "embed", "Not safe."},
      {R"({"type":"question","id":"q","kind":"telepathy","fallback":"Think.","prompt":"?"})", "question", "Think."},
      {R"({"type":"question","kind":"single","prompt":"?","fallback":"No id.","options":[{"id":"a","text":"a","correct":true},{"id":"b","text":"b"}]})",
       "question", "No id."},
      {R"({"type":"question","id":"q","kind":"single","prompt":"?","fallback":"None right.","options":[{"id":"a","text":"a"},{"id":"b","text":"b"}]})",
       "question", "None right."},
      {R"({"type":"question","id":"q","kind":"single","prompt":"?","fallback":"One left.","options":[{"id":"a","text":"a","correct":true},{"id":"a","text":"b"}]})",
       "question", "One left."},
      {R"({"fallback":"No type."})", "", "No type."},
      {"5", "", ""},
      {"null", "", ""},
  };
  for (const auto& [block, type, fallback] : kBlocks) {
    const BlockContent content = played(block);
    const auto* unknown = std::get_if<UnknownBlock>(&content);
    ASSERT_NE(unknown, nullptr) << block;
    EXPECT_EQ(unknown->type, type);
    EXPECT_EQ(letters_of(unknown->fallback), fallback);
  }
}

TEST(LenientReading, PassesOverWhatItDoesNotKnow) {
  const std::string text = with_blocks(
      R"({"type":"list","style":"stars","items":["a"],"sparkle":true},{"type":"callout","style":"danger","text":"a"})");
  Diagnostics diagnostics;
  const std::optional<Byte> byte = read_byte(text, "test", kPlayer, diagnostics);
  ASSERT_TRUE(byte);
  EXPECT_TRUE(diagnostics.all().empty());
  EXPECT_EQ(std::get<ListBlock>(byte->sections[0].blocks[0].content).style, ListStyle::kBullet);
  EXPECT_EQ(std::get<CalloutBlock>(byte->sections[0].blocks[1].content).style, CalloutStyle::kNote);
}

TEST(LenientReading, TakesTheAddressFromAnUnsafeLink) {
  const TextBlock block = std::get<TextBlock>(
      played(R"-({"type":"text","text":["a ",{"text":"link","href":"javascript:alert(1)","strong":true}]})-"));
  ASSERT_EQ(block.text.size(), 2u);
  EXPECT_EQ(block.text[1].href, "");
  EXPECT_TRUE(block.text[1].strong);
}

TEST(LenientReading, LeavesOutSectionsItCannotUse) {
  Diagnostics diagnostics;
  const std::optional<Byte> byte = read_byte(
      R"({"format":1,"id":"test","title":"T","language":"en","sections":[5,{"id":"A!","blocks":[]},{"id":"a","blocks":[{"type":"text","text":"x"}]},{"id":"a","blocks":[{"type":"text","text":"y"}]}]})",
      "test", kPlayer, diagnostics);
  ASSERT_TRUE(byte);
  ASSERT_EQ(byte->sections.size(), 1u);
  EXPECT_EQ(byte->sections[0].id, "a");
  EXPECT_TRUE(diagnostics.has_errors());
}

TEST(LenientReading, HasNoByteWithoutIdOrSections) {
  for (std::string_view text : {R"({"format":1,"title":"T","sections":[{"id":"a","blocks":[{"type":"divider"}]}]})",
                                R"({"format":1,"id":"a","title":"T","sections":[]})", R"({"format":1,"id":"a"})",
                                R"({"format":2,"id":"a"})", "[]", "null", "\"text\"", "{}", "", "{"}) {
    Diagnostics diagnostics;
    EXPECT_FALSE(read_byte(text, "test", kPlayer, diagnostics)) << text;
    EXPECT_TRUE(diagnostics.has_errors()) << text;
  }
}

TEST(StrictReading, GivesTheByteAsFarAsItWasUnderstood) {
  Diagnostics diagnostics;
  const std::optional<Byte> byte = read_byte(
      with_blocks(R"({"type":"hologram"},{"type":"text"},{"type":"text","text":"a"})"), "test", {}, diagnostics);
  ASSERT_TRUE(byte);
  EXPECT_EQ(diagnostics.all().size(), 2u);
  ASSERT_EQ(byte->sections[0].blocks.size(), 3u);
  EXPECT_TRUE(std::holds_alternative<UnknownBlock>(byte->sections[0].blocks[0].content));
  EXPECT_TRUE(std::holds_alternative<TextBlock>(byte->sections[0].blocks[1].content));
}

JsonValue& member(JsonValue& object, std::string_view key) { return const_cast<JsonValue&>(*object.find(key)); }

// Lessons of one block each, which together have every value of the one given; the first has all that is no section.
// What is tried at each place of these, takes a small part of the time that it takes in a long lesson.
std::vector<JsonValue> each_block_apart(const JsonValue& lesson) {
  std::vector<JsonValue> lessons;
  for (const JsonValue& section : lesson.find("sections")->items) {
    for (const JsonValue& block : section.find("blocks")->items) {
      JsonValue part = lesson;
      if (!lessons.empty()) {
        std::erase_if(part.members, [](const JsonMember& member) {
          return member.key != "format" && member.key != "id" && member.key != "title" && member.key != "language" &&
                 member.key != "sections";
        });
      }
      member(part, "sections").items = {section};
      member(member(part, "sections").items[0], "blocks").items = {block};
      lessons.push_back(std::move(part));
    }
  }
  return lessons;
}

// Calls `visit` with the whole text of the document once for each place in it, there with `replaced` instead. Places
// are values: of members and items, and the root.
void for_each_replacement(const JsonValue& root, std::string_view replacement,
                          const std::function<void(const std::string&, const std::string&)>& visit) {
  int values = 0;
  const std::function<void(const JsonValue&)> count = [&](const JsonValue& value) {
    ++values;
    for (const JsonValue& item : value.items) count(item);
    for (const JsonMember& member : value.members) count(member.value);
  };
  count(root);
  for (int chosen = 0; chosen < values; ++chosen) {
    JsonWriter json;
    int at = 0;
    std::string name;  // Of the place, or for an item of its list.
    std::string current;
    const std::function<void(const JsonValue&)> write = [&](const JsonValue& value) {
      const bool is_chosen = at++ == chosen;
      if (is_chosen) {
        name = current;
        json.raw(replacement);
        // Its own places are left out, but counted.
        const std::function<void(const JsonValue&)> skip = [&](const JsonValue& inner) {
          for (const JsonValue& item : inner.items) ++at, skip(item);
          for (const JsonMember& member : inner.members) ++at, skip(member.value);
        };
        skip(value);
        return;
      }
      switch (value.kind) {
        case JsonValue::Kind::kNull: json.null(); break;
        case JsonValue::Kind::kBoolean: json.boolean(value.boolean); break;
        case JsonValue::Kind::kInteger: json.integer(value.integer); break;
        case JsonValue::Kind::kNumber: json.number(value.number); break;
        case JsonValue::Kind::kString: json.string(value.string); break;
        case JsonValue::Kind::kArray:
          json.begin_array();
          for (const JsonValue& item : value.items) write(item);
          json.end_array();
          break;
        case JsonValue::Kind::kObject:
          json.begin_object();
          for (const JsonMember& member : value.members) {
            json.key(member.key);
            current = member.key;
            write(member.value);
          }
          json.end_object();
          break;
      }
    };
    write(root);
    visit(json.text(), name);
  }
}

TEST(ByteReader, SurvivesAWrongValueInEveryPlace) {
  Diagnostics ignored;
  const JsonValue full = parse_json(read_test_file(kValidBytes + "/full.json"), "full.json", ignored);
  int place = 0;
  int read = 0;
  for (const JsonValue& lesson : each_block_apart(full)) {
    for (std::string_view replacement : {"null", "true", "0", "-1.5", "\"\"", "\"x\"", "[]", "[[]]", "{}", "\"{{\""}) {
      for_each_replacement(lesson, replacement, [&](const std::string& changed, const std::string& name) {
        if (++place % kStride != 0) return;
        Diagnostics problems;
        check_byte(changed, "full.json", {}, problems);
        for (const Diagnostic& problem : problems.all()) EXPECT_FALSE(problem.message.empty()) << problem.code;
        // A wrong type never goes unnoticed, except where anything goes.
        const bool is_free = name == "note" || name == "anything" || name.substr(0, 2) == "x-" || name == "$schema";
        if (replacement == "[[]]" && !is_free) {
          EXPECT_TRUE(problems.has_errors()) << name << changed;
        }
        Diagnostics lenient;
        const std::optional<Byte> byte = read_byte(changed, "full.json", kPlayer, lenient);
        EXPECT_TRUE(byte || lenient.has_errors()) << changed;
        ++read;
      });
    }
  }
  EXPECT_GT(read, 10'000 / kStride);
}

TEST(ByteReader, ReportsEveryMissingField) {
  const struct {
    std::string_view text;
    std::string_view code;
  } kTexts[] = {
      {R"({"type":"text"})", "field-missing"},
      {R"({"type":"subheading"})", "field-missing"},
      {R"({"type":"list"})", "field-missing"},
      {R"({"type":"callout"})", "field-missing"},
      {R"({"type":"image","alt":"a"})", "field-missing"},
      {R"({"type":"image","src":"a.svg"})", "alt-missing"},
      {R"({"text":"a"})", "field-missing"},
      {R"({"type":"question","id":"q","kind":"single","prompt":"?"})", "field-missing"},
  };
  for (const auto& [text, code] : kTexts)
    EXPECT_EQ(codes_in(with_blocks(text)), std::set<std::string>{std::string(code)});
}

TEST(ByteReader, SurvivesAFileCutOffAtAnyByte) {
  for (std::string_view name : {"/full.json", "/blocks.json", "/media.json", "/gated.json", "/right-to-left.json"}) {
    const std::string text = read_test_file(kValidBytes + std::string(name));
    for (std::size_t size = 0; size < text.find_last_of('}'); size += stride_in(text)) {
      Diagnostics diagnostics;
      EXPECT_FALSE(check_byte(text.substr(0, size), name, {}, diagnostics));
      EXPECT_EQ(diagnostics.all().size(), 1u) << name << " of " << size << " bytes";
    }
  }
}

TEST(ByteReader, SurvivesAHundredThousandBlocksOfOneId) {
  std::string blocks = R"({"type":"text","id":"a","text":"a"})";
  for (int i = 0; i < 40'000; ++i) blocks += R"(,{"type":"text","id":"b","text":"a"})";
  Diagnostics diagnostics;
  read_byte(with_blocks(blocks), "test", {}, diagnostics);
  EXPECT_EQ(diagnostics.all().size(), 101u);
  EXPECT_EQ(diagnostics.all().back().code, "too-many-problems");
}

// Each was slow, or could be: every sign of these may be the start of something that ends far behind.
TEST(ByteReader, ReadsMegabytesOfSignsInNoTime) {
  for (std::string_view part : {"<a", "\\\\{{", "{{", "[", "](", "*a ", "`a``", "&", "a\\n\\n", "\\u0001"}) {
    std::string text;
    while (text.size() < 1'000'000) text += part;
    Diagnostics diagnostics;
    EXPECT_TRUE(check_byte(with_blocks(R"({"type":"text","text":")" + text + "\"}"), "test", {}, diagnostics));
    EXPECT_LE(diagnostics.all().size(), 2u);
  }
}

TEST(ByteReader, WarnsOfHtmlButNotOfComparisons) {
  const std::set<std::string> warned = {"html-in-text"};
  const struct {
    std::string_view text;
    bool is_warned;
  } kTexts[] = {
      {"<b>", true},         {"a </p> b", true}, {"<!-- c -->", true}, {"<br/>", true},  {"a < b > c", false},
      {"1 <2> 3", false},    {"<3", false},      {"a <b", false},      {"> <a", false},  {"<", false},
      {"a > b <- c", false}, {"<a<b>", true},    {"<", false},         {"<> <b>", true},
  };
  for (const auto& [text, is_warned] : kTexts) {
    const std::string block = R"({"type":"text","text":")" + std::string(text) + "\"}";
    EXPECT_EQ(codes_in(with_blocks(block)), is_warned ? warned : std::set<std::string>()) << text;
  }
}

TEST(ByteReader, TellsBiggerFilesApart) {
  EXPECT_EQ(codes_in(std::string(20u << 20, '[')), std::set<std::string>{"json-too-big"});
  std::string zeros = "[0";
  for (int i = 0; i < 300'000; ++i) zeros += ",0";
  EXPECT_EQ(codes_in(zeros + "]"), std::set<std::string>{"json-too-many-values"});
}

}  // namespace
}  // namespace bytes::content
