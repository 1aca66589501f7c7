#include "content/author/explain.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "content/author/json_trouble.h"
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

// `{0}` stands for the first detail.
struct Sentence {
  std::string_view code;
  std::string_view message;
  std::string_view remedy;
};

constexpr Sentence kSentences[] = {
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
    {codes::kListEmpty, "this list is empty", "put something in it, or take the field out"},
    {codes::kIdInvalid, R"("{0}" cannot be an id)",
     R"(use small letters a-z, digits and hyphens, such as "ask-a-mentor")"},
    {codes::kIdDuplicate, R"(the id "{0}" was used before, in line {1}, column {2})", "give each its own"},
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
    {codes::kJudgementRagged, "this option has {0} values, and the question {1} axes",
     "say how the option fares on each axis, in their order"},

    {codes::kVariableName, R"("{0}" cannot be the name of a variable or of a value)",
     R"(use small letters a-z, digits and hyphens, beginning with a letter; and, or, not, true and false are taken)"},
    {codes::kRangeTurned, "the lowest value, {0}, is above the highest, {1}", "turn them round"},
    {codes::kNodeTextAndBlocks, R"(this node has "text" and "blocks")", "keep one of the two; a text can be a block"},
    {codes::kNodeBlockKept, R"(a block of type "{0}" keeps what a learner does, and a scene cannot)",
     "put it into a section of the Byte, before or after the scenario"},

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
    {codes::kMinutesTooFew, "even the quickest way takes {1} to read, and this says {0}",
     R"(say more "minutes", or less in the text)"},
    {codes::kMinutesTooMany, "even the slowest way takes only {1} to read, and this says {0}", R"(say fewer "minutes")"},

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

bool is_later_word(std::string_view word) {
  const auto is_in = [&](const auto& words) {
    return std::find(std::begin(words), std::end(words), word) != std::end(words);
  };
  return is_in(kLaterBlockTypes) || is_in(kLaterQuestionKinds);
}

std::string filled(std::string_view sentence, const std::vector<std::string>& details) {
  std::string text;
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    const bool is_gap = sentence[i] == '{' && i + 2 < sentence.size() && sentence[i + 2] == '}';
    if (!is_gap) {
      text += sentence[i];
      continue;
    }
    const std::size_t detail = static_cast<std::size_t>(sentence[i + 1] - '0');
    if (detail < details.size()) text += shown(details[detail]);
    i += 2;
  }
  return text;
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

void explain_unknown_field(Diagnostic& problem) {
  const std::string& name = problem.details[0];
  problem.message = "there is no field " + quoted(name) + " in " + problem.details[1];
  problem.remedy = did_you_mean(name, problem);
  if (problem.remedy.empty()) problem.remedy = "take it out, or begin its name with x- if it is for yourself";
}

void explain_unknown_value(Diagnostic& problem) {
  const std::string& word = problem.details[1];
  problem.message = problem.details[0] + ' ' + quoted(word);
  if (is_later_word(word)) {
    problem.message += " is not yet known to this version";
    problem.remedy = "leave it out until then";
    return;
  }
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
    {codes::kSortGroupUnknown, "there is no group {0} in this question", "write the id of one of its groups"},
    {codes::kGotoUnknown, "nothing goes by the name {0}", "write the name of one of its nodes or endings, or add it"},
    {codes::kSpeakerUnknown, "there is nobody called {0} in the cast", "write the id of a member of the cast, or add one"},
    {codes::kExpressionName, "{0} is neither a variable nor a value here", "write the name of a variable, or add it"},
};

bool explain_reference(Diagnostic& problem) {
  for (const Reference& row : kReferences) {
    if (row.code != problem.code) continue;
    const std::string& name = problem.details[0];
    const std::vector<std::string_view> known = {problem.details.begin() + 1, problem.details.end()};
    problem.message = row.message;
    problem.message.replace(problem.message.find("{0}"), 3, quoted(name));
    const std::string nearest = nearest_name(name, known);
    problem.remedy = nearest.empty() ? std::string(row.remedy) : "did you mean " + quoted(nearest) + '?';
    const std::size_t hyphen = name.find('-');
    const bool has_glued_minus = hyphen != name.npos && std::find(known.begin(), known.end(), name.substr(0, hyphen)) != known.end();
    if (problem.code == codes::kExpressionName && has_glued_minus) {
      problem.remedy = "put spaces around the minus: " + name.substr(0, hyphen) + " - " + name.substr(hyphen + 1);
    }
    return true;
  }
  return false;
}

std::string_view value_in_words(const std::string& digit) {
  return digit == "0" ? "a number" : digit == "1" ? "true or false" : "one of several values";
}

void explain_expression_type(Diagnostic& problem) {
  const std::string& found = problem.details[0];
  const std::string& wanted = problem.details[1];
  if (found == "2" && wanted == "2") {
    problem.message = "these two variables have different values";
    problem.remedy = "compare a variable with one of its own values";
    return;
  }
  problem.message = "this is " + std::string(value_in_words(found)) + " where " + std::string(value_in_words(wanted)) + " belongs";
  problem.remedy = wanted == "0"   ? "write a number, or the name of an integer variable"
                   : wanted == "1" ? "make it a comparison such as trust >= 2, or name a boolean variable"
                                   : "write one of the variable's values";
}

// What other languages write, and ours.
std::string_view our_spelling(std::string_view found, std::string_view wanted) {
  constexpr std::pair<std::string_view, std::string_view> kSpellings[] = {
      {"&&", "and"}, {"||", "or"}, {"!", "not"}, {"=>", ">="}, {"=<", "<="}, {"<>", "!="}, {"*", {}}, {"/", {}}};
  if (found == "=" && wanted == "operator") return "==";
  for (const auto& [theirs, ours] : kSpellings) {
    if (theirs == found) return ours;
  }
  return {};
}

void explain_expression(Diagnostic& problem) {
  const std::string& found = problem.details[0];
  const std::string& wanted = problem.details[1];
  problem.message = found.empty() ? "the expression ends here" : "the expression cannot be understood from " + quoted(found) + " on";
  if (const std::string_view ours = our_spelling(found, wanted); !ours.empty()) {
    problem.remedy = "write " + std::string(ours) + " instead of " + found;
  } else if (found == "*" || found == "/") {
    problem.remedy = "only + and - are known";
  } else if (wanted == "value") {
    problem.remedy = "write a variable, a number, true or false here";
  } else if (wanted == ")") {
    problem.remedy = "close the bracket: )";
  } else if (wanted == "and") {
    problem.remedy = "join two comparisons by and: 1 < trust and trust < 3";
  } else if (wanted == "name") {
    problem.remedy = "begin an effect with the name of a variable: trust += 1";
  } else if (wanted == "assignment") {
    problem.remedy = "write =, += or -= behind the variable: trust += 1";
  } else if (wanted == "number") {
    problem.remedy = "write a whole number of at most nine digits";
  } else if (wanted == "shorter") {
    problem.message = "this expression is too long, or nested too deeply";
    problem.remedy = "use a variable of its own for a part of it";
  } else {
    problem.remedy = "write an operator such as and, or, +, ==, or end it here";
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
  if (explain_reference(problem)) return;
  for (const Sentence& sentence : kSentences) {
    if (sentence.code != problem.code) continue;
    problem.message = filled(sentence.message, problem.details);
    problem.remedy = filled(sentence.remedy, problem.details);
  }
}

}  // namespace

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
