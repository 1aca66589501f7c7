#include "content/author/import/report.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "content/author/sentences.h"
#include "content/author/words.h"

namespace bytes::content {
namespace {

// `{0}` stands for the first detail.
struct RemarkSentence {
  std::string_view code;
  Severity severity;
  std::string_view message;
  std::string_view remedy;
};

constexpr Severity kError = Severity::kError;
constexpr Severity kWarning = Severity::kWarning;
constexpr Severity kNote = Severity::kNote;

constexpr RemarkSentence kRemarks[] = {
    {codes::kImportTooBig, kError, "the file is {0} KB, and at most {1} KB are read", "split it into several"},
    {codes::kImportNotUtf8, kError, "this is not text in UTF-8",
     "save the file as UTF-8 in the program that wrote it, and import it again"},
    {codes::kImportEmpty, kError, "there is nothing in this file that a lesson could be made of",
     "look whether it is the right file, and mend what is said above"},
    {codes::kImportUnreadable, kError, "what was made of this file breaks a rule of lessons: {0}",
     "split the file into several, or make it simpler"},
    {codes::kImportControl, kWarning, "control characters were taken out of the text",
     "look whether the words are still right"},
    {codes::kImportLanguage, kNote, R"(the file does not say its language, so the lesson says "en", English)",
     R"(if it is another, write that into "language")"},
    {codes::kImportMore, kWarning, "there are {0} more remarks", "split the file into several to see them"},

    {codes::kImportHtmlDropped, kWarning, "<{0}> was left out, with what stands in it",
     "if learners need it, write it as ordinary text or as a block of its own"},
    {codes::kImportHtmlTag, kWarning, "<{0}> was left out; its words were kept",
     "look whether the words still say the same"},
    {codes::kImportHtmlAttribute, kNote, R"("{0}" of <{1}> was left out; the words were kept)",
     "nothing needs to be done: the player has its own looks"},
    {codes::kImportLinkUnsafe, kWarning, R"(the link "{0}" was taken out; its words were kept)",
     "link to https, mailto or tel, or to a page of this site such as ../another-byte/"},
    {codes::kImportLinkHttp, kWarning, R"(the link "{0}" became letters behind its words)",
     "write https:// if the site has it, and make a link of it again"},
    {codes::kImportFormula, kWarning, "formulas are not known yet, and stay as they are written",
     "say it in words, or use a picture with a description"},
    {codes::kImportTextMoved, kWarning,
     "the question has more than one paragraph; one of them became its prompt, and the others stand before it",
     "look whether the prompt makes sense by itself"},

    {codes::kImportPictureRemote, kWarning, R"(the picture "{0}" was left out: a lesson's pictures lie beside it)",
     "copy it into the lesson's folder, and add it by that name"},
    {codes::kImportPictureOutside, kWarning, R"(the picture "{0}" was left out: its name leads out of the folder)",
     "put it beside the file, and give only its name"},
    {codes::kImportPictureMissing, kWarning, R"(there is no picture "{0}" beside the file)",
     "put it into the lesson's folder by that name"},
    {codes::kImportPictureInline, kWarning, R"(the picture "{0}" was left out here; its description was kept)",
     "add it as a block of its own"},
    {codes::kImportAltMissing, kWarning, R"(the picture "{0}" has no description, and was marked as decoration)",
     R"(if it says something, take out "decorative" and write what it shows into "alt")"},

    {codes::kImportGiftBraces, kWarning, "this question has a {0} without a {1}, so it was left out",
     R"(put both braces around its answers without a blank line between them, and write \{ and \} for letters)"},
    {codes::kImportGiftRunOn, kWarning, "another question begins here without a blank line before it, and was read so",
     "put a blank line between questions"},
    {codes::kImportGiftNoPrompt, kWarning, "there are answers here but no question before them; they were left out",
     "write the question before the {"},
    {codes::kImportGiftTooFew, kWarning, "there are fewer than two answers to choose from, so this was left out",
     "give it another =right or ~wrong answer"},
    {codes::kImportGiftNoneRight, kWarning, "no answer is right, so this question was left out",
     "mark the right ones with =, or with a weight such as ~%50%"},
    {codes::kImportGiftSeveralRight, kWarning,
     "Moodle is content with any one of these {0} right answers; here all of them have to be chosen",
     "leave one right answer, and the learner chooses one again"},
    {codes::kImportGiftWeights, kNote,
     "answers' weights count no more: exactly the right ones have to be chosen, and each weight was kept beside its "
     "option as \"x-weight\"",
     "nothing needs to be done, if that is fair enough"},
    {codes::kImportGiftAnswerEmpty, kWarning, "an answer without words was left out", "write it, or take its sign out"},
    {codes::kImportGiftMatch, kNote,
     "two left sides have the same right side, so matching became sorting: right sides are groups, left sides cards",
     "look whether the groups read well as headings"},
    {codes::kImportGiftMatchArrow, kWarning, R"("{0}" is no pair, so the question was left out)",
     "write each pair as =left -> right"},
    {codes::kImportGiftMatchGroups, kWarning,
     "there are fewer than two left sides or two different right sides, so the question was left out",
     "give it another pair"},
    {codes::kImportGiftTyped, kWarning,
     "none of these answers can be checked; this became a place to write in, and what was accepted stands at the end "
     "of the section",
     "give it an answer that is wholly right"},
    {codes::kImportGiftGap, kNote, R"(the missing word became a gap, and the prompt "Fill in the gap.")",
     "write the prompt in the lesson's language"},
    {codes::kImportGiftPartly, kWarning, R"("{0}" was right in part, and an answer is right or wrong here; it is wrong)",
     "let it be right if it shall count"},
    {codes::kImportGiftWildcard, kWarning, R"("{0}" stood for many answers, and * does not do so here; it was left out)",
     R"(write each of them into "accept")"},
    {codes::kImportGiftAnyOther, kNote, "what is said to any other answer became a hint",
     "look whether it reads well before one has answered"},
    {codes::kImportGiftSaidToAll, kNote,
     "what was said to one right answer is said to all of them now, in the explanation", "look whether it still fits"},
    {codes::kImportGiftSaidToNone, kWarning, "a gap says one thing to whoever is wrong, so what was said to this was left out",
     R"(write it into the gap's "feedback", or leave it so)"},
    {codes::kImportGiftNumber, kWarning, R"("{0}" is no number from -1,000,000,000 to 1,000,000,000; it was left out)",
     "write one such as 3.14, 3.14:0.01 or 3.1..3.2"},
    {codes::kImportGiftNumberMore, kWarning, R"(a question has one right number here, so "{0}" was left out)",
     R"(widen "tolerance" if both are near, or ask twice)"},
    {codes::kImportGiftEssay, kNote, "this became a place to write in, which nobody grades",
     "nothing needs to be done"},
    {codes::kImportGiftTags, kNote, "questions have no tags here; these became the lesson's topics: {0}",
     R"(look at "topics")"},
    {codes::kImportGiftCategoryEmpty, kNote, R"(nothing of the category "{0}" could be used, so it has no section)",
     "nothing needs to be done"},

    {codes::kImportTitleMissing, kWarning, R"(the file says no title, so its name became one: "{0}")",
     "begin the file with a line such as # Title"},
    {codes::kImportTitleAgain, kWarning, "a lesson has one title, so this second one became a section",
     "write ## for sections"},
    {codes::kImportMarksDropped, kNote, "the title lost its marks", "nothing needs to be done: it is shown in large"},
    {codes::kImportSectionEmpty, kWarning, "nothing stands below this heading, so it was left out",
     "write something below it, or use ### for a heading within a section"},
    {codes::kImportCodeBlock, kWarning, "a block of code inside of a list, a quote or an answer became one line of text",
     "look whether it can be read, or write it outside"},
    {codes::kImportListNested, kWarning, "a list inside a list became a part of the outer one",
     "look whether the order still makes sense"},
    {codes::kImportListStart, kNote, "the list began with {0}, and begins with 1 now",
     "nothing needs to be done, unless a text names its numbers"},
    {codes::kImportJoined, kWarning, "several paragraphs became one here",
     "make it shorter, or write it outside of the list or quote"},
    {codes::kImportTooDeep, kWarning, "lists and quotes stand so deep inside each other here that they were joined",
     "write it flatter"},
    {codes::kImportTableHeader, kWarning, "a column without a heading was given a dash", "write what the column holds"},
    {codes::kImportTableRows, kWarning, "a table without rows became a list of its headings",
     "add a row, or make it a list"},
    {codes::kImportTaskNoPrompt, kError, "these answers have no question", "write a paragraph with it before them"},
    {codes::kImportTaskTooFew, kError, "a question needs two answers at least",
     "add a line such as - [ ] another answer, or write a list without [ ]"},
    {codes::kImportTaskNoneRight, kError, "no answer of this question is right",
     "mark each right one with [x], or write a list without [ ]"},
    {codes::kImportTaskMixed, kWarning, "a line without [ ] among the answers was taken for a wrong one",
     "write [ ] or [x] before it"},
    {codes::kImportFrontOpen, kWarning, "the lines after --- are never closed, so they were read as text",
     "put a line --- below them"},
    {codes::kImportFrontUnknown, kWarning, R"("{0}" is not known here, and was left out{1})",
     "known are id, title, summary, objective, language, minutes, level, topics, skills, license, author"},
    {codes::kImportFrontValue, kWarning, R"("{1}" does not fit "{0}", and was left out)",
     "look how a lesson writes it: minutes 1 to 60, level starter, intermediate or advanced, language en or pt-BR"},
};

constexpr std::size_t kLongestDetail = 120;

}  // namespace

Report::Report(std::string_view file, std::string_view text, Diagnostics& diagnostics)
    : file_(file), text_(text), lines_{0}, diagnostics_(diagnostics) {
  for (std::size_t i = text.find('\n'); i != text.npos; i = text.find('\n', i + 1)) lines_.push_back(i + 1);
}

std::size_t Report::line_at(std::size_t offset) const {
  const auto next = std::upper_bound(lines_.begin(), lines_.end(), offset);
  return static_cast<std::size_t>(next - lines_.begin());
}

int Report::column_at(std::size_t line, std::size_t offset) const {
  std::size_t begin = lines_[line - 1];
  if (begin == 0 && text_.substr(0, 3) == "\xef\xbb\xbf") begin = std::min<std::size_t>(3, offset);
  int column = 1;
  for (char c : text_.substr(begin, offset - begin)) column += (static_cast<unsigned char>(c) & 0xc0) != 0x80;
  return column;
}

void Report::add(std::string_view code, std::size_t offset, std::initializer_list<std::string_view> details) {
  offset = std::min(offset, text_.size());
  add_at(code, line_at(offset), offset, details);
}

void Report::add_for_file(std::string_view code, std::initializer_list<std::string_view> details) {
  add_at(code, 0, 0, details);
}

void Report::add_at(std::string_view code, std::size_t line, std::size_t offset,
                    std::initializer_list<std::string_view> details) {
  const RemarkSentence* sentence =
      std::find_if(std::begin(kRemarks), std::end(kRemarks), [&](const auto& row) { return row.code == code; });
  const bool is_first_error = sentence->severity == Severity::kError && !has_errors_;
  if (sentence->severity == Severity::kError) has_errors_ = true;
  if (count_ >= kMostRemarks && !is_first_error) {
    ++count_;
    return;
  }
  std::string key = std::to_string(line) + ' ' + std::string(code);
  for (std::string_view detail : details) key += ' ' + std::string(detail.substr(0, 120));
  // Before the column is counted, for a line can be as long as the file.
  if (!said_.insert(std::move(key)).second) return;
  if (!is_first_error) ++count_;
  Diagnostic remark;
  remark.severity = sentence->severity;
  remark.file = file_;
  if (line > 0) remark.position = {static_cast<int>(line), column_at(line, offset)};
  remark.code = code;
  remark.details.assign(details.begin(), details.end());
  remark.message = filled(sentence->message, remark.details, kLongestDetail);
  remark.remedy = sentence->remedy;
  diagnostics_.add(std::move(remark));
}

void Report::finish() {
  if (count_ > kMostRemarks) {
    const std::string more = std::to_string(count_ - kMostRemarks);
    count_ = 0;
    add_for_file(codes::kImportMore, {more});
  }
  diagnostics_.sort_by_place();
}

}  // namespace bytes::content
