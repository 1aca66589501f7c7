// The stable names of everything an author can get wrong, and what `Diagnostic::details` holds for each. The sentences
// are in content/author/explain*.cpp. Each has a file in tests/data/bytes/broken or doubtful that shows it; a test reads
// this list and fails when one has none. docs/problems.md is made of it: a paragraph here is a part there.
#pragma once

#include <string_view>

namespace bytes::content::codes {

// The file as JSON. When it is explained, json-syntax turns into json-empty or json-not-utf8 where that is the reason.
inline constexpr std::string_view kJsonSyntax = "json-syntax";
inline constexpr std::string_view kJsonEmpty = "json-empty";
inline constexpr std::string_view kJsonNotUtf8 = "json-not-utf8";
inline constexpr std::string_view kJsonTooBig = "json-too-big";                 // Its KB, the most KB.
inline constexpr std::string_view kJsonTooManyValues = "json-too-many-values";  // The most.
inline constexpr std::string_view kJsonTooDeep = "json-too-deep";               // The deepest.
inline constexpr std::string_view kJsonDuplicateKey = "json-duplicate-key";     // Line and column of the first.

// Fields and their values.
inline constexpr std::string_view kFormatUnsupported = "format-unsupported";  // The file's format.
inline constexpr std::string_view kNeedsUnknown = "needs-unknown";            // The need.
inline constexpr std::string_view kFieldMissing = "field-missing";            // Its name, the kind of its value.
inline constexpr std::string_view kFieldUnknown = "field-unknown";            // What object it is, the known names…
inline constexpr std::string_view kTypeWrong = "type-wrong";                  // The kind found, the kind wanted.
inline constexpr std::string_view kValueUnknown = "value-unknown";  // What it is, the word, the known words…
inline constexpr std::string_view kNumberRange = "number-range";    // The number, the lowest, the highest.
inline constexpr std::string_view kDecimalRange = "decimal-range";  // The lowest, the highest.
inline constexpr std::string_view kListEmpty = "list-empty";
inline constexpr std::string_view kListTooLong = "list-too-long";         // How many, the most.
inline constexpr std::string_view kIdInvalid = "id-invalid";              // The id.
inline constexpr std::string_view kIdDuplicate = "id-duplicate";          // The id, line and column of the first.
inline constexpr std::string_view kLanguageInvalid = "language-invalid";  // The tag.
inline constexpr std::string_view kTooManyProblems = "too-many-problems";

// Text.
inline constexpr std::string_view kTextEmpty = "text-empty";
inline constexpr std::string_view kControlInText = "control-in-text";
inline constexpr std::string_view kHtmlInText = "html-in-text";
inline constexpr std::string_view kParagraphsInText = "paragraphs-in-text";
inline constexpr std::string_view kPictureInText = "picture-in-text";
inline constexpr std::string_view kPlaceholderReserved = "placeholder-reserved";
inline constexpr std::string_view kLinkUnsafe = "link-unsafe";  // The address.

// Pictures.
inline constexpr std::string_view kAltMissing = "alt-missing";
inline constexpr std::string_view kAltNotNeeded = "alt-not-needed";
inline constexpr std::string_view kPictureDecorative = "picture-decorative";
inline constexpr std::string_view kFileOutside = "file-outside";  // The name.
inline constexpr std::string_view kFileMissing = "file-missing";  // The name.
inline constexpr std::string_view kStillMissing = "still-missing";
inline constexpr std::string_view kStillMoves = "still-moves";

// Films, sounds, and other sites' pages.
inline constexpr std::string_view kCaptionsMissing = "captions-missing";
inline constexpr std::string_view kTranscriptMissing = "transcript-missing";
inline constexpr std::string_view kCaptionsNotWebVtt = "captions-not-webvtt";  // The name.
inline constexpr std::string_view kEmbedUnsafe = "embed-unsafe";               // The address.

// Tables and comparisons.
inline constexpr std::string_view kTableRagged = "table-ragged";       // The row's cells, the header's.
inline constexpr std::string_view kCompareNotTwo = "compare-not-two";  // How many sides.

// Questions.
inline constexpr std::string_view kQuestionTooFewOptions = "question-too-few-options";
inline constexpr std::string_view kQuestionNoCorrect = "question-no-correct";
inline constexpr std::string_view kQuestionManyCorrect = "question-many-correct";  // How many.
inline constexpr std::string_view kSortTooFewGroups = "sort-too-few-groups";
inline constexpr std::string_view kSortGroupUnknown = "sort-group-unknown";  // The group, the known groups…
inline constexpr std::string_view kJudgementRagged = "judgement-ragged";     // The option's values, the axes.
inline constexpr std::string_view kScaleSteps = "scale-steps";               // The first, the last.
inline constexpr std::string_view kScaleReply = "scale-reply";               // The scale's first and last.
inline constexpr std::string_view kScaleReplyTwice = "scale-reply-twice";    // The earlier reply's first and last.
inline constexpr std::string_view kOrderTooFew = "order-too-few";
inline constexpr std::string_view kMatchTooFew = "match-too-few";
inline constexpr std::string_view kMatchSame = "match-same";          // The text.
inline constexpr std::string_view kGapUnknown = "gap-unknown";        // The gap, the known gaps…
inline constexpr std::string_view kGapUnused = "gap-unused";          // The gap.
inline constexpr std::string_view kGapTwice = "gap-twice";            // The gap.
inline constexpr std::string_view kGapTwoWays = "gap-two-ways";
inline constexpr std::string_view kAreaOutside = "area-outside";
inline constexpr std::string_view kBankPick = "bank-pick";            // How many are drawn, how many there are.

// Formulas.
inline constexpr std::string_view kMathSyntax = "math-syntax";        // What is wrong.
inline constexpr std::string_view kMathElement = "math-element";      // Its name.
inline constexpr std::string_view kMathAttribute = "math-attribute";  // Its name, its element's.

// Worksheets.
inline constexpr std::string_view kWorksheetFirstField = "worksheet-first-field";
inline constexpr std::string_view kWorksheetMap = "worksheet-map";

// Scenarios and their expressions.
inline constexpr std::string_view kVariableName = "variable-name";              // The name.
inline constexpr std::string_view kRangeTurned = "range-turned";                // The lowest, the highest.
inline constexpr std::string_view kGotoUnknown = "goto-unknown";                // The name, the known names…
inline constexpr std::string_view kSpeakerUnknown = "speaker-unknown";          // The name, the known names…
inline constexpr std::string_view kNodeTextAndBlocks = "node-text-and-blocks";
inline constexpr std::string_view kNodeBlockKept = "node-block-kept";           // The block's type.
inline constexpr std::string_view kExpressionSyntax = "expression-syntax";      // What stands there, what could.
inline constexpr std::string_view kExpressionName = "expression-name";          // The name, the known names…
inline constexpr std::string_view kExpressionType = "expression-type";          // The type found, the type wanted.

// What a scenario does not keep, as content/author/prover.h finds it. A way is as `monday: wait → lunch: apply`, empty
// for the start; values are as `trust = 2, applied = false`, empty without variables.
// Of each choice that leads there: its scene, the choice, and 1 where nobody gets to that scene, or else 0.
inline constexpr std::string_view kNodeUnreached = "node-unreached";
inline constexpr std::string_view kEndingUnreached = "ending-unreached";
inline constexpr std::string_view kNodeDeadEnd = "node-dead-end";  // A way, values, in how many states, of how many.
inline constexpr std::string_view kLoopWithoutWayOut = "loop-without-way-out";     // A way, values, the loop's scenes.
inline constexpr std::string_view kChoiceNeverOffered = "choice-never-offered";    // The condition.
inline constexpr std::string_view kConditionAlwaysTrue = "condition-always-true";  // The same.
inline constexpr std::string_view kVariableUnused = "variable-unused";
inline constexpr std::string_view kVariableConstant = "variable-constant";    // Its value.
inline constexpr std::string_view kEffectOutOfRange = "effect-out-of-range";  // Value, lowest, highest, what it becomes.
inline constexpr std::string_view kPointsEndless = "points-endless";          // A way, the way round, its points.
inline constexpr std::string_view kScenarioTooLarge = "scenario-too-large";   // How many states were looked at.
inline constexpr std::string_view kNotAmongStates = "not-among-states";       // What it is, how many states.
inline constexpr std::string_view kMinutesTooFew = "minutes-too-few";         // The minutes said, the least it takes.
inline constexpr std::string_view kMinutesTooMany = "minutes-too-many";       // The minutes said, the most it takes.

// What most authors would want to mend, and what is worth a look: content/author/rules_*.h. Said only of Bytes without
// errors, so their files are in tests/data/bytes/doubtful.

// Words that could be better.
inline constexpr std::string_view kReadingLevel = "reading-level";  // Measure, value, level, the most; place, sentence…
inline constexpr std::string_view kLinkSaysNothing = "link-says-nothing";  // Its words.
inline constexpr std::string_view kLinkBareAddress = "link-bare-address";  // Its words.
inline constexpr std::string_view kParagraphLong = "paragraph-long";       // Seconds to read.
inline constexpr std::string_view kSummaryMissing = "summary-missing";
inline constexpr std::string_view kSectionWithoutTitle = "section-without-title";

// Pictures and films that could be better.
inline constexpr std::string_view kAltFileName = "alt-file-name";        // The text.
inline constexpr std::string_view kAltSaysNothing = "alt-says-nothing";  // The text.
inline constexpr std::string_view kAltIsCaption = "alt-is-caption";
inline constexpr std::string_view kPictureFormat = "picture-format";        // The format.
inline constexpr std::string_view kPictureTooLarge = "picture-too-large";   // Width, height, the widest of use.
inline constexpr std::string_view kPictureHeavy = "picture-heavy";          // KB, the most KB.
inline constexpr std::string_view kDrawingHeavy = "drawing-heavy";          // KB, the most KB.
inline constexpr std::string_view kFilmHeavy = "film-heavy";                // The name, MB.

// Questions that could be better.
inline constexpr std::string_view kQuestionAllCorrect = "question-all-correct";
inline constexpr std::string_view kOptionsEqual = "options-equal";          // The text.
inline constexpr std::string_view kOptionsAlike = "options-alike";          // The text, the other's.
inline constexpr std::string_view kAnswerLongest = "answer-longest";        // Its letters, the longest wrong one's.
inline constexpr std::string_view kOptionOfAll = "option-of-all";           // The text.
inline constexpr std::string_view kTrueFalseAlike = "true-false-alike";     // How many, what all of them are.
inline constexpr std::string_view kFeedbackMissing = "feedback-missing";    // How many options; 0: the question itself.
inline constexpr std::string_view kQuestionUntaught = "question-untaught";  // Words…

// Folders.
inline constexpr std::string_view kIdNotFolder = "id-not-folder";  // The id, the folder.
inline constexpr std::string_view kNextMissing = "next-missing";   // The id.

// Translations.
inline constexpr std::string_view kTranslationOfOtherByte = "translation-of-other-byte";  // The Byte named, this one.
inline constexpr std::string_view kTranslationLanguage = "translation-language";  // The language, the file name's.
inline constexpr std::string_view kTranslationNotOther = "translation-not-other";        // The language.
inline constexpr std::string_view kTranslationMissing = "translation-missing";           // How many, of how many.
inline constexpr std::string_view kTranslationStale = "translation-stale";               // The source's text as it is.
inline constexpr std::string_view kTranslationUnknownKey = "translation-unknown-key";    // The known keys…
inline constexpr std::string_view kTranslationGaps = "translation-gaps";                 // The gaps.
inline constexpr std::string_view kTranslationWithoutByte = "translation-without-byte";  // The file that should be there.

}  // namespace bytes::content::codes
