#include "content/author/rules_questions.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <set>
#include <utility>

#include "content/author/byte_texts.h"
#include "content/author/characters.h"
#include "content/codes.h"

namespace bytes::content {
namespace {

// Options that stand for others, in small letters and without marks.
constexpr std::string_view kStandsForOthers[] = {"all of the above",
                                                 "all the above",
                                                 "all of these",
                                                 "all of them",
                                                 "all above",
                                                 "none of the above",
                                                 "none of these",
                                                 "none of them",
                                                 "both of the above",
                                                 "all of the above are correct",
                                                 "all answers are correct",
                                                 "all options are correct",
                                                 "alle genannten",
                                                 "alle der genannten",
                                                 "alles davon",
                                                 "keine der genannten",
                                                 "keine davon",
                                                 "nichts davon",
                                                 "todas las anteriores",
                                                 "ninguna de las anteriores",
                                                 "todas as anteriores",
                                                 "todas as alternativas anteriores",
                                                 "nenhuma das anteriores",
                                                 "nenhuma das alternativas anteriores",
                                                 "toutes ces réponses",
                                                 "aucune de ces réponses",
                                                 "toutes les réponses ci dessus",
                                                 "tutte le precedenti",
                                                 "nessuna delle precedenti",
                                                 "todo lo anterior",
                                                 "nada de lo anterior",
                                                 "alla ovanstående",
                                                 "inget av ovanstående",
                                                 "alle bovenstaande",
                                                 "geen van bovenstaande",
                                                 "все перечисленные",
                                                 "все вышеперечисленное",
                                                 "ничего из вышеперечисленного",
                                                 "كل ما سبق",
                                                 "جميع ما سبق",
                                                 "لا شيء مما سبق"};

// A right answer that is so much longer than every wrong one is chosen for its length. (Item-writing guides, such as
// Haladyna, Downing and Rodriguez, 2002, ask for options of about the same length; the figures are ours.)
constexpr double kMuchLonger = 1.8;
constexpr std::size_t kLongerByLetters = 25;

constexpr std::size_t kFewestContentWords = 4;
constexpr std::size_t kOneKnownIn = 8;  // So few of a question's words may come up elsewhere before it is reported.
constexpr std::size_t kMostWordsNamed = 8;

// Without what no reader sees: how much space there is, and the full stop.
std::string as_read(std::string_view text) {
  std::string letters;
  bool is_gap = false;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = next_character(text, i);
    if (is_space(c)) {
      is_gap = !letters.empty();
      continue;
    }
    if (is_gap) letters += ' ';
    is_gap = false;
    append_utf8(letters, c);
  }
  if (letters.ends_with('.') && !letters.ends_with("..")) letters.pop_back();
  return letters;
}

struct QuestionPlace {
  const Question& question;
  FilePlace place;
  std::string_view language;

  FilePlace inside(std::string_view field) const { return {place.scenario, place.path + std::string(field)}; }
  FilePlace option(std::size_t index, std::string_view field = ".text") const {
    const std::string_view list = question.kind == QuestionKind::kMatch ? ".pairs[" : ".options[";
    return inside(std::string(list) + std::to_string(index) + ']' + std::string(field));
  }
};

// `place`: of the text of an option.
template <class PlaceOf>
void judge_equal_options(const Judging& judging, const std::vector<Option>& options, PlaceOf place) {
  for (std::size_t i = 1; i < options.size(); ++i) {
    const std::string letters = letters_of(options[i].text);
    // Those of true-false and of a scale have no texts of their own.
    if (letters.empty()) continue;
    for (std::size_t before = 0; before < i; ++before) {
      const std::string others = letters_of(options[before].text);
      if (as_read(letters) == as_read(others)) {
        // With other marks they can be told apart, by whoever sees them.
        const bool has_other_marks = letters == others && options[i].text != options[before].text;
        if (!has_other_marks) judging.say(Severity::kWarning, codes::kOptionsEqual, place(i), {letters});
        break;
      }
      // Numbers and signs mean what they look like: `-1` is not `1`, nor `C` `C++`.
      const auto has_signs = [](std::string_view text) {
        return text.find_first_of("+-*/=<>#%0123456789") != text.npos;
      };
      const std::string words = bare(letters);
      if (words.empty() || words != bare(others) || has_signs(letters) || has_signs(others)) continue;
      judging.say(Severity::kNote, codes::kOptionsAlike, place(i), {letters, others});
      break;
    }
  }
}

void judge_correct_ones(const Judging& judging, const QuestionPlace& at) {
  const Question& question = at.question;
  const auto is_correct = [](const Option& option) { return option.correct; };
  if (std::all_of(question.options.begin(), question.options.end(), is_correct)) {
    judging.say(Severity::kWarning, codes::kQuestionAllCorrect, at.inside(".options"), {});
    return;
  }
  std::size_t shortest_correct = static_cast<std::size_t>(-1);
  std::size_t its_place = 0;
  std::size_t longest_wrong = 0;
  std::size_t without_feedback = 0;
  std::size_t first_without = 0;
  for (std::size_t i = 0; i < question.options.size(); ++i) {
    const Option& option = question.options[i];
    const std::size_t length = count_characters(letters_of(option.text));
    if (option.correct && length < shortest_correct) {
      shortest_correct = length;
      its_place = i;
    }
    if (option.correct) continue;
    longest_wrong = std::max(longest_wrong, length);
    if (option.feedback.empty() && without_feedback++ == 0) first_without = i;
  }
  if (static_cast<double>(shortest_correct) >= static_cast<double>(longest_wrong) * kMuchLonger &&
      shortest_correct >= longest_wrong + kLongerByLetters) {
    judging.say(Severity::kNote, codes::kAnswerLongest, at.option(its_place),
                {std::to_string(shortest_correct), std::to_string(longest_wrong)});
  }
  if (without_feedback > 0 && question.explanation.empty()) {
    judging.say(Severity::kNote, codes::kFeedbackMissing, at.option(first_without, ""),
                {std::to_string(without_feedback)});
  }
}

void judge_references(const Judging& judging, const QuestionPlace& at) {
  for (std::size_t i = 0; i < at.question.options.size(); ++i) {
    const std::string letters = letters_of(at.question.options[i].text);
    const std::string words = bare(letters);
    const auto found = std::find(std::begin(kStandsForOthers), std::end(kStandsForOthers), words);
    if (found == std::end(kStandsForOthers)) continue;
    // In another order, `above` may be below.
    constexpr std::string_view kAbove[] = {"above", "anterior", "dessus", "precedent", "ovan", "boven", "выше", "سبق"};
    const bool counts_on_order = std::any_of(std::begin(kAbove), std::end(kAbove),
                                             [&](std::string_view above) { return words.find(above) != words.npos; });
    judging.say(at.question.shuffle && counts_on_order ? Severity::kWarning : Severity::kNote, codes::kOptionOfAll,
                at.option(i), {letters});
  }
}

using Stems = std::set<std::string, std::less<>>;

void add_stems(std::string_view letters, Stems& stems) {
  visit_words(letters, [&](std::string_view word) { stems.insert(english_stem(word)); });
}

// Whether a word of that stem comes up, or a longer or shorter relative of it.
bool is_known(const std::string& stem, const Stems& known) {
  constexpr std::size_t kShared = 5;
  if (known.count(stem) > 0) return true;
  if (stem.size() < kShared) return false;
  const std::string beginning = stem.substr(0, kShared);
  const auto next = known.lower_bound(beginning);
  return next != known.end() && next->starts_with(beginning);
}

std::string letters_between_gaps(const RichText& text) {
  std::string letters;
  for (const Run& run : text) letters += run.gap.empty() ? run.text : " ";
  return letters;
}

// Of all that is said, without this question's prompt and options.
void judge_teaching(const Judging& judging, const QuestionPlace& at) {
  if (primary_language(at.language) != "en") return;
  std::vector<std::pair<std::string, std::string>> asked;  // Stem, word.
  const auto ask = [&](const RichText& text) {
    visit_words(letters_between_gaps(text), [&](std::string_view word) {
      const std::string lower = in_lower_case(word);
      const std::string stem = english_stem(lower);
      const auto is_same = [&](const auto& other) { return other.first == stem; };
      if (count_characters(lower) < 3 || is_english_stop_word(lower)) return;
      if (std::none_of(asked.begin(), asked.end(), is_same)) asked.emplace_back(stem, lower);
    });
  };
  ask(at.question.prompt);
  ask(at.question.text);
  for (const Option& option : at.question.options) {
    if (option.correct) ask(option.text);
  }
  for (const std::string& answer : at.question.accept) ask(plain(answer));
  if (asked.size() < kFewestContentWords) return;
  Stems said;
  const std::string own = at.place.path + '.';
  visit_texts(judging.byte, [&](const ByteText& text) {
    const bool is_own = text.place.scenario == at.place.scenario && text.place.path.starts_with(own);
    // What the question teaches by its feedback was said as well.
    if (!is_own || text.use == TextUse::kReply) add_stems(letters_of(text.text), said);
  });
  const auto known = static_cast<std::size_t>(
      std::count_if(asked.begin(), asked.end(), [&](const auto& word) { return is_known(word.first, said); }));
  if (known * kOneKnownIn > asked.size()) return;
  std::vector<std::string> details;
  for (const auto& [stem, word] : asked) {
    if (!is_known(stem, said) && details.size() < kMostWordsNamed) details.push_back(word);
  }
  judging.say(Severity::kNote, codes::kQuestionUntaught, {at.place.scenario, own + "prompt"}, std::move(details));
}

// What is said in films without their words, and on other sites' pages, is not known.
bool says_more_than_can_be_read(const Byte& byte) {
  bool says_more = false;
  visit_recordings(
      byte, [&](const Recording& recording, FileUse, const FilePlace&) { says_more |= recording.transcript.empty(); });
  for (const Section& section : byte.sections) {
    for (const Block& block : section.blocks) says_more |= std::holds_alternative<EmbedBlock>(block.content);
  }
  return says_more;
}

// Every question, those of banks too.
void visit_questions(const Byte& byte, const std::function<void(const QuestionPlace&)>& visit) {
  const auto visit_one = [&](const Block& block, const std::string& path) {
    const auto* question = std::get_if<Question>(&block.content);
    if (question) visit({*question, {{}, path}, block.language.empty() ? byte.language : block.language});
  };
  for (std::size_t s = 0; s < byte.sections.size(); ++s) {
    const std::vector<Block>& blocks = byte.sections[s].blocks;
    for (std::size_t b = 0; b < blocks.size(); ++b) {
      const std::string path = "sections[" + std::to_string(s) + "].blocks[" + std::to_string(b) + "]";
      visit_one(blocks[b], path);
      const auto* bank = std::get_if<BankBlock>(&blocks[b].content);
      for (std::size_t i = 0; bank && i < bank->questions.size(); ++i) {
        visit_one(bank->questions[i], path + ".questions[" + std::to_string(i) + "]");
      }
    }
  }
}

// Of the kinds whose answers are no options to choose from: whether a learner who is wrong is told anything.
void judge_answers(const Judging& judging, const QuestionPlace& at) {
  const Question& question = at.question;
  if (!is_graded(question) || !question.explanation.empty() || !question.replies.empty()) return;
  const auto says_something = [](const auto& item) { return !item.feedback.empty(); };
  // Who chooses the right one of these is not told what the others are told.
  const auto answers_a_mistake = [&](const Option& option) {
    return says_something(option) && !(is_choice(question) && option.correct);
  };
  if (std::any_of(question.options.begin(), question.options.end(), answers_a_mistake)) return;
  for (const Gap& gap : question.gaps) {
    if (says_something(gap) || std::any_of(gap.options.begin(), gap.options.end(), says_something)) return;
  }
  judging.say(Severity::kNote, codes::kFeedbackMissing, at.place, {"0"});
}

constexpr int kFewestAlike = 3;

// Who finds that all of them are true no longer reads them.
void judge_true_and_false(const Judging& judging) {
  int count = 0;
  int count_true = 0;
  FilePlace last;
  visit_questions(judging.byte, [&](const QuestionPlace& at) {
    if (at.question.kind != QuestionKind::kTrueFalse) return;
    ++count;
    count_true += at.question.options.front().correct;
    last = at.inside(".correct");
  });
  if (count < kFewestAlike || (count_true != 0 && count_true != count)) return;
  judging.say(Severity::kNote, codes::kTrueFalseAlike, last,
              {std::to_string(count), count_true == count ? "true" : "false"});
}

}  // namespace

void judge_questions(const Judging& judging) {
  const bool says_more = says_more_than_can_be_read(judging.byte);
  visit_questions(judging.byte, [&](const QuestionPlace& at) {
    const QuestionKind kind = at.question.kind;
    judge_equal_options(judging, at.question.options, [&](std::size_t index) { return at.option(index); });
    for (std::size_t g = 0; g < at.question.gaps.size(); ++g) {
      const std::string gap = ".gaps[" + std::to_string(g) + "].options[";
      judge_equal_options(judging, at.question.gaps[g].options,
                          [&](std::size_t index) { return at.inside(gap + std::to_string(index) + "].text"); });
    }
    if (kind == QuestionKind::kSingle || kind == QuestionKind::kMultiple) {
      judge_correct_ones(judging, at);
      judge_references(judging, at);
    } else {
      judge_answers(judging, at);
    }
    const bool is_asked_in_words = kind == QuestionKind::kSingle || kind == QuestionKind::kMultiple ||
                                   kind == QuestionKind::kShort || kind == QuestionKind::kBlanks;
    if (is_asked_in_words && !says_more) judge_teaching(judging, at);
  });
  judge_true_and_false(judging);
}

std::string english_stem(std::string_view word) {
  std::string stem = in_lower_case(word);
  if (const std::size_t apostrophe = stem.find_first_of('\''); apostrophe != stem.npos) stem.resize(apostrophe);
  if (const std::size_t apostrophe = stem.find("’"); apostrophe != stem.npos) stem.resize(apostrophe);
  constexpr std::size_t kShortest = 3;
  const auto cut = [&](std::string_view ending) {
    if (stem.size() < ending.size() + kShortest || !stem.ends_with(ending)) return false;
    stem.resize(stem.size() - ending.size());
    return true;
  };
  if (!stem.ends_with("ss")) {
    if (stem.ends_with("ies") && stem.size() > 4) {
      stem.replace(stem.size() - 3, 3, "y");
    } else {
      cut("s");
    }
  }
  for (const std::string_view ending :
       {"ingly", "edly", "ation", "ition", "ment", "ness", "ing", "ion", "ers", "est", "ed", "er", "or", "ly"}) {
    if (cut(ending)) break;
  }
  if (stem.ends_with('e') && stem.size() > kShortest) stem.pop_back();
  if (stem.ends_with('y') && stem.size() > kShortest) stem.back() = 'i';
  const std::size_t size = stem.size();
  // `plan` of `planning`.
  if (size > kShortest && stem[size - 1] == stem[size - 2] &&
      std::string_view("bdgmnprt").find(stem[size - 1]) != std::string_view::npos) {
    stem.pop_back();
  }
  return stem;
}

bool is_english_stop_word(std::string_view word) {
  static constexpr std::string_view kWords[] = {
      "a",         "about",     "above",     "after",      "again",  "all",     "also",     "always",  "am",
      "an",        "and",       "another",   "answer",     "any",    "anyone",  "anything", "are",     "as",
      "ask",       "at",        "away",      "back",       "be",     "because", "become",   "been",    "before",
      "being",     "best",      "better",    "between",    "both",   "but",     "by",       "can",     "can't",
      "choose",    "come",      "comes",     "correct",    "could",  "did",     "do",       "does",    "doesn't",
      "doing",     "don't",     "done",      "down",       "each",   "either",  "else",     "enough",  "even",
      "ever",      "every",     "everyone",  "everything", "false",  "few",     "fewer",    "find",    "first",
      "following", "for",       "from",      "get",        "gets",   "give",    "gives",    "go",      "goes",
      "good",      "had",       "has",       "have",       "having", "he",      "help",     "her",     "here",
      "him",       "his",       "how",       "if",         "in",     "instead", "into",     "is",      "isn't",
      "it",        "it's",      "its",       "just",       "keep",   "kind",    "know",     "last",    "least",
      "less",      "let",       "like",      "likely",     "made",   "make",    "makes",    "many",    "may",
      "maybe",     "me",        "mean",      "means",      "might",  "more",    "most",     "much",    "must",
      "my",        "need",      "needs",     "never",      "next",   "no",      "none",     "nor",     "not",
      "nothing",   "now",       "of",        "off",        "often",  "on",      "once",     "one",     "only",
      "or",        "other",     "others",    "our",        "out",    "over",    "own",      "part",    "people",
      "perhaps",   "person",    "please",    "put",        "rather", "really",  "right",    "said",    "same",
      "say",       "says",      "see",       "she",        "should", "since",   "so",       "some",    "someone",
      "something", "sometimes", "statement", "statements", "still",  "such",    "sure",     "take",    "takes",
      "tell",      "than",      "that",      "the",        "their",  "them",    "then",     "there",   "these",
      "they",      "thing",     "things",    "think",      "this",   "those",   "though",   "three",   "through",
      "to",        "together",  "too",       "true",       "try",    "two",     "under",    "until",   "up",
      "us",        "use",       "used",      "uses",       "using",  "very",    "want",     "wants",   "was",
      "way",       "ways",      "we",        "well",       "were",   "what",    "when",     "where",   "whether",
      "which",     "while",     "who",       "whom",       "whose",  "why",     "will",     "with",    "without",
      "won't",     "would",     "wrong",     "yes",        "yet",    "you",     "your",     "yourself"};
  return std::binary_search(std::begin(kWords), std::end(kWords), word);
}

}  // namespace bytes::content
