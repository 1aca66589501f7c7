#include "content/author/explain.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "content/author/explain_roadmap.h"
#include "content/author/explain_site.h"
#include "content/author/explain_translation.h"
#include "content/author/json_trouble.h"
#include "content/author/sentences.h"
#include "content/author/words.h"
#include "content/codes.h"
#include "content/json.h"
#include "content/names.h"
#include "content/position_counter.h"

namespace bytes::content {
namespace {

constexpr std::size_t kLongestPath = 160;
constexpr std::size_t kLongestWay = 700;     // Through a scenario.
constexpr std::size_t kMostWaysNamed = 3;  // To a place that nobody gets to.

constexpr Sentence kReaderSentences[] = {
    {codes::kJsonTooBig, "the file is {0} KB, and at most {1} KB are read",
     "keep pictures and other media in files of their own"},
    {codes::kJsonTooManyValues, "the file holds more than {0} values", "split it into several"},
    {codes::kJsonTooDeep, "lists and objects stand more than {0} deep inside each other",
     "look for brackets that are opened and never closed"},
    {codes::kJsonDuplicateKey, "this name was used before in the same object, in line {0}, column {1}",
     "keep one of the two"},
    {codes::kFormatUnsupported, "this file says format {0}, and this version reads format 1",
     R"(write "format": 1, or use a newer version)"},
    {codes::kNeedsUnknown, R"(this version does not know "{0}")", "take it out, or use a newer version"},
    {codes::kNumberRange, "{0} is out of range", "write a whole number from {1} to {2}"},
    {codes::kDecimalRange, "this number is out of range", "write one from {0} to {1}"},
    {codes::kListEmpty, "this list is empty", "put something in it, or take the field out"},
    {codes::kListTooLong, "there are {0} of these, and at most {1} are read", "leave some out"},
    {codes::kIdInvalid, R"("{0}" cannot be an id)",
     R"(use small letters a-z, digits and hyphens, such as "ask-a-mentor")"},
    {codes::kIdDuplicate, R"("{0}" was used before, in line {1}, column {2})", "give each its own name"},
    {codes::kLanguageInvalid, R"("{0}" is not a language tag)",
     R"(write one such as "en", "ar", "pt-BR" or "zh-Hant")"},
    {codes::kTooManyProblems, "there are more problems than these", "mend these first"},

    {codes::kTextEmpty, "there is no text here", "write it, or take this out"},
    {codes::kControlInText, "a control character stands in the text", "take it out"},
    {codes::kHtmlInText, "HTML is shown as letters",
     "write **strong**, *emphasis*, `code` or [a link](https://…) instead"},
    {codes::kParagraphsInText, "a blank line divides this text into paragraphs", "make a block of each"},
    {codes::kPictureInText, "a picture cannot stand inside a text", R"(make a block of it, "type": "image")"},
    {codes::kPlaceholderReserved, "{{ is kept for placeholders, which this version does not know",
     R"(write \\{{ to show these letters)"},
    {codes::kLinkUnsafe, R"(the link "{0}" does not lead to a safe place)",
     "link to https, mailto or tel, or to a page of this site such as ../another-byte/"},

    {codes::kAltMissing, "the picture has no text that says what it shows",
     R"(add "alt": "…", or "decorative": true if it says nothing)"},
    {codes::kAltNotNeeded, "a decorative picture has no text that says what it shows",
     R"(take out "alt", or "decorative" if the picture says something)"},
    {codes::kFileOutside, R"("{0}" is not the name of a file in the Byte's folder)",
     R"(put the file beside byte.json and write its name, such as "cover.svg")"},
    {codes::kFileMissing, R"(there is no file "{0}" here)",
     "put it beside byte.json, or mend its name: small and capital letters differ"},
    {codes::kStillMissing, "this picture moves, and a learner cannot stop it",
     R"(add "still": { "src": "…" }, a picture of one moment: it then starts still, with a button to play it)"},
    {codes::kStillMoves, "this picture stands for one that moves, and moves itself", "make it a picture of one moment"},

    {codes::kCaptionsMissing, "the video has no captions for whoever cannot hear it",
     R"(add "tracks": [{ "src": "….vtt", "language": "en", "label": "English" }])"},
    {codes::kTranscriptMissing, "nobody can read what is said and shown here",
     R"(add "transcript": ["…"], a text for each paragraph)"},
    {codes::kCaptionsNotWebVtt, R"("{0}" does not begin as captions do)",
     "make it a WebVTT file, whose first line is WEBVTT; other kinds can be turned into it"},
    {codes::kEmbedUnsafe, R"("{0}" cannot be shown inside a lesson)",
     "write the whole address of a page, with https:// before it and its name in plain letters"},

    {codes::kTableRagged, "this row has {0} cells, and the header {1}", R"(give them as many; "" is an empty cell)"},
    {codes::kCompareNotTwo, "a comparison has two sides, not {0}", R"(write two, or use "type": "table")"},

    {codes::kQuestionTooFewOptions, "a question needs at least two options", "add another"},
    {codes::kQuestionNoCorrect, R"(no option is marked "correct")", R"(add "correct": true to at least one)"},
    {codes::kQuestionManyCorrect, R"({0} options are marked "correct", and a learner can choose only one)",
     R"(leave one of them marked, or use "kind": "multiple")"},

    {codes::kSortTooFewGroups, "cards are sorted into two groups at least", "add another group"},
    {codes::kScaleSteps, "a scale from {0} to {1} is not one that a learner can choose on",
     "give it 2 to 11 whole numbers, such as 1 to 5"},
    {codes::kScaleReply, "this reply is to numbers that are not on the scale", "stay within {0} to {1}, smaller first"},
    {codes::kOrderTooFew, "there are fewer than three things to put in order", "add another"},
    {codes::kMatchTooFew, "a match question needs at least two pairs", "add another"},
    {codes::kMatchSame, R"(another pair goes with "{0}" as well)",
     R"(make the two differ, or use "kind": "sort", where several cards go into one group)"},
    {codes::kGapUnused, R"(the gap "{0}" does not stand in the text)", "write {{{0}}} where it is, or take it out"},
    {codes::kGapTwice, R"(the gap "{0}" stands in the text twice)", "make two gaps of it"},
    {codes::kGapTwoWays, "a gap is either typed or chosen",
     R"(give it "accept": ["…"] for what may be typed, or "options": [ … ] to choose from, and not both)"},
    {codes::kAreaOutside, "this area goes beyond the picture",
     "all four are percent of the picture: x and width together are at most 100, and so are y and height"},
    {codes::kBankPick, "{0} questions are to be drawn from {1}", "draw fewer, or add questions"},
    {codes::kMathSyntax, "the formula cannot be read: {0}", "mend its MathML; it is one <math> element, and every element in it has an end"},
    {codes::kMathElement, "<{0}> has no place in a formula", "use MathML's own elements, such as <mrow>, <mi>, <mn>, <mo>, <mfrac>, <msup> and <msqrt>"},
    {codes::kMathAttribute, R"("{0}" cannot be said of <{1}> here)", "take it out: a formula has its colours, its size and its place from the page"},
    {codes::kWorksheetFirstField, "the first field gives each row its name", R"(let it be of "kind": "words")"},
    {codes::kWorksheetMap, "there is nothing by which rows could be placed on the map",
     R"(add a field of "kind": "yes-no", or take "map" out)"},
    {codes::kJudgementRagged, "this option has {0} values, and the question {1} axes",
     "say how the option fares on each axis, in their order"},

    {codes::kVariableName, R"("{0}" cannot be the name of a variable or of a value)",
     "use small letters a-z, digits and hyphens, with a letter first and no hyphen last; and, or, not, true and false "
     "are taken"},
    {codes::kRangeTurned, "the lowest value, {0}, is above the highest, {1}", "turn them round"},
    {codes::kNodeTextAndBlocks, R"(this scene has "text" and "blocks")",
     R"(keep one of the two; as a block, a text is { "type": "text", "text": "…" })"},
    {codes::kNodeBlockKept, R"(a block of type "{0}" keeps what a learner does, and a scene or an accordion cannot)",
     "put it into a section of the Byte, before or after this block"},

    {codes::kChoiceNeverOffered, R"(this choice is never offered: "{0}" is false whenever one gets here)",
     "change the condition, or what happens before, or take the choice out"},
    {codes::kConditionAlwaysTrue, R"("{0}" is true whenever one gets here)", "take it out if that is meant"},
    {codes::kVariableUnused, "no condition and no other variable depends on this one, and no learner sees it",
     R"(use it, show it with a "label", or take it out)"},
    {codes::kVariableConstant, "this variable is always {0}", R"(let a choice change it by "set", or take it out)"},
    {codes::kEffectOutOfRange, "{0} is beyond the variable's range from {1} to {2}, so it becomes {3}",
     "write a value of that range, or widen it"},
    {codes::kScenarioTooLarge, "the scenario has more than {0} states; nothing was looked at beyond these",
     "give its variables narrower ranges, or use fewer: then it can be proven that every run ends"},
    {codes::kNotAmongStates, "this {0} does not come up among the first {1} states; it may later",
     "make the scenario smaller to be sure"},

    {codes::kNextMissing, R"(there is no Byte "{0}" beside this one)", "mend the id, or take it out"},
    {codes::kIdNotFolder, R"(the id "{0}" is not the name of its folder, "{1}")",
     R"(give both the same name; what learners did under the old one is kept by "formerly": ["…"])"},
};

JsonValue::Kind kind_of(const std::string& digit) {
  return static_cast<JsonValue::Kind>(digit.size() == 1 && digit[0] >= '0' && digit[0] <= '6' ? digit[0] - '0' : 0);
}

std::string_view in_words(JsonValue::Kind kind) {
  constexpr std::string_view kWords[] = {"null", "true or false", "a number", "a number",
                                         "text", "a list",        "an object"};
  return kWords[static_cast<std::size_t>(kind)];
}

std::string_view how_to_write(JsonValue::Kind kind) {
  constexpr std::string_view kRemedies[] = {"write null",
                                            "write true or false, without quotation marks",
                                            "write a whole number, without quotation marks",
                                            "write a number, without quotation marks",
                                            R"(put it in quotation marks: "…")",
                                            "put it in square brackets: [ … ]",
                                            "put its fields in braces: { … }"};
  return kRemedies[static_cast<std::size_t>(kind)];
}

std::string_view example_of(JsonValue::Kind kind) {
  constexpr std::string_view kExamples[] = {"null", "true", "1", "1.5", R"("…")", "[ … ]", "{ … }"};
  return kExamples[static_cast<std::size_t>(kind)];
}

// From here on: sentences that depend on more than the code.

void explain_missing(Diagnostic& problem) {
  const std::string name = quoted(problem.details[0]);
  problem.message = name + " is missing";
  problem.remedy = "add " + name + ": " + std::string(example_of(kind_of(problem.details[1])));
}

void explain_type(Diagnostic& problem) {
  const JsonValue::Kind found = kind_of(problem.details[0]);
  const JsonValue::Kind wanted = kind_of(problem.details[1]);
  const bool has_fraction = found == JsonValue::Kind::kNumber && wanted == JsonValue::Kind::kInteger;
  problem.message = "this is " + std::string(in_words(found)) + (has_fraction ? " with a fraction" : "") + " where " +
                    std::string(in_words(wanted)) + " belongs";
  problem.remedy = how_to_write(wanted);
}

std::vector<std::string_view> known_words(const Diagnostic& problem) {
  return {problem.details.begin() + 2, problem.details.end()};
}

std::string did_you_mean(const std::string& word, const Diagnostic& problem) {
  const std::string nearest = nearest_name(word, known_words(problem));
  return nearest.empty() ? std::string() : "did you mean " + quoted(nearest) + '?';
}

constexpr std::string_view kScenarioFields[] = {"title", "text",  "feedback", "cast",       "variables",
                                                "start", "nodes", "endings",  "most-points"};

void explain_unknown_field(Diagnostic& problem) {
  const std::string& name = problem.details[0];
  const bool is_of_scenario =
      std::find(std::begin(kScenarioFields), std::end(kScenarioFields), name) != std::end(kScenarioFields);
  if (is_of_scenario && problem.details[1] == "a block of type scenario") {
    problem.message = "with \"src\", " + quoted(name) + " stands in the scenario's own file";
    problem.remedy = R"(move it there, or take out "src")";
    return;
  }
  problem.message = "there is no field " + quoted(name) + " in " + problem.details[1];
  problem.remedy = did_you_mean(name, problem);
  if (problem.remedy.empty()) problem.remedy = "take it out, or begin its name with x- if it is for yourself";
}

void explain_unknown_value(Diagnostic& problem) {
  const std::string& word = problem.details[1];
  problem.message = problem.details[0] + ' ' + quoted(word);
  problem.message += " is not known";
  problem.remedy = did_you_mean(word, problem);
  if (!problem.remedy.empty()) return;
  problem.remedy = "write one of";
  for (std::string_view known : known_words(problem)) {
    problem.remedy += problem.remedy.back() == 'f' ? " " : ", ";
    problem.remedy += known;
  }
}

// A name that is to be found elsewhere in the file: the first detail, with the known ones behind it.
struct Reference {
  std::string_view code;
  std::string_view message;  // `{0}` stands for the name, in quotation marks.
  std::string_view remedy;   // Where no known name is near.
};

constexpr Reference kReferences[] = {
    {codes::kSortGroupUnknown, "there is no group {0} in this question", "add a group of that id"},
    {codes::kGapUnknown, "there is no gap {0} in this question", R"(add it to "gaps")"},
    {codes::kGotoUnknown, "there is no scene or ending {0}", "add it"},
    {codes::kSpeakerUnknown, "there is nobody called {0} in the cast", R"(add them to "cast")"},
    {codes::kExpressionName, "{0} is neither a variable nor a value here", R"(add it to "variables")"},
};

constexpr std::string_view kWordsOfExpressions[] = {"and", "or", "not", "true", "false"};

// `and` for `AND`; empty when it is no such word, or already written so.
std::string_view in_small_letters(std::string_view word) {
  std::string small(word);
  std::transform(small.begin(), small.end(), small.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? c | 0x20 : c; });
  const auto found = std::find(std::begin(kWordsOfExpressions), std::end(kWordsOfExpressions), small);
  return small == word || found == std::end(kWordsOfExpressions) ? std::string_view() : *found;
}

bool is_number(std::string_view word) {
  return !word.empty() && word.find_first_not_of("0123456789") == std::string_view::npos;
}

// `trust - 1` for `trust-1`, if `trust` is a name; else empty.
std::string with_spaces(std::string_view name, const std::vector<std::string_view>& known) {
  const auto is_known = [&](std::string_view word) {
    return std::find(known.begin(), known.end(), word) != known.end();
  };
  for (std::size_t hyphen = name.find('-'); hyphen != name.npos; hyphen = name.find('-', hyphen + 1)) {
    const std::string_view left = name.substr(0, hyphen);
    const std::string_view right = name.substr(hyphen + 1);
    if (!is_known(left) && !is_number(left)) continue;
    if (is_number(right) || is_known(right)) return std::string(left) + " - " + std::string(right);
  }
  return {};
}

bool begins_with_quotation_mark(std::string_view word) {
  for (std::string_view mark : {"\"", "'", "“", "”", "„", "‘", "’", "«", "»"}) {
    if (word.substr(0, mark.size()) == mark) return true;
  }
  return false;
}

constexpr std::string_view kWithoutMarks = "write it without quotation marks: path == move";

constexpr std::size_t kMostShown = 8;  // Names in one sentence.

// `write one of stay, move, or `; empty when there are none, or too many to read.
std::string one_of(const std::vector<std::string_view>& known) {
  if (known.empty() || known.size() > kMostShown) return {};
  std::string text = "write ";
  text += known.size() == 1 ? "" : "one of ";
  for (std::string_view name : known) text += shown(name) + ", ";
  return text + "or ";
}

std::string remedy_for_name(const std::string& name, const std::vector<std::string_view>& known) {
  if (begins_with_quotation_mark(name)) return std::string(kWithoutMarks);
  if (const std::string_view word = in_small_letters(name); !word.empty()) return "write " + std::string(word);
  const std::string apart = with_spaces(name, known);
  if (!apart.empty()) return "put spaces around the minus: " + apart;
  return name.back() == '-' ? "put a space before the minus" : "";
}

bool explain_reference(Diagnostic& problem) {
  for (const Reference& row : kReferences) {
    if (row.code != problem.code) continue;
    const std::string& name = problem.details[0];
    const std::vector<std::string_view> known = {problem.details.begin() + 1, problem.details.end()};
    problem.message = row.message;
    problem.message.replace(problem.message.find("{0}"), 3, quoted(name));
    if (problem.code == codes::kGotoUnknown && std::string_view(problem.path).ends_with("start")) {
      problem.message = "there is no scene " + quoted(name) + " to start with";
    }
    if (problem.code == codes::kExpressionName) problem.remedy = remedy_for_name(name, known);
    if (!problem.remedy.empty()) return true;
    const std::string nearest = nearest_name(name, known);
    problem.remedy =
        nearest.empty() ? one_of(known) + std::string(row.remedy) : "did you mean " + quoted(nearest) + '?';
    return true;
  }
  return false;
}

std::string_view value_in_words(const std::string& digit) {
  return digit == "0" ? "a number" : digit == "1" ? "true or false" : "one of several words";
}

void explain_expression_type(Diagnostic& problem) {
  const std::string& found = problem.details[0];
  const std::string& wanted = problem.details[1];
  if (found == "2" && wanted == "2") {
    problem.message = "these two variables have different values";
    problem.remedy = "write one of the variable's own values";
    return;
  }
  problem.message =
      "this is " + std::string(value_in_words(found)) + " where " + std::string(value_in_words(wanted)) + " belongs";
  problem.remedy = wanted == "0"   ? "write a number, or an integer variable"
                   : found == "2"  ? "compare it with one of its values: path == move"
                   : wanted == "1" ? "write true or false, a comparison such as trust >= 2, or a boolean variable"
                                   : "write one of the variable's values";
}

// What other languages write, and ours.
std::string_view our_spelling(std::string_view theirs) {
  constexpr std::pair<std::string_view, std::string_view> kSpellings[] = {
      {"&&", "and"}, {"&", "and"}, {"||", "or"}, {"|", "or"}, {"!", "not"}, {"=>", ">="}, {"=<", "<="},
      {"<>", "!="},  {"≥", ">="},  {"≤", "<="},  {"≠", "!="}, {"−", "-"},   {"–", "-"}};
  for (const auto& [sign, ours] : kSpellings) {
    if (sign == theirs) return ours;
  }
  return in_small_letters(theirs);
}

// What is wrong with it, by what stands there and what the parser looked for.
struct Misspelling {
  std::string_view found;   // Empty: anything, and in the sentences `{0}` stands for it. "end": there is nothing more.
  std::string_view wanted;  // Empty: anything.
  std::string_view message;
  std::string_view remedy;
};

constexpr std::string_view kEnd = "end";
constexpr std::string_view kOnlySums = "{0} is not known here: there are only + and -";
constexpr std::string_view kWriteSums = "write it as a sum, such as trust + trust";

// The first that fits.
constexpr Misspelling kMisspellings[] = {
    {"", "shorter", "this expression is too long, or has too many brackets inside each other",
     "keep a part of it in a variable of its own"},
    {"", "and", "only two things can be compared at a time", "join two comparisons by and: 1 < trust and trust < 3"},
    {"=", "operator", "a single = sets a value, and here values are compared", "write == instead of ="},
    {"=", ")", "a single = sets a value, and here values are compared", "write == instead of ="},
    {"=", "value", "there is an = too many", "write == to compare, = to set"},
    {"+=", "operator", "this sets a value, and here values are compared", R"(put it into "set", or write == instead)"},
    {"-=", "operator", "this sets a value, and here values are compared", R"(put it into "set", or write == instead)"},
    {"", "expression", "there is no expression here", "write one such as trust >= 2, or take this out"},
    {"*", "", kOnlySums, kWriteSums},
    {"×", "", kOnlySums, kWriteSums},
    {"/", "", kOnlySums, kWriteSums},
    {"÷", "", kOnlySums, kWriteSums},
    {"%", "", kOnlySums, kWriteSums},
    {".", "", "there are only whole numbers", "write one without a point"},
    {kEnd, ")", "a bracket is opened and never closed", "close it: )"},
    {")", "operator", "this bracket was never opened", "take it out, or open one before it: ("},
    {")", "value", "something is missing before this bracket", "write a variable, a number, true or false before it"},
    {kEnd, "value", "something is missing at the end", "write a variable, a number, true or false there"},
    {"", "value", "something is missing before {0}", "write a variable, a number, true or false before it"},
    {"", "name", "this does not begin with a variable", "write the variable first: trust += 1"},
    {"==", "assignment", "== compares, and here a value is set", "write = instead of =="},
    {kEnd, "assignment", "it does not say what happens to this variable", "go on with =, += or -=: trust += 1"},
    {"", "assignment", "{0} cannot follow the variable here", "go on with =, += or -=: trust += 1"},
    {"", "number", "{0} is neither a number nor a name", "begin a name with a letter"},
    {"", "", "{0} cannot stand here", "put and, or, or another operator before it, or end the expression there"},
};

void explain_expression(Diagnostic& problem) {
  const std::string& found = problem.details[0];
  const std::string& wanted = problem.details[1];
  if (const std::string_view ours = our_spelling(found); !ours.empty()) {
    problem.message = quoted(found) + " is not known here";
    problem.remedy = "write " + std::string(ours) + " instead of " + found;
    return;
  }
  if (begins_with_quotation_mark(found)) {
    problem.message = "quotation marks are not needed here";
    problem.remedy = kWithoutMarks;
    return;
  }
  if (const std::string apart = wanted == "number" ? with_spaces(found, {}) : std::string(); !apart.empty()) {
    problem.message = quoted(found) + " is not a number";
    problem.remedy = "put spaces around the minus: " + apart;
    return;
  }
  if (is_number(found) && wanted == "number") {
    problem.message = "this number is too large";
    problem.remedy = "write one of at most nine digits";
    return;
  }
  const std::string_view sign = found.empty() ? kEnd : std::string_view(found);
  for (const Misspelling& row : kMisspellings) {
    if ((!row.found.empty() && row.found != sign) || (!row.wanted.empty() && row.wanted != wanted)) continue;
    problem.message = row.message;
    if (const std::size_t gap = problem.message.find("{0}"); gap != std::string::npos) {
      problem.message.replace(gap, 3, quoted(found));
    }
    problem.remedy = row.remedy;
    return;
  }
}

// Why nobody gets to a place: all that leads there.
void explain_unreached(Diagnostic& problem) {
  const std::vector<std::string>& details = problem.details;
  const bool is_scene = problem.code == codes::kNodeUnreached;
  problem.message = is_scene ? "nobody gets to this scene: " : "nobody gets to this ending: ";
  problem.remedy = "let a choice lead here, or take it out";
  const std::size_t ways = details.size() / 3;
  if (ways == 0) {
    problem.message += "nothing leads here";
    return;
  }
  for (std::size_t i = 0; i < std::min(ways, kMostWaysNamed); ++i) {
    const std::string& scene = details[i * 3];
    const bool is_scene_unreached = details[i * 3 + 2] == "1";
    if (i > 0) problem.message += "; ";
    problem.message += "the choice " + quoted(details[i * 3 + 1]) + " of " + quoted(scene) + " leads here and ";
    problem.message += is_scene_unreached ? "nobody gets to " + quoted(scene) : std::string("is never offered");
  }
  if (ways > kMostWaysNamed) {
    problem.message += "; so it is with " + std::to_string(ways - kMostWaysNamed) + " more";
  } else if (ways == 1 && details[2] == "0") {
    problem.remedy = "change that choice's condition, let another lead here, or take it out";
  }
}

// ` after monday: wait, where trust = 2`, as far as there is something to say.
std::string after(const std::string& way, const std::string& values) {
  std::string words = way.empty() ? " at the start" : " after " + shown(way, kLongestWay);
  if (!values.empty()) words += ", where " + shown(values, kLongestWay);
  return words;
}

void explain_dead_end(Diagnostic& problem) {
  const std::vector<std::string>& details = problem.details;
  problem.message = "no choice is offered" + after(details[0], details[1]);
  if (details[2] != details[3]) problem.message += " (in " + details[2] + " of " + details[3] + " states)";
  problem.remedy = R"(add a choice without "if", or widen the condition of one)";
}

void explain_closed_loop(Diagnostic& problem) {
  const std::vector<std::string>& details = problem.details;
  problem.message = "no ending can be reached" + after(details[0], details[1]) + ": one goes round through " +
                    shown(details[2], kLongestWay) + " for ever";
  problem.remedy = "let a choice lead out of it";
}

void explain_endless_points(Diagnostic& problem) {
  const std::vector<std::string>& details = problem.details;
  problem.message = "points can be collected without end: " + shown(details[1], kLongestWay) + " brings " + details[2] +
                    " each time round, possible" + after(details[0], {});
  problem.remedy = "let the way round bring none, or make it possible only once";
}

void explain_syntax(Diagnostic& problem, std::string_view text) {
  JsonTrouble trouble = explain_json_trouble(text);
  problem.position = trouble.offset < text.size() || trouble.code == codes::kJsonSyntax
                         ? PositionCounter(text).at(trouble.offset)
                         : Position();
  problem.code = trouble.code;
  problem.message = std::move(trouble.message);
  problem.remedy = std::move(trouble.remedy);
}

void explain(Diagnostic& problem, std::string_view text) {
  if (problem.code == codes::kJsonSyntax) return explain_syntax(problem, text);
  if (problem.code == codes::kFieldMissing) return explain_missing(problem);
  if (problem.code == codes::kTypeWrong) return explain_type(problem);
  if (problem.code == codes::kFieldUnknown) return explain_unknown_field(problem);
  if (problem.code == codes::kValueUnknown) return explain_unknown_value(problem);
  if (problem.code == codes::kExpressionSyntax) return explain_expression(problem);
  if (problem.code == codes::kExpressionType) return explain_expression_type(problem);
  if (problem.code == codes::kNodeUnreached || problem.code == codes::kEndingUnreached) return explain_unreached(problem);
  if (problem.code == codes::kNodeDeadEnd) return explain_dead_end(problem);
  if (problem.code == codes::kLoopWithoutWayOut) return explain_closed_loop(problem);
  if (problem.code == codes::kPointsEndless) return explain_endless_points(problem);
  if (explain_reference(problem) || explain_judgement(problem) || explain_translation(problem) || explain_site(problem)) return;
  if (explain_roadmap(problem)) return;
  const bool is_named_by_file = problem.code == codes::kIdDuplicate && problem.path.ends_with(".src");
  for (const Sentence& sentence : kReaderSentences) {
    if (sentence.code != problem.code) continue;
    problem.message = filled(sentence.message, problem.details);
    problem.remedy =
        is_named_by_file ? R"(give one of them an "id" of its own)" : filled(sentence.remedy, problem.details);
  }
}

}  // namespace

std::string filled(std::string_view sentence, const std::vector<std::string>& details, std::size_t longest) {
  std::string text;
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    const bool is_gap = sentence[i] == '{' && i + 2 < sentence.size() && sentence[i + 2] == '}';
    if (!is_gap) {
      text += sentence[i];
      continue;
    }
    const std::size_t detail = static_cast<std::size_t>(sentence[i + 1] - '0');
    if (detail < details.size()) text += shown(details[detail], longest);
    i += 2;
  }
  return text;
}

Diagnostics explained(const Diagnostics& found, std::string_view text) {
  Diagnostics all;
  for (Diagnostic problem : found.all()) {
    if (problem.message.empty()) explain(problem, text);
    problem.path = shown(problem.path, kLongestPath);
    all.add(std::move(problem));
  }
  all.sort_by_place();
  return all;
}

}  // namespace bytes::content
