#include "content/author/sentences.h"
#include "content/author/words.h"
#include "content/codes.h"

namespace bytes::content {
namespace {

constexpr std::size_t kLongestQuotation = 120;

constexpr Sentence kJudgementSentences[] = {
    {codes::kLinkSaysNothing, R"(the link "{0}" does not say where it leads)",
     "write what is there: whoever goes from link to link hears nothing else"},
    {codes::kLinkBareAddress, R"(the link is called "{0}", which a screen reader spells out)",
     "give it words: [what is there](https://…)"},
    {codes::kParagraphLong, "this takes {0} seconds to read in one go", "divide it in two, or make a list of it"},
    {codes::kSummaryMissing, "the catalogue has nothing to say about this lesson",
     R"(add "summary": "…", a sentence or two; or "listed": false if it is not for the catalogue)"},
    {codes::kSectionWithoutTitle, "this section has no title, so the lesson's contents cannot name it",
     R"(add "title": "…")"},

    {codes::kAltFileName, R"("{0}" is the name of a file, and not what the picture shows)",
     R"(write what is to be seen, or "decorative": true if it says nothing)"},
    {codes::kAltSaysNothing, R"("{0}" does not say what the picture shows)",
     R"(write what is to be seen, or "decorative": true if it says nothing)"},
    {codes::kAltIsCaption, "this says the same as the caption, so a screen reader says it twice",
     "write what is to be seen, which a caption need not say"},
    {codes::kPictureFormat,
     "this is a {0} picture, which browsers do not show, or only as a file far larger than it need be",
     "save it as WebP, JPEG or PNG; or SVG for a drawing"},
    {codes::kPictureTooLarge, "the picture has {0} by {1} pixels, and a page shows {2} side by side at most",
     "make it {2} pixels wide, or fewer: it will look the same and load faster"},
    {codes::kPictureHeavy, "the picture is {0} KB, which costs learners time and money",
     "make it {1} KB or less: fewer pixels, or saved as WebP"},
    {codes::kDrawingHeavy, "the drawing is {0} KB, more than most pages",
     "make it {1} KB or less: simplify its lines, or save it as WebP"},
    {codes::kFilmHeavy, R"(the film "{0}" is {1} MB, which few can afford on the way)",
     "make it 25 MB or less: shorter, with fewer pixels, or cut in two"},

    {codes::kQuestionAllCorrect, "every option is correct, so there is nothing to find out",
     "add an option that is wrong, or make it a checklist"},
    {codes::kOptionsEqual, R"(another option says "{0}" too)", "give each its own words, or take one out"},
    {codes::kOptionsAlike, R"("{0}" and "{1}" differ in small things only)",
     "let it be so if the question is about these; or give each its own words"},
    {codes::kAnswerLongest,
     "the right answer is much longer ({0} letters) than every other ({1} at most), which gives it away",
     "shorten it, or say the others as fully"},
    {codes::kOptionOfAll, R"("{0}" speaks of the other options, and not of the subject)",
     R"(use "kind": "multiple", or write what is meant: options may stand in another order)"},
    {codes::kTrueFalseAlike, "all {0} true-or-false questions here are {1}, so nobody has to read the last ones",
     "turn a statement round, so that another answer is right"},
};

void explain_level(Diagnostic& problem) {
  const std::vector<std::string>& details = problem.details;
  const bool is_english = details[0] == "en";
  const std::string level = quoted(details[2]);
  problem.message =
      is_english ? "the text is for school year " + details[1] + " (Flesch-Kincaid), and " + level + " means year " +
                       details[3] + " or below"
                 : "the text has a LIX of " + details[1] + ", and " + level + " means " + details[3] + " or below";
  for (std::size_t i = 4; i + 1 < details.size(); i += 2) {
    problem.message += i == 4 ? "; hardest: " : ", ";
    problem.message += shown(details[i]) + " " + '"' + shown(details[i + 1], kLongestQuotation) + '"';
  }
  problem.remedy = R"(shorten these, use words of every day, or say another "level")";
}

void explain_untaught(Diagnostic& problem) {
  problem.message = "nothing in the lesson speaks of what is asked here: ";
  for (std::size_t i = 0; i < problem.details.size(); ++i) {
    problem.message += (i > 0 ? ", " : "") + shown(problem.details[i]);
  }
  problem.remedy = R"(teach it before or after, or say in "explanation" why the answer is right)";
}

void explain_feedback(Diagnostic& problem) {
  if (problem.details[0] == "0") {
    problem.message = "whoever answers this wrong is told nothing about it";
    problem.remedy = R"(add "explanation": "…", why the right answer is right)";
    return;
  }
  problem.message = problem.details[0] == "1"
                        ? "this wrong option has no feedback, and the question no explanation"
                        : problem.details[0] +
                              " wrong options, of which this is the first, have no feedback, and the "
                              "question has no explanation";
  problem.remedy = R"(add "feedback": "…" to it, or "explanation": "…" to the question)";
}

// The third detail says whether there is more than one way through the lesson.
void explain_minutes(Diagnostic& problem) {
  const bool has_ways = problem.details[2] == "1";
  const bool is_too_few = problem.code == codes::kMinutesTooFew;
  const std::string way = !has_ways    ? "the lesson takes "
                          : is_too_few ? "even the quickest way takes "
                                       : "even the slowest way takes ";
  problem.message = way + (is_too_few || problem.details[1].starts_with("less") ? "" : "only ") + problem.details[1] +
                    " to read, and this says " + problem.details[0];
  problem.remedy = is_too_few ? R"(say more "minutes", or less in the text)" : R"(say fewer "minutes")";
}

}  // namespace

bool explain_judgement(Diagnostic& problem) {
  const std::string_view code = problem.code;
  if (code == codes::kReadingLevel) return explain_level(problem), true;
  if (code == codes::kQuestionUntaught) return explain_untaught(problem), true;
  if (code == codes::kFeedbackMissing) return explain_feedback(problem), true;
  if (code == codes::kMinutesTooFew || code == codes::kMinutesTooMany) return explain_minutes(problem), true;
  return say(problem, kJudgementSentences);
}

}  // namespace bytes::content
