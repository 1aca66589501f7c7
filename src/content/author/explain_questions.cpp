#include "content/author/explain_questions.h"

#include <string>

#include "content/author/sentences.h"
#include "content/author/words.h"
#include "content/codes.h"

namespace bytes::content {
namespace {

constexpr Sentence kQuestionSentences[] = {
    {codes::kQuestionTooFewOptions, "there are fewer than two options to choose from", "add another"},
    {codes::kQuestionNoCorrect, R"(no option is marked "correct")", R"(add "correct": true to at least one)"},
    {codes::kQuestionManyCorrect, R"({0} options are marked "correct", and a learner can choose only one)",
     R"(leave one of them marked, or use "kind": "multiple")"},

    {codes::kSortTooFewGroups, "cards are sorted into two groups at least", "add another group"},
    {codes::kScaleSteps, "nobody can choose on a scale from {0} to {1}",
     "give it 2 to 11 whole numbers, such as 1 to 5"},
    {codes::kScaleReply, "this reply is to numbers that are not on the scale", "stay within {0} to {1}, smaller first"},
    {codes::kScaleReplyTwice, "another reply is to some of these numbers, {0} to {1}, as well",
     "let each number have one reply"},
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
    {codes::kMathSyntax, "the formula cannot be read: {0}",
     "mend its MathML; it is one <math> element, and every element in it has an end"},
    {codes::kMathElement, "<{0}> has no place in a formula",
     "use MathML's own elements, such as <mrow>, <mi>, <mn>, <mo>, <mfrac>, <msup> and <msqrt>"},
    {codes::kMathAttribute, R"("{0}" cannot be said of <{1}> here)",
     "take it out: a formula has its colours, its size and its place from the page"},
    {codes::kWorksheetFirstField, "the first field gives each row its name", R"(let it be of "kind": "words")"},
    {codes::kWorksheetMap, "there is nothing by which rows could be placed on the map",
     R"(add a field of "kind": "yes-no", or take "map" out)"},
    {codes::kJudgementRagged, "this option has {0} values, and the question {1} axes",
     "say how the option fares on each axis, in their order"},
};

constexpr Sentence kUnknownNames[] = {
    {codes::kSortGroupUnknown, R"(there is no group "{0}" in this question)", "add a group of that id"},
};

void explain_unknown_gap(Diagnostic& problem) {
  const std::string& name = problem.details[0];
  const std::string nearest = nearest_name(name, {problem.details.begin() + 1, problem.details.end()});
  problem.message = "there is no gap " + quoted(name) + " in this question";
  problem.remedy = nearest.empty() ? R"(add it to "gaps", or write \\{{ to show these letters)"
                                   : "did you mean {{" + shown(nearest) + "}}?";
}

}  // namespace

bool explain_questions(Diagnostic& problem) {
  if (problem.code == codes::kGapUnknown) return explain_unknown_gap(problem), true;
  return say(problem, kQuestionSentences) || say_unknown(problem, kUnknownNames);
}

}  // namespace bytes::content
