#include "content/author/explain.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "content/author/explain_questions.h"
#include "content/author/explain_roadmap.h"
#include "content/author/explain_scenario.h"
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
    {codes::kPlaceholderReserved, "{{ begins a gap such as {{who}}, and only in the text of a question of kind blanks",
     R"(name it with small letters a-z, digits and hyphens; or write \\{{ to show these letters)"},
    {codes::kLinkUnsafe, R"(the link "{0}" does not lead to a safe place)",
     "link to https, mailto or tel, or to a page of this site such as ../another-byte/"},

    {codes::kAltMissing, "the picture has no text that says what it shows",
     R"(add "alt": "…", or "decorative": true if it says nothing)"},
    {codes::kPictureDecorative, "here the picture is what it is all about, so it cannot be decorative",
     R"(take "decorative" out and add "alt": "…", what is to be seen)"},
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
  if (explain_questions(problem) || explain_scenario(problem) || explain_judgement(problem) ||
      explain_translation(problem) || explain_site(problem) || explain_roadmap(problem)) {
    return;
  }
  if (!say(problem, kReaderSentences)) return;
  const bool is_named_by_file = problem.code == codes::kIdDuplicate && problem.path.ends_with(".src");
  if (is_named_by_file) problem.remedy = R"(give one of them an "id" of its own)";
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
