#include "content/author/rules_words.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "content/author/byte_texts.h"
#include "content/author/characters.h"
#include "content/author/readability.h"
#include "content/author/reading_time.h"
#include "content/codes.h"

namespace bytes::content {
namespace {

constexpr int kFewestWords = 100;      // Below this a measure says more about chance than about the text.
constexpr int kFewestWordsNamed = 8;   // Of a sentence that is called hard.
constexpr std::size_t kMostNamed = 3;  // Hard sentences.
constexpr std::size_t kLongestBeginning = 50;

// The most that a level promises. What is reported is beyond that by `kGradesBeyond` or `kLixBeyond`. Grades after the
// usual advice to write for the public at grade 6 to 8, and LIX after Björnsson's own classes; the steps between the
// levels are ours.
struct Promise {
  std::string_view level;
  int grade;
  int lix;
};
constexpr Promise kPromises[] = {{"starter", 7, 40}, {"intermediate", 10, 50}, {"advanced", 13, 60}};
constexpr int kGradesBeyond = 3;
constexpr int kLixBeyond = 10;

struct HardSentence {
  double value = 0;
  std::string beginning;
  FilePlace place;
};

std::string beginning_of(std::string_view sentence) {
  if (sentence.size() <= kLongestBeginning) return std::string(sentence);
  const std::size_t space = sentence.rfind(' ', kLongestBeginning);
  std::size_t end = space == sentence.npos ? kLongestBeginning : space;
  while (end > 0 && (static_cast<unsigned char>(sentence[end]) & 0xc0) == 0x80) --end;
  return std::string(sentence.substr(0, end)) + "…";
}

bool is_read_as_sentences(TextUse use) {
  return use == TextUse::kParagraph || use == TextUse::kItem || use == TextUse::kPrompt || use == TextUse::kReply;
}

// `line 12`, or `line 12 of carolina.scenario.json`.
std::string where(const Judging& judging, const FilePlace& place) {
  std::string words = "line " + std::to_string(judging.position_of(place).line);
  if (!place.scenario.empty()) words += " of " + place.scenario;
  return words;
}

// What a link is called that is called nothing, in small letters.
constexpr std::string_view kEmptyLinkWords[] = {"here",
                                                "click here",
                                                "click",
                                                "click this",
                                                "click this link",
                                                "tap here",
                                                "press here",
                                                "this",
                                                "this link",
                                                "this page",
                                                "this site",
                                                "link",
                                                "more",
                                                "read more",
                                                "learn more",
                                                "see more",
                                                "go",
                                                "go here",
                                                "see here",
                                                "read this",
                                                "website",
                                                "hier",
                                                "hier klicken",
                                                "klick hier",
                                                "klicken sie hier",
                                                "mehr",
                                                "mehr lesen",
                                                "weiterlesen",
                                                "dieser link",
                                                "aquí",
                                                "aqui",
                                                "haz clic aquí",
                                                "clic aquí",
                                                "clique aqui",
                                                "leer más",
                                                "más",
                                                "ver más",
                                                "leia mais",
                                                "saiba mais",
                                                "ici",
                                                "cliquez ici",
                                                "cliquer ici",
                                                "lire la suite",
                                                "en savoir plus",
                                                "plus",
                                                "qui",
                                                "clicca qui",
                                                "här",
                                                "klicka här",
                                                "läs mer",
                                                "klik hier",
                                                "lees meer",
                                                "her",
                                                "klik her",
                                                "klikk her",
                                                "les mer",
                                                "læs mere",
                                                "здесь",
                                                "тут",
                                                "нажмите здесь",
                                                "подробнее",
                                                "εδώ",
                                                "هنا",
                                                "اضغط هنا",
                                                "المزيد",
                                                "اقرأ المزيد"};

// Small letters, one space between words, no marks at the ends.
std::string bare(std::string_view text) {
  std::string words;
  visit_words(text, [&](std::string_view word) {
    if (!words.empty()) words += ' ';
    words += in_lower_case(word);
  });
  return words;
}

bool is_address(std::string_view letters, std::string_view href) {
  if (letters == href) return href.find(':') != href.npos && !href.starts_with("mailto:") && !href.starts_with("tel:");
  return letters.starts_with("https://") || letters.starts_with("http://") || letters.starts_with("www.");
}

void judge_link(const Judging& judging, std::string_view letters, std::string_view href, const FilePlace& place) {
  if (is_address(letters, href)) {
    judging.say(Severity::kWarning, codes::kLinkBareAddress, place, {std::string(letters)});
    return;
  }
  const std::string words = bare(letters);
  if (std::find(std::begin(kEmptyLinkWords), std::end(kEmptyLinkWords), words) == std::end(kEmptyLinkWords)) return;
  judging.say(Severity::kWarning, codes::kLinkSaysNothing, place, {std::string(letters)});
}

}  // namespace

void judge_reading_level(const Judging& judging) {
  const auto promise = std::find_if(std::begin(kPromises), std::end(kPromises),
                                    [&](const Promise& row) { return row.level == judging.byte.level; });
  const std::string language = primary_language(judging.byte.language);
  const bool is_english = language == "en";
  if (promise == std::end(kPromises) || (!is_english && !has_lix(language))) return;
  const auto value_of = [&](const ReadingCounts& counts) {
    return is_english ? flesch_kincaid_grade(counts) : lix(counts);
  };
  ReadingCounts all;
  std::vector<HardSentence> hardest;
  visit_texts(judging.byte, [&](const ByteText& text) {
    if (!is_read_as_sentences(text.use) || primary_language(text.language) != language) return;
    const std::string letters = letters_of(text.text);
    for (const std::string_view sentence : sentences_of(letters)) {
      const ReadingCounts counts = count_reading(sentence);
      all += counts;
      if (counts.words < kFewestWordsNamed) continue;
      const double value = value_of(counts);
      if (hardest.size() == kMostNamed && value <= hardest.back().value) continue;
      if (hardest.size() == kMostNamed) hardest.pop_back();
      const auto behind = [&](const HardSentence& other) { return other.value < value; };
      hardest.insert(std::find_if(hardest.begin(), hardest.end(), behind), {value, beginning_of(sentence), text.place});
    }
  });
  if (all.words < kFewestWords) return;
  const double value = value_of(all);
  const int most = is_english ? promise->grade : promise->lix;
  if (value <= most + (is_english ? kGradesBeyond : kLixBeyond)) return;
  std::vector<std::string> details = {is_english ? "en" : "lix", std::to_string(std::lround(value)),
                                      std::string(promise->level), std::to_string(most)};
  for (const HardSentence& sentence : hardest) {
    details.push_back(where(judging, sentence.place));
    details.push_back(sentence.beginning);
  }
  judging.say(Severity::kWarning, codes::kReadingLevel, {{}, "level"}, std::move(details));
}

void judge_links(const Judging& judging) {
  visit_texts(judging.byte, [&](const ByteText& text) {
    // One link may be of several runs, such as one that is partly strong.
    for (std::size_t i = 0; i < text.text.size();) {
      const std::string& href = text.text[i].href;
      std::string letters;
      std::size_t end = i;
      while (end < text.text.size() && text.text[end].href == href) letters += text.text[end++].text;
      if (!href.empty()) judge_link(judging, letters, href, text.place);
      i = end;
    }
  });
  // A card's title is its link's words.
  for (std::size_t s = 0; s < judging.byte.sections.size(); ++s) {
    const std::vector<Block>& blocks = judging.byte.sections[s].blocks;
    for (std::size_t b = 0; b < blocks.size(); ++b) {
      const auto* card = std::get_if<LinkCardBlock>(&blocks[b].content);
      if (!card) continue;
      const std::string path = "sections[" + std::to_string(s) + "].blocks[" + std::to_string(b) + "].title";
      judge_link(judging, letters_of(card->title), card->href, {{}, path});
    }
  }
}

void judge_paragraphs(const Judging& judging) {
  // As many as 120 words, in languages that have spaces between them: on a phone a screen and a half.
  constexpr Milliseconds kLongest = 36'000;
  visit_texts(judging.byte, [&](const ByteText& text) {
    if (text.use != TextUse::kParagraph && text.use != TextUse::kItem) return;
    const Milliseconds time = reading_time(text.text);
    if (time <= kLongest) return;
    judging.say(Severity::kNote, codes::kParagraphLong, text.place, {std::to_string((time + 500) / 1000)});
  });
}

void judge_headings(const Judging& judging) {
  const Byte& byte = judging.byte;
  // A scenario that is checked alone has a Byte around it that nobody wrote.
  if (byte.id.empty()) return;
  if (byte.listed && byte.summary.empty()) judging.say(Severity::kNote, codes::kSummaryMissing, {}, {});
  if (byte.sections.size() < 2) return;
  for (std::size_t s = 0; s < byte.sections.size(); ++s) {
    if (!byte.sections[s].title.empty()) continue;
    judging.say(Severity::kNote, codes::kSectionWithoutTitle, {{}, "sections[" + std::to_string(s) + "]"}, {});
  }
}

}  // namespace bytes::content
